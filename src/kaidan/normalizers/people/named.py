"""People named with an office: 麻生総理, プーチン・ロシア連邦大統領, 鳩山前総理, 日本国総理大臣安倍晋三.

The text is scanned backwards: from a word that offices end in, over the run that holds the office (offices.tsv), country, 前 or 元,
and the name (``naming``). What stands in a run means the same wherever it stands, so each wording is read once. What follows an
office may make another person of its holder (プーチン大統領報道官), or nobody (ケネディ大統領図書館).
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.lexicon.offices import (
    Suffix,
    hiragana_heads,
    listed_offices,
    longer_offices,
    office_ends,
    offices,
    suffix_of,
)
from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.people.introduced import introduction_behind, is_same_name
from kaidan.normalizers.people.naming import Naming, country_at_end, entitled, naming
from kaidan.normalizers.people.paired import paired_names
from kaidan.normalizers.people.roster import Holder, Name, identify, is_called
from kaidan.text.fold import Folded, fold
from kaidan.text.scan import RUN, occurrences, run_after, run_before

_LONGEST_NAME = 30
_AND = "兼"
_MOST_INTRODUCED = 64  # of one meeting
_PAIRED = "terms: in office on the date"
_LONGEST_SUFFIX = 12
_SPACES = frozenset(" \u3000")
_OPENING = frozenset("（( \u3000")
_LONGEST_COUNTRY = 14


class Person(NamedTuple):
    """Whom a naming with an office means; ``name`` is None where the tables cannot say who it is, and for aides."""

    name: Name | None
    country: str | None
    office: str | None
    wikidata: str | None
    called: str
    """The name in the text without its office."""
    status: str
    """前, 元, 次期 or an empty text."""
    in_office: bool | None
    """Whether the terms of this person fit the naming on the date; None where they cannot tell."""


class PersonMention(NamedTuple):
    """Someone named with an office: ``text[mention.start:mention.end] == mention.text``."""

    text: str
    start: int
    end: int
    who: Person
    introduced: tuple[int, int] | None = None
    """Where the text itself introduces the person in brackets (H.E. Dr. Angela Merkel, Federal Chancellor of …)."""
    rule: str = ""
    """What the reading rests on, a table and its row: offices: 総理."""

    @property
    def name(self) -> Name | None:
        """The name in Japanese and English, or None where nobody is known by this naming on the date."""
        return self.who.name

    @property
    def country(self) -> str | None:
        """Whose office it is, ISO 3166-1."""
        return self.who.country

    @property
    def office(self) -> str | None:
        """The office in English, with former or next before it; None where the list of offices has no name for it."""
        return self.who.office

    @property
    def wikidata(self) -> str | None:
        """The person's item in Wikidata."""
        return self.who.wikidata


class _Titled(NamedTuple):
    """An office in a run: where it begins and ends there, what stands before it, and what follows it."""

    start: int
    end: int
    lead: str
    named: Naming | None
    suffix: Suffix | None


def find_people(text: str, *, on: str | None = None) -> list[PersonMention]:
    """Return everyone whom the text names with an office, in order.

    Args:
        text: What to read; blocks joined by :data:`kaidan.text.BREAK`.
        on: The date of the text (EDTF of any precision); it tells namesakes apart.

    >>> [(m.text, m.name.en, m.office) for m in find_people("鳩山前総理と菅総理", on="2010-06")]
    [('鳩山前総理', 'Yukio Hatoyama', 'former prime minister'), ('菅総理', 'Naoto Kan', 'prime minister')]
    >>> [(m.text, m.name.en) for m in find_people("日本国総理大臣安倍晋三とロシア連邦大統領プーチンは")]
    [('日本国総理大臣安倍晋三', 'Shinzo Abe'), ('ロシア連邦大統領プーチン', 'Vladimir Putin')]
    >>> [(m.text, m.name, m.country, m.office) for m in find_people("シラク大統領特別補佐官が", on="2003-03")]
    [('シラク大統領特別補佐官', None, 'FR', 'special adviser')]
    >>> find_people("日本国総理大臣及びロシア連邦大統領の声明、両首脳、大統領のリーダーシップ、ケネディ大統領図書館")
    []
    """
    folded = fold(text, "width") if _unfolded().search(text) else None
    found = list(_mentions(folded.text if folded else text, on))
    found.reverse()
    found = _introduced(folded.text if folded else text, found)
    found = _with_pairs(folded.text if folded else text, found, on)
    return [_where_it_stood(text, each, folded) for each in found] if folded else found


def _mentions(text: str, on: str | None) -> Iterator[PersonMention]:
    """Yield everyone named, from the end of the text."""
    limit = size = len(text)
    for run in _run_pattern().finditer(text[::-1]):
        first, last = size - run.end(), size - run.start()
        follows = text[last : last + 1] > "ゖ"  # else a は, と or 、 closes the office
        follow = run_after(text, last, last + _LONGEST_SUFFIX) if follows else ""
        for titled in _titled(run[0], follow):
            mention = _mention(text, first, titled, limit, on)
            if mention:
                limit = mention.start
                yield mention


