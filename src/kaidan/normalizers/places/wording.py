"""The words around the names of places: patterns and sets from ``data/words/``, made when first asked for, and tests of characters."""

import re
from functools import cache

from kaidan.lexicon.series import series_words
from kaidan.lexicon.words import any_of, meanings, spelled
from kaidan.text.scan import Table, by_first

_OF_RUNS = r"[^\0-~、-〄〈-〟ぁ-ねは-ん！-＜＞-｠]"
RUN = f"{_OF_RUNS}{_OF_RUNS}++"
"""A stretch of running text without what joins no names: nothing but a の or a middle dot does, so no expression reaches over its end."""


@cache
def compiled(pattern: str) -> re.Pattern[str]:
    """Return the pattern, compiled when it is first asked for: most texts need few of them."""
    return re.compile(pattern)


def is_han(character: str) -> bool:
    """Tell whether a character is a Chinese one."""
    return "㐀" <= character <= "龥"


def is_katakana(character: str) -> bool:
    """Tell whether a character is a katakana or the mark of a long vowel."""
    return "ァ" <= character <= "ー" and character != "・"


def runs_on(text: str, at: int) -> bool:
    """Tell whether katakana run on over a point."""
    return 0 < at < len(text) and is_katakana(text[at - 1]) and is_katakana(text[at])


@cache
def frames(kind: str) -> tuple[str, ...]:
    """Return the words of one kind that may stand around a place, the longest first; a series of summits is an event too."""
    words = spelled("place_frames", kind)
    if kind in {"event", "series"}:
        words = tuple(sorted({*words, *series_words()}, key=len, reverse=True))
    return words


@cache
def no_places(*kinds: str) -> Table:
    """Return the words of these kinds that say that a name is no place's, or only lent, by their first sign."""
    return by_first("", spelled("no_places", *kinds))


@cache
def ends_of(*kinds: str) -> frozenset[str]:
    """Return how the names of cities, prefectures and the like end, by the kinds of ``words/administration``.

    >>> sorted(ends_of("city", "ward")), "諸島" in ends_of("no single island")
    (['区', '市'], True)
    """
    return frozenset(spelled("administration", *kinds))


@cache
def municipal() -> frozenset[str]:
    """Return how the names of municipalities of Japan end."""
    return ends_of("city", "ward", "town or village")


@cache
def signs_of_units() -> frozenset[str]:
    """Return how the names of what a land is divided into end."""
    return municipal() | ends_of("prefecture", "division")


@cache
def ends_of_divisions() -> tuple[str, ...]:
    """Return how the names of divisions end, for ``str.endswith``."""
    return (*ends_of("division"), *ends_of("division by direction"))


@cache
def is_market(unit: str, behind: str) -> bool:
    """Tell whether the sign behind a unit makes another word of it: 市場."""
    return bool(behind) and meanings("administration", "city").get(unit) == behind


def without_end(text: str, ends: tuple[str, ...]) -> str:
    """Return ``text`` without the longest of ``ends`` that it has; ``ends`` come the longest first."""
    if not text.endswith(ends):
        return text
    return text.removesuffix(next(filter(text.endswith, ends)))


@cache
def offices() -> tuple[str, ...]:
    """Return what a man is: the offices, and the other titles that stand behind a name."""
    return (*(row["word"] for row in _office_rows()), *spelled("no_places", "title"))


@cache
def _office_rows() -> tuple[dict[str, str], ...]:
    from kaidan.data import table  # noqa: PLC0415  the table has columns of its own

    return table("offices")


@cache
def organ_of_office() -> str:
    """Return the pattern of what a holder of an office works in, which is a place for all that his title is none: 大統領官邸."""
    holders, seats = spelled("place_venues", "holder"), spelled("place_venues", "seat of a holder")
    others = spelled("place_venues", "named like an office")
    return f"{any_of(holders)}{any_of(seats)}|{any_of(others)}"


def may_be_name(text: str) -> bool:
    """Tell whether a stretch that nobody knows may be the name of a place for all that."""
    return bool(compiled(_name_alone()).fullmatch(text))


@cache
def _name_alone() -> str:
    units = spelled("place_units")
    unit, short = any_of(units), any_of(unit for unit in units if len(unit) == 1)
    own = any_of(word for word in units if word.startswith("自治"))
    by_unit = rf"[^\Wぁ-ん]{{1,5}}{short}|[^\Wぁ-ん]{{2,10}}{own}"  # 玉樹チベット族自治州
    return rf"[ァ-ヴー・＝]{{2,}}(?:{unit})?|{by_unit}|[A-Za-z .'-]{{3,}}"


