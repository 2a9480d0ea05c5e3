"""Between whom talks are, by their title: two countries, or two people of two."""

from collections.abc import Sequence
from functools import lru_cache

from kaidan.lexicon.home import HOME
from kaidan.lexicon.offices import office_ends, offices
from kaidan.lexicon.words import pattern_of, spelled
from kaidan.normalizers.events.occasions import find_occasion
from kaidan.normalizers.events.tellings import tellings
from kaidan.normalizers.events.titles import parties, party_names, without_occasion
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.person import PersonMention
from kaidan.normalizers.people.roster import side
from kaidan.normalizers.places.gazetteer import state_codes
from kaidan.normalizers.places.wording import is_katakana
from kaidan.text.brackets import OPENING
from kaidan.text.clauses import Sentences


@lru_cache(maxsize=256)
def sides(title: str) -> tuple[str, ...]:
    """Return the countries between which a title has talks, ISO 3166-1 alpha-2 (organizations as themselves).

    They stand in the title's order; where it names two people, who may stand guest first, Japan leads.

    >>> sides("日露首脳会談"), sides("APEC首脳会議の際の日露首脳会談"), sides("安倍総理とプーチン大統領の会談")
    (('JP', 'RU'), ('JP', 'RU'), ('JP', 'RU'))
    >>> sides("日豪首脳会談及び日印首脳会談"), sides("首脳会談")
    ((), ())
    """
    talks = without_occasion(title)
    if names_several(talks):
        return ()
    return parties(talks) or _of_people(talks)


def side_named(title: str) -> str | None:
    """Return the one state that a title has talks with, or whose holder of an office: エジプトとの首脳会談; None where it names two.

    >>> side_named("エジプトとの首脳会談"), side_named("ヨルダン国王との会談"), side_named("日本とエジプトとの首脳会談")
    ('EG', 'JO', None)
    """
    for word in spelled("titles", "with"):
        named, found, talks = title.rpartition(word)
        if found and pattern_of("titles", "level", "means", "talks").match(talks):
            return _state_or_its_office(named)
    return None


def _state_or_its_office(named: str) -> str | None:
    names = {**state_codes(), **party_names()}
    ends = (at for at in range(len(named), 0, -1) if named[:at] in names)
    return next((names[named[:at]] for at in ends if named[at:] in {"", *offices()}), None)


def sides_told(text: str, on: str | None = None) -> tuple[str, ...]:
    """Return Japan and the other country of whose people a text tells that they met; none where it tells of a third, too.

    The sentence that tells of the meeting says it, or, where it names nobody (両首脳は), all before it.

    >>> sides_told("東京を訪れた。橋本総理とエリツィン大統領との首脳会談が行われた。"), sides_told("首脳会談が行われた。")
    (('JP', 'RU'), ())
    >>> sides_told("橋本総理はエリツィン大統領と会談した。橋本総理はコール首相とも会談した。")
    ()
    """
    told = tellings(text)
    if not told:
        return ()
    sentences = Sentences(text)
    named = [find_people(text[sentences.span(at)[0] : at], on=on) for at in told]
    pair = _japan_and_one(named[0] or find_people(text[: told[0]], on=on))
    others = map(_japan_and_one, named[1:])
    return () if any(other and other != pair for other in others) else pair


def _japan_and_one(people: Sequence[PersonMention]) -> tuple[str, ...]:
    """Return Japan and the only other country whose people these are."""
    countries = set(filter(None, map(_country_of, people)))
    others = countries - {HOME}
    return (HOME, *others) if HOME in countries and len(others) == 1 else ()


def sides_in_turn(title: str) -> tuple[tuple[str, ...], ...]:
    """Return the pairs of countries that the title of a list names where one state continues the other: 日ソ・日露首脳会談.

    >>> sides_in_turn("日ソ・日露首脳会談"), sides_in_turn("日米・日韓首脳会談"), sides_in_turn("日露首脳会談")
    ((('JP', 'SU'), ('JP', 'RU')), (), ())
    """
    named = parties(title)
    others = tuple(country for country in named[1:] if country != named[0])
    if len(others) < 2 or len(set(map(side, others))) > 1:
        return ()
    return tuple((named[0], other) for other in others)