@cache
def _run_pattern() -> re.Pattern[str]:
    """Return the pattern, against the text read backwards, of a run that ends in an office; （ムン・ジェイン） is a reading in it."""
    ends = "|".join(end[::-1] for end in office_ends())
    heads = "".join(rf"{head[::-1]}[^\Wぁ-ゖ]{{0,9}}|" for head in hiragana_heads())
    reading = r"[）)][゠-ヿ]{1,30}[（(][^\Wぁ-ゖ]{1,28}|"
    return re.compile(rf"(?:{ends}){RUN}{{0,44}}(?:{heads}{reading})")


@lru_cache(maxsize=4096)
def _titled(backwards: str, follow: str) -> tuple[_Titled, ...]:
    """Return the offices in a run, from its end, and what the run that follows makes of them."""
    run = backwards[::-1] + follow
    last = len(backwards)
    known, found, read = offices(), list[_Titled](), 0
    for at, ending in occurrences(run[:last], office_ends()):
        end = at + len(ending)
        start = next((start for start in range(read, end) if run[start:end] in known), end)
        if start == end or run.startswith(longer_offices(run[start:end]), end):
            continue
        lead = run[read:start]
        name, suffix = naming(lead), suffix_of(run[end:])
        read = end + (suffix.width if suffix and suffix.kind == "aide" else 0)
        if _is_somebody(name, suffix):
            found.append(_Titled(start, end, lead, name, suffix))
    return tuple(reversed(found))


def _is_somebody(name: Naming | None, suffix: Suffix | None) -> bool:
    """Say whether what follows an office leaves a person: an aide, or the holder himself; before talks only whom the tables know."""
    if suffix is None:
        return True
    if suffix.kind == "gathering":
        return bool(name and is_called(name.called))
    return suffix.kind == "aide" and name is not None


def _mention(
    text: str, first: int, titled: _Titled, limit: int, on: str | None
) -> PersonMention | None:
    """Read one office of the run that begins at ``first``; names behind it end at ``limit``."""
    start, end = first + titled.start, first + titled.end
    word, named, suffix = text[start:end], titled.named, titled.suffix
    if suffix and suffix.kind == "aide" and named:
        end += suffix.width
        start -= named.width
        aide = _aide(named, word, text[start:end], suffix.office, on)
        rule = f"office_suffixes: {text[end - suffix.width : end]}"
        return PersonMention(text[start:end], start, end, aide, rule=rule)
    behind = text[end : end + 1]
    if not suffix and (behind > "ゖ" or behind in _SPACES):
        named, end = _behind(text, end, limit, titled.lead, named)
    if not named:
        return None
    named = _without_side(text, start - named.width, named)
    start -= named.width
    country = named.country or offices()[word].country
    said = None if country else _country_before(text, start)
    who = _who(named, word, country, said, on)
    also = _second_office(text, end) if who.name is None else None
    if also:  # 河野副総理兼外務大臣
        other = _who(named, also, country, said, on)
        if other.name:
            who, word, end = other, also, end + len(_AND) + len(also)
    return PersonMention(text[start:end], start, end, who, rule=f"offices: {word}")


def _second_office(text: str, end: int) -> str | None:
    """Return the office that somebody holds besides the one that ends here."""
    if not text.startswith(_AND, end):
        return None
    run = run_after(text, end + len(_AND), end + _LONGEST_SUFFIX)
    return next((run[:size] for size in range(len(run), 1, -1) if run[:size] in offices()), None)


def _behind(
    text: str, end: int, limit: int, lead: str, named: Naming | None
) -> tuple[Naming | None, int]:
    """Read the name between an office and ``limit``, and where it ends, unless somebody known is named before the office."""
    if named and is_called(named.called):
        return named, end
    start = end + (text[end : end + 1] in _SPACES)
    run = run_after(text, start, min(limit, start + _LONGEST_NAME))
    honours = (honour for honour in spelled("naming", "honour") if run.endswith(honour))
    name = run.removesuffix(next(honours, ""))
    holder = entitled(lead, name)
    return (holder, start + len(name)) if holder else (named, end)


def _without_side(text: str, start: int, named: Naming) -> Naming:
    """Drop what says whose the person is and stands in one run with the name: the 方 of 我が方上月大使."""
    for before, within in _sides().get(named.called[0], ()):
        if named.called.startswith(within) and text.endswith(before, 0, start):
            return named.shortened(len(within))
    return named


