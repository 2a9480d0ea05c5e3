"""Refused before it is parsed: a page that names talks in links to other pages alone, as ministries' lists and portals do.

In doubt a page is parsed. What is looked at is markup without scripts, comments, its title and whole links; a noun of talks that is left
in it, however cut by tags or blanks, is a doubt, but in the name of a list, or in few sentences beside many links.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from kaidan.lexicon.eras import modern_eras
from kaidan.lexicon.words import any_of, pattern_of, spelled
from kaidan.messages import Message
from kaidan.parser.headings.heading_dates import has_numeral
from kaidan.parser.headings.talks_titles import (
    TALKS,
    has_talks,
    is_of_japan,
    is_of_press,
    noun_of_talks,
)
from kaidan.parser.refusal.reasons import FEW_LINKS, list_of_links, no_meeting, no_talks
from kaidan.parser.refusal.sentences_beside import TITLE_LINK, Beside, is_led_by_link, may_tell
from kaidan.text.deferred import deferred
from kaidan.text.unseen import UNSEEN

_SHORTEST = 500
"""Characters of markup from which on the look is worth its time."""
_LIST, _LONG_LIST = 3, 20  # links that name talks
_FEWEST_NEWS = 3  # sentences below links, where the name of a list may be a title
_CELLS_A_LINK = 2  # cells without a link, for each link that names talks: a row of a list has its date, and a country
_CELL = re.compile("(?i)<(?:td|dt)[\\s>]")
_PLAIN_CELL = deferred(r"(?i)<(?:td|dd)(?:\s[^<>]*)?>\s*[^<\s]")
_LINK_OR_DAY = deferred(
    r"<a(?: title| talks)?>|[0-9０-９〇一二三四五六七八九十]\s*月|(?:19|20)[0-9]{2}[-/.][0-9]"
)
_SIDES_OR_TIME = re.compile("[日。0-9０-９]")
_KATAKANA = deferred("[ァ-ヺ]")
_OPENING = 4  # characters of a sentence in which the day of a meeting would stand
_NO_LETTER = deferred(r"\W+")
_LONGEST_REST = 4  # letters of the name of a list that are no word of one
_LONGEST = 60  # characters of the name of a list
_UNSHOWN = re.compile(r"(?is)<!--.*?(?:-->|\Z)|<(script|style|title)\b.*?(?:</\1\s*>|\Z)")
_TITLE = deferred(r"(?is)<title[^>]*>([^<]*)")
_LINK = re.compile(
    r"(?i)<a\s[^<>]*>((?:[^<]|<(?!/?(?:a|p|h[1-6]|div|li|t[drh]|d[dtl]|ul|ol|table|br)\b))*)</a\s*>"
)
_OTHER_LINK, _LINK_OF_TALKS = "<a>", "<a talks>"
_INLINE = r"</?(?:b|big|em|font|i|img|ins|mark|s|small|span|strong|sub|sup|u|wbr)\b[^<>]*>"
_SPELLED_SIGN = deferred("(?i)&#(?:x0*[3-9a-f][0-9a-f]{3}|0*[1-9][0-9]{4})")
"""A Japanese sign that is written by its number."""


def refuse_early(markup: str) -> None:
    """Refuse a page that cannot hold a meeting.

    Raises:
        Refused: nothing outside of its links may be the title of talks, or tell of one.
    """
    if len(markup) < _SHORTEST:
        return
    pieces = _LINK.split(_UNSHOWN.sub("", markup))
    links = pieces[1::2]
    pieces[1::2] = marks = list(map(_mark, links))
    named = [link for link, mark in zip(links, marks, strict=True) if mark != _OTHER_LINK]
    own = "".join(pieces)
    beside = None if "<![" in own else _count_beside(own, named)
    if beside is None or _hides_talks(own):
        return
    if why := _why(named, beside):
        title = _TITLE.search(markup)
        raise no_meeting(_text_of(title[1]) if title else "", why)


def _mark(link: str) -> str:
    """Return what stands for a link where the links of a page are left out."""
    if not has_talks(link):
        return _OTHER_LINK
    return TITLE_LINK if is_of_japan(link) else _LINK_OF_TALKS


def _count_beside(own: str, links: Sequence[str]) -> int | None:
    """Count the texts that speak of talks beside links that do; None where one may tell of meetings, or be the title of some."""
    named = len(links)
    is_long = named >= _LONG_LIST
    has_cells = _CELL.search(own) is not None
    beside = titles = records = 0
    sentences: list[Beside] = []
    for start, text in _texts_of_talks(own):  # a page of meetings ends at the first, mostly
        if named < FEW_LINKS and pattern_of("headings", "press", "planned").search(text):
            return None
        may_be_title = text.partition("（")[0].endswith(TALKS)
        if _is_name_of_list(text, of_year=is_long or not may_be_title):
            titles += may_be_title
        elif is_of_press(text):
            pass
        elif is_long and not has_cells and _record_words().search(text):
            records += 1
        elif named >= _LIST and "。" in text and not has_numeral(text[:_OPENING]):
            sentences.append(Beside(text, is_led_by_link(own, start)))
        else:
            return None
        beside += 1
    led = sum(one.is_led for one in sentences)
    is_of_news = led == len(sentences) and (not led or led >= _FEWEST_NEWS)
    if (titles and not is_of_news) or (sentences and may_tell(sentences, own, links)):
        return None
    if named < _LIST and (named or beside):
        return None  # a link or two, or the name of a list, and perhaps a table below it
    may_be_table = is_long and titles + records > 0
    return None if _holds_table(own, named, may_be_table=may_be_table) else beside - led


def _holds_table(own: str, named: int, *, may_be_table: bool) -> bool:
    """Tell whether more cells than a list of so many links has stand in a page, or days without links where its title may be a table's."""
    if _CELL.search(own) and sum(1 for _ in _PLAIN_CELL.finditer(own)) > named * _CELLS_A_LINK:
        return True
    return may_be_table and _has_days_without_link(own)


