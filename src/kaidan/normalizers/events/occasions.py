"""What brought two leaders together: a session of a series (ムスコカG8サミット) or a visit (公式訪日).

A session is this meeting's where the text meets there (の際に, 出席のため, での …): one that is merely recalled
(昨年10月のバリAPEC後の記者会見) is none. Series are rows of series.tsv, the places of their sessions rows of sessions.tsv.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kaidan.data import rows
from kaidan.normalizers.events.sessions import places, series_at, series_of
from kaidan.normalizers.events.visits import find_visit, visitor
from kaidan.text.clauses import first_meeting, is_recalled
from kaidan.text.scan import run_before

if TYPE_CHECKING:
    from kaidan.normalizers.people.named import PersonMention

_GATHERINGS = (
    "サミット",
    "首脳会議",
    "首脳会合",
    "フォーラム",
    "式典",
    "記念行事",
    "総会",
)  # of a series, of a place, or of their own
_REST = re.compile(
    r"(?:[（(][0-z０-Ｚ]+[）)])?・?[+＋]?[0-9０-９]?(?:第?[0-9０-９]+回|関連|特別|非公式)*(?:(?:[^\Wぁ-ゖ]{2,6}・)?[^\Wぁ-ゖ]{2,12}?・?)??"
    r"(?:首脳(?:会議|会合|会談|級会合)|サミット|会[議合]|閣僚会[議合]|[開閉]会式)"
)
_THERE = re.compile(
    r"[」』]?(?:[（(][^（()）]{1,12}[）)])?(?:へ?の?(?:出席|参加|参列)|[にへ](?:出席|参加|参列)|に際し|の?際(?!の)|の(?:機会|ため|折|マージン)|の?場[でに]"
    r"|[にと]合わせ|開催|で(?![のも])|におい|会場|[期会]間中|・|[）)]|(?:平成|令和|昭和)|\Z)"
)
_HELD_AT = (
    "での",
    "における",
    "で開催",
    "で開催された",
    "で開催される",
    "で開催中の",
)  # デンバーでのサミット
_SEASONS = ("冬季", "冬期", "夏季", "夏期")
_DIGITS = "0123456789０１２３４５６７８９一二三四五六七八九十"
_LONGEST_RUN = 24
_LONGEST_PLACE = 12


class OccasionMention(NamedTuple):
    """The occasion of a meeting; of a visit, how official it is and whose country's leader travels, where the text says so."""

    text: str
    start: int
    end: int
    kind: Literal["multilateral", "visit"]
    series: str | None
    visit: Literal["official", "unofficial", "working"] | None
    visitor: str | None


def find_occasion(
    text: str,
    *,
    on: str | None = None,
    parties: Sequence[str] = (),
    people: "Sequence[PersonMention]" = (),
) -> OccasionMention | None:
    """Return what brought the two together, or None where the text names nothing.

    Args:
        text: A body whose blocks are joined by :data:`kaidan.normalizers.BREAK`, or a heading.
        on: The date of the meeting, EDTF; it tells a G7 from a G8 where a summit is named by its place alone.
        parties: The countries that the meeting's title names, ISO 3166-1; the one that a visit does not go to is the visitor's.
        people: Everyone named in the text, in order; they tell who visits a third country.

    >>> find_occasion("ドイツ・ハイリゲンダムサミットの際に安倍総理とプーチン大統領が会談。")[:5]
    ('ハイリゲンダムサミット', 4, 15, 'multilateral', 'G8')
    >>> visit = find_occasion("福田総理が非公式に訪露し、モスクワにおいてプーチン大統領と会談。", parties=("JP", "RU"))
    >>> visit.visit, visit.visitor
    ('unofficial', 'JP')
    """
    verb = first_meeting(text)
    limit = verb if verb >= 0 else len(text)
    session = _session(text, limit, on)
    if session:
        return session
    visit = find_visit(text, limit)
    if visit is None:
        return None
    whose = visitor(text, visit, parties=parties, people=people)
    return OccasionMention(
        text[visit.start : visit.end], visit.start, visit.end, "visit", None, visit.manner, whose
    )


def _session(text: str, limit: int, on: str | None) -> OccasionMention | None:
    pattern, series = _words()
    found = pattern.search(text, 0, limit)
    while found:
        first, end = found.span()
        word = found[0]
        names = series.get(word)
        start, place = _start(text, first, word)
        rest = _REST.match(text, end) if names else None
        end = rest.end() if rest else end
        named = names or place or start < first
        if named and _THERE.match(text, end) and not is_recalled(text, start):
            met = series_of(names, on) if names else series_at(place, on)
            return OccasionMention(text[start:end], start, end, "multilateral", met, None, None)
        found = pattern.search(text, found.end(), limit)
    return None


@cache
def _words() -> tuple[re.Pattern[str], dict[str, str]]:
    series = {word: names for word, names, _ in rows("series")[1:]}
    return re.compile("|".join(sorted({*series, *_GATHERINGS}, key=len, reverse=True))), series


def _start(text: str, start: int, word: str) -> tuple[int, str | None]:
    """Return where the naming starts, with its place and number before the word, and that place."""
    run = run_before(text, start, start - _LONGEST_RUN)
    if not run:
        held_at = (
            next((joint for joint in _HELD_AT if text.endswith(joint, 0, start)), "")
            if word in _GATHERINGS
            else ""
        )
        return start, _place(
            run_before(text, start - len(held_at), start - len(held_at) - _LONGEST_PLACE)
        ) if held_at else None
    if run[-1] == "回":
        counted = run[:-1].rstrip(_DIGITS)
        if len(counted) < len(run) - 1:
            return start - len(run) + len(counted.removesuffix("第")), None
    place = _place((run[:-2] if run.endswith(_SEASONS) else run).rstrip("・"))
    if place:
        return start - len(run) + run.rindex(place), place
    return start - (len(run) if word in _GATHERINGS and len(run) > 1 else 0), None


def _place(run: str) -> str | None:
    """Return the longest place of a session at the end of a run."""
    known = places()
    for at in range(max(0, len(run) - _LONGEST_PLACE), len(run) - 1):
        if run[at:] in known:
            return run[at:]
    return None