def names_several(title: str) -> bool:
    """Tell whether a title names more than one meeting.

    >>> names_several("日豪首脳会談及び日印首脳会談"), names_several("日米・日韓首脳会談"), names_several("日豪首脳会談及び昼食会")
    (True, True, False)
    >>> names_several("日米首脳会談を踏まえた日韓外相協議"), names_several("林大臣とケニア外相との会談及びマリ大使の表敬")
    (True, True)
    >>> names_several("日加首脳会談（NATO首脳会合）")
    False
    """
    named = parties(title)
    if len(set(named)) < len(named):
        return True
    for joint in spelled("titles", "joint"):
        pieces = title.split(joint)
        if len(pieces) > 1 and sum(len(parties(piece)) > 1 for piece in pieces) > 1:
            return True
    return _goes_on_with_others(title)


def _goes_on_with_others(title: str) -> bool:
    """Tell whether a title names talks behind others, with a state that these are not of."""
    nouns = list(pattern_of("headings", "talks", "plain talks", "calls").finditer(title))
    if len(nouns) < 2:  # most often
        return False
    first, rest = title[: nouns[0].end()], title[nouns[0].end() : nouns[-1].end()]
    if any(beside in title for beside in spelled("titles", "beside")):
        return False
    if rest[0] in OPENING and find_occasion(rest[1:]):  # （NATO首脳会合）
        return False
    before, behind = _states_in(first), _states_in(rest)
    return bool(before) and not behind <= before


def _states_in(text: str) -> set[str]:
    """Return the states that a piece of a title has for its parties, or the one that it names besides; Japan is none of them."""
    return set(parties(text) or filter(None, [_state_in(text)])) - {HOME}


def _of_people(title: str) -> tuple[str, ...]:
    named = find_people(title)
    countries = [_country_of(one) for one in named]
    if len(named) == 1 and _calls_on_a_host(title, named[0].end):
        countries.append(HOME)
    if None in countries or not len(countries) == len(set(countries)) == 2:
        return tuple(sorted(_of_offices(title), key=lambda country: country != HOME))
    return tuple(sorted(filter(None, countries), key=lambda country: country != HOME))


def _country_of(one: PersonMention) -> str | None:
    """Return whose somebody is: Japan's, of whom nothing is said, but for a foreign name that nobody knows."""
    return one.who.country or (None if is_katakana(one.text[0]) else HOME)


def _calls_on_a_host(title: str, end: int) -> bool:
    """Tell whether a title names behind the guest nobody upon whom he calls, as the host's own page has it: ドーン外務大臣による表敬."""
    return title[end:] in {f"による{call}" for call in spelled("headings", "calls")}


def _of_offices(title: str) -> list[str]:
    """Return the countries of two holders of offices, whoever they are, one of whom the title gives to a state.

    >>> _of_offices("鈴木農林水産大臣とヴィルサック米国農務長官との会談"), _of_offices("市長と米国大使との会談")
    (['JP', 'US'], [])
    >>> _of_offices("鈴木農林水産大臣がヴィルサック米国農務長官と会談")
    ['JP', 'US']
    >>> _of_offices("鈴木農林水産大臣とヴィルサック米国農務長官とのテレビ会談"), _of_offices("福田総理大臣と国連事務総長との会談")
    (['JP', 'US'], ['JP', 'UN'])
    """
    ends = [
        at
        for word in spelled("headings", "talks", "plain talks", "calls")
        if (at := title.rfind(word)) > 0
    ]
    named = title[: min(ends, default=0)]
    for means in spelled("titles", "means"):
        named = named.removesuffix(means)
    holders = pattern_of("titles", "between").split(named.rstrip("のと"))
    if len(holders) != 2 or not all(one.endswith(office_ends()) for one in holders):
        return []
    states = [_state_in(one) for one in holders]
    ours = [one for one, state in zip(holders, states, strict=True) if state is None]
    if len(ours) != 1 or not ours[0].endswith(spelled("titles", "ours")):
        return []
    return [state or HOME for state in states]


def _state_in(text: str) -> str | None:
    """Return the state or the organization whose name stands in a text, the longest."""
    known = {**state_codes(), **party_names()}
    names = sorted((name for name in known if len(name) > 1 and name in text), key=len)
    return known[names[-1]] if names else None