@cache
def venue_ends(*kinds: str) -> tuple[str, ...]:
    """Return how the names of venues end, of all kinds if none is named, the longest first."""
    return spelled("place_venues", *(kinds or ("venue", "organ", "at a town", "nature")))


def venue(text: str) -> str | None:
    """Return what stands before the kind of a venue: 仙台空港 is 仙台; None where ``text`` is no venue."""
    return without_end(text, venue_ends()) if text.endswith(venue_ends()) else None


def is_organ(text: str) -> bool:
    """Tell whether ``text`` names an organ of a state, which is in the state whose name it bears: ロシア外務省, but not ロシア会館."""
    return text.endswith(venue_ends("organ"))


def is_seat_of_state(text: str) -> bool:
    """Tell whether ``text`` names an organ that is where the government sits, as a guest house or a residence need not be."""
    return text.endswith(venue_ends("in the seat"))


def is_of_chain(text: str) -> bool:
    """Tell whether ``text`` is a hotel of a chain that bears a town's name, wherever it is: ワシントンホテル."""
    return text.endswith(venue_ends("chain"))


def is_mission(text: str) -> bool:
    """Tell whether ``text`` names a mission of a state in another, which brackets may place: カナダ大使館（ワシントン）."""
    return text.endswith(spelled("place_venues", "mission"))


def is_at_town(text: str) -> bool:
    """Tell whether ``text`` names what bears its town's name, however small the town: a port, a station, a base."""
    return text.endswith(venue_ends("at a town"))


@cache
def words_at_towns() -> tuple[str, ...]:
    """Return the words for what is at a town; a 市場 is a market of any kind too."""
    markets = set(spelled("no_places", "named after"))
    return tuple(word for word in spelled("place_venues", "at a town") if word not in markets)


def is_strait(text: str) -> bool:
    """Tell whether ``text`` names a strait, which bears an island's name and not a town's: 宮古海峡 is not by 宮古 in 岩手."""
    return text.endswith(venue_ends("strait"))


def is_hotel(text: str) -> bool:
    """Tell whether ``text`` names a hotel or a tower, whose town may stand at its end."""
    return any(word in text for word in venue_ends("hotel"))


def is_of_world_chain(text: str) -> bool:
    """Tell whether ``text`` is a hotel of a chain that has one in many towns, and calls it by its town: ヒルトン・コロンボ."""
    venues = frozenset(spelled("place_venues", "venue"))
    return any(word in text for word in venue_ends("hotel") if word not in venues)


def is_no_place(text: str) -> bool:
    """Tell whether ``text`` is a sentence, an office, a language or the like, whatever place it starts with."""
    return _has_no_place(text) and _has_no_place(compiled(organ_of_office()).sub("", text))


def _has_no_place(text: str) -> bool:
    return (
        text.endswith(_ends_of_no_place())
        or any(word in text for word in spelled("no_places", "anywhere"))
        or bool(compiled("[0-9]{3}").search(text))
    )


@cache
def _ends_of_no_place() -> tuple[str, ...]:
    return (*spelled("no_places", "at the end"), *frames("organization"), *office_ends())


@cache
def office_ends() -> tuple[str, ...]:
    """Return how the names of offices end."""
    return titles_in_full()


@cache
def titles_in_full() -> tuple[str, ...]:
    """Return the offices and titles that are no part of a word: of those of one sign only a form of address."""
    forms = spelled("no_places", "form of address")
    return tuple(word for word in offices() if len(word) > 1 or word in forms)


def is_office(text: str) -> bool:
    """Tell whether ``text`` is what a man is: 外務大臣."""
    return text.endswith(office_ends())


def is_abstract(text: str) -> bool:
    """Tell whether ``text`` names a thing that has no place: 立場, 提案."""
    return text.endswith(spelled("no_places", "abstract"))


def is_organization(text: str) -> bool:
    """Tell whether ``text`` is a body that has its seat somewhere, which may stand in brackets behind it: 欧州連合（ブリュッセル）."""
    return text.endswith(frames("organization"))


def is_occasion(text: str) -> bool:
    """Tell whether ``text`` is an occasion, whose place may stand in brackets behind it; a year may end its name."""
    occasions = frames("occasion")
    return text.endswith(occasions) or text.rstrip("0123456789 ").endswith(occasions)


@cache
def state_signs() -> frozenset[str]:
    """Return the characters that stand for a state in front of a town: 米ホノルル, 露・ウラジオストク."""
    return frozenset(meanings("place_frames", "sign of a state"))
