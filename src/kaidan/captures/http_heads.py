"""The head of an HTTP response as an archive keeps it: the status, and the few fields that say how to read what follows."""

import re
from collections.abc import Sequence
from typing import NamedTuple

_STATUS = re.compile(rb"HTTP/[0-9.]+[ \t]+([0-9]{3})(?![0-9])", re.IGNORECASE)

_INTERIM = re.compile(
    rb"(?:HTTP/[0-9.]+[ \t]+1[0-9]{2}(?![0-9])[^\n]*\n(?:[^\r\n][^\n]*\n)*\r?\n)+", re.IGNORECASE
)
"""What says only that an answer is to come (RFC 9110, section 15.2)."""

_VALUE = re.compile(rb"[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)")
"""What stands behind a field's name: old servers wrote blanks before the colon, and folded long values."""

_FOLD = re.compile(rb"\r?\n[ \t]+")
"""Where a value goes on in the next line: RFC 9112, section 5.2, has it read as a blank."""


class Head(NamedTuple):
    """A head, with what it says in three fields; None where it has no such field.

    Attributes:
        status: of the response.
        size: how many bytes it takes, with the blank line below it.
        is_whole: whether the blank line is there.
        content_type: what the body is, as it is said first.
        transfer: how it was wrapped on its way.
        coding: how it is packed.
    """

    status: int
    size: int
    is_whole: bool
    content_type: str | None
    transfer: str | None
    coding: str | None


def read_head(response: bytes) -> Head | None:
    r"""Read the head of a response, behind those that say only that it is to come (100 Continue); None where it is none of HTTP.

    >>> head = read_head(b"HTTP/1.0 404 Not Found\nContent-type : text/html\n\nabc")
    >>> head.status, head.size, head.content_type
    (404, 49, 'text/html')
    >>> read_head(b"20141017 www.example.jp A 192.0.2.1") is None
    True
    """
    status = _STATUS.match(response)
    if status is None:
        return None
    interim = _INTERIM.match(response) if status[1].startswith(b"1") else None
    if interim:
        answer = read_head(response[interim.end() :])
        return answer and answer._replace(size=interim.end() + answer.size)
    size = _behind_blank_line(response)
    lines = response if size is None else response[:size]
    small = lines.lower()
    return Head(
        int(status[1]),
        len(lines),
        size is not None,
        next(iter(_values(lines, small, b"\ncontent-type")), None),
        ",".join(_values(lines, small, b"\ntransfer-encoding")) or None,
        ",".join(_values(lines, small, b"\ncontent-encoding")) or None,
    )


def _behind_blank_line(response: bytes) -> int | None:
    r"""Return where the first blank line ends; None where there is none.

    >>> [_behind_blank_line(head) for head in (b"a\r\n\r\nb", b"a\n\n\r\n", b"a\r\n")]
    [5, 3, None]
    """
    end = response.find(b"\n\r\n")
    bare = response.find(b"\n\n", 0, end + 1 if end >= 0 else len(response))
    if bare >= 0:
        return bare + 2
    return end + 3 if end >= 0 else None


def _values(lines: bytes, small: bytes, name: bytes) -> Sequence[str]:
    r"""Return what stands behind a name, which is sought in the lines in small letters.

    Of a list, each line may hold a part (RFC 9110, section 5.3).

    >>> lines = b"HTTP/1.1 200 OK\r\nContent-Type-Options: a\r\nContent-Type :\r\n text/html\r\n\r\n"
    >>> _values(lines, lines.lower(), b"\ncontent-type")
    ['text/html']
    """
    start = small.find(name)
    if start < 0:
        return ()
    values = []
    while start >= 0:
        start += len(name)
        if value := _VALUE.match(lines, start):
            written = _FOLD.sub(b" ", value[1]) if b"\n" in value[1] else value[1]
            values.append(written.strip().decode("latin-1"))
        start = small.find(name, start)
    return values
