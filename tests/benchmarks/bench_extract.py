"""The whole path beside its peers, in one run: ``pip install -e ".[bench]"``, then ``python tests/benchmarks/bench_extract.py``.

Processor time, not the clock's: a busy machine stretches every reader alike. Each reading is of a page that was not seen before, so
that no cache counts, and starts with the memory cleared: a tree of BeautifulSoup's holds cycles, and would else be taken apart in the
time of the next reader. What a reader takes is told as a multiple of BeautifulSoup's parse of the same page.
"""

import gc
import os
import random
import re
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from statistics import median

import trafilatura
from bs4 import BeautifulSoup
from lxml import etree

from kaidan.data import table
from kaidan.pipeline import extract

REFERENCE = Path(__file__).parents[2] / "fixtures/reference/page.html"
PAGES = 60
STARTS = 15
REPEATED = 20_000_000  # bytes
SOUP = "BeautifulSoup(page, 'lxml')"

Reader = Callable[[str], object]

READERS: dict[str, Reader] = {
    SOUP: lambda page: BeautifulSoup(page, "lxml"),
    "lxml, and all its text": lambda page: "".join(etree.HTML(page).itertext()),
    "kaidan: bytes to JSON": lambda page: extract(page.encode()).to_json(),
    "trafilatura": trafilatura.extract,
}


def shuffled_page(seed: int) -> str:
    """Return the page with its sentences in another order and other days, so that its texts are new."""
    mixed = random.Random(seed)  # noqa: S311  reproducible, not secret

    def shuffled(match: re.Match[str]) -> str:
        sentences = match[2].split("。")
        mixed.shuffle(sentences)
        return match[1] + "。".join(sentences) + "</p>"

    page = re.sub(r"(<p>)([^<]{80,})</p>", shuffled, REFERENCE.read_text(encoding="utf-8"))
    return re.sub(r"(\d+)日（", lambda _: f"{mixed.randint(1, 28)}日（", page)


def new_words_page(seed: int, towns: Iterator[str]) -> str:
    """Return the page with places, days and people in every paragraph that stood in none before."""
    mixed = random.Random(seed)  # noqa: S311  likewise
    surnames, given = "佐藤鈴木高橋田中渡辺", "一二三四五郎太治雄夫"

    def with_new_words(match: re.Match[str]) -> str:
        name = "".join(mixed.sample(surnames, 2) + mixed.sample(given, 2))
        day = f"平成{mixed.randint(1, 30)}年{mixed.randint(1, 12)}月{mixed.randint(1, 28)}日"
        return f"<p>{day}、{next(towns)}において{name}外務大臣がプーチン大統領と会談した。{match[1]}</p>"

    return re.sub(r"<p>([^<]{40,})</p>", with_new_words, REFERENCE.read_text(encoding="utf-8"))


def town_names() -> Iterator[str]:
    """Return names of towns of the world and of Japan, each once before any comes again."""
    towns = [row["spellings"].split("|")[0] for row in table("places/towns")]
    names = [*towns, *(row["ja"] for row in table("places/municipalities"))]
    random.Random(1956).shuffle(names)  # noqa: S311  likewise
    return cycle(names)


def processor_time(work: Callable[[], object]) -> float:
    """Return the milliseconds of the processor that work takes, the memory cleared before."""
    gc.collect()
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000


def compare(title: str, pages: list[str], readers: dict[str, Reader]) -> None:
    """Print one line a reader: the median milliseconds of a page, and the median ratio to BeautifulSoup's."""
    for reader in readers.values():
        reader(REFERENCE.read_text(encoding="utf-8"))
    taken: dict[str, list[float]] = {name: [] for name in readers}
    for page in pages:
        for name, reader in readers.items():
            taken[name].append(processor_time(lambda reader=reader, page=page: reader(page)))  # type: ignore[misc]
    for name, times in taken.items():
        ratio = median(one / unit for one, unit in zip(times, taken[SOUP], strict=True))
        show(f"{title}: {name}", f"{median(times):8.2f} ms", f"{ratio:5.2f}")


def compare_starts() -> None:
    """Print what the command takes beside the imports that it cannot do without."""
    imports = [sys.executable, "-c", "import lxml.etree, click; from pydantic import BaseModel"]
    command = [sys.executable, "-c", "from kaidan.cli.extract import main; main()", str(REFERENCE)]
    of_imports, of_command = [], []
    for _ in range(STARTS):
        of_imports.append(_children_time(imports))
        of_command.append(_children_time(command))
    ratio = median(one / unit for one, unit in zip(of_command, of_imports, strict=True))
    show("command: its imports alone", f"{median(of_imports):8.1f} ms", " 1.00")
    show("command: extract page.html", f"{median(of_command):8.1f} ms", f"{ratio:5.2f}")


def _children_time(command: list[str]) -> float:
    """Return the milliseconds that a command takes whose modules are compiled, as an installer leaves them."""
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    before = os.times()
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env=compiled)
    after = os.times()
    used = after.children_user + after.children_system
    return (used - before.children_user - before.children_system) * 1000


MEMORY = """
import gc, resource, sys
from pathlib import Path
from kaidan import extract
page = Path(sys.argv[1]).read_text(encoding="utf-8")
extract(page)
start, end = page.index("<h3>"), page.index('</div>\\n<div><div class="pagetop">')
records = page[start:end].encode()
data = page[:start].encode() + records * (int(sys.argv[2]) // len(records)) + page[end:].encode()
def most():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
before = most()
document = extract(data)
read = most()
written = len(document.to_json()) / 2**20
print(round(read - before), round(most() - read), round(written))
"""


def memory() -> None:
    """Print the memory of a page of 20 MB beyond the imports and the page, then of writing it, and the JSON's own size."""
    command = [sys.executable, "-c", MEMORY, str(REFERENCE), str(REPEATED)]
    told = subprocess.run(command, capture_output=True, check=True, text=True).stdout.split()
    show("memory: extract(20 MB) beyond imports", f"{told[0]:>8} MB")
    show("memory: to_json() beyond that", f"{told[1]:>8} MB", f"JSON of {told[2]} MB")


def show(*cells: str) -> None:
    """Print a line of the table."""
    print(f"{cells[0]:44}", *cells[1:])  # noqa: T201


def main() -> None:
    """Run all of it."""
    compare("page", [shuffled_page(seed) for seed in range(PAGES)], READERS)
    towns = town_names()
    ours = {name: READERS[name] for name in (SOUP, "kaidan: bytes to JSON")}
    compare("new words", [new_words_page(seed, towns) for seed in range(PAGES)], ours)
    compare_starts()
    memory()


if __name__ == "__main__":
    main()
