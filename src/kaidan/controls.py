"""What a stranger's text may do to a terminal or a log, and how it is shown instead.

Control characters command a terminal (ECMA-48: C0 and C1, U+0007 rings, U+001B and U+009B begin a sequence), and the
bidirectional ones (Unicode Standard Annex 9) turn a line around, so that it reads as what it is not.
"""

import re
from functools import cache


@cache
def _controls() -> re.Pattern[str]:
    return re.compile(
        "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
    )


def show_controls(text: str) -> str:
    r"""Return ``text`` with each control character but the line feed and the tab shown as what it is.

    Lone surrogates too: they stand for bytes of a file's name that are no UTF-8, and can be written nowhere.

    >>> show_controls("近年\x1b[2J\x9b\u202e")
    '近年\\x1b[2J\\x9b\\u202e'
    """
    return _controls().sub(_shown, text)


def on_one_line(text: str) -> str:
    r"""Return ``text`` for one line of a message: its line breaks and tabs are spaces, the ideographic space stays.

    >>> on_one_line("平成26年10月\n17日　\x07")
    '平成26年10月 17日　\\x07'
    """
    return " ".join(
        filter(None, re.split(r"[\t\n\r\u2028\u2029 ]+", show_controls(_unbroken(text))))
    )


def _unbroken(text: str) -> str:
    return text.replace("\r", "\n")


def _shown(control: re.Match[str]) -> str:
    code = ord(control[0])
    return f"\\x{code:02x}" if code <= 0xFF else f"\\u{code:04x}"
