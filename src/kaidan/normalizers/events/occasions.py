"""What brought two leaders together: a session of a series (ムスコカG8サミット) or a visit (公式訪日).

A session is this meeting's where the text meets there (の際に, 出席のため, での …): one that is merely recalled
(昨年10月のバリAPEC後の記者会見) is none. Series are rows of series.tsv, the places of their sessions rows of sessions.tsv.
"""

import re
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from kaidan.lexicon.eras import modern_eras
from kaidan.lexicon.series import series_words
from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.events.sessions import places, series_at, series_of
from kaidan.normalizers.events.visits import find_visit, visitor
from kaidan.text.clauses import first_meeting, is_recalled
from kaidan.text.numerals import SMALL
from kaidan.text.scan import run_before

if TYPE_CHECKING:
    from kaidan.normalizers.people.person import PersonMention

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
    rule: str
    """What the reading rests on, a table and its row: series: APEC."""


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
    said = text[visit.start : visit.end]
    rule = f"visits: {visit.manner or visit.place}"
    return OccasionMention(said, visit.start, visit.end, "visit", None, visit.manner, whose, rule)


def _session(text: str, limit: int, on: str | None) -> OccasionMention | None:
    pattern, series = _session_pattern()
    found = pattern.search(text, 0, limit)
    while found:
        first, end = found.span()
        word = found[0]
        names = series.get(word)
        start, place = _naming_start(text, first, word)
        rest = _rest().match(text, end) if names else None
        end = rest.end() if rest else end
        named = names or place or start < first
        if named and _there().match(text, end) and not is_recalled(text, start):
            met = series_of(names, on) if names else series_at(place, on)
            said, rule = text[start:end], _rule(word, names, place)
            return OccasionMention(said, start, end, "multilateral", met, None, None, rule)
        found = pattern.search(text, found.end(), limit)
    return None


def _rule(word: str, names: str | None, place: str | None) -> str:
    """Return the table and the row that a session was known by."""
    if names:
        return f"series: {word}"
    return f"sessions: {place}" if place else f"occasions: {word}"


@cache
def _session_pattern() -> tuple[re.Pattern[str], dict[str, str]]:
    """Return the pattern of what a session may be known by, and the series of each word of a series."""
    series = series_words()
    return re.compile(any_of((*series, *_gatherings()))), series


@cache
def _rest() -> re.Pattern[str]:
    """Return the pattern of the rest of a session's name behind its series: 第10回首脳会合, （アジア欧州会合）首脳会議, or its number."""
    return re.compile(
        rf"""
        (?: [（(][0-z０-Ｚ]+[）)] )? ・?              # （APEC）
        [+＋]?[0-9０-９]?                             # ＋3
        (?: 第?[0-9０-９]+回 | {any_of(spelled("occasions", "modifier"))} )*
        (?: (?:[^\Wぁ-ゖ]{{2,6}}・)? [^\Wぁ-ゖ]{{2,12}}? ・? )??   # its place: サンクトペテルブルク・
        {any_of(spelled("occasions", "session"))}
        | \ ? (?: [0-9０-９]{{1,2}} | [ⅠⅡⅢⅣⅤⅥⅦⅧⅨIVX]+ ) (?![0-9０-９A-ZＡ-Ｚ])   # TICAD7
        """,
        re.VERBOSE,
    )


@cache
def _there() -> re.Pattern[str]:
    """Return the pattern of what says, behind a session, that the two met at it: の際に, （平成20年7月）, の際の日露首脳会談 as a title."""
    eras = (name for era in modern_eras() for name in (era.name, *era.spellings))
    not_there = any_of(spelled("occasions", "not there"))
    return re.compile(
        rf"""
        [」』]? (?: [（(][^（()）]{{1,12}}[）)] )?
        (?: (?!{not_there}) {any_of(spelled("occasions", "there"))}
          | {any_of(eras)}
          | {any_of(spelled("titles", "beside"))} [^、，。\0（(]{{0,24}} {any_of(spelled("talks", "talks"))}
            (?: [（(][^、，。\0]*)? \Z
          | \Z )
        """,
        re.VERBOSE,
    )


def _gatherings() -> tuple[str, ...]:
    return spelled("occasions", "gathering")


def _naming_start(text: str, start: int, word: str) -> tuple[int, str | None]:
    """Return where the naming starts, with its place and number before the word, and that place."""
    run = run_before(text, start, start - _LONGEST_RUN)
    if not run:
        return start, _place_joined(text, start) if word in _gatherings() else None
    if run[-1] == "回":
        counted = run[:-1].rstrip(SMALL)
        if len(counted) < len(run) - 1:
            return start - len(run) + len(counted.removesuffix("第")), None
    season = next((word for word in spelled("occasions", "season") if run.endswith(word)), "")
    place = _place_of_session(run.removesuffix(season).rstrip("・"))
    if place:
        return start - len(run) + run.rindex(place), place
    return start - (len(run) if word in _gatherings() and len(run) > 1 else 0), None


def _place_joined(text: str, start: int) -> str | None:
    """Return the place of a session that a particle joins to it: 洞爺湖での, リマにおける."""
    joints = spelled("occasions", "joint")
    joint = next((joint for joint in joints if text.endswith(joint, 0, start)), None)
    if joint is None:
        return None
    end = start - len(joint)
    return _place_of_session(run_before(text, end, end - _LONGEST_PLACE))


def _place_of_session(run: str) -> str | None:
    """Return the longest place of a session at the end of a run."""
    known = places()
    for at in range(max(0, len(run) - _LONGEST_PLACE), len(run) - 1):
        if run[at:] in known:
            return run[at:]
    return None
