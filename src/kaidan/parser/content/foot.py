"""What opens the footer of a page: an address, a telephone number, a copyright."""

import re
from collections.abc import Sequence

from kaidan.lexicon.words import spelled
from kaidan.parser.display.shown import Line
from kaidan.text.numerals import LATIN_DIGITS

_LONGEST_FOOT = 80  # characters of its first line
_POSTCODE = r".{0,20}〒\s*[0-9０-９]{3}"
_PHONE_NUMBER = frozenset(LATIN_DIGITS + "(（")
_COPYRIGHT_SIGNS = frozenset(left + c + right for left in "(（" for c in "cCＣ" for right in ")）")


def foot_of(lines: Sequence[Line], start: int) -> int:
    """Return the first line of the footer, from a line on, or where the lines end."""
    return next((at for at in range(start, len(lines)) if is_foot(lines[at])), len(lines))


def is_foot(line: Line) -> bool:
    """Tell whether a line opens a page's footer: an address, a telephone number, a copyright."""
    text = line.text
    if len(text) > _LONGEST_FOOT or "。" in text:
        return False
    if line.element.tag == "address" or ("〒" in text and re.match(_POSTCODE, text)):
        return True
    words = re.sub(r"\A\W*", "", text)
    first = len(text) - len(words)
    return (
        words.startswith(spelled("page_ends", "rights"))
        or "©" in text[:first]
        or text[max(0, first - 1) :][:3] in _COPYRIGHT_SIGNS
        or _is_phone(words)
    )


def _is_phone(text: str) -> bool:
    """Tell whether a text starts as TEL 03-5253-2111 does: four characters before the number at most, and no words."""
    labels = spelled("page_ends", "phone")
    if not text.startswith(labels):
        return False
    for character in text.removeprefix(next(filter(text.startswith, labels)))[:5]:
        if character in _PHONE_NUMBER:
            return True
        if "一" <= character <= "龯" or "ぁ" <= character <= "ん":
            break
    return False
