"""People named with an office: 麻生総理, プーチン・ロシア連邦大統領, 鳩山前総理, 日本国総理大臣安倍晋三.

The text is scanned backwards: from a word that offices end in, over the run that holds the office (offices.tsv), country, 前 or 元,
and the name (``titled``, ``naming``). What follows an office may make another person of its holder (プーチン大統領報道官), or nobody
(ケネディ大統領図書館).
"""

import re
from collections.abc import Iterator
from functools import cache

from kaidan.lexicon.offices import hiragana_heads, office_ends, offices
from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.bearers import aide_of, bearer_of
from kaidan.normalizers.people.country_words import country_at_end, hiragana_heads_of_states
from kaidan.normalizers.people.introduced import OPENING, introduction_behind, with_introduced
from kaidan.normalizers.people.namesakes import is_alike
from kaidan.normalizers.people.naming import Naming, entitled
from kaidan.normalizers.people.paired import with_pairs
from kaidan.normalizers.people.parted import BLANKS, parted_naming, whole_name
from kaidan.normalizers.people.person import AND, Person, PersonMention
from kaidan.normalizers.people.roster import Name, is_called, side
from kaidan.normalizers.people.titled import (
    Titled,
    foreign_minister,
    foreign_ministry_at,
    titled,
)
from kaidan.text.fold import Folded, fold
from kaidan.text.scan import READING, RUN, run_after, run_before
from kaidan.text.unseen import unseen_signs

_LONGEST_NAME = 40
_AND = (AND, "・")
_LONGEST_SUFFIX = 12
_LONGEST_SECOND = 24
_LONGEST_COUNTRY = 18


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
    folded = fold(text, "width")
    if _letters_in_two_ways().isdisjoint(folded.shapes):  # most often
        return _find(text, on)
    return [_where_it_stood(text, mention, folded) for mention in _find(folded.text, on)]


def _find(text: str, on: str | None) -> list[PersonMention]:
    """Return everyone whom a folded text names."""
    found = list(_mentions(text, on))
    found.reverse()
    return with_pairs(text, with_introduced(text, found), on)


def _mentions(text: str, on: str | None) -> Iterator[PersonMention]:
    """Yield everyone named, from the end of the text."""
    limit = size = len(text)
    for run in _run_pattern().finditer(text[::-1]):
        first, last = size - run.end(), size - run.start()
        follows = text[last : last + 1] > "ゖ"  # else a は, と or 、 closes the office
        follow = run_after(text, last, last + _LONGEST_SUFFIX) if follows else ""
        for one in titled(run[0], follow):
            mention = _mention(text, first, one, limit, on)
            if mention:
                limit = mention.start
                yield mention


@cache
def _run_pattern() -> re.Pattern[str]:
    """Return the pattern, against the text read backwards, of a run that ends in an office; （ムン・ジェイン） is a reading in it."""
    ends = "|".join(end[::-1] for end in office_ends())
    heads = "".join(rf"{head[::-1]}[^\Wぁ-ゖ]{{0,9}}|" for head in hiragana_heads())
    heads += "".join(rf"{head[::-1]}{RUN}{{0,27}}|" for head in hiragana_heads_of_states())
    names = "".join(f"{name[::-1]}|" for name in spelled("naming", "holds hiragana"))
    reading = rf"[）)]{READING}{{1,40}}[（(][^\Wぁ-ゖ]{RUN}{{0,27}}|"
    return re.compile(rf"(?:{ends}){RUN}{{0,44}}(?:{heads}{names}{reading})")


def _mention(
    text: str, first: int, titled: Titled, limit: int, on: str | None
) -> PersonMention | None:
    """Read one office of the run that begins at ``first``; names behind it end at ``limit``."""
    suffix, named = titled.suffix, titled.named
    if suffix and suffix.kind == "aide":
        return _aide(text, first, titled, on)
    start, end = first + titled.start, first + titled.end
    behind = text[end : end + 1]
    if not named:
        named = parted_naming(text, start - len(titled.lead), titled.lead)
    like_a_state = None if named else _like_a_state(text, start - len(titled.lead), titled.lead)
    named = named or like_a_state
    if not suffix and (behind > "ゖ" or behind in BLANKS or behind.isupper()):
        named, end = _name_behind(text, end, limit, titled.lead, named)
    if not named:
        return _named_in_bracket(text, start, end, titled) if behind in OPENING else None
    if named.called[0] in _sides():
        named = _without_side(text, start - named.width, named)
    if text[max(0, start - named.width - 1) : start - named.width] in BLANKS:
        named = named.lengthened(whole_name(text, start - named.width, named.called))
    start -= named.width
    country = named.country or titled.country
    said = None if country else _country_before(text, start)
    who, rule = bearer_of(named, titled.word, country, said, on), titled.rule
    if named.beside and not _may_be_of(named.beside, who, text[:start].rstrip("・")):
        who = bearer_of(named, titled.word, None, named.beside, on)
    also = _second_listed(titled.word)
    if text.startswith(_AND, end) and (second := _second_office(text, end)):
        word, last = second
        other = bearer_of(named, word, country, said, on)
        also = other.office
        if _is_rather(other, who):
            who, rule, end = other, f"offices: {word}", last
    if who.name is None and (like_a_state or _is_of_holders_only(titled)):
        return None
    return PersonMention(text[start:end], start, end, who, None, rule, also)


