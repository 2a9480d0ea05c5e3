"""Names that blanks part from their office, as lists and captions have them: ソイニ フィンランド外務大臣, 安倍　晋三　内閣総理大臣."""

import re

from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.katakana import is_in_katakana
from kaidan.normalizers.people.names_at_end import known_name
from kaidan.normalizers.people.naming import Naming, words_before_office
from kaidan.normalizers.people.roster import is_called, is_known_in, terms_called
from kaidan.normalizers.places.gazetteer import entries
from kaidan.text.deferred import deferred
from kaidan.text.numerals import SMALL
from kaidan.text.scan import run_before

BLANKS = frozenset(" \u3000")
_OPENING, _CLOSING = frozenset("（("), frozenset("）)")
_LONGEST = 30
_SHORTEST = 2
_NUMBERED = deferred(f"[{SMALL}]+世$")  # ハーラル５世
_KATAKANA = deferred(r"[ァ-ヺー]{2,}(?:[・＝][ァ-ヺー]+)*")
_WORDS_BEFORE = deferred(r"(?:[ァ-ヺー]+[・＝ \u3000])+\Z")
_JUNIOR = deferred(r"(?P<name>[ァ-ヺー]{2,}(?:・(?:[A-ZＡ-Ｚ]・)?[ァ-ヺー]+)*)・?Jr\.[ \u3000]?\Z")


def parted_naming(text: str, start: int, lead: str) -> Naming | None:
    """Return who is named before a run of the text, which starts with ``lead`` and then an office; None where nobody is.

    Before a country, a name is known in it or of katakana that are no place; else it is a full name that the tables know.

    >>> parted_naming("ソイニ フィンランド外務大臣", 4, "フィンランド").called
    'ソイニ'
    >>> parted_naming("安倍　晋三　内閣総理大臣", 6, "").called, parted_naming("ヘルシンキ フィンランド首相", 6, "フィンランド")
    ('安倍晋三', None)
    """
    if start < 2 or (text[start - 1] not in BLANKS and text[start - 1] != "."):  # most often
        return None
    rest, known, status, country = words_before_office(lead)
    if rest or known:
        return None
    if junior := _junior(text, start):
        return Naming(len(lead) + start - junior.start(), junior["name"], status, country)
    last = run_before(text, start - 1, start - 1 - _LONGEST)
    name = words_before(text, start - 1 - len(last), last) + last
    if country:
        called = _NUMBERED.sub("", name)
        is_named = is_known_in(called, country) or _is_unknown_name(name)
        return Naming(len(lead) + 1 + len(name), called, status, country) if is_named else None
    if is_in_katakana(name):
        is_named = is_called(name) and not entries(name)  # オースティン is a town as well
        return Naming(len(lead) + 1 + len(name), name, status, None) if is_named else None
    return _full_name(text, start, len(lead), name, status)


def bracketed_naming(text: str, start: int, end: int, lead: str) -> Naming | None:
    """Return who is named before a bracket that holds ``lead``, an office and nothing besides: 安倍晋三（総理大臣）.

    >>> bracketed_naming("トランプ氏（米大統領）", 6, 10, "米").called, bracketed_naming("東京（大統領府）", 3, 6, "")
    ('トランプ', None)
    """
    if text[end : end + 1] not in _CLOSING or text[start - 1 : start] not in _OPENING:  # most often
        return None
    rest, known, status, country = words_before_office(lead)
    run = run_before(text, start - 1, start - 1 - _LONGEST)
    name = run.removesuffix(next(filter(run.endswith, spelled("naming", "honour")), ""))
    if rest or known or len(name) < 2 or known_name(name) != name:
        return None
    return Naming(len(lead) + 1 + len(run), name, status, country).of_holders()


def words_before(text: str, start: int, last: str) -> str:
    """Return the words of a name that blanks part from the last one at ``start``, with points for blanks, if the tables know it so.

    >>> words_before("ナジブ ラザク", 4, "ラザク"), words_before("カイロ ラザク", 4, "ラザク"), words_before("ラザク", 0, "ラザク")
    ('ナジブ・', '', '')
    """
    if start < 2 or text[start - 1] not in BLANKS or not is_in_katakana(text[start - 2]):
        return ""
    before = _WORDS_BEFORE.search(text, max(0, start - _LONGEST), start)
    words = re.split("[ \u3000]", before[0]) if before else []
    names = ("・".join(words[first:]) for first in range(len(words)))
    return next((name for name in names if terms_called(name + last)), "")


def _junior(text: str, start: int) -> re.Match[str] | None:
    """Return a name with Jr. behind it before a run, whose family the tables know: スランゲル・S・ウィップス・Jr. パラオ共和国大統領."""
    if "." not in text[start - 2 : start]:  # most often
        return None
    found = _JUNIOR.search(text, max(0, start - _LONGEST), start)
    is_known = found is not None and is_called(found["name"].rpartition("・")[2])
    return found if is_known else None


def _full_name(text: str, start: int, width: int, given: str, status: str) -> Naming | None:
    """Return a full name before a run, in one piece or in two."""
    begins = start - 1 - len(given)
    family = ""
    if begins and text[begins - 1] in BLANKS:
        family = run_before(text, begins - 1, begins - 1 - _LONGEST)
    if family and is_called(family) and is_called(family + given):
        return Naming(width + 2 + len(family + given), family + given, status, None)
    if len(given) < _SHORTEST or not is_called(given):
        return None
    named = Naming(width + 1 + len(given), given, status, None)
    return named.of_holders() if len(given) == _SHORTEST else named  # 石破　総理大臣


def _is_unknown_name(name: str) -> bool:
    """Say whether a text may be the name of somebody whom no table knows: katakana, and no place's name."""
    return bool(_KATAKANA.fullmatch(name)) and not is_called(name) and not entries(name)
