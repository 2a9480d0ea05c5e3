"""kaidan and ja-timex on the same sentences, in one run: ``pip install ja-timex && python tests/benchmarks/dates_beside_ja_timex.py``.

Not collected by pytest. Both are warm, neither sees the other's results; texts are the rows of tests/dates.
"""

import time
from collections.abc import Callable
from pathlib import Path

from ja_timex import TimexParser

from kaidan import find_dates

HERE = Path(__file__).parent.parent / "dates"


def texts() -> list[str]:
    """Return the texts of both tables, one each."""
    lines = [
        line for name in ("read.tsv", "silent.tsv") for line in (HERE / name).read_text(encoding="utf-8").splitlines() if line[:1] != "#"
    ]
    return [line.split("\t")[0].replace("\\n", "\n") for line in lines]


def rate(read: Callable[[str], object], sentences: list[str], rounds: int) -> float:
    """Return how many texts a second are read, the best of some rounds."""
    best = float("inf")
    for _ in range(rounds):
        start = time.perf_counter()
        for sentence in sentences:
            read(sentence)
        best = min(best, time.perf_counter() - start)
    return len(sentences) / best


if __name__ == "__main__":
    sentences = texts()
    for sentence in sentences:
        find_dates(sentence)
    theirs = TimexParser()
    slow, fast = rate(theirs.parse, sentences, 3), rate(find_dates, sentences, 20)
    print(f"{len(sentences)} texts: kaidan {fast:,.0f} a second, ja-timex {slow:,.0f}: {fast / slow:.0f} times as many")  # noqa: T201
