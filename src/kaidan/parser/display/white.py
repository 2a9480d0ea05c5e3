"""White space as HTML has it: runs of five characters, of which a line shows one space. U+3000 and U+00A0 are characters."""

import re
from collections.abc import Sequence

WHITE = " \t\n\r\f"
_WHITES = f"[{WHITE}][{WHITE}]*+"  # so put, the first is looked for by a table; X+ would be tried at every character


def inked(text: str) -> int:
    """Count the characters that no writing system calls white space."""
    return len("".join(text.split()))


def collapsed(text: str) -> str:
    r"""Return a text as a line shows it.

    >>> collapsed("\n 会談　を \t行った。 ")
    '会談\u3000を 行った。'
    """
    text = text.strip(WHITE)
    if (
        (" " in text and "  " in text)
        or "\n" in text
        or "\t" in text
        or "\r" in text
        or "\f" in text
    ):  # few do
        return re.sub(_WHITES, " ", text)
    return text


def joined(parts: Sequence[str]) -> tuple[str, list[int], list[int]]:
    r"""Join the parts of a line; say before which character each part starts, and how long the line was before it.

    The two differ by a space that is due, and is shown if anything follows it. Both lists end with a part that is not there.

    >>> joined(["会談 ", "\n宣言", "に署名"])
    ('会談 宣言に署名', [0, 3, 5, 8], [0, 2, 5, 8])
    """
    shown: list[str] = []
    starts, lengths = [0], [0]
    length, space = 0, False
    for part in parts:
        text = collapsed(part)
        if text:
            if length and (space or part[0] in WHITE):
                text = " " + text
            shown.append(text)
            length += len(text)
            space = part[-1] in WHITE
        else:
            space = space or part != ""
        starts.append(length + (space and length > 0))
        lengths.append(length)
    return "".join(shown), starts, lengths
