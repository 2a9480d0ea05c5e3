"""Widths that do not matter: every full-width or look-alike sign becomes one plain sign, so that offsets stay as they are."""

import re
import unicodedata

_ODD = re.compile(r"[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a\u2e80-\u2fd5\u00a0\u2000-\u200b\u202f\ufeff\r\t]")
_SPACES = "\u00a0\u202f\ufeff\r\t" + "".join(map(chr, range(0x2000, 0x200C)))


def _table() -> dict[int, str]:
    signs = [*range(0xFF10, 0xFF1A), *range(0xFF21, 0xFF3B), *range(0xFF41, 0xFF5B), *range(0x2F00, 0x2FD6)]
    plain = {code: unicodedata.normalize("NFKC", chr(code)) for code in signs}
    return plain | {0x2E9D: "月", 0x2E9C: "日"} | {ord(space): " " for space in _SPACES}


_TABLE: dict[int, str] = {}


def fold(text: str) -> str:
    """Return the text with digits, Latin letters, Kangxi radicals and blanks in their plain form, as long as it was.

    >>> fold("Ｈ２６．１０　平成⼆⼗六年１０⽉")
    'H26．10　平成二十六年10月'
    """
    if not _ODD.search(text):
        return text
    if not _TABLE:
        _TABLE.update(_table())
    return text.translate(_TABLE)
