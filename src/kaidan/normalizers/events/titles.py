"""The title of a meeting: what kind of talks it names, and between whom."""

import re
from functools import cache, lru_cache

from kaidan.data import rows
from kaidan.lexicon.words import any_of, meanings, pattern_of, spelled
from kaidan.text.keys import name_key
from kaidan.text.numerals import SMALL

_ENUMERATED = re.compile(f"第[{SMALL}]{{1,3}}回$")
_SEPARATORS = "・-－―、＋+「」 \u3000"
COURTESY_CALL = "courtesy-call"
"""The level of a title that names a courtesy call: 外相による総理大臣表敬."""

_LONGEST_COUNTRY = 20


def kind(title: str, behind: str = "") -> str:
    """Return the kind of talks: telephone, whoever speaks, or the level of those who meet; a bracket behind may name the means.

    >>> kind("日露首脳会談"), kind("日露外相会談"), kind("日米首脳電話会談"), kind("日米首脳会談", "（電話会談）")
    ('summit', 'foreign-ministers', 'telephone', 'telephone')
    """
    said = _means_behind().match(behind) if behind else None
    return meanings("titles", "means")[said[1]] if said else _kind_named(title)


@cache
def _means_behind() -> re.Pattern[str]:
    """Return a bracket that says how they met: （電話会談）, （オンライン形式）."""
    means, talks = any_of(spelled("titles", "means")), any_of(spelled("talks", "talks"))
    return re.compile(rf"[（(]({means})(?:電話)?(?:{talks}|会議|形式)?[）)]")


@lru_cache(maxsize=256)
def _kind_named(title: str) -> str:
    means = meanings("titles", "means")
    return next((means[word] for word in means if word in title), level(title))


@lru_cache(maxsize=256)
def level(title: str) -> str:
    """Return who meets: summit, foreign-ministers, defence-ministers, ministers …, or talks where the title does not say.

    >>> level("日露防衛相会談"), level("日米首脳電話会談"), level("日露協議")
    ('defence-ministers', 'summit', 'talks')
    >>> level("外務大臣とカタール副首相兼外相との会談"), level("日越副首相会談"), level("APEC首脳会議の際の日米外相会談")
    ('foreign-ministers', 'deputy-leaders', 'foreign-ministers')
    """
    levels = meanings("titles", "level")
    talks = _from_parties(title)
    return next((levels[word] for word in levels if word in talks), "talks")


def _from_parties(title: str) -> str:
    """Return a title without the occasion that stands before its countries, which has a level of its own."""
    countries, lead = _parties_and_lead(title)
    return title[len(lead) :] if countries else without_occasion(title)


def without_occasion(title: str) -> str:
    """Take off what the talks took place beside.

    >>> without_occasion("APEC首脳会議の際の日露首脳会談")
    '日露首脳会談'
    """
    for beside in spelled("titles", "beside"):
        before, found, talks = title.rpartition(beside)
        if found and before and talks:
            return talks
    return title


@lru_cache(maxsize=256)
def parties(title: str) -> tuple[str, ...]:
    """Return the countries that a title names, ISO 3166-1 alpha-2 (organizations as themselves), in its order.

    >>> parties("日露首脳会談"), parties("第3回日米韓外相会談"), parties("首脳会談")
    (('JP', 'RU'), ('JP', 'US', 'KR'), ())
    >>> parties("日・インド首脳会談"), parties("日ASEAN特別首脳会議")
    (('JP', 'IN'), ('JP', 'ASEAN'))
    >>> parties("日・国連事務総長会談"), parties("国連総会の際の日仏首脳会談")
    (('JP', 'UN'), ('JP', 'FR'))
    >>> parties("G7広島サミット日加首脳会談"), parties("「中央アジア＋日本」対話・外相会合")
    (('JP', 'CA'), ('Central Asia', 'JP'))
    >>> parties("日・ボスニア・ヘルツェゴビナ外相会談"), parties("日・UAE首脳会談")
    (('JP', 'BA'), ('JP', 'AE'))
    """
    return _parties_and_lead(title)[0]


def before_parties(title: str) -> str:
    """Return what stands before the countries that a title names; nothing where it names none.

    >>> before_parties("公文書にみる日ソ首脳会談"), before_parties("日露首脳会談")
    ('公文書にみる', '')
    """
    countries, lead = _parties_and_lead(title)
    return lead if countries else ""


@lru_cache(maxsize=256)
def _parties_and_lead(title: str) -> tuple[tuple[str, ...], str]:
    occasions = spelled("occasions", "gathering", "session")
    lead = ""
    for end in pattern_of("titles", "level", "means", "talks").finditer(title):
        if not end.start():  # オンライン日豪首脳会談
            continue
        countries, lead = _countries_at_end(title[: end.start()])
        if len(countries) > 1:
            return tuple(countries), lead
        if not title.startswith(occasions, end.start()):  # G7広島サミット日加首脳会談 goes on
            break
    return (), lead


def _countries_at_end(lead: str) -> tuple[list[str], str]:
    """Return the parties that end a text, in its order, and what stands before them."""
    countries: list[str] = []
    while found := _country_at_end(lead := _without_fillers(lead)):
        word, country = found
        countries.insert(0, country)
        lead = lead[: -len(word)]
    return countries, lead


def _without_fillers(lead: str) -> str:
    """Drop what stands between the countries and the level: 定期, 第3回, ・."""
    fillers = spelled("titles", "filler")
    while True:
        shorter = _ENUMERATED.sub("", lead.rstrip(_SEPARATORS))
        if filler := next((word for word in fillers if shorter.endswith(word)), ""):
            shorter = shorter[: -len(filler)]
        if shorter == lead:
            return lead
        lead = shorter


def _country_at_end(lead: str) -> tuple[str, str] | None:
    """Return the word at the end of a text that names a party, the longest, and the party."""
    if not lead:
        return None
    if lead[-2:-1].isdigit():  # the 日 of 5月23日
        return None
    one = party_names().get(lead[-1])
    if one and lead[-1] > "ヿ":  # a kanji; the ロ of モンテネグロ is none
        return lead[-1], one
    for start in range(max(0, len(lead) - _LONGEST_COUNTRY), len(lead) - 1):
        country = party_names().get(lead[start:]) or _country_spelled(lead[start:])
        if country:
            return lead[start:], country
    return (lead[-1], one) if one else None


def _country_spelled(word: str) -> str | None:
    from kaidan.normalizers.places.gazetteer import state_codes  # noqa: PLC0415  日露 needs none

    return state_codes().get(name_key(word))


@cache
def party_names() -> dict[str, str]:
    """Return the party that each kanji and each organization stands for."""
    return {word: country for word, country, _ in rows("parties")[1:]}
