"""Whom a page introduces itself: メルケル首相（H.E. Dr. Angela Merkel, Federal Chancellor of the Federal Republic of Germany）."""

import re
from functools import cache
from typing import NamedTuple

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.people.person import AND, Person, PersonMention
from kaidan.normalizers.people.roster import Name
from kaidan.text.deferred import deferred
from kaidan.text.latin import is_same_name

_FEWEST, _MOST = 2, 6
OPENING = frozenset("（( \u3000")
"""What may stand between a naming and what a bracket says of it."""
_TELLING = OPENING.union(AND)
_SECOND_OFFICE = deferred(r"兼[^\Wぁ-ゖ][^\0（()）「」。、,，\n]{1,50}")
"""What else somebody is, before the bracket that introduces him: 首相兼財務・経済計画大臣."""
_READING = re.compile("[（(](?P<inside>[^（()）]{4,60})[）)]")
_MOST_INTRODUCED = 64  # of one meeting


class Introduction(NamedTuple):
    """A name in Latin letters, and where the bracket stands that holds it."""

    name: str
    start: int
    end: int


def with_introduced(text: str, found: list[PersonMention]) -> list[PersonMention]:
    """Name those whom the text itself introduces in brackets, there and wherever it names them again behind.

    Nor is a bare ニコルソン外相 behind a アーノルド・ニコルソン外相 whom no table knows the one of another state whom they do.
    """
    known: list[Person] = []
    for number, mention in enumerate(found):
        said = _introduction_of(text, mention)
        if said:
            who = _introduced_as(mention.who, said)
            if who is not mention.who and len(known) < _MOST_INTRODUCED:
                known.append(who)
            found[number] = mention._replace(who=who, introduced=(said.start, said.end))
            continue
        if known and (mention.name is None or mention.is_bare):
            who = next((one for one in known if _may_be(mention, one)), mention.who)
            found[number] = mention._replace(who=who._replace(called=mention.who.called))
        if mention.name is None and "・" in mention.who.called and not mention.is_aide:
            known.append(mention.who)
    return found


def _introduction_of(text: str, mention: PersonMention) -> Introduction | None:
    """Return the introduction behind a naming, or within it: ヨン・ヴィーク（Jon Vik）首相; aides stay without a name."""
    words, end = mention.text, mention.end
    is_silent = text[end : end + 1] not in _TELLING and "（" not in words and "(" not in words
    if is_silent or mention.is_aide:  # most often
        return None
    if text.startswith(AND, end) and (also := _SECOND_OFFICE.match(text, end)):
        end = also.end()
    if text[end : end + 1] in OPENING:
        said = introduction_behind(text, end)
        if said:
            return said
    inside = _READING.search(words)
    name = _name_of(_latin_words(_in_latin(inside["inside"]))) if inside else []
    if not inside or not _is_name(name):
        return None
    start, end = inside.span()
    return Introduction(
        " ".join(map(_capitalized, name)), mention.start + start, mention.start + end
    )


def _introduced_as(who: Person, said: Introduction) -> Person:
    """Return somebody by the name in brackets, but whom the tables know by that name as they have him."""
    if who.name and is_same_name(who.name.en, said.name):
        return who
    return who._replace(name=Name(who.called, said.name), wikidata=None, in_office=None)


def _may_be(mention: PersonMention, one: Person) -> bool:
    """Say whether a naming is of somebody introduced before: メルケル首相 of アンゲラ・メルケル, デ・ソウザ大臣 of a foreign minister."""
    who = mention.who
    is_same_office = who.office == one.office or (
        who.office is not None and one.office is not None and one.office.endswith(f" {who.office}")
    )
    parts = one.called.split("・")
    return (
        is_same_office
        and (mention.is_bare or who.country in (None, one.country))
        and (who.called in parts or f"・{one.called}".endswith(f"・{who.called}"))
    )


def introduction_behind(text: str, end: int) -> Introduction | None:
    """Return the introduction in the bracket that opens at a point of the text, or None where it is something else.

    It begins with an honorific, or goes on with an office behind a comma; the name is of two to six words.

    >>> introduction_behind("（H.E. Dr. Angela Merkel, Federal Chancellor of the Federal Republic of Germany）", 0)
    Introduction(name='Angela Merkel', start=0, end=79)
    >>> introduction_behind("（Asia-Pacific Economic Cooperation）", 0), introduction_behind("（東京）", 0)
    (None, None)
    """
    bracket = _bracket().match(text, end)
    if not bracket:
        return None
    said, comma, _ = bracket["inside"].partition(",")
    words = _latin_words(said)
    name = _name_of(words)
    if not _is_name(name) or not (comma or len(name) < len(words)):
        return None
    return Introduction(" ".join(map(_capitalized, name)), *bracket.span())


def _latin_words(said: str) -> list[str]:
    """Return the words of an introduction, with a space that is missing behind an honorific: H.E.Mr. Tien is three."""
    return _glued().sub(r"\1 ", said).split()


def _in_latin(inside: str) -> str:
    """Return what a bracket has in Latin letters beside a reading: りん・しい／Lin Zhiwei."""
    return max(re.split("[／/]", inside), key=str.isascii)


def _is_name(words: list[str]) -> bool:
    """Say whether words are a name in Latin letters: two to six, each with a capital but for particles."""
    particles = spelled("honorifics", "particle")
    return _FEWEST <= len(words) <= _MOST and all(
        word[0].isupper() or word in particles for word in words
    )


def _name_of(words: list[str]) -> list[str]:
    """Drop the honorifics around a name."""
    before, behind = spelled("honorifics", "before"), spelled("honorifics", "behind")
    first, last = 0, len(words)
    while first < last and words[first] in before:
        first += 1
    while first < last and words[last - 1] in behind:
        last -= 1
    return words[first:last]


def _capitalized(word: str) -> str:
    """Return a name that is written in capitals as English news writes it: MERKEL, but McKAY stays."""
    return word.title() if len(word) > 1 and word.isupper() and "." not in word else word


@cache
def _glued() -> re.Pattern[str]:
    dotted = [word for word in spelled("honorifics", "before") if word.endswith(".")]
    return re.compile(rf"\b({any_of(dotted)})(?=[A-Z])")


@cache
def _bracket() -> re.Pattern[str]:
    return re.compile(r"[ \u3000]?[（(] ?(?P<inside>[A-Z][^（()）\0\u3040-\u9fff]{4,160})[）)]")
