"""What stands before an office: プーチン・ロシア連邦 is a name and a country, 鳩山前 a name and a status."""

import re
from functools import cache, lru_cache

from kaidan.lexicon.home import HOME
from kaidan.lexicon.words import all_words, spelled
from kaidan.normalizers.people.roster import is_called, is_known_in
from kaidan.normalizers.places.gazetteer import state_codes
from kaidan.text.scan import READING

_LAST_KANA = re.compile(r"((?:[゠-ヿ]|＝)+(?:[A-ZＡ-Ｚ]・[゠-ヿ]+)*)([^゠-ヿ]{0,9})\Z")
_READING = re.compile(
    rf"[（(](?P<reading>{READING}+)[）)]\Z"
)  # （ムン・ジェイン）, （しゅう・きんぺい）
_MINISTRY = re.compile(r"(?<=[ァ-ヺー])[一-龯・]{2,9}\Z")
"""What an office without a row of its own is for, behind a country: the 国際協力 of カーボベルデ国際協力大臣."""
_POST = re.compile(r"駐(?P<host>.{1,9})\Z")  # 駐日 is where an ambassador serves
_LONGEST_NAME = 12
_LONGEST_COUNTRY = 14
_LONGEST_IN_KANJI = 3
_SIGN = 2  # characters of katakana that stand for one of kanji


class Naming:
    """The last ``width`` characters before an office: a name as the text has it, a status (前, 元, 次期) and a country.

    ``of_ministry`` says that between the name and the office stands what it is for: 松本復興担当大臣.
    """

    __slots__ = ("called", "country", "of_ministry", "status", "width")

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

    def shortened(self, width: int) -> "Naming":
        """Return the naming without its first characters."""
        return Naming(
            self.width - width,
            self.called[width:],
            self.status,
            self.country,
            of_ministry=self.of_ministry,
        )


def naming(lead: str) -> Naming | None:
    """Read the run of kanji and katakana before an office from its end; None where no name is in it.

    >>> [(name.width, name.called, name.status, name.country) for name in (naming("プーチン・ロシア連邦"), naming("鳩山前"))]
    [(10, 'プーチン', '', 'RU'), (3, '鳩山', 'latest', None)]
    >>> naming("日本国"), naming("両")
    (None, None)
    """
    behind = lead
    for unit in spelled("naming", "counted"):
        if unit in behind:
            before, _, after = behind.rpartition(unit)
            behind = after if before[-1:].isdecimal() else behind  # 2月8日安倍総理
    rest, known, status, country = words_before_office(behind.rstrip("・"))
    ministry = None if known or country else _MINISTRY.search(rest)
    if ministry and country_at_end(rest[: ministry.start()]):
        rest, known, status, country = words_before_office(rest[: ministry.start()])
    else:
        ministry = None
    name = known or _un_known_name(rest, country)
    if not name:
        return None
    start = rest.rindex(name)
    of_ministry = ministry is not None or not rest.endswith(name)
    return Naming(len(lead) - start, name, status, country, of_ministry=of_ministry)


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
    if len(name) < 2 or _known_name(name) != name:  # one kanji is a word more often than a name
        return None
    rest, _, status, country = words_before_office(lead)
    return Naming(len(lead[len(rest) :].lstrip("・")), name, status, country)


def words_before_office(rest: str) -> tuple[str, str | None, str, str | None]:
    """Take status and countries off the end, down to a known name: what is left, that name, the status, the country of the office."""
    name, status, country = None, "", None
    while rest and not (name := _known_name(rest, country)) and (word := _word_before_office(rest)):
        rest = rest[: -len(word)].rstrip("・")
        if word in _statuses():
            status = status or _statuses()[word]
        else:
            country = country or _country(word) or _sent_by(word, rest)
    return rest, name, "" if status == "now" else status, country


def _sent_by(word: str, name: str) -> str | None:
    """Return Japan of a post abroad whose holder is named in kanji: 田中駐米大使; anyone may hold one in Japan."""
    post = _POST.fullmatch(word)
    if not post or state_codes().get(post["host"]) == HOME or not is_in_kanji(name):
        return None
    return HOME if is_known_in(name, HOME) or not is_called(name) else None


def is_in_kanji(name: str) -> bool:
    """Say whether a name is of kanji alone.

    >>> is_in_kanji("佐々江"), is_in_kanji("楊潔チ"), is_in_kanji("")
    (True, False, False)
    """
    return bool(name) and all("一" <= sign <= "龯" or sign == "々" for sign in name)


def _known_name(rest: str, country: str | None = None) -> str | None:
    """Return the longest name at the end that the tables know; katakana must be whole, and one kanji all there is."""
    if "゠" <= rest[-1] <= "ヿ" and (kana := _LAST_KANA.search(rest)):
        if _is_half_in_kanji(rest, kana.start()):
            return rest if is_called(rest) else None
        parts = _persons(kana[1], country)
        name = "・".join(parts)
        if len(parts) > 1 and parts[-1] in state_codes():  # スパイッチ・モンテネグロ首相
            return None
        return name if parts and (is_called(parts[-1]) or is_called(name)) else None
    for start in range(max(0, len(rest) - _LONGEST_NAME), len(rest)):
        if is_called(rest[start:]) and (start == 0 or len(rest) - start > 1):
            return rest[start:]
    return None


