"""What brought two leaders together: a session of a series (ムスコカG8サミット) or a visit (公式訪日).

A session is this meeting's where the text meets there (の際に, 出席のため, での …): one that is merely recalled
(昨年10月のバリAPEC後の記者会見) is none. Series are rows of series.tsv, the places of their sessions rows of sessions.tsv.
"""

import re
from functools import cache
from typing import Literal, NamedTuple

from kaidan.data import table
from kaidan.normalizers.runs import RUN
from kaidan.normalizers.sessions import places, series_at, series_of
from kaidan.normalizers.visits import find_visit

_MEETING = re.compile("会談(?=[し。、\0]|を行|を実施)")
_GATHERINGS = ("サミット", "首脳会議", "首脳会合", "フォーラム", "式典", "記念行事", "総会")  # of a series, of a place, or of their own
_REST = re.compile(
    r"(?:[（(][A-Za-z0-9Ａ-Ｚ０-９]+[）)])?[・+＋]?[0-9０-９]?(?:第?[0-9０-９]+回|関連|特別|非公式)*(?:[^ぁ-ゖ、。「」（）()\0]{2,12}?)??"
    r"(?:首脳(?:会[議合談]|級会合)|サミット|会[議合]|閣僚会[議合]|[開閉]会式)"
)
_THERE = re.compile(
    r"[」』]?(?:[（(][^（()）]{1,12}[）)])?(?:へ?の?(?:出席|参加|参列)|[にへ](?:出席|参加|参列)|に際し|の?際(?!の)|の(?:機会|ため|折|マージン)|の?場[でに]"
    r"|[にと]合わせ|開催|で(?![のも])|におい|会場|[期会]間中|[・）)]|(?:平成|令和|昭和)|\Z)"
)
_RECALLED = re.compile(r"(?:昨年|前年|一昨年|先年|前回|先般|先日|先|昨|[0-9０-９][年月日]|[春夏秋冬])の?\Z")
_HELD_AT = re.compile(r"(?P<place>[ァ-ヴー一-龯]{2,12})(?:での|における|で開催(?:された|される|中の))\Z")  # デンバーでのサミット
_LONGEST_PLACE = 12
_SEASON = re.compile("[冬夏][季期]\\Z")
_NUMBER = re.compile(r"回[0-9０-９一二三四五六七八九十]{1,3}第?")
_RUN = re.compile(rf"{RUN}{{2,24}}")


class OccasionMention(NamedTuple):
    """The occasion of a meeting; ``visit`` is how official a visit is, where the text says so."""

    text: str
    start: int
    end: int
    kind: Literal["multilateral", "visit"]
    series: str | None
    visit: Literal["official", "unofficial", "working"] | None


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
    meeting = _MEETING.search(text)
    limit = meeting.start() if meeting else len(text)
    session = _session(text, limit, on)
    if session:
        return session
    visit = find_visit(text, limit)
    return visit and OccasionMention(text[visit.start : visit.end], visit.start, visit.end, "visit", None, visit.manner)


def _session(text: str, limit: int, on: str | None) -> OccasionMention | None:
    pattern, series = _words()
    for found in pattern.finditer(text, 0, limit):
        start, end = found.span()
        word = found[0]
        start, place = _start(text, start, word)
        if word in series:
            rest = _REST.match(text, end)
            end = rest.end() if rest else end
        named = word in series or place or start < found.start()
        if named and _THERE.match(text, end) and not _RECALLED.search(text, max(0, start - 6), start):
            met = series_of(series[word], on) if word in series else series_at(place, on)
            return OccasionMention(text[start:end], start, end, "multilateral", met, None)
    return None


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    series = {row["word"]: row["series"] for row in table("series")}
    return re.compile("|".join(sorted({*series, *_GATHERINGS}, key=len, reverse=True))), series


def _start(text: str, start: int, word: str) -> tuple[int, str | None]:
    """Return where the naming starts, with its place and number before the word, and that place."""
    before = text[max(0, start - 24) : start]
    number = _NUMBER.match(before[::-1])
    if number:
        return start - number.end(), None
    bare = _SEASON.sub("", before).rstrip("・")
    known = places()
    for length in range(min(_LONGEST_PLACE, len(bare)), 1, -1):
        if bare[-length:] in known:
            return start - (len(before) - len(bare)) - length, bare[-length:]
    held_at = _HELD_AT.search(before) if word in _GATHERINGS else None
    if held_at and held_at["place"] in known:
        return start, held_at["place"]
    run = _RUN.match(before[::-1]) if word in _GATHERINGS else None
    return start - (run.end() if run else 0), None
