"""kaidan and ja-timex on the same sentences, in one run: ``pip install ja-timex && python tests/benchmarks/dates_beside_ja_timex.py``.

Not collected by pytest. Both are warm, neither sees the other's results; texts are the rows of tests/dates.
"""

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from ja_timex import TimexParser

from kaidan import find_dates

HERE = Path(__file__).parent.parent / "dates"


def texts() -> list[str]:
    """Return the texts of both tables, one each."""
    lines = [
        line
        for name in ("read.tsv", "silent.tsv")
        for line in (HERE / name).read_text(encoding="utf-8").splitlines()
        if line[:1] != "#"
    ]
    return [line.split("\t")[0].replace("\\n", "\n") for line in lines]


def seconds(read: Callable[[str], object], sentences: list[str]) -> float:
    """Return the processor time that it takes to read them all."""
    start = time.process_time()
    for sentence in sentences:
        read(sentence)
    return time.process_time() - start


def main() -> None:
    """Print the median of nine rounds, in each of which both read every text: what slows the machine slows both."""
    sentences, theirs = texts(), TimexParser()
    seconds(find_dates, sentences)
    rounds = [(seconds(find_dates, sentences), seconds(theirs.parse, sentences)) for _ in range(9)]
    fast, slow = (len(sentences) / median(taken) for taken in zip(*rounds, strict=True))
    ratios = sorted(other / ours for ours, other in rounds)
    print(  # noqa: T201  what it is for
        f"{len(sentences)} texts: kaidan {fast:,.0f} a second, ja-timex {slow:,.0f}: "
        f"{median(ratios):.1f} times as many ({ratios[0]:.1f} to {ratios[-1]:.1f})"
    )


if __name__ == "__main__":
    main()
