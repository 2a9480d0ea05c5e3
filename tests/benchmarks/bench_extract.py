"""The whole path beside its peers, in one run: ``python tests/benchmarks/bench_extract.py`` (trafilatura is timed where it is installed).

Each reading is of a page that was not seen before (its sentences are shuffled and its figures changed), so that no cache counts, and
starts with the memory cleared: a tree of BeautifulSoup's holds cycles, and would else be taken apart in the time of the next reader.
"""

import gc
import random
import re
import subprocess
import sys
import time
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from bs4 import BeautifulSoup
from lxml import etree

from kaidan.output import to_json
from kaidan.pipeline import extract

if TYPE_CHECKING:
    from collections.abc import Callable

REFERENCE = (Path(__file__).parents[2] / "fixtures/reference/page.html").read_text(encoding="utf-8")
PAGES = 60


def unseen(seed: int) -> str:
    """Return the page with its sentences in another order and other days, so that its texts are new."""
    mixed = random.Random(seed)  # noqa: S311  reproducible, not secret

    def shuffled(match: re.Match[str]) -> str:
        sentences = match[2].split("。")
        mixed.shuffle(sentences)
        return match[1] + "。".join(sentences) + "</p>"

    page = re.sub(r"(<p>)([^<]{80,})</p>", shuffled, REFERENCE)
    return re.sub(r"(\d+)日（", lambda _: f"{mixed.randint(1, 28)}日（", page)


def main() -> None:
    """Print one line a reader: the median milliseconds of a page, and the median ratio to BeautifulSoup's parse of the same page."""
    readers: dict[str, Callable[[str], object]] = {
        "BeautifulSoup(page, 'lxml')": lambda page: BeautifulSoup(page, "lxml"),
        "lxml, and all its text": lambda page: "".join(etree.HTML(page).itertext()),
        "kaidan: bytes to JSON": lambda page: to_json(extract(page.encode())),
    }
    if find_spec("trafilatura"):
        readers["trafilatura"] = import_module("trafilatura").extract
    for reader in readers.values():
        reader(REFERENCE)
    times: dict[str, list[float]] = {name: [] for name in readers}
    for seed in range(PAGES):
        page = unseen(seed)
        for name, reader in readers.items():
            gc.collect()
            began = time.perf_counter()
            reader(page)
            times[name].append((time.perf_counter() - began) * 1000)
    units = times["BeautifulSoup(page, 'lxml')"]
    for name, taken in times.items():
        ratio = median(one / unit for one, unit in zip(taken, units, strict=True))
        print(f"{name:30} {median(taken):7.2f} ms   {ratio:5.2f}")  # noqa: T201
    commands()


def commands() -> None:
    """Print how long the command takes beside the imports that it cannot do without."""
    page = str(Path(__file__).parents[2] / "fixtures/reference/page.html")
    ours = [sys.executable, "-c", "from kaidan.cli.extract import main; main()", page]
    imports = [sys.executable, "-c", "import lxml.etree, click; from pydantic import BaseModel"]
    for name, command in (("its imports alone", imports), ("extract page.html", ours)):
        times = []
        for _ in range(15):
            began = time.perf_counter()
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
            times.append(time.perf_counter() - began)
        print(f"{name:30} {median(times) * 1000:7.0f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