def _has_days_without_link(own: str) -> bool:
    """Tell whether two days stand below each other with no link between them, as in a table that is made of lines."""
    days = 0
    for found in _LINK_OR_DAY.finditer(own):
        days = 0 if found[0].startswith("<") else days + 1
        if days > 1:
            return True
    return False


def _texts_of_talks(markup: str) -> Iterator[tuple[int, str]]:
    """Yield the texts between two tags that hold a noun of talks, where they start and without blanks, each once."""
    done = 0
    for talks in noun_of_talks().finditer(markup):
        if talks.start() < done:
            continue
        start = markup.rfind(">", 0, talks.start()) + 1
        done = markup.find("<", talks.end())
        done = len(markup) if done < 0 else done
        if "<" in markup[start : talks.start()]:  # of a tag
            done = talks.end()
        else:
            yield start, _unescaped("".join(markup[start:done].split()))


def _hides_talks(markup: str) -> bool:
    """Tell whether a noun of talks may stand in a text otherwise than its signs below each other: cut by tags, by number."""
    if "&#" in markup and _SPELLED_SIGN.search(markup):
        return True
    pairs = _pairs()
    return any(cut[0][0] + cut[1] in pairs for cut in _cut_sign().finditer(markup))


@cache
def _pairs() -> frozenset[str]:
    """Return the signs that stand beside each other in a noun of talks."""
    return frozenset(noun[at : at + 2] for noun in TALKS for at in range(len(noun) - 1))


@cache
def _cut_sign() -> re.Pattern[str]:
    """Return a sign of a noun, what shows nothing or a blank behind it, and the next sign that is shown."""
    firsts = "".join(sorted({pair[0] for pair in _pairs()}))
    nothing = rf"(?:[\s{UNSEEN}]|{_INLINE}|&#?\w{{1,12}};)+"
    return re.compile(rf"(?i)[{firsts}](?=[\s<&{UNSEEN}]){nothing}(\w)")


def _is_name_of_list(text: str, *, of_year: bool) -> bool:
    """Tell whether a text names talks of nobody and at no time, or of a year or a month: 首脳会談・外相会談, 最近の会談."""
    if len(text) > _LONGEST:
        return False
    if of_year:
        text = _year().sub("", text)
    if _SIDES_OR_TIME.search(text):
        return False
    rest = _NO_LETTER.sub("", _words_of_lists().sub("", text))
    return len(rest) <= _LONGEST_REST and not _KATAKANA.search(rest)


@cache
def _year() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{any_of(era.name for era in modern_eras())}|20|19)[0-9０-９元]+年(?:[0-9０-９]+月)?"
    )


@cache
def _record_words() -> re.Pattern[str]:
    return re.compile(any_of(spelled("headings", "record")))


@cache
def _words_of_lists() -> re.Pattern[str]:
    """Return what the name of a list is made of: talks, who holds them, records, and what stands before and between."""
    words = (*TALKS, *spelled("titles", "level", "means", "joint"))
    return re.compile(any_of((*words, *spelled("headings", "record", "opening"), "の")))


def _why(named: Sequence[str], beside: int) -> Message | None:
    if not named and not beside:
        return no_talks()
    texts = (_text_of(re.sub("<[^<>]*>", "", link)) for link in named)
    return list_of_links(texts, len(named), beside, surely=True)


def _text_of(markup: str) -> str:
    return _unescaped(" ".join(markup.split()))


def _unescaped(markup: str) -> str:
    if "&" not in markup:
        return markup
    import html  # noqa: PLC0415  2 ms, for a title with an entity in it

    return html.unescape(markup)
