"""People named with an office: 麻生総理, プーチン・ロシア連邦大統領, 鳩山前総理, 日本国総理大臣安倍晋三.

The text is scanned backwards: from a word that offices end in, over the run that holds the office (offices.tsv), country, 前 or 元,
and the name (``titled``, ``naming``). What follows an office may make another person of its holder (プーチン大統領報道官), or nobody
(ケネディ大統領図書館).
"""

import re
from collections.abc import Iterator
from functools import cache

from kaidan.lexicon.offices import hiragana_heads, office_ends, offices
from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.people.bearers import aide_of, bearer_of
from kaidan.normalizers.people.country_words import country_at_end, hiragana_heads_of_states
from kaidan.normalizers.people.introduced import OPENING, introduction_behind, with_introduced
from kaidan.normalizers.people.name_behind import name_behind
from kaidan.normalizers.people.naming import Naming
from kaidan.normalizers.people.paired import with_pairs
from kaidan.normalizers.people.parted import BLANKS, bracketed_naming, parted_naming, words_before
from kaidan.normalizers.people.person import Person, PersonMention
from kaidan.normalizers.people.roster import Name, is_called
from kaidan.normalizers.people.second_offices import JOINTS, is_rather, second_office
from kaidan.normalizers.people.titled import (
    Titled,
    titled,
)
from kaidan.normalizers.people.whose import (
    called_as_a_state,
    country_before,
    may_be_of,
    sides,
    without_side,
)
from kaidan.text.fold import Folded, fold
from kaidan.text.scan import READING, RUN, run_after
from kaidan.text.unseen import unseen_signs

_LONGEST_SUFFIX = 12


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
    heads = any_of(head[::-1] for head in hiragana_heads())
    states = any_of(head[::-1] for head in hiragana_heads_of_states())
    names = any_of(name[::-1] for name in spelled("naming", "holds hiragana"))
    reading = rf"[）)]{READING}{{1,40}}[（(][^\Wぁ-ゖ]"
    return re.compile(
        rf"(?:{ends}){RUN}{{0,44}}(?:{heads}[^\Wぁ-ゖ]{{0,9}}|{names}|(?:{states}|{reading}){RUN}{{0,27}}|)"
    )


def _mention(
    text: str, first: int, titled: Titled, limit: int, on: str | None
) -> PersonMention | None:
    """Read one office of the run that begins at ``first``; names behind it end at ``limit``."""
    if titled.suffix and titled.suffix.kind == "aide":
        return _aide(text, first, titled, on)
    start = first + titled.start
    named, end = _who_is_named(text, first, titled, limit)
    if named is None:
        is_bracket = text[end : end + 1] in OPENING
        return _named_in_bracket(text, start, end, titled) if is_bracket else None
    if named.called[0] in sides():
        named = without_side(text, start - named.width, named)
    start -= named.width
    if text[start - 1] in BLANKS and (before := words_before(text, start, named.called)):
        named = named.lengthened(before)
        start -= len(before)
    mention = _borne(text, (start, end), named, titled, on)
    if mention.name:
        return mention
    return None if named.holders_only or _is_of_holders_only(titled) else mention


def _who_is_named(text: str, first: int, titled: Titled, limit: int) -> tuple[Naming | None, int]:
    """Return who is named before an office or behind it, and where the naming ends."""
    start, end = first + titled.start - len(titled.lead), first + titled.end
    named = titled.named or parted_naming(text, start, titled.lead)
    if named is None and (bracketed := bracketed_naming(text, start, end, titled.lead)):
        return bracketed, end + 1
    if named is None:
        named = called_as_a_state(text, start, titled.lead)
    if titled.suffix or (named and is_called(named.called)):
        return named, end
    return name_behind(text, end, limit, titled.lead) or (named, end)


def _borne(
    text: str, span: tuple[int, int], named: Naming, titled: Titled, on: str | None
) -> PersonMention:
    """Return the mention of who bears an office on a date, or the second of his two offices where it tells more of him."""
    start, end = span
    country, rule = named.country or titled.country, titled.rule
    said = None if country else country_before(text, start)
    who = bearer_of(named, titled.word, country, said, on)
    if named.beside and not may_be_of(named.beside, who, text[:start].rstrip("・")):
        who = bearer_of(named, titled.word, None, named.beside, on)
    also = titled.also
    if text.startswith(JOINTS, end) and (second := second_office(text, end)):
        other = bearer_of(named, second.word, country, said, on)
        also = other.office
        if is_rather(other, who):
            who, rule, end = other, f"offices: {second.word}", second.end
    return PersonMention(text[start:end], start, end, who, None, rule, also)


def _named_in_bracket(text: str, start: int, end: int, titled: Titled) -> PersonMention | None:
    """Read the officer of a state whom nothing but the bracket names: マルタの外務大臣（H.E. Mr. Jon Vik, Minister of Foreign Affairs）."""
    lead = titled.lead
    country = country_at_end(lead) or (None if lead else country_before(text, start))
    said = introduction_behind(text, end) if country else None
    if said is None:
        return None
    office = offices()[titled.word].listed
    who = Person(Name(said.name, said.name), country, office, None, said.name, "", None)
    first, inside = start - len(lead), (said.start, said.end)
    return PersonMention(text[first:end], first, end, who, inside, titled.rule)


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
