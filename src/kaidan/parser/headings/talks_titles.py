"""The titles of talks: what they end with, whom they name, and what else a line with such a noun may be."""

import re
from functools import cache, lru_cache

from kaidan.lexicon.offices import office_ends
from kaidan.lexicon.series import series_words
from kaidan.lexicon.words import any_of, pattern_of, spelled
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.titles import before_parties, parties, without_occasion
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.paired import paired_names
from kaidan.normalizers.places import resolve_place
from kaidan.parser.headings.bracketed import DECORATION, SEPARATORS
from kaidan.parser.headings.heading_dates import has_numeral
from kaidan.text.brackets import OPENING
from kaidan.text.deferred import deferred

TALKS = spelled("headings", "talks", "plain talks", "calls")
"""The nouns that end a title. A page that holds none of them tells of no meeting."""

FLAGS = spelled("headings", "flag")
_OF_JAPAN = deferred("(?<![0-9０-９])日")
_BETWEEN = "・"
_HOME_FIRST = ("日本", "日・")
"""Whom a title names first that has talks with a state of a name that nobody knows."""
_JOINING = ("と", "は")
"""What follows somebody who is named before the countries."""
_NO_TITLE = frozenset("「」『』。、，,：:？?！!；;")
_STEP = re.compile(r"(?<=[^\s>＞])\s*[>＞›»≫]\s*(?=[^\s<＜>＞])")
"""What parts the steps of a breadcrumb, which is no title."""
_HIRAGANA = deferred("[ぁ-ゖ]")
_TELLS = deferred("^[ぁ-ゖ]|[がをはし]|で(?!の)|に(?!お)")
"""Hiragana of a sentence, which no title has."""


def is_title(text: str) -> bool:
    """Tell whether a text is a title such as 日露首脳会談.

    >>> is_title("日露外相会談"), is_title("お知らせ"), is_title("日露首脳共同記者会見")
    (True, False, False)
    """
    text = text.strip(SEPARATORS)
    if _goes_on_behind_blank(text):
        return False
    text = text.replace("\u3000", "")
    return (
        2 <= len(text) <= 40
        and text[0] not in "（("
        and _NO_TITLE.isdisjoint(text)
        and not _is_way(text)
        and _ends_in_talks(text)
        and _names_talkers(text)
    )


def _goes_on_behind_blank(text: str) -> bool:
    """Tell whether a word stands behind the talks and a blank, as a town does: 日露首脳会談　ソチ."""
    before, blank, word = text.replace(" ", "\u3000").rpartition("\u3000")
    return bool(blank) and before.rstrip("\u3000").endswith(TALKS) and word not in FLAGS


@lru_cache(256)  # the headings of a page say the same
def title_of(text: str) -> str:
    """Return the title that a text is but for what decorates it, or nothing."""
    text = text.strip(DECORATION)
    if not is_title(text):
        return ""
    title = text.strip(DECORATION + SEPARATORS)
    return "" if speaks_of_talks(title) else title


def title_of_two_leaders(text: str, dated: str) -> str:
    """Return the title that names two by their family names alone, if both were in office on the date that stands behind it.

    >>> title_of_two_leaders("橋本・エリツィン会談", "（川奈・1998年4月）"), title_of_two_leaders("大阪・川奈会談", "（1998年4月）")
    ('橋本・エリツィン会談', '')
    """
    title = text.strip(DECORATION + SEPARATORS)
    if _BETWEEN not in title or not title.endswith(TALKS) or not _ends_in_talks(title):
        return ""
    on = next((one.edtf for one in find_dates(dated) if one.edtf), None)
    return title if any(paired_names(title, on)) else ""


def whole_title(text: str) -> str:
    """Return the title that a text is, with nothing of a sentence in it or behind it; or nothing.

    >>> whole_title("日中首脳会談"), whole_title("日中首脳会談を行った")
    ('日中首脳会談', '')
    """
    title = title_of(text)
    return "" if not title or _tail(title) or _TELLS.search(title) else title


def speaks_of_talks(title: str) -> bool:
    """Tell whether what stands before the countries of a title makes it speak of talks instead of naming them.

    >>> titles = ("公文書にみる日ソ首脳会談", "過去の日ソ首脳会談", "模擬日米首脳会談", "柔道と日仏首脳会談")
    >>> [speaks_of_talks(title) for title in titles]
    [True, True, True, True]
    >>> speaks_of_talks("日産・ルノー首脳会談"), speaks_of_talks("日独労組首脳会談"), speaks_of_talks("川奈首脳会談")
    (True, True, False)
    >>> [speaks_of_talks(title) for title in ("日露首脳会談", "第2回日EU首脳会議", "川奈日露首脳会談", "国連総会日米首脳会談")]
    [False, False, False, False]
    """
    if title.startswith("日") and parties(title):  # most often
        return False
    talks = without_occasion(title)
    lead = (before_parties(talks) or _before_level(talks)).strip(SEPARATORS)
    if not lead or has_numeral(lead) or lead.startswith(_HOME_FIRST):
        return False
    if lead.endswith(_JOINING):
        lead = lead[:-1]
        if lead.endswith(office_ends()):
            return False
    if lead.startswith(spelled("headings", "lead")) or lead.endswith(_occasions()):
        return False
    return not (resolve_place(lead) or find_people(lead))


