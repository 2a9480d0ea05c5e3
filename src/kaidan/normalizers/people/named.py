"""People named with an office: 麻生総理, プーチン・ロシア連邦大統領, 鳩山前総理, 日本国総理大臣安倍晋三.

The text is scanned backwards: from a word that offices end in, over the run that holds the office (offices.tsv), country, 前 or 元,
and the name (``naming``). What stands in a run means the same wherever it stands, so each wording is read once.
"""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.data import rows
from kaidan.normalizers.people.naming import Naming, entitled, naming
from kaidan.normalizers.people.roster import Name, identify, is_called
from kaidan.text.scan import RUN, occurrences, run_after

ENDS = (
    "総理",
    "統領",
    "大臣",
    "相",
    "使",
    "官",
    "長",
    "記",
    "席",
    "領事",
    "知事",
    "代行",
    "代表",
    "委員",
)
"""Every office of offices.tsv ends in one of these."""

# Against the text read backwards. One office holds a hiragana, 沖縄及び北方対策担当大臣; （ムン・ジェイン） is a reading.
_RUN = re.compile(
    rf"(?:{'|'.join(end[::-1] for end in ENDS)}){RUN}{{0,44}}(?:び及縄沖[^\Wぁ-ゖ]{{0,9}}|[）)][゠-ヿ]{{1,30}}[（(][^\Wぁ-ゖ]{{1,28}}|)"
)
_LONGEST_NAME = 30
_SPACES = frozenset(" \u3000")
# 大統領夫人, 大統領府 and 外相会談 name nobody
_NOT_THE_HOLDER = (
    "夫人",
    "府",
    "官",
    "館",
    "候補",
    "選",
    "級",
    "会談",
    "会議",
    "会合",
    "協議",
    "経験者",
)
_HONOURS = ("閣下", "氏", "君", "")


class Person(NamedTuple):
    """Whom a naming with an office means; ``name`` is None where the tables cannot say who it is."""

    name: Name | None
    country: str | None
    office: str
    wikidata: str | None
    called: str
    """The name in the text without its office."""
    status: str
    """前, 元, 次期 or an empty text."""
    in_office: bool | None
    """Whether the terms of this person fit the naming on the date; None where they cannot tell."""


class PersonMention(NamedTuple):
    """Someone named with an office, at ``text[start:end]`` in code points, and whom that means."""

    text: str
    start: int
    end: int
    who: Person

    @property
    def name(self) -> Name | None:
        """In Japanese and English; None where the tables cannot say who it is."""
        return self.who.name

    @property
    def country(self) -> str | None:
        """Whose office it is, ISO 3166-1 alpha-2."""
        return self.who.country

    @property
    def office(self) -> str:
        """In English, with former or next before it."""
        return self.who.office

    @property
    def wikidata(self) -> str | None:
        """The Wikidata item of the person."""
        return self.who.wikidata


def find_people(text: str, *, on: str | None = None) -> list[PersonMention]:
    """Return everyone whom the text names with an office, in order.

    Args:
        text: What to read; blocks joined by :data:`kaidan.normalizers.BREAK`.
        on: The date of the text (EDTF of any precision); it tells namesakes apart.

    >>> [(m.text, m.who.name.en, m.who.office) for m in find_people("鳩山前総理と菅総理", on="2010-06")]
    [('鳩山前総理', 'Yukio Hatoyama', 'former prime minister'), ('菅総理', 'Naoto Kan', 'prime minister')]
    >>> [(m.text, m.who.name.en) for m in find_people("日本国総理大臣安倍晋三とロシア連邦大統領プーチンは")]
    [('日本国総理大臣安倍晋三', 'Shinzo Abe'), ('ロシア連邦大統領プーチン', 'Vladimir Putin')]
    >>> find_people("日本国総理大臣及びロシア連邦大統領の声明、両首脳、大統領のリーダーシップ")
    []
    """
    found: list[PersonMention] = []
    size = len(text)
    for run in _RUN.finditer(text[::-1]):
        first = size - run.end()
        for past, office, lead, before in _titled(run[0]):
            at = end = first + past
            named, behind = before, text[at : at + 1]
            if behind > "ゖ" or behind in _SPACES:  # else a は, と or 、 closes the office
                if _goes_on(text, end, office):
                    continue
                named, end = _behind(text, end, found[-1].start if found else size, lead, before)
            if named:
                start = at - len(office) - named.width
                found.append(PersonMention(text[start:end], start, end, _who(named, office, on)))
    found.reverse()
    return found


@lru_cache(maxsize=4096)
def _titled(backwards: str) -> tuple[tuple[int, str, str, Naming | None], ...]:
    """Return the offices in a run, from its end: where each ends, its longest wording, what stands before it, and the name in that."""
    run, offices = backwards[::-1], _offices()
    found: list[tuple[int, str, str, Naming | None]] = []
    read = 0
    for at, word in occurrences(run, ENDS):
        end = at + len(word)
        office = next(
            (run[start:end] for start in range(read, end) if run[start:end] in offices), ""
        )
        if office and not (end < len(run) and _goes_on(run, end, office)):
            lead = run[read : end - len(office)]
            found.append((end, office, lead, naming(lead)))
            read = end
    return tuple(reversed(found))


def _goes_on(text: str, end: int, office: str) -> bool:
    """Say whether what follows an office makes another office of it, or names what nobody holds."""
    return text.startswith(_NOT_THE_HOLDER, end) or text.startswith(_longer(office), end)


def _behind(
    text: str, end: int, limit: int, lead: str, named: Naming | None
) -> tuple[Naming | None, int]:
    """Read the name between an office and ``limit``, and where it ends, unless somebody known is named before the office."""
    if named and is_called(named.called):
        return named, end
    start = end + (text[end : end + 1] in _SPACES)
    run = run_after(text, start, min(limit, start + _LONGEST_NAME))
    name = run.removesuffix(next(honour for honour in _HONOURS if run.endswith(honour)))
    holder = entitled(lead, name)
    return (holder, start + len(name)) if holder else (named, end)


@cache
def _offices() -> dict[str, str]:
    return {word: office for word, office, _ in rows("offices")[1:]}


@cache
def _longer(office: str) -> tuple[str, ...]:
    """Return what makes another office of this one: 大臣, 補佐官 and 特使 of 総理."""
    return tuple(rest for word in _offices() if (rest := word.partition(office)[2]))


@lru_cache(maxsize=4096)
def _who(named: Naming, word: str, on: str | None) -> Person:
    """Return whom a name with an office means on a date."""
    office = _offices()[word]
    holder = identify(named.called, office, status=named.status, country=named.country, on=on)
    if holder:
        office = holder.office
    if named.status in ("前", "元"):
        office = f"former {office}"
    elif named.status == "次期":
        office = f"{office}-elect"
    if holder is None:
        return Person(None, named.country, office, None, named.called, named.status, None)
    return Person(
        holder.name,
        holder.country,
        office,
        holder.wikidata,
        named.called,
        named.status,
        holder.in_office,
    )
