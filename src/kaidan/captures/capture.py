"""A page as it was once captured."""

import re
from datetime import UTC, datetime
from typing import NamedTuple

_DIGITS = re.compile(r"(?<!\d)(\d{14})(?!\d)")


class Capture(NamedTuple):
    """A page, and what is known of its coming; each None where nobody noted it.

    Attributes:
        name: what it was read from: a file, or the archive that holds it.
        body: the bytes, unpacked from what HTTP wrapped them in.
        url: where it came from.
        captured: when, UTC.
        content_type: the HTTP header of that name.
        problem: why it could not be read; the body is then empty.
        digest: of what came, as a web archive has it (``sha1:…``), in small letters.
        is_revisit: whether the archive says only that what has that digest came again; the body is then empty.
    """

    name: str
    body: bytes
    url: str | None = None
    captured: datetime | None = None
    content_type: str | None = None
    problem: str | None = None
    digest: str | None = None
    is_revisit: bool = False

    def without_body(self) -> "Capture":
        """Return what is known of the page alone."""
        return Capture(self.name, b"", *self[2:])


def time_in_name(name: str) -> datetime | None:
    """Return the time that fourteen digits of a name stand for, as the Wayback Machine writes it, UTC.

    >>> time_in_name("20100701120000id_.html")
    datetime.datetime(2010, 7, 1, 12, 0, tzinfo=datetime.timezone.utc)
    >>> time_in_name("99999999999999.html") is None
    True
    """
    for digits in _DIGITS.findall(name):
        try:
            return datetime.strptime(digits, "%Y%m%d%H%M%S").replace(tzinfo=UTC)
        except ValueError:
            continue
    return None