def _before_level(title: str) -> str:
    """Return what stands before the level right before the talks, of a title that names no two countries; nothing where there is none."""
    if parties(title):
        return ""
    found = _level_and_talks().search(title)
    lead = title[: found.start()] if found else ""
    is_name = not _HIRAGANA.search(lead) and not lead.strip(SEPARATORS).endswith(
        spelled("titles", "level")
    )
    return lead if is_name else ""


@cache
def _level_and_talks() -> re.Pattern[str]:
    """Return the end of a title: 首脳会談, 外相電話会談."""
    level, means = any_of(spelled("titles", "level")), any_of(spelled("titles", "means"))
    return re.compile(rf"{level}{means}*{any_of(TALKS)}\Z")


@cache
def _occasions() -> tuple[str, ...]:
    """Return what ends the name of an occasion: 国連総会, APEC."""
    return (*spelled("occasions", "gathering", "session"), *series_words())


@cache
def noun_of_talks() -> re.Pattern[str]:
    """Return the pattern of a noun of talks, the longest that stands there."""
    return re.compile(any_of(TALKS))


def has_talks(text: str) -> bool:
    """Tell whether a text holds a noun of talks: the cheap look."""
    return noun_of_talks().search(text) is not None


def is_of_japan(text: str) -> bool:
    """Tell whether the name of talks has Japan's kanji, as 日露首脳会談: the cheap look at a link.

    >>> is_of_japan("日露首脳会談（概要）"), is_of_japan("会談の概要（5月6日）")
    (True, False)
    """
    return "日" in text and _OF_JAPAN.search(text) is not None


def _is_way(text: str) -> bool:
    return OPENING.isdisjoint(text) and _STEP.search(text) is not None


def _ends_in_talks(text: str) -> bool:
    for talks in TALKS:
        before, found, rest = text.rpartition(talks)
        if found and _is_no_more(rest):
            if any(word in text for word in spelled("headings", "press")):
                return False
            plain = talks in spelled("headings", "plain talks", "calls")
            return not plain or len(parties(before + talks)) > 1 or "と" in before
    return False


def _is_no_more(rest: str) -> bool:
    """Tell whether what stands behind talks leaves them what they are: の概要, （結果）等, ①; not 一覧, ・訪問, 50周年."""
    rest = "".join(filter(str.isalpha, without_flags(rest)))
    return not rest or rest.removeprefix("の") in spelled("headings", "appendix")


def without_flags(text: str, *kinds: str) -> str:
    """Take について, の概要 and their like off the end, and what else is of these kinds.

    >>> without_flags("日露首脳会談の概要について"), without_flags("首脳会談を行いました", "title flag")
    ('日露首脳会談', '首脳会談')
    """
    flags = spelled("headings", "flag", *kinds)
    while flag := next(filter(text.endswith, flags), ""):
        text = text.removesuffix(flag).rstrip()
    return text


def _names_talkers(text: str) -> bool:
    of_japan = text[0] == "日" and text[1] not in "本程時"
    return of_japan or any(talkers in text for talkers in spelled("titles", "level"))


def _tail(title: str) -> str:
    """Return what of a title stands behind its talks and is no flag: a verb, mostly."""
    ends = [title.rfind(talks) + len(talks) for talks in TALKS if talks in title]
    rest = title[max(ends) :]
    return "" if rest in FLAGS else rest


def is_of_press(title: str) -> bool:
    """Tell whether the title of a page names what was said to the press, and no talks besides.

    >>> is_of_press("外務大臣会見記録（平成27年9月）"), is_of_press("日露首脳会談と共同記者会見"), is_of_press("日露首脳会談")
    (True, False, False)
    """
    said = pattern_of("headings", "press").search(title)
    return said is not None and not has_talks(without_press(title))


def without_press(text: str) -> str:
    """Return a text without what it names that was said to the press.

    >>> without_press("日露首脳共同記者会見")
    '日露首脳共同'
    """
    for word in spelled("headings", "press"):
        text = text.replace(word, "")
    return text