def _is_half_in_kanji(rest: str, kana: int) -> bool:
    """Say whether a name in kanji ends in katakana for a sign that is hard to write: 楊潔チ, but not the ムン of 韓国ムン."""
    family = rest[:kana]
    if not is_in_kanji(family[-2:]) or len(family) > _LONGEST_IN_KANJI:
        return False
    return is_called(rest) or (len(rest) - kana <= _SIGN and family not in state_codes())


def _word_before_office(rest: str) -> str | None:
    """Return the status, the post, the reading in brackets or the country at the end of the text."""
    if rest.endswith(tuple(_statuses())):
        return next(status for status in _statuses() if rest.endswith(status))
    if reading := _READING.search(rest):
        return reading[0]
    if rest.endswith(bodies := spelled("naming", "body")):
        return next(body for body in bodies if rest.endswith(body))
    country, post = _country_word(rest), _POST.search(rest)
    if post and country in (
        None,
        post["host"],
    ):  # but in 駐ロシア日本 the host stands before whose he is
        return post[0]
    return country


def _country_word(rest: str) -> str | None:
    """Return the longest country at the end of the text that is a word of its own."""
    spellings = state_codes()
    for start in range(max(0, len(rest) - _LONGEST_COUNTRY), len(rest)):
        if rest[start:] in spellings and _stands_alone(rest[:start], rest[start:]):
            return rest[start:]
    if not rest.endswith(spelled("polities")):  # most often
        return None
    polity = next(polity for polity in spelled("polities") if rest.endswith(polity))
    if "ァ" <= rest[-len(polity) - 1 : -len(polity)] <= "ー":
        country = _country_word(rest[: -len(polity)])
        return f"{country}{polity}" if country else None
    return None


def _country(word: str) -> str | None:
    """Return the country (ISO 3166-1) of its short or full name: スロベニア共和国."""
    spellings = state_codes()
    return spellings.get(word) or next(
        (
            spellings[short]
            for polity in spelled("polities")
            if word.endswith(polity) and (short := word.removesuffix(polity)) in spellings
        ),
        None,
    )


def country_at_end(run: str) -> str | None:
    """Return the country (ISO 3166-1) that a run of kanji and katakana ends in.

    >>> country_at_end("議長国インドネシア"), country_at_end("会場")
    ('ID', None)
    """
    word = _country_word(run) if run else None
    return _country(word) if word else None


@cache
def _statuses() -> dict[str, str]:
    """Return what kind of status each word before an office is."""
    return {row.word: row.kind for row in all_words("statuses") if row.kind != "side"}


def _stands_alone(before: str, word: str) -> bool:
    """Say whether a country at the end is a word of its own: not the 中 of 竹中, not the ロ of カストロ."""
    if not before or before.endswith("・") or _known_name(before):
        return True
    return (_is_kana(before[-1]) and not _is_kana(word[0])) or (
        len(word) > 1 and not _is_kana(before[-1])
    )


def _is_kana(character: str) -> bool:
    return "ァ" <= character <= "ヺ" or character == "ー"


def _un_known_name(rest: str, country: str | None) -> str | None:
    """Return a name that no table knows: a run of katakana before a ministry in kanji, or two to five kanji."""
    kana = _LAST_KANA.search(rest)
    if kana and _is_half_in_kanji(rest, kana.start()):
        return rest
    if kana:
        name = "・".join(_persons(kana[1], country))
        return name if len(name) > 1 and name not in spelled("naming", "no name") else None
    if (
        not 2 <= len(rest) <= 5
        or min(rest) < "々"
        or max(rest) > "龯"  # digits, letters
        or rest in spelled("naming", "no name")
        or _holds_no_surname(rest)
    ):
        return None
    return None if all(character in state_codes() for character in rest) else rest


def _holds_no_surname(rest: str) -> bool:
    """Say whether something stands in kanji that stands in no surname: 両, 閣."""
    if _first_signs_of_no_surname().isdisjoint(rest):  # most often
        return False
    return any(word in rest for word in spelled("naming", "no surname"))


@cache
def _first_signs_of_no_surname() -> frozenset[str]:
    return frozenset(word[0] for word in spelled("naming", "no surname"))


def _persons(kana: str, country: str | None) -> list[str]:
    """Drop the countries before a name: ロシア・プーチン is プーチン; where a country is told, マルタ and クック may be names.

    One point parts the words of a name; more than one lead from the one to the other in a table of contents.
    """
    parts = kana.strip("・").split("・")
    if "" in parts:
        return []
    while parts and parts[0] in state_codes():
        if country and (len(parts) > 1 or is_called(parts[0])):
            break
        parts = parts[1:]
    return parts
