"""What brought two leaders together: a session of a series (ムスコカG8サミット) or a visit (公式訪日).

A session is this meeting's where the text meets there (の際に, 出席のため, での …): one that is merely recalled
(昨年10月のバリAPEC後の記者会見) is none. Series are rows of series.tsv, the places of their sessions rows of sessions.tsv.
"""

import re
from collections.abc import Mapping
from functools import cache
from typing import Literal, NamedTuple

from kaidan.data import table
from kaidan.normalizers.roster import span

_Visit = Literal["official", "unofficial", "working"]

_THERE = (
    r"(?=[）)]|[・･]?(?:平成|令和|昭和)|\Z|"
    r"[（(「」』）)0-9０-９A-Za-z]{0,12}(?:に際し|の際[にの、]|の?際に|に?(?:出席|参加)|の機会|の?場[でに]|の折|に合わせ|のマージン|の傍ら|のサイドライン|期間中|開催中|で[、は]?|において|会場))"
)
_EARLIER = re.compile(r"(?:昨年|前年|一昨年|先年|前回|先般|先日|先|昨|[0-9０-９]月|[0-9０-９]年|年末|春|夏|秋|冬)の?\Z")
_VISIT = re.compile(
    r"(?P<manner>(?:国賓|公賓|公式実務訪問賓客|実務訪問賓客|公式訪問)として)?"
    r"(?P<how>非公式に|公式に|公式実務|公式|実務)?"
    r"(?:[訪来](?:日|露|ロ|ソ|米|中|韓|英|仏|独|伊|印|豪|加|欧)(?!問)"
    r"|(?<=を)(?P<how2>非公式に|公式に|公式実務|公式|実務)?訪問(?:(?=[し中。、\0]|する|\Z)))"
)
_PLACE = re.compile(r"を[ァ-ヺー一-龠々・]{1,24}")  # against the text read backwards
_MANNERS: Mapping[str, _Visit] = {
    "国賓として": "official",
    "公賓として": "official",
    "公式訪問として": "official",
    "公式実務訪問賓客として": "working",
    "実務訪問賓客として": "working",
    "公式実務": "working",
    "実務": "working",
    "公式": "official",
    "公式に": "official",
    "非公式に": "unofficial",
}
_MEETING = re.compile(r"(?<!の)会談(?=[し。、\0]|を行|を実施)")


class OccasionMention(NamedTuple):
    """The occasion of a meeting; ``visit`` is how official a visit is, where the text says so."""

    text: str
    start: int
    end: int
    kind: Literal["multilateral", "visit"]
    series: str | None
    visit: _Visit | None


def find_occasion(text: str, *, on: str | None = None) -> OccasionMention | None:
    """Return what brought the two together, or None where the text names nothing.

    Args:
        text: A body whose blocks are joined by :data:`kaidan.normalizers.BREAK`, or a heading.
        on: The date of the meeting, EDTF; it tells a G7 from a G8 where a summit is named by its place alone.

    >>> find_occasion("ドイツ・ハイリゲンダムサミットの際に安倍総理とプーチン大統領が会談。")[:5]
    ('ハイリゲンダムサミット', 4, 15, 'multilateral', 'G8')
    >>> find_occasion("福田総理が非公式に訪露し、モスクワにおいてプーチン大統領と会談。").visit
    'unofficial'
    """
    return _session(text, on) or _visit(text)


def _session(text: str, on: str | None) -> OccasionMention | None:
    pattern, series = _sessions()
    for found in pattern.finditer(text):
        if not _EARLIER.search(text, max(0, found.start() - 6), found.start()):
            name = series.get(found["series"] or "") or _series_at(found["place"], on)
            return OccasionMention(found[0], *found.span(), "multilateral", name, None)
    return None


@cache
def _sessions() -> tuple[re.Pattern[str], dict[str, str]]:
    series = {row["word"]: row["series"] for row in table("series")}
    words, places = (_either(names) for names in (series, _places()))
    pattern = (
        rf"(?:(?P<number>第?[0-9０-９一二三四五六七八九十]+回)?(?P<place>{places})?・?)"
        rf"(?:(?P<series>{words})(?P<rest>[一-龠0-9０-９+＋・プラス]{{0,12}}?(?:{places})?(?:関連)?(?:首脳(?:会議|会合|会談)|サミット|会議|会合|総会|閣僚会議|開会式|閉会式)?)"
        rf"|(?<=[一-龠ァ-ヺー])サミット){_THERE}"
    )
    return re.compile(pattern), series


def _either(words: Mapping[str, object]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


@cache
def _places() -> dict[str, list[tuple[str, str]]]:
    """Return the (series, year) of the sessions held at each place, by its names."""
    places: dict[str, list[tuple[str, str]]] = {}
    for row in table("sessions"):
        for name in filter(None, (row["place_ja"], *row["known"].split("|"))):
            places.setdefault(name, []).append((row["series"], row["year"]))
    return places


def _series_at(place: str | None, on: str | None) -> str | None:
    """Return the series of a サミット named by its place: G7 or G8 before any other, and of the year where there are several."""
    held = [(series, year) for series, year in _places().get(place or "", ()) if series in ("G7", "G8")]
    when = span(on)
    on_time = [series for series, year in held if when and year <= when[1] and when[0] <= year + "~"]
    names = set(on_time or [series for series, _ in held])
    return names.pop() if len(names) == 1 else None


def _visit(text: str) -> OccasionMention | None:
    meeting = _MEETING.search(text)
    for found in _VISIT.finditer(text, 0, meeting.start() if meeting else len(text)):
        start, end = found.span()
        if not _EARLIER.search(text, max(0, start - 6), start):
            if found[0].endswith("訪問"):
                place = _PLACE.match(text[max(0, start - 25) : start][::-1])
                start -= place.end() if place else 0
            how = found["manner"] or found["how"] or found["how2"]
            return OccasionMention(text[start:end], start, end, "visit", None, _MANNERS.get(how or ""))
    return None
