"""Offices in a run of kanji and katakana: プーチン・ロシア連邦大統領, 鳩山前総理大臣, シラク大統領外交顧問.

What stands in a run means the same wherever it stands, so each wording is read once.
"""

from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.lexicon.offices import Suffix, longer_offices, office_ends, offices, suffix_of
from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.country_words import country_at_end
from kaidan.normalizers.people.katakana import is_in_katakana
from kaidan.normalizers.people.naming import Naming, named_before_portfolio, naming
from kaidan.normalizers.people.person import AND
from kaidan.normalizers.people.roster import is_called
from kaidan.normalizers.people.seats import seat_before
from kaidan.text.scan import occurrences

_MINISTER = "大臣"
_SECRETARY = "長官"  # as ministers of Kenya and the Philippines are called
_LONGEST_MINISTRY = 18
_LONGEST_NEXT = 5  # characters of a name that stands behind an office


class Titled(NamedTuple):
    """An office in a run: where it begins and ends there, what stands before it, and what follows it."""

    start: int
    end: int
    word: str
    lead: str
    named: Naming | None
    suffix: Suffix | None
    country: str | None
    """Whose office it can only be, ISO 3166-1."""
    rule: str
    """The table and the row that know it: offices: 総理."""
    also: str | None
    """The second of two offices that the row names, as documents list it: foreign minister of 首相兼外務大臣."""


@lru_cache(maxsize=4096)
def titled(backwards: str, follow: str) -> tuple[Titled, ...]:
    """Return the offices in a run that is read backwards, from its end, and what the run that follows makes of them.

    >>> [(one.word, one.named.called) for one in titled("理総藤安", "")]
    [('総理', '安藤')]
    >>> titled("領統大ィデネケ", "図書館")
    ()
    """
    run = backwards[::-1] + follow
    found, read = list[Titled](), 0
    for at, ending in occurrences(run[: len(backwards)], office_ends()):
        end = at + len(ending)
        one = _office_at(run, read, end)
        if one is None:
            continue
        read = end + (one.suffix.width if one.suffix and one.suffix.kind == "aide" else 0)
        if _is_somebody(one):
            found.append(one)
    return tuple(reversed(found))


def _office_at(run: str, read: int, end: int) -> Titled | None:
    """Return the longest office that ends at a point of a run, which is read up to ``read``; None where it is a part of something else."""
    known = offices()
    start = next((start for start in range(read, end) if run[start:end] in known), end)
    if start == end or _is_within_a_name(run, start, end):
        return None
    start += _end_of_state(run[read:start], run[start:end])
    word, lead = run[start:end], run[read:start]
    if run.startswith(longer_offices(word), end):  # 大統領 of ロシア連邦大統領代行
        return None
    if ministry := _foreign_ministry_at_end(lead, word):
        start -= len(ministry)
        word, lead = foreign_minister(), lead.removesuffix(ministry)
    named, suffix = _naming_before(lead, word), _suffix_at(run, end)
    if suffix and suffix.kind == "nobody":  # アラブ首長国連邦外務大臣
        return None
    country, rule = known[word].country, f"offices: {word}"
    return Titled(start, end, word, lead, named, suffix, country, rule, _second_listed(word))


def _second_listed(word: str) -> str | None:
    """Return the second of two offices that one row of the table names, as documents list it."""
    return offices()[word.partition(AND)[2]].listed if AND in word else None


def _suffix_at(run: str, end: int) -> Suffix | None:
    """Return what follows an office, but for what another begins whom the tables know: 高市首相木原稔官房長官."""
    suffix = suffix_of(run[end:])
    if suffix is None or suffix.kind != "aide":
        return suffix
    last = min(end + suffix.width, end + _LONGEST_NEXT)
    follows = any(is_called(run[end:at]) for at in range(end + 2, last))
    return None if follows else suffix


def _is_within_a_name(run: str, start: int, end: int) -> bool:
    """Say whether an office in katakana is a part of a name: ヌルスルタン・ナザルバエフ, スルタン・ビン・アブドゥルアジーズ."""
    if not is_in_katakana(run[start:end]):  # most often
        return False
    before, behind = run[max(0, start - 1) : start], run[end : end + 1]
    return behind == "・" or (before != "・" and is_in_katakana(before))


def _end_of_state(lead: str, word: str) -> int:
    """Return how much of an office ends the name of the state before it: the 連邦 of ソ連邦大統領."""
    polity = _polity_before_office(word) if lead else ""
    return len(polity) if polity and country_at_end(lead + polity) else 0


@cache
def _polity_before_office(word: str) -> str:
    """Return the polity that an office begins with, or nothing: 連邦 of 連邦大統領."""
    begun = (polity for polity in spelled("polities") if word.startswith(polity))
    return next((polity for polity in begun if word[len(polity) :] in offices()), "")


def _foreign_ministry_at_end(lead: str, word: str) -> str:
    """Return the end of a run before a minister's office that makes him the foreign minister: 外務貿易 of X外務貿易大臣.

    >>> _foreign_ministry_at_end("ペーテル外務", "貿易大臣"), _foreign_ministry_at_end("外務担当閣外", "大臣")
    ('外務', '')
    """
    if not lead or not word.endswith((_MINISTER, _SECRETARY)):  # most often
        return ""
    begun = max((lead.rfind(ministry) for ministry in spelled("naming", "foreign")), default=-1)
    if begun < 0:
        return ""
    held = lead[begun:]
    others = spelled("naming", "beside the foreign minister")
    is_his = offices()[word].listed in {"minister", "director"} and not any(
        other in held for other in others
    )
    return held if is_his and len(held) <= _LONGEST_MINISTRY else ""


def foreign_ministry_at(run: str) -> int:
    """Return the width of a foreign minister's office at the start of a run that no table has: 外務・欧州統合大臣."""
    if not run.startswith(spelled("naming", "foreign")):
        return 0
    ends = [(at, head) for head in (_MINISTER, _SECRETARY) if (at := run.find(head)) > 0]
    end, head = min(ends, default=(0, _MINISTER))
    return end + len(head) if _foreign_ministry_at_end(run[:end], head) else 0


def foreign_minister() -> str:
    """Return the office of a foreign minister, whatever else he is for."""
    return spelled("naming", "foreign")[0] + _MINISTER


def _naming_before(lead: str, word: str) -> Naming | None:
    """Return who is named before an office, and before the place that he heads: 林文子横浜市長."""
    seat = seat_before(lead, word)
    if seat is None:
        is_any_ministry = word in spelled("naming", "any ministry")
        return naming(lead) or (named_before_portfolio(lead) if is_any_ministry else None)
    named = naming(lead[: len(lead) - seat.width])
    if named is None:
        return None
    country = named.country or seat.country
    return Naming(named.width + seat.width, named.called, named.status, country)


def _is_somebody(one: Titled) -> bool:
    """Say whether an office and what follows it leave a person: an aide, or the holder; before talks only whom the tables know."""
    called = one.named.called if one.named else ""
    if one.word in spelled("naming", "known only") and not is_called(called):
        return False  # 予算委員長
    if one.suffix is None:
        return True
    if one.suffix.kind == "gathering":
        return is_called(called) or any(map(is_called, called.split("・")))
    return one.suffix.kind == "aide" and one.named is not None
