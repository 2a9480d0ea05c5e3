"""The head of an HTTP response as an archive keeps it: the status, and the few fields that say how to read what follows."""

import re
from typing import NamedTuple

_STATUS = re.compile(rb"HTTP/[0-9.]+[ \t]+([0-9]{3})(?![0-9])", re.IGNORECASE)
_BLANK_LINE = re.compile(rb"\n\r?\n")

_FOLD = re.compile(rb"\r?\n[ \t]+")
"""Where a value goes on in the next line: RFC 9112, section 5.2, has it read as a blank."""

_BLANK_BEHIND_NAME = re.compile(rb"(?m)^([^\s:]+)[ \t]+:")


class Head(NamedTuple):
    """A head.

    Attributes:
        status: of the response.
        lines: as they stand, but for values in several lines, which are in one.
        small: the lines in small letters.
        size: how many bytes it takes, with the blank line below it.
    """

    status: int
    lines: bytes
    small: bytes
    size: int

    def field(self, name: str) -> str | None:
        r"""Return the first value of a field by its name in small letters; None where there is none.

        >>> read_head(b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>").field("content-type")
        'text/html'
        """
        start = self.small.find(f"\n{name}:".encode())
        if start < 0:
            return None
        value = self.lines[start + len(name) + 2 :].partition(b"\n")[0]
        return value.strip().decode("latin-1")


def read_head(response: bytes) -> Head | None:
    r"""Read the head of a response; None where it is none of HTTP.

    >>> head = read_head(b"HTTP/1.0 404 Not Found\nServer: a\n\nabc")
    >>> head.status, head.size, read_head(b"20141017 www.example.jp A 192.0.2.1")
    (404, 34, None)
    """
    status = _STATUS.match(response)
    if status is None:
        return None
    end = _BLANK_LINE.search(response)
    size = end.end() if end else len(response)
    lines = _straightened(response[:size])
    return Head(int(status[1]), lines, lines.lower(), size)


def _straightened(lines: bytes) -> bytes:
    r"""Return a head with a line for each field and no blank behind its name, as old servers wrote them.

    >>> _straightened(b"HTTP/1.1 200 OK\r\nContent-Type :\r\n text/html\r\n\r\n")
    b'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n'
    """
    if b"\n " in lines or b"\n\t" in lines:
        lines = _FOLD.sub(b" ", lines)
    if b" :" in lines:
        lines = _BLANK_BEHIND_NAME.sub(rb"\1:", lines)
    return lines
