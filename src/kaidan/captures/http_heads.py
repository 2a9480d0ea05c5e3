"""The head of an HTTP response as an archive keeps it: the status, and the few fields that say how to read what follows."""

import re
from functools import lru_cache
from typing import NamedTuple

_STATUS = re.compile(rb"HTTP/[0-9.]+[ \t]+([0-9]{3})(?![0-9])", re.IGNORECASE)

_INTERIM = re.compile(
    rb"(?:HTTP/[0-9.]+[ \t]+1[0-9]{2}(?![0-9])[^\n]*\n(?:[^\r\n][^\n]*\n)*\r?\n)+", re.IGNORECASE
)
"""What says only that an answer is to come (RFC 9110, section 15.2)."""

_BLANK_LINE = re.compile(rb"\n\r?\n")

_TYPE, _TRANSFER, _CODING = b"content-type", b"transfer-encoding", b"content-encoding"
_FIELD = re.compile(
    rb"\n(%b|%b|%b)[ \t]*:([^\n]*(?:\n[ \t][^\n]*)*)" % (_TYPE, _TRANSFER, _CODING), re.IGNORECASE
)
"""A field that is read, and its value: old servers wrote blanks before the colon, and folded long values."""

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
    blank = _BLANK_LINE.search(response)
    size = blank.end() if blank else len(response)
    said = _said_in(response, size)
    return Head(
        int(status[1]),
        size,
        blank is not None,
        said.get(_TYPE),
        said.get(_TRANSFER) or None,
        said.get(_CODING) or None,
    )


def _said_in(response: bytes, size: int) -> dict[bytes, str]:
    r"""Return what a head of so many bytes says, by the names of the fields; of a list each may hold a part (RFC 9110, section 5.3).

    >>> head = b"HTTP/1.1 200 OK\r\nContent-Type-Options: a\r\nContent-Type :\r\n text/html\r\n\r\n"
    >>> _said_in(head, len(head))
    {b'content-type': 'text/html'}
    """
    said: dict[bytes, str] = {}
    for written, value in _FIELD.findall(response, 0, size):
        name = written.lower()
        if name not in said:
            said[name] = _plain(value)
        elif name != _TYPE:
            said[name] += f",{_plain(value)}"
    return said


@lru_cache(maxsize=256)  # the pages of a site say the same
def _plain(value: bytes) -> str:
    return _FOLD.sub(b" ", value).strip().decode("latin-1")
