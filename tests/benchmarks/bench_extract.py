"""The whole path beside its peers, in one run: ``python tests/benchmarks/bench_extract.py`` (trafilatura is timed where it is installed).

Each reading is of a page that was not seen before (its sentences are shuffled and its figures changed), so that no cache counts.
"""

import random
import re
import subprocess
import sys
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path
from statistics import median

from bs4 import BeautifulSoup
from lxml import etree

from kaidan.output import to_json
from kaidan.pipeline import extract

REFERENCE = (Path(__file__).parents[2] / "fixtures/reference/page.html").read_text(encoding="utf-8")
PAGES = 60


def unseen(seed: int) -> str:
    """Return the page with its sentences in another order and other days, so that its texts are new."""
    mixed = random.Random(seed)

    def shuffled(match: re.Match[str]) -> str:
        sentences = match[2].split("。")
        mixed.shuffle(sentences)
        return match[1] + "。".join(sentences) + "</p>"

    page = re.sub(r"(<p>)([^<]{80,})</p>", shuffled, REFERENCE)
    return re.sub(r"(\d+)日（", lambda _: f"{mixed.randint(1, 28)}日（", page)


def milliseconds(work: Callable[[str], object], pages: list[str]) -> float:
    """Return the median time of one page."""
    times = []
    for page in pages:
        began = time.perf_counter()
        work(page)
        times.append(time.perf_counter() - began)
    return median(times) * 1000


def main() -> None:
    """Print one line a reader: milliseconds a page, and the ratio to BeautifulSoup's parse."""
    pages = [unseen(seed) for seed in range(PAGES)]
    readers: dict[str, Callable[[str], object]] = {
        "BeautifulSoup(page, 'lxml')": lambda page: BeautifulSoup(page, "lxml"),
        "lxml, and all its text": lambda page: "".join(etree.HTML(page).itertext()),
        "kaidan: bytes to JSON": lambda page: to_json(extract(page.encode())),
    }
    if find_spec("trafilatura"):
        from trafilatura import extract as trafilatura  # noqa: PLC0415  a peer, not a dependency

        readers["trafilatura"] = trafilatura
    for reader in readers.values():
        reader(REFERENCE)
    unit = milliseconds(readers["BeautifulSoup(page, 'lxml')"], pages)
    for name, reader in readers.items():
        taken = milliseconds(reader, pages)
        print(f"{name:30} {taken:7.2f} ms   {taken / unit:5.2f}")  # noqa: T201
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
            subprocess.run(command, stdout=subprocess.DEVNULL, check=True)  # noqa: S603
            times.append(time.perf_counter() - began)
        print(f"{name:30} {median(times) * 1000:7.0f} ms")  # noqa: T201


if __name__ == "__main__":
    main()
