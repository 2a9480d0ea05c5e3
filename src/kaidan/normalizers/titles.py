"""The title of a meeting: what kind of talks it names, and between whom."""

import re
from functools import cache

from kaidan.data import table

_KINDS = (
    (re.compile("首脳|総理|大統領|首相|書記長"), "summit"),
    (re.compile("外相|外務大臣"), "foreign-ministers"),
    (re.compile("大臣|閣僚"), "ministers"),
    (re.compile("次官"), "vice-ministers"),
)
_PARTIES = re.compile(r"(?:^|[^一-龯])((?:[一-龯ロソ]・?){2,4}?)(?=首脳|外相|外務|大臣|閣僚|次官|電話|会談|会合|協議|平和)")


def kind(title: str) -> str:
    """Return the kind of talks; a call has the kind's name with ``-call`` behind it.

    >>> kind("日露首脳会談"), kind("日露外相会談"), kind("日米首脳電話会談")
    ('summit', 'foreign-ministers', 'summit-call')
    """
    name = next((name for pattern, name in _KINDS if pattern.search(title)), "talks")
    return f"{name}-call" if "電話" in title else name


def parties(title: str) -> tuple[str, ...]:
    """Return the countries that a title names by one kanji each, ISO 3166-1 alpha-2, in its order.

    >>> parties("日露首脳会談"), parties("日米韓外相会談"), parties("首脳会談")
    (('JP', 'RU'), ('JP', 'US', 'KR'), ())
    """
    match = _PARTIES.search(re.sub(r"第[0-9０-９一二三四五六七八九十]+回", "", title))
    countries = [_countries().get(kanji) for kanji in match[1].replace("・", "")] if match else []
    return tuple(country for country in countries if country) if None not in countries else ()


@cache
def _countries() -> dict[str, str]:
    return {row["kanji"]: row["country"] for row in table("parties")}
