"""What stands behind a date and makes it less sure: 1955年頃, 1650年以前, 8月以降."""

from functools import cache

from kaidan.lexicon.words import meanings, spelled
from kaidan.normalizers.dates import edtf
from kaidan.normalizers.dates.form import Read
from kaidan.text.scan import Table, by_first


@cache
def _words() -> Table:
    return by_first("", spelled("calendar", "qualifier"))


def _word_at(text: str, at: int) -> str:
    return next((word for word in _words().get(text[at], ()) if text.startswith(word, at)), "")


def says_about(text: str, at: int) -> str:
    """Return the word that stands there and makes a date one that is near: 頃, ごろ or 前後."""
    word = _word_at(text, at)
    return word if word and meanings("calendar", "qualifier")[word] == "about" else ""


def approximated(text: str, read: Read) -> Read:
    """Return a date as one that is near, if a word behind it says so, with that word in its span."""
    word, value = says_about(text, read.end), read.value
    if not word or not value.edtf:
        return read
    return Read(read.end + len(word), value.saying(edtf.unsure(value.edtf)), read.rule)


def bounded(text: str, read: Read) -> Read:
    """Return a date as the open interval that 以前, 以降 or 以来 behind it makes of it, with that word in its span."""
    word, value = _word_at(text, read.end), read.value
    if not word or not value.edtf or ".." in value.edtf or value.precision == "season":
        return read  # a season stands in no interval
    meaning = meanings("calendar", "qualifier")[word]
    if meaning == "about":
        return read
    make = edtf.open_before if meaning == "until" else edtf.open_after
    return Read(read.end + len(word), value.saying(make(value.edtf)), read.rule)
