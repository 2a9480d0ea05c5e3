"""Visits: 公式訪日, 非公式に訪露, サハリンを訪問, and whose they are."""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import TYPE_CHECKING, Literal, cast

from kaidan.data import rows
from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.people.roster import side
from kaidan.text import BREAK
from kaidan.text.clauses import is_recalled, sentence_start
from kaidan.text.scan import occurrences, run_before

if TYPE_CHECKING:
    from kaidan.normalizers.people.person import Person, PersonMention

Manner = Literal["official", "unofficial", "working"]


class Visit:
    """A visit from ``start`` to ``end``; ``manner`` is None where the text does not say how official it is.

    ``place`` is what was visited, as the text has it: 露 of 訪露, 日 of 来日, ロシア・ソチ of ロシア・ソチを訪問.
    """

    __slots__ = ("end", "manner", "place", "start")

    def __init__(self, start: int, end: int, manner: Manner | None, place: str) -> None:
        self.start, self.end, self.manner, self.place = start, end, manner, place


_CODE = len("NL")
"""Of a state in ISO 3166-1; an organization that is a party by its own name (NATO) has none."""
_GOING = "訪"
_LONGEST_PLACE = 24


def find_visit(text: str, limit: int) -> Visit | None:
    """Return the first visit that the text tells of before ``limit``.

    >>> visit = find_visit("プーチン大統領、公式訪日。小泉総理と会談し", 20)
    >>> visit.start, visit.end, visit.manner, visit.place
    (8, 12, 'official', '日')
    """
    came = spelled("visits", "came")
    for at, word in occurrences(text[:limit], (*came, _GOING)):
        visit = _came(text, at, word) if word in came else _went(text, at) or _called_at(text, at)
        if visit and visit.end <= limit and not is_recalled(text, visit.start, ("年", "月")):
            return visit
    return None


def _came(text: str, at: int, word: str) -> Visit | None:
    """Read 来日 and 来日中の, not the 来日 of 将来日本 and 以来日中."""
    end = at + len(word)
    if text.endswith(spelled("visits", "not before came"), 0, at):
        return None
    if text.startswith(spelled("visits", "not behind came"), end):
        return None
    is_of_states = text[end : end + 1] in hosts()  # 以来日中 is 日 and 中
    if is_of_states and not text.startswith(spelled("visits", "during"), end):
        return None
    return _visit(text, at, end, word[-1])


def _went(text: str, at: int) -> Visit | None:
    """Read 訪露 and 訪欧, not 歴訪中."""
    where = text[at + 1 : at + 2]
    if where not in hosts() and where not in spelled("visits", "region"):
        return None
    if text.endswith(spelled("visits", "tour"), 0, at):
        return None
    return _visit(text, at, at + 2, where)


def _called_at(text: str, at: int) -> Visit | None:
    """Read サハリンを公式訪問し and ロシア公式訪問の際に; a 訪問 of no place is none."""
    behind = at + 2
    word = text[at:behind]
    is_noun = word in spelled("visits", "noun")
    call = is_noun and text.startswith(spelled("visits", "call"), behind)
    goes_on = text.startswith((*spelled("visits", "calling"), BREAK), behind)
    calling = is_noun and (goes_on or behind == len(text))
    if not (call or calling or word in spelled("visits", "verb")):
        return None
    manner = _manner(text, at)
    end = at - len(manner)
    joint = text.endswith("を", 0, end)
    place = run_before(text, end - joint, end - joint - _LONGEST_PLACE) if joint or call else ""
    if not place or (not joint and not _country(place)):
        return None
    return _visit(text, end - joint - len(place), behind, place, manner)


def _manner(text: str, end: int) -> str:
    """Return the words that end at ``end`` and say how official a visit is."""
    said = spelled("visits", "manner")
    if not text.endswith(said, 0, end):  # most often
        return ""
    return next(manner for manner in said if text.endswith(manner, 0, end))


def _visit(text: str, start: int, end: int, place: str, manner: str = "") -> Visit:
    """Return the visit from the words before it on that say how official it is."""
    if not manner:
        manner = _manner(text, start)
        start -= len(manner)
    return Visit(start, end, _manners().get(manner), place)


@cache
def _manners() -> dict[str, Manner]:
    return cast("dict[str, Manner]", meanings("visits", "manner"))


def visitor(
    text: str, visit: Visit, *, parties: Sequence[str], people: "Sequence[PersonMention]"
) -> str | None:
    """Return the country (ISO 3166-1) whose leader travels, or None where the text does not tell.

    Where one of two parties is the host, the other travels; else he does of whom the text says so.

    Args:
        text: The text that ``visit`` and ``people`` were found in.
        visit: The visit.
        parties: The countries that the meeting's title names, ISO 3166-1.
        people: Everyone named in the text, in order.

    >>> came = find_visit("来日した大統領が", 8)
    >>> visitor("来日した大統領が", came, parties=("JP", "RU"), people=()), visitor("来日した大統領が", came, parties=(), people=())
    ('RU', None)
    """
    host = _country(visit.place)
    away = [party for party in parties if side(party) != host]
    if len(parties) == 2 and len(away) == 1:
        return away[0] if len(away[0]) == _CODE else None
    for who in _travellers(text, visit, people):
        if who.country and side(who.country) != host:
            return next(
                (party for party in parties if side(party) == side(who.country)), who.country
            )
    return None


def _travellers(text: str, visit: Visit, people: "Sequence[PersonMention]") -> "Iterator[Person]":
    """Yield who may be travelling, the likeliest first: 訪日したX, then Xの公式訪日 and the subjects of the sentence, the nearest first."""
    said = next(
        (word for word in spelled("visits", "of whom") if text.startswith(word, visit.end)), None
    )
    if said:
        whom = visit.end + len(said)
        whom += text.startswith("、", whom)
        yield from (naming.who for naming in people if naming.start == whom)
    before = [naming for naming in people if naming.end <= visit.start]
    sentence = sentence_start(text, visit.start) if before else 0
    for naming in reversed(before):
        if naming.start < sentence:
            break
        if (
            text.startswith(spelled("visits", "subject"), naming.end)
            or text[naming.end : visit.start] == "の"
        ):
            yield naming.who


@cache
def hosts() -> dict[str, str]:
    """Return the country of the last kanji of 訪日, 訪露, 訪ソ."""
    return {kanji: side(country) for kanji, country, _ in rows("parties")[1:]}


def _country(place: str) -> str | None:
    if country := hosts().get(place):
        return country
    from kaidan.normalizers.places import resolve_place  # noqa: PLC0415  a page without a visit needs no gazetteer

    known = resolve_place(place)
    return known.country if known else None
