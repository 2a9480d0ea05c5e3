"""The head of an HTTP response as an archive keeps it: the status, and the few fields that say how to read what follows."""

import re
from typing import NamedTuple

_STATUS = re.compile(rb"HTTP/[0-9.]+[ \t]+([0-9]{3})(?![0-9])", re.IGNORECASE)
_BLANK_LINE = re.compile(rb"\n\r?\n")

_FOLD = re.compile(rb"\r?\n[ \t]+")
"""Where a value goes on in the next line: RFC 9112, section 5.2, has it read as a blank."""

_BLANK_BEHIND_NAME = re.compile(rb"(?m)^([^\s:]+)[ \t]+:")


class Head(NamedTuple):
    """A head, with the first value of each of three fields; None where it has no such field.

    Attributes:
        status: of the response.
        size: how many bytes it takes, with the blank line below it.
        is_whole: whether the blank line is there.
        content_type: what the body is.
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
    r"""Read the head of a response; None where it is none of HTTP.

    >>> head = read_head(b"HTTP/1.0 404 Not Found\nContent-type : text/html\n\nabc")
    >>> head.status, head.size, head.content_type
    (404, 49, 'text/html')
    >>> read_head(b"20141017 www.example.jp A 192.0.2.1") is None
    True
    """
    status = _STATUS.match(response)
    if status is None:
        return None
    end = _BLANK_LINE.search(response)
    size = end.end() if end else len(response)
    lines = _straightened(response[:size])
    small = lines.lower()
    return Head(
        int(status[1]),
        size,
        end is not None,
        _value(lines, small, b"\ncontent-type:"),
        _value(lines, small, b"\ntransfer-encoding:"),
        _value(lines, small, b"\ncontent-encoding:"),
    )


def _value(lines: bytes, small: bytes, name: bytes) -> str | None:
    """Return the first value behind a name, which is sought in the lines in small letters."""
    start = small.find(name)
    if start < 0:
        return None
    return lines[start + len(name) :].partition(b"\n")[0].strip().decode("latin-1")


def _straightened(lines: bytes) -> bytes:
    r"""Return a head with a line for each field and no blank behind its name, as old servers wrote them.

    >>> _straightened(b"HTTP/1.1 200 OK\r\nContent-Type :\r\n text/html\r\n\r\n")
    b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
    """
    if b"\n " in lines or b"\n\t" in lines:
        lines = _FOLD.sub(b" ", lines)
    if b" :" in lines or b"\t:" in lines:
        lines = _BLANK_BEHIND_NAME.sub(rb"\1:", lines)
    return lines
