"""The title of a meeting: what kind of talks it names, and between whom."""

from functools import cache, lru_cache

from kaidan.data import rows

_KINDS = {
    "首脳": "summit",
    "総理": "summit",
    "大統領": "summit",
    "首相": "summit",
    "書記長": "summit",
    "外相": "foreign-ministers",
    "外務大臣": "foreign-ministers",
    "大臣": "ministers",
    "閣僚": "ministers",
    "次官": "vice-ministers",
}
_TALKS = ("外務", "電話", "会談", "会合", "協議", "平和")


@lru_cache(maxsize=256)
def kind(title: str) -> str:
    """Return the kind of talks; a call has the kind's name with ``-call`` behind it.

    >>> kind("日露首脳会談"), kind("日露外相会談"), kind("日米首脳電話会談")
    ('summit', 'foreign-ministers', 'summit-call')
    """
    name = next((name for word, name in _KINDS.items() if word in title), "talks")
    return f"{name}-call" if "電話" in title else name


@lru_cache(maxsize=256)
def parties(title: str) -> tuple[str, ...]:
    """Return the countries that a title names by one kanji each, ISO 3166-1 alpha-2, in its order.

    >>> parties("日露首脳会談"), parties("第3回日米韓外相会談"), parties("首脳会談")
    (('JP', 'RU'), ('JP', 'US', 'KR'), ())
    """
    ends = [at for word in (*_KINDS, *_TALKS) if (at := title.find(word)) >= 0]
    lead = title[: min(ends, default=0)].replace("・", "")
    countries: list[str] = []
    while lead and lead[-1] in _countries():
        countries.insert(0, _countries()[lead[-1]])
        lead = lead[:-1]
    return tuple(countries) if len(countries) > 1 else ()


@cache
def _countries() -> dict[str, str]:
    return {kanji: country for kanji, country, _ in rows("parties")[1:]}
