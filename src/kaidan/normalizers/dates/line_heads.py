"""What a line, a cell or a clause begins behind, whatever indents it or marks it as an entry."""

from kaidan.text import BREAK

MARKS = frozenset(" ・*-•‣※■□●○◎◆◇▼▲▽△★☆▶►")
_BEGIN_LINES = frozenset(("\n", "|", BREAK))


def sign_before(text: str, start: int) -> str:
    r"""Return the sign before a place and its blanks, which is a line's end at the start of a line, a cell or a text.

    >>> [sign_before(text, len(text)) for text in ("た。 ", "た。\n・", " ■ ", "| ", "7日・", "会議 ")]
    ['。', '\n', '\n', '\n', '・', '議']
    """
    while start and text[start - 1] == " ":
        start -= 1
    line = start
    while line and text[line - 1] in MARKS:
        line -= 1
    return text[start - 1] if line and text[line - 1] not in _BEGIN_LINES else "\n"


def heads_line(text: str, start: int) -> bool:
    """Say whether a line or a cell begins there, but for what indents or marks it."""
    return sign_before(text, start) == "\n"
