"""Records that write ``content-length`` in other letters than the standard's examples, which FastWARC takes for empty ones.

The names of fields are the same in all letters (ISO 28500, section 4), so such a record is read from its bytes, under the usual name.
"""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import IO, TYPE_CHECKING

from kaidan.captures.record_bounds import bytes_of_record, end_of_record, parted_records

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_USUAL = "Content-Length"
_LENGTH = re.compile(rb"\ncontent-length(?=[ \t]*:)", re.IGNORECASE)
_BEHIND = b"\r\n\r\n"


class OtherLetters(ValueError):
    """The length of a record is written in letters that are not known to who reads the others."""


def require_usual_letters(record: "WarcRecord") -> None:
    """Pass if a record is as long as its head says.

    Raises:
        OtherLetters: it is taken for empty.
    """
    if record.content_length > 0:
        return
    for name, length in record.headers.items():
        is_other = name != _USUAL and name.lower() == _USUAL.lower()
        if is_other and length.strip("0 ").isdecimal():
            raise OtherLetters("the length of the record is written in other letters")


def respelled_records(file: IO[bytes], start: int) -> tuple[int, Iterator[IO[bytes]]]:
    """Return where a record ends, and it and those packed with it, each as a file of its own.

    Raises:
        ValueError: its end is not known.
    """
    end = end_of_record(file, start)
    if end <= start:
        raise ValueError("it cannot be told where the record ends")
    records = parted_records(bytes_of_record(file, start, end))
    usual = b"\n" + _USUAL.encode()
    return end, (BytesIO(_LENGTH.sub(usual, head) + body + _BEHIND) for head, body in records)
