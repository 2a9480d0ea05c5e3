"""People named with an office: 麻生総理, プーチン・ロシア連邦大統領, 鳩山前総理.

The scan starts from the words for an office (offices.tsv) and reads backwards: country, 前 or 元, name (``naming``). What stands
before an office means the same wherever it stands, so each wording is read once.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.data import table
from kaidan.normalizers.naming import Naming, naming
from kaidan.normalizers.participants import participants
from kaidan.normalizers.roster import Names, identify
from kaidan.normalizers.runs import RUN

__all__ = ["PersonMention", "find_people", "participants"]

_LONGEST = 28
_LEAD = re.compile(rf"{RUN}*(?:[）)][゠-ヿ]+[（(]{RUN}+)?")  # against the text read backwards; （ムン・ジェイン） is a reading
_NOT_THE_HOLDER = "(?!夫人|府|官邸|官|候補|選|級|会[談議合]|協議|経験者)"  # 大統領夫人, 大統領府, 外相会談 name nobody


class PersonMention(NamedTuple):
    """Someone named with an office; ``name`` is None where the tables cannot say who it is."""

    text: str
    start: int
    end: int
    name: Names | None
    country: str | None
    office: str | None
    wikidata: str | None
    called: str
    """The name in the text without its office."""
    status: str
    """前, 元, 次期 or an empty text."""
    in_office: bool | None
    """Whether the terms of this person fit the naming on the date; None where they cannot tell."""


_Who = tuple[Names | None, str | None, str, str | None, str, str, bool | None]


def find_people(text: str, *, on: str | None = None) -> list[PersonMention]:
    """Return everyone whom the text names with an office, in order.

    Args:
        text: What to read; blocks joined by :data:`kaidan.normalizers.BREAK`.
        on: The date of the text (EDTF of any precision); it tells namesakes apart.

    >>> [(m.text, m.name.en, m.office) for m in find_people("鳩山前総理と菅総理", on="2010-06")]
    [('鳩山前総理', 'Yukio Hatoyama', 'former prime minister'), ('菅総理', 'Naoto Kan', 'prime minister')]
    >>> find_people("日本国総理大臣及びロシア連邦大統領の声明、両首脳、大統領のリーダーシップ")
    []
    """
    found = []
    read = 0
    for office in _offices()[0].finditer(text):
        start, end = office.span()
        lead = _LEAD.match(text[max(read, start - _LONGEST) : start][::-1])
        read = end
        named = naming(lead[0][::-1]) if lead and lead[0] else None
        if named:
            start -= named.width
            found.append(PersonMention._make((text[start:end], start, end, *_who(named, office[0], on))))
    return found


@cache
def _offices() -> tuple[re.Pattern[str], dict[str, str]]:
    offices = {row["word"]: row["office"] for row in table("offices")}
    words = "|".join(sorted(offices, key=len, reverse=True))
    return re.compile(f"(?:{words}){_NOT_THE_HOLDER}"), offices


@lru_cache(maxsize=4096)
def _who(named: Naming, word: str, on: str | None) -> _Who:
    """Return the fields of a mention that follow its span."""
    holder = identify(named.called, _offices()[1][word], status=named.status, country=named.country, on=on)
    office = holder.office if holder else _offices()[1][word]
    if named.status in ("前", "元"):
        office = f"former {office}"
    elif named.status == "次期":
        office = f"{office}-elect"
    if holder is None:
        return None, named.country, office, None, named.called, named.status, None
    return holder.name, holder.country, office, holder.wikidata, named.called, named.status, holder.in_office
