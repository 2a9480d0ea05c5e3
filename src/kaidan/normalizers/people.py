"""People named with an office: 麻生総理, プーチン・ロシア連邦大統領, 鳩山前総理.

The scan starts from the words for an office (offices.tsv) and reads backwards: country, 前 or 元, name. What it reads from the
characters before an office does not depend on the place in the text, so it is remembered.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.data import table
from kaidan.normalizers.participants import participants
from kaidan.normalizers.roster import Names, identify, is_called

__all__ = ["PersonMention", "find_people", "participants"]

_STATUSES = {"前": "former ", "元": "former ", "次期": "-elect", "新": "", "現": ""}
_LEAD = re.compile(r"[一-龠々ァ-ヺー・＝=ソ]{1,28}")  # against the text read backwards
_KANA_NAME = re.compile(r"([ァ-ヺー＝=]+(?:・[ァ-ヺー＝=]+)*)・?([一-龠々]{0,9})\Z")
_POST = re.compile(r"駐[一-龠ァ-ヺー]{1,9}\Z")
_NO_SURNAME = re.compile(r"[両同各現我国代首脳閣連邦兼及並等側的際]|^[前元新初故]|首脳|[^一-龠々]")


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
    """Whether the tables have this person in this office on the date; None where they cannot say."""


class _Naming(NamedTuple):
    """What stands before an office: ``width`` characters that hold the name, a status and a country."""

    width: int
    called: str
    status: str
    country: str | None


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
    return list(_people(text, on))


def _people(text: str, on: str | None) -> Iterator[PersonMention]:
    pattern, offices = _offices()
    for found in pattern.finditer(text):
        start, end = found.span()
        lead = _LEAD.match(text[max(0, start - 28) : start][::-1])
        naming = lead and _naming(lead[0][::-1])
        if naming:
            start -= naming.width
            yield PersonMention(text[start:end], start, end, *_who(naming, offices[found[0]], on))


@lru_cache(maxsize=4096)
def _who(naming: _Naming, office: str, on: str | None) -> tuple[Names | None, str | None, str, str | None, str, str, bool | None]:
    """Return the fields of a mention that follow its span."""
    called, status, country = naming.called, naming.status, naming.country
    holder = identify(called, office, status=status, country=country, on=on)
    title = holder.office if holder else office
    title = title + _STATUSES[status] if status == "次期" else _STATUSES.get(status, "") + title
    if holder is None:
        return None, country, title, None, called, status, None
    return holder.name, holder.country, title, holder.wikidata, called, status, holder.in_office


@cache
def _offices() -> tuple[re.Pattern[str], dict[str, str]]:
    offices = {row["word"]: row["office"] for row in table("offices")}
    words = "|".join(sorted(offices, key=len, reverse=True))
    return re.compile(rf"(?:{words})(?!夫人|官邸|府|官|候補|選挙|級|談話|経験者)"), offices


@cache
def _nationalities() -> tuple[re.Pattern[str], dict[str, str]]:
    countries = {row["word"]: row["country"] for row in table("nationalities")}
    words = "|".join(sorted(countries, key=len, reverse=True))
    return re.compile(rf"(?:{words})\Z"), countries


@lru_cache(maxsize=4096)
def _naming(lead: str) -> _Naming | None:
    """Read the name, the status and the country out of the run of kanji and katakana before an office."""
    rest, status, country = lead, "", None
    nationality, countries = _nationalities()
    while rest and not _known_at_end(rest):
        title = next((word for word in _STATUSES if rest.endswith(word)), None)
        state = nationality.search(rest)
        post = _POST.search(rest)
        if post:
            rest = rest[: post.start()]
        elif title:
            rest, status = rest[: -len(title)], status or title
        elif state and not country and (len(state[0]) > 1 or _known_at_end(rest[:-1]) or _KANA_NAME.search(rest[:-1])):
            rest, country = rest[: state.start()], countries[state[0]]
        elif rest.endswith("・"):
            rest = rest[:-1]
        else:
            break
    name = _name(rest)
    return name and _Naming(len(lead) - (len(rest) - len(name)) if rest.endswith(name) else len(lead) - rest.rindex(name), name, status, country)


def _known_at_end(rest: str) -> str | None:
    """Return the longest name at the end of the text that the tables know; one kanji must be the whole text."""
    for start in range(max(0, len(rest) - 12), len(rest)):
        name = rest[start:]
        if is_called(name) and (start == 0 or len(name) > 1) and not (start and _is_kana(rest[start - 1]) and _is_kana(name[0])):
            return name
    return None


def _is_kana(character: str) -> bool:
    return "ァ" <= character <= "ー"


def _name(rest: str) -> str | None:
    kana = _KANA_NAME.search(rest)
    if kana and (not kana[2] or not is_called(kana[2])):
        return _without_country(kana[1])
    known = _known_at_end(rest)
    if known or (2 <= len(rest) <= 5 and not _NO_SURNAME.search(rest) and not all(character in _nationalities()[1] for character in rest)):
        return known or rest
    return None


def _without_country(name: str) -> str | None:
    """Drop a country before the name: ロシア・プーチン大統領."""
    countries = _nationalities()[1]
    parts = [part for part in name.split("・") if part]
    while parts and parts[0] in countries:
        parts = parts[1:]
    while parts and parts[-1] in countries:
        parts = parts[:-1]
    return "・".join(parts) or None
