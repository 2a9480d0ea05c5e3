"""What stands before an office: プーチン・ロシア連邦 is a name and a country, 鳩山前 a name and a status."""

import re
from copy import copy
from functools import cache, lru_cache

from kaidan.lexicon.home import HOME
from kaidan.lexicon.words import all_words, spelled
from kaidan.normalizers.people.country_words import country_at_end, country_of, country_word
from kaidan.normalizers.people.names_at_end import (
    initials_at_end,
    is_in_kanji,
    known_name,
    unknown_name,
)
from kaidan.normalizers.people.roster import is_called, is_known_in
from kaidan.normalizers.places.gazetteer import state_codes
from kaidan.text.deferred import deferred
from kaidan.text.scan import HAN, READING

_READING = re.compile(
    rf"[（(](?P<reading>{READING}+)[）)]\Z"
)  # （ムン・ジェイン）, （しゅう・きんぺい）
_MINISTRY = re.compile(rf"(?<=[ァ-ヺー])(?:{HAN}|・){{2,9}}\Z")
"""What an office without a row of its own is for, behind a country: the 国際協力 of カーボベルデ国際協力大臣."""
_PORTFOLIO = deferred(rf"(?<=[ァ-ヺー])(?P<held>{HAN}{{4,14}})担当\Z")
"""What an aide is for, and the country before it: 米国国家安全保障担当 of サリバン米国国家安全保障担当大統領補佐官."""
_POST = re.compile(r"駐(?P<host>.{1,9})\Z")  # 駐日 is where an ambassador serves
_IN_CHARGE = "担当"
_LONGEST_IN_KANJI = 3


class Naming:
    """The last ``width`` characters before an office: a name as the text has it, a status (前, 元, 次期) and a country.

    ``of_ministry`` says that between the name and the office stands what it is for: 松本復興担当大臣; ``beside`` is the country that
    a point parts from the name before it, エジプト・マドブーリー, which may be a given name as well. ``holders_only`` says that what may be
    a name is one only if the tables have him in the office: 石破　総理大臣.
    """

    __slots__ = ("beside", "called", "country", "holders_only", "of_ministry", "status", "width")

    def __init__(
        self,
        width: int,
        called: str,
        status: str,
        country: str | None,
        *,
        of_ministry: bool = False,
    ) -> None:
        self.width, self.called, self.status, self.country = width, called, status, country
        self.of_ministry = of_ministry
        self.beside: str | None = None
        self.holders_only = False

    def of_holders(self) -> "Naming":
        """Return the naming as one of nobody but who held the office."""
        known = copy(self)
        known.holders_only = True
        return known

    def shortened(self, width: int) -> "Naming":
        """Return the naming without its first characters."""
        shorter = copy(self)
        shorter.width, shorter.called = self.width - width, self.called[width:]
        return shorter

    def lengthened(self, words: str) -> "Naming":
        """Return the naming with more words of the name before it."""
        longer = copy(self)
        longer.width, longer.called = self.width + len(words), words + self.called
        return longer


def naming(lead: str) -> Naming | None:
    """Read the run of kanji and katakana before an office from its end; None where no name is in it.

    >>> [(name.width, name.called, name.status, name.country) for name in (naming("プーチン・ロシア連邦"), naming("鳩山前"))]
    [(10, 'プーチン', '', 'RU'), (3, '鳩山', 'latest', None)]
    >>> naming("日本国"), naming("両")
    (None, None)
    """
    behind = _behind_number(lead)
    passed = len(lead) - len(behind)
    before = _before_portfolio(behind)
    if before is None:
        return None
    rest, known, status, country = words_before_office(before.rstrip("・"))
    ministry = None if known or country else _MINISTRY.search(rest)
    if ministry and country_at_end(rest[: ministry.start()]):
        rest, known, status, country = words_before_office(rest[: ministry.start()])
    else:
        ministry = None
    name = known or unknown_name(rest, country)
    if not name:
        return None
    start = rest.rindex(name)
    start -= initials_at_end(rest[:start])
    beside = None
    if not country and "・" in rest:
        start, beside = _behind_country(rest, start, name)
        name = name[-(len(rest) - start) :] if rest.endswith(name) else name
    of_ministry = ministry is not None or not rest.endswith(name)
    found = Naming(len(lead) - passed - start, name, status, country, of_ministry=of_ministry)
    found.beside = beside
    return found


