"""Which form or row read the words of a value, found by reading the texts of its meeting again."""

from collections.abc import Iterable, Sequence
from functools import cache
from typing import Literal, NamedTuple

from kaidan.models import Document, Evidence, Meeting
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.places import find_places, resolve_place

Reader = Literal["dates", "places", "people"]


class _Reading(NamedTuple):
    """Words that a reader found, ``start`` to ``end`` in code points, and its rule."""

    start: int
    end: int
    rule: str


class Rules:
    """The rules that read a meeting; each text is read once by each reader, and only when it is asked for."""

    def __init__(self, document: Document, meeting: Meeting) -> None:
        self._document, self._meeting = document, meeting
        self._readings = cache(self._read_again)

    def of(self, reader: Reader, evidence: Sequence[Evidence]) -> list[str]:
        """Return the rules that read the words of a value, each once, as far as this reader finds the words again."""
        rules = (self._of_words(reader, one) for one in evidence)
        return list(dict.fromkeys(filter(None, rules)))

    def _of_words(self, reader: Reader, words: Evidence) -> str | None:
        found = self._readings(reader, words.where, words.block)
        same = [one for one in found if (one.start, one.end) == (words.start, words.end)]
        within = [one for one in found if one.start < words.end and words.start < one.end]
        for one in (*same, *within):
            return one.rule
        if reader == "places" and (place := resolve_place(words.text)):
            return place.rule
        return None

    def _read_again(self, reader: Reader, where: str, block: int | None) -> tuple[_Reading, ...]:
        text = self._text(where, block)
        day = self._meeting.date.edtf
        mentions: Iterable[_Reading] = {
            "dates": lambda: (
                _Reading(m.start, m.end, m.rule)
                for m in find_dates(text, anchor=day, of_event=True)
            ),
            "places": lambda: (_Reading(m.start, m.end, m.rule) for m in find_places(text)),
            "people": lambda: (_Reading(m.start, m.end, m.rule) for m in find_people(text, on=day)),
        }[reader]()
        return tuple(mentions)

    def _text(self, where: str, block: int | None) -> str:
        if block is None:
            return self._meeting.heading
        texts = self._meeting.body if where == "body" else self._document.source.context
        return texts[block].text