def _named_in_bracket(text: str, start: int, end: int, titled: Titled) -> PersonMention | None:
    """Read the officer of a state whom nothing but the bracket names: マルタの外務大臣（H.E. Mr. Jon Vik, Minister of Foreign Affairs）."""
    lead = titled.lead
    country = country_at_end(lead) or (None if lead else _country_before(text, start))
    said = introduction_behind(text, end) if country else None
    if said is None:
        return None
    office = offices()[titled.word].listed
    who = Person(Name(said.name, said.name), country, office, None, said.name, "", None)
    first, inside = start - len(lead), (said.start, said.end)
    return PersonMention(text[first:end], first, end, who, inside, titled.rule)


def _like_a_state(text: str, start: int, lead: str) -> Naming | None:
    """Return who is called as a state is, behind the country whose he is: クック of 英国のクック外相."""
    is_named = lead and is_called(lead) and _country_before(text, start)
    return Naming(len(lead), lead, "", None) if is_named else None


def _may_be_of(country: str, who: Person, before: str) -> bool:
    """Say whether somebody is of the state that a point parts from his name, or it is his given name: ジョージア・メローニ."""
    if who.name is None or who.country is None:
        return who.name is not None
    given = who.name.ja.partition("・")[0]
    return side(who.country) == side(country) or is_alike(before[-len(given) :], given)


def _is_of_holders_only(titled: Titled) -> bool:
    """Say whether an office names nobody but who held it: 福岡外相会合 is no 福岡外相, and 経理部長 no minister."""
    is_gathering = titled.suffix is not None and titled.suffix.kind == "gathering"
    return is_gathering or titled.word in spelled("naming", "holders only")


def _aide(text: str, first: int, titled: Titled, on: str | None) -> PersonMention | None:
    """Read the aide of an office's holder, who is named before it."""
    suffix, named = titled.suffix, titled.named
    if not suffix or not named:
        return None
    start, end = first + titled.start - named.width, first + titled.end + suffix.width
    aide = aide_of(named, titled.word, text[start:end], suffix.office, on)
    rule = f"office_suffixes: {text[end - suffix.width : end]}"
    return PersonMention(text[start:end], start, end, aide, None, rule)


def _is_rather(second: Person, first: Person) -> bool:
    """Say whether the second of two offices tells more of who holds both: 河野副総理兼外務大臣."""
    if second.name and not first.name:
        return True
    is_any = first.office in {None, "minister"}  # 上級大臣兼外務国際協力大臣
    return is_any and second.office in spelled("titles", "sits")


def _second_listed(word: str) -> str | None:
    """Return the second of two offices that one row of the table names, as documents list it: 首相兼外務大臣."""
    second = offices().get(word.partition(AND)[2]) if AND in word else None
    return second.listed if second else None


def _second_office(text: str, end: int) -> tuple[str, int] | None:
    """Return the office behind 兼, which somebody holds besides the one that ends here, and where it ends."""
    start = end + 1
    run = run_after(text, start, end + _LONGEST_SECOND)
    known = (run[:size] for size in range(min(len(run), _LONGEST_SUFFIX), 1, -1))
    word = next((word for word in known if word in offices()), None)
    if word:
        return word, start + len(word)
    width = foreign_ministry_at(run)
    return (foreign_minister(), start + width) if width else None


def _name_behind(
    text: str, end: int, limit: int, lead: str, named: Naming | None
) -> tuple[Naming | None, int]:
    """Read the name between an office and ``limit``, and where it ends, unless somebody known is named before the office."""
    if named and is_called(named.called):
        return named, end
    start = end + (text[end : end + 1] in BLANKS)
    run = run_after(text, start, min(limit, start + _LONGEST_NAME))
    honours = (honour for honour in spelled("naming", "honour") if run.endswith(honour))
    name = run.removesuffix(next(honours, ""))
    holder = entitled(lead, name)
    return (holder, start + len(name)) if holder else (named, end)


def _without_side(text: str, start: int, named: Naming) -> Naming:
    """Drop what says whose the person is and stands in one run with the name: the 方 of 我が方上月大使."""
    for before, within in _sides()[named.called[0]]:
        if named.called.startswith(within) and text.endswith(before, 0, start):
            return named.shortened(len(within))
    return named


@cache
def _sides() -> dict[str, list[tuple[str, str]]]:
    """Return where a run may begin within 我が方 or 先方, by its first character: what stands before it, and what is in it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for ours in spelled("statuses", "side"):
        for width in range(len(ours), 0, -1):
            found.setdefault(ours[-width], []).append((ours[:-width], ours[-width:]))
    return found


def _country_before(text: str, start: int) -> str | None:
    """Return the country that stands before a naming: 韓国の, タイ：."""
    if not text.endswith(spelled("naming", "of"), 0, start):  # most often
        return None
    return country_at_end(run_before(text, start - 1, start - 1 - _LONGEST_COUNTRY))


@cache
def _letters_in_two_ways() -> frozenset[str]:
    """Return what a text is folded for: narrow kana, marks that voice the kana before them, radicals, and what nobody sees."""
    letters = (*range(0x3099, 0x309B), *range(0xFF65, 0xFFA0), *range(0x2F00, 0x2FD6))
    return unseen_signs().union(map(chr, letters))


def _where_it_stood(text: str, mention: PersonMention, folded: Folded) -> PersonMention:
    """Return a mention in a folded text with its offsets into the text as given."""
    start, end = folded.origin(mention.start, mention.end)
    introduced = mention.introduced and folded.origin(*mention.introduced)
    return mention._replace(text=text[start:end], start=start, end=end, introduced=introduced)
