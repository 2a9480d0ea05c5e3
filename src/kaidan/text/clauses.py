"""Clauses: where a sentence ends, whether people met in it, and whether a thing is only recalled.

Every reader that asks one of these questions asks it here. The words are rows of ``data/words/talks.tsv`` and ``recalled.tsv``.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import cache, lru_cache
from typing import NamedTuple

from kaidan.lexicon.words import any_of, pattern_of, spelled
from kaidan.text import BREAK
from kaidan.text.numerals import SMALL
from kaidan.text.scan import occurrences, overlapping, run_before

_LASTING = rf"約?[{SMALL}]{{1,3}}(?:時間|分)半?[^、，。\0]{{0,8}}?"
"""How long talks went on, between their noun and the verb: 会談を約3時間実施, 会談を2時間半にわたり行い."""

_AND_MORE = "(?:等|など)?(?:(?:及び|および|並びに|ならびに)[^、，。\0]{1,16}?(?=を))?"
"""What else took place, between the talks and the verb: 首脳会談及びワーキング・ディナーを行い, 首脳会談等を行い."""

_DENIED = "[ぁ-ん]{0,2}(?:な[かい]|ず|ません)"
"""Behind a verb, what says that it was not: 行われなかった, 行わず, 行いませんでした."""

_SOMEHOW = "を[^、，。をがは年月日0-9０-９\\0]{1,16}?(?:で|にて|において)"
"""How or where talks were held, between their noun and the verb: 会談を東京で行い, 会合をテレビ会議形式で開催し; no other day."""

_NOT_YET = "う|く|つ|む|催?する|って以来|て以来"
"""Behind such a verb, what says that it is to come, or long past: 次回会談を東京で行う, 会談を東京で行って以来."""

_LONGEST_CLAUSE = 80  # characters from the talks to the verb whose subject they are
_LONGEST_TITLE = 60  # characters before the noun
_LONGEST_NAME = 24
"""Of talks: 第3回日米豪印首脳 before 会合."""

_OPENING = ("（", "(")
_CLOSING = re.compile("[）)]")
_LONGEST_BRACKET = 24
_OF_NAMES = re.compile(r"[^\W\d_ぁ-ゖ]")

_COMMAS = ("、", "，")
_ENDS_CLAUSE = frozenset({"。", *_COMMAS, *_OPENING, BREAK, ""})
"""Behind a noun that ends a clause, or the text. With の before it, a comma only goes on: 大統領との会談、."""


CUT_SHORT = ("...", "…")
"""What ends a text of which there is more elsewhere, as a search shows of a page."""


class Told(NamedTuple):
    """Where a text says that people met: from the noun of the talks (or the verb) to the end of what makes it an event.

    ``title`` says that nothing but the name of the talks stands there, as in a caption: 日露首脳会談.
    """

    start: int
    end: int
    title: bool


def sentence_start(text: str, at: int) -> int:
    """Return where the sentence begins in which a point lies.

    >>> sentence_start("訪露した。10月の会談で", 8)
    5
    """
    return max(text.rfind("。", 0, at), text.rfind(BREAK, 0, at)) + 1


_STOP_IN_BRACKET = re.compile(r"（[^（）。\0]{0,24}(?P<stop>。)[^（）\0]{1,24}）")
"""A full stop behind which a bracket goes on: （現地時間。日本時間では21日）, not （…した。）."""


class Sentences:
    """The sentences of a text, found once: where the one begins and ends in which a point lies.

    >>> sentences = Sentences("訪露した。10月の会談で。両首脳は")
    >>> sentences.span(8), sentences.number(8)
    ((5, 12), 1)
    """

    def __init__(self, text: str) -> None:
        self._ends = [at for at, _ in occurrences(text, ("。", BREAK))]
        for found in _STOP_IN_BRACKET.finditer(text):
            self._ends.remove(found.start("stop"))
        self._length = len(text)

    def number(self, at: int) -> int:
        """Return how many sentences end before a point."""
        return bisect_right(self._ends, at - 1)

    def span(self, at: int) -> tuple[int, int]:
        """Return where the sentence of a point begins, and where the mark stands that ends it."""
        number = self.number(at)
        start = self._ends[number - 1] + 1 if number else 0
        return start, self._ends[number] if number < len(self._ends) else self._length


@lru_cache(maxsize=1024)
def sentences_of(text: str) -> Sentences:
    """Return the sentences of a text; they are kept for the same readers as the meetings that it tells of."""
    return Sentences(text)


@lru_cache(maxsize=1024)
def meetings_told(text: str) -> tuple[Told, ...]:
    r"""Return each point where the text says that people met, captions among them, and nothing that is recalled.

    Days, places, occasions, participants and checks ask it, each of all the texts of a page, so a page's answers are kept.

    >>> text = "ミラノで会見した。昨年の会談で、記者会見を行い、大統領と会談を約3時間実施した。"
    >>> [text[told.start : told.end] for told in meetings_told(text)]
    ['会見し', '会談を約3時間実施']
    >>> [told.title for told in meetings_told("日露首脳会談\0安倍総理とプーチン大統領が会談")]
    [True, False]
    """
    return tuple(sorted(_meetings_told(text)))


def calls_told(text: str) -> tuple[Told, ...]:
    """Return each point where the text says that somebody was called upon.

    >>> [told.start for told in calls_told("国務長官による表敬を受けた。")]
    [7]
    """
    called = pattern_of("talks", "called")
    return tuple(Told(*found.span(), title=False) for found in called.finditer(text))


def _meetings_told(text: str) -> Iterator[Told]:
    verbs = spelled("talks", "met")
    for at, word in overlapping(pattern_of("talks", "talks", "met"), text):
        end = at + len(word)
        if word in verbs:
            yield Told(at, end, title=False)
            continue
        told = _told_by_noun(text, at, end)
        if told and not _is_other(text, at, word) and not _is_of_before(text, at):
            yield told


def _told_by_noun(text: str, at: int, end: int) -> Told | None:
    """Return what makes an event of the noun of talks from ``at`` to ``end``; None, most often, for 会談で and 協議の."""
    if took_place := _held().match(text, end):
        return Told(at, took_place.end(), title=False)
    if as_subject := _passive().match(text, end):
        return Told(*as_subject.span("verb"), title=False)
    if text.startswith(_OPENING, end) and _goes_on(text, end):
        return None
    if _ends_clause(text, at, end):
        return Told(at, end, title=_opens_sentence(text, at))
    below = _told_below(text, at, end)
    return None if below is None else Told(at, below, title=False)


def _goes_on(text: str, bracket: int) -> bool:
    """Say whether a name goes on behind a bracket: アジア欧州会合（ASEM）首脳会合, not 会談（電話）を行った."""
    closing = _CLOSING.search(text, bracket, bracket + _LONGEST_BRACKET)
    return closing is not None and _OF_NAMES.match(text, closing.end()) is not None


def _ends_clause(text: str, start: int, end: int) -> bool:
    """Say whether the noun of talks from ``start`` to ``end`` stops a clause; 大統領との会談、 goes on."""
    behind = text[end : end + 1]
    if behind not in _ENDS_CLAUSE:
        return False
    return behind not in _COMMAS or text[start - 1 : start] != "の"


def first_meeting(text: str) -> int:
    """Return where a text first says that two met, or -1: talks that are done, not ones that are only named.

    >>> first_meeting("会談後、会談し"), first_meeting("日露首脳会談")
    (4, -1)
    """
    return next((told.start for told in meetings_told(text) if not told.title), -1)


def is_recalled(text: str, start: int, units: tuple[str, ...] = ("年", "月", "日")) -> bool:
    """Say whether what starts here is of another time: 昨年の訪露, かつてのAPEC, 2月の訪日, counted in one of the units.

    >>> is_recalled("先の訪日", 2), is_recalled("15日来日し", 3, ("年", "月")), is_recalled("訪日", 0)
    (True, False, False)
    """
    earlier, last = _earlier()
    if not start or text[start - 1] not in last:  # most often
        return False
    if text.endswith(earlier, 0, start):
        return True
    unit = start - text.endswith("の", 0, start)
    return text.endswith(units, 0, unit) and text[max(0, unit - 2) : unit - 1].isdecimal()


def _is_of_before(text: str, at: int) -> bool:
    """Say whether talks are those of an earlier time: 前回の首脳会談."""
    return is_recalled(text, at - len(run_before(text, at, at - _LONGEST_NAME)), units=())


def _told_below(text: str, at: int, end: int) -> int | None:
    """Return the end of what says that the page tells below of the talks, done before: 官邸で行われた会談の概要は以下のとおり."""
    account = _account().match(text, end) if text.startswith("の", end) else None
    done = account and _done().search(text, sentence_start(text, at), at)
    if not account or not done or is_recalled(text, done.start(), units=()):
        return None
    return account.end()


@cache
def _account() -> re.Pattern[str]:
    account, follows = any_of(spelled("talks", "account")), any_of(spelled("talks", "follows"))
    return re.compile(rf"の(?:主な)?{account}[はを、，]*{follows}")


@cache
def _done() -> re.Pattern[str]:
    return re.compile(
        rf"{any_of(spelled('talks', 'done'))}|{any_of(spelled('talks', 'passive'))}た"
    )


def _is_other(text: str, at: int, noun: str) -> bool:
    """Say whether the noun is part of another word: the 会見 of 記者会見."""
    others = _others().get(noun, ())
    return any(at >= offset and text.startswith(word, at - offset) for word, offset in others)


def _opens_sentence(text: str, at: int) -> bool:
    """Say whether nothing but one run of kanji and katakana stands between the start of the sentence and a point."""
    before = text[max(0, at - _LONGEST_TITLE) : at]
    start = sentence_start(before, len(before))
    return (start > 0 or len(before) == at) and not _PARTED.search(before, start)


_PARTED = re.compile("[ぁ-ゖ、，]")


@cache
def _held() -> re.Pattern[str]:
    """Return the pattern of what makes an event of the talks before it: を約3時間実施."""
    chance, held = any_of(spelled("talks", "chance")), any_of(spelled("talks", "held"))
    before = rf"{chance}?(?:を|が|に|は)?|(?P<somehow>{_SOMEHOW})"
    return re.compile(
        rf"{_AND_MORE}(?:{before})(?:{_LASTING})?{held}(?!{_DENIED})(?(somehow)(?!{_NOT_YET}))"
    )


@cache
def _passive() -> re.Pattern[str]:
    """Return the pattern of what makes an event of the talks before it that are its subject: は、9月8日に行われた; not 行われず."""
    verbs = any_of(spelled("talks", "passive"))
    return re.compile(
        rf"[はがも][^。が\0]{{0,{_LONGEST_CLAUSE}}}?(?P<verb>{verbs})(?=た|まし|[、，]|て)"
    )


@cache
def _others() -> dict[str, list[tuple[str, int]]]:
    """Return the words that hold a noun of talks and are none, by that noun, each with the noun's offset."""
    others: dict[str, list[tuple[str, int]]] = {}
    for word in spelled("talks", "other"):
        for noun in spelled("talks", "talks"):
            if noun in word:
                others.setdefault(noun, []).append((word, word.index(noun)))
    return others


@cache
def _earlier() -> tuple[tuple[str, ...], frozenset[str]]:
    """Return the words of an earlier time with and without の, and the last characters of all and of a counted date."""
    words = spelled("recalled", "earlier", "before")
    return (*words, *(f"{word}の" for word in words)), frozenset("年月日の").union(
        word[-1] for word in words
    )