def _behind_number(lead: str) -> str:
    """Return what stands behind a number and its unit: 安倍 of 2月8日安倍."""
    for unit in spelled("naming", "counted"):
        if unit in lead:
            before, _, after = lead.rpartition(unit)
            lead = after if before[-1:].isdecimal() else lead
    return lead


def _before_portfolio(lead: str) -> str | None:
    """Return what stands before an aide's portfolio, with the state that it begins with; None where a body is told of, whose he is."""
    portfolio = _PORTFOLIO.search(lead) if lead.endswith(_IN_CHARGE) else None
    if portfolio is None:
        return lead
    held = portfolio["held"]
    if held.startswith(spelled("naming", "body")):
        return None  # 国連軍縮担当上級代表 is not the one of the European Union
    return lead[: portfolio.start() + len(_state_at_start(held))]


def _state_at_start(held: str) -> str:
    """Return the state that a portfolio begins with, the longest; nothing where it names none: 米国 of 米国国家安全保障."""
    begun = (held[:width] for width in range(len(held), 0, -1))
    return next((state for state in begun if state in state_codes()), "")


def _behind_country(rest: str, start: int, name: str) -> tuple[int, str | None]:
    """Return where a name begins behind a country and a point, and the country: エジプト・マドブーリー, 中央アフリカ・トゥアデラ."""
    if rest.endswith("・", 0, start):
        return start, country_at_end(rest[: start - 1])
    first = name.partition("・")[0]
    word = country_word(rest[: start + len(first)]) if start and first != name else None
    if word and len(word) > len(first) and not is_called(name):  # 中央 stands before アフリカ
        return start + len(first) + 1, country_of(word)
    return start, None


def named_before_portfolio(lead: str) -> Naming | None:
    """Read a name that the tables know at the start of a run, before what an office without a row of its own is for.

    >>> named_before_portfolio("高市前経済安全保障担当").called, named_before_portfolio("金融担当")
    ('高市', None)
    """
    for width in range(min(len(lead), _LONGEST_IN_KANJI * 2), 1, -1):
        name = lead[:width]
        if is_in_kanji(name) and is_called(name):
            status = next((word for word in _statuses() if lead.startswith(word, width)), "")
            return Naming(len(lead), name, _statuses().get(status, ""), None, of_ministry=True)
    return None


@lru_cache(maxsize=1024)
def entitled(lead: str, name: str) -> Naming | None:
    """Read the run before an office that is named before its holder, 日本国 in 日本国総理大臣安倍晋三; None where nobody is called so.

    >>> entitled("前日本国", "福田康夫").country, entitled("日本国", "声明")
    ('JP', None)
    """
    if len(name) < 2:  # one kanji is a word more often than a name
        return None
    known = known_name(name)
    if known is None or len(known) + initials_at_end(name.removesuffix(known)) != len(name):
        return None
    rest, _, status, country = words_before_office(lead)
    return Naming(len(lead[len(rest) :].lstrip("・")), known, status, country)


def words_before_office(rest: str) -> tuple[str, str | None, str, str | None]:
    """Take status and countries off the end, down to a known name: what is left, that name, the status, the country of the office."""
    name, status, country = None, "", None
    while rest and not (name := known_name(rest, country)) and (word := _word_before_office(rest)):
        rest = rest[: -len(word)].rstrip("・")
        if word in _statuses():
            status = status or _statuses()[word]
        else:
            country = country or country_of(word) or _sent_by(word, rest)
    return rest, name, "" if status == "now" else status, country


def _sent_by(word: str, name: str) -> str | None:
    """Return Japan of a post abroad whose holder is named in kanji: 田中駐米大使; anyone may hold one in Japan."""
    post = _POST.fullmatch(word)
    if not post or state_codes().get(post["host"]) == HOME or not is_in_kanji(name):
        return None
    return HOME if is_known_in(name, HOME) or not is_called(name) else None


def _word_before_office(rest: str) -> str | None:
    """Return the status, the post, the reading in brackets or the country at the end of the text."""
    if rest.endswith(tuple(_statuses())):
        return next(status for status in _statuses() if rest.endswith(status))
    if reading := _READING.search(rest):
        return reading[0]
    if rest.endswith(bodies := spelled("naming", "body")):
        return next(body for body in bodies if rest.endswith(body))
    country, post = country_word(rest), _POST.search(rest)
    if post and country in (
        None,
        post["host"],
    ):  # but in 駐ロシア日本 the host stands before whose he is
        return post[0]
    return country


@cache
def _statuses() -> dict[str, str]:
    """Return what kind of status each word before an office is."""
    return {row.word: row.kind for row in all_words("statuses") if row.kind != "side"}
