"""Visits: 公式訪日, 非公式に訪露, サハリンを訪問."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from kaidan.data import table
from kaidan.normalizers.runs import RUN

Manner = Literal["official", "unofficial", "working"]


class Visit(NamedTuple):
    """A visit from ``start`` to ``end``; ``manner`` is None where the text does not say how official it is."""

    start: int
    end: int
    manner: Manner | None


_MANNERS: Mapping[str, Manner] = {
    "国賓として": "official",
    "公賓として": "official",
    "公式に": "official",
    "公式": "official",
    "非公式に": "unofficial",
    "非公式": "unofficial",
    "公式実務訪問賓客として": "working",
    "実務訪問賓客として": "working",
    "公式実務": "working",
    "実務": "working",
}
_BEFORE = re.compile(rf"(?P<manner>{'|'.join(sorted((m[::-1] for m in _MANNERS), key=len, reverse=True))})?(?P<place>を{RUN}{{1,24}})?")
_RECALLED = re.compile(r"(?:昨年|前年|一昨年|先年|前回|先般|先日|[0-9０-９]年|[0-9０-９]月)の?\Z")


@cache
def _going() -> re.Pattern[str]:
    hosts = "".join(row["kanji"] for row in table("parties"))
    return re.compile(f"訪問(?=[し中。、\0]|する|$)|訪れ|(?<!歴)訪[{hosts}欧]|(?<![将従以元])来日(?![本{hosts}])")


def find_visit(text: str, limit: int) -> Visit | None:
    """Return the first visit that the text tells of before ``limit``.

    >>> find_visit("プーチン大統領、公式訪日。小泉総理と会談し", 20)
    Visit(start=8, end=12, manner='official')
    """
    for going in _going().finditer(text, 0, limit):
        before = _BEFORE.match(text[max(0, going.start() - 36) : going.start()][::-1])
        manner, place = (before["manner"], before["place"]) if before else (None, None)
        start = going.start() - len(manner or "") - len(place or "")
        if (place or going[0] not in ("訪問", "訪れ")) and not _RECALLED.search(text, max(0, start - 6), start):
            return Visit(start, going.end(), _MANNERS[manner[::-1]] if manner else None)
    return None