@cache
def _sides() -> dict[str, list[tuple[str, str]]]:
    """Return where a run may begin within 我が方 or 先方, by its first character: what stands before it, and what is in it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for side in spelled("statuses", "side"):
        for width in range(len(side), 0, -1):
            found.setdefault(side[-width], []).append((side[:-width], side[-width:]))
    return found


def _country_before(text: str, start: int) -> str | None:
    """Return the country that stands before a naming: 韓国の, タイ：."""
    if not text[start - 1 : start].endswith(spelled("naming", "of")):
        return None
    return country_at_end(run_before(text, start - 1, start - 1 - _LONGEST_COUNTRY))


@lru_cache(maxsize=4096)
def _who(named: Naming, word: str, country: str | None, said: str | None, on: str | None) -> Person:
    """Return whom a name with an office means on a date; ``said`` is the country before it, of whose office he need not be."""
    office = offices()[word]
    status = named.status
    holder = identify(named.called, office.held, status=status, country=country or said, on=on)
    if holder is None and said:  # 米国の安倍総理 is in the United States
        holder = identify(named.called, office.held, status=status, country="JP", on=on)
    listed = office.listed
    if holder:
        listed = listed_offices().get(holder.office, listed)
    listed = _with_status(listed, status)
    if holder is None:
        return Person(None, country or said, listed, None, named.called, status, None)
    return Person(
        holder.name,
        holder.country,
        listed,
        holder.wikidata,
        named.called,
        status,
        holder.in_office,
    )


@lru_cache(maxsize=1024)
def _aide(named: Naming, word: str, text: str, listed: str | None, on: str | None) -> Person:
    """Return an aide of the holder who is named, or of the office: a person of his own, whom no table names."""
    office, called = offices()[word], named.called
    holder = identify(called, office.held, status=named.status, country=named.country, on=on)
    country = named.country or office.country or (holder.country if holder else None)
    if not country and word.endswith(spelled("naming", "home")) and min(called) > "ヿ":
        country = "JP"
    return Person(None, country, _with_status(listed, named.status), None, text, named.status, None)


def _with_status(listed: str | None, status: str) -> str | None:
    prefix = next(iter(meanings("statuses", status).values())) if status else ""
    return f"{prefix} {listed}" if prefix and listed else listed


def _introduced(text: str, found: list[PersonMention]) -> list[PersonMention]:
    """Name those whom the text itself introduces in brackets, there and wherever it names them again behind."""
    known: list[Person] = []
    for number, mention in enumerate(found):
        who = mention.who
        opens = text[mention.end : mention.end + 1] in _OPENING
        said = introduction_behind(text, mention.end) if opens and who.office else None
        if said and not (who.name and is_same_name(who.name.en, said.name)):
            who = who._replace(name=Name(who.called, said.name), wikidata=None, in_office=None)
            known.append(who)
        elif who.name is None and known:
            who = next((one for one in known[:_MOST_INTRODUCED] if _may_be(who, one)), who)
            who = who._replace(called=mention.who.called)
        if said or who != mention.who:
            span = (said.start, said.end) if said else None
            found[number] = mention._replace(who=who, introduced=span)
    return found


def _with_pairs(text: str, found: list[PersonMention], on: str | None) -> list[PersonMention]:
    """Add those who are named without an office before their talks: 田中・ブレジネフ会談."""
    pairs = [
        PersonMention(text[start:end], start, end, _bare(text[start:end], holder), rule=_PAIRED)
        for start, end, holder in paired_names(text, on)
    ]
    if not pairs:
        return found
    free: list[PersonMention] = []
    last = 0
    for mention in sorted((*found, *pairs), key=lambda mention: mention.start):
        if mention.start >= last:  # 橋本 of 橋本・エリツィン大統領会談 may be named already
            free.append(mention)
            last = mention.end
    return free


def _bare(called: str, holder: Holder) -> Person:
    office = listed_offices().get(holder.office)
    return Person(
        holder.name, holder.country, office, holder.wikidata, called, "", holder.in_office
    )


def _may_be(who: Person, one: Person) -> bool:
    """Say whether a naming is of somebody introduced before: メルケル首相 of アンゲラ・メルケル."""
    return (
        who.office == one.office
        and who.country in (None, one.country)
        and who.called in (one.called, *one.called.split("・"))
    )


@cache
def _unfolded() -> re.Pattern[str]:
    """Return the pattern of what a text is folded for: marks that voice the kana before them, and what nobody sees."""
    return re.compile("[\u3099\u309a\u00ad\u200b-\u200f\u2060\ufeff\uff66-\uff9f\u2f00-\u2fd5]")


def _where_it_stood(text: str, mention: PersonMention, folded: Folded) -> PersonMention:
    """Return a mention in a folded text with its offsets into the text as given."""
    start, end = folded.origin(mention.start, mention.end)
    introduced = mention.introduced and folded.origin(*mention.introduced)
    return mention._replace(text=text[start:end], start=start, end=end, introduced=introduced)
