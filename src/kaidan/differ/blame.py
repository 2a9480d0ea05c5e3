"""Whose change it was: the source's or the extractor's.

Two documents alone tell much, for each shows the whole text of its page: every visible character is in a meeting or in the
remainder. What this cannot tell apart, a second extraction of the old page can (``diff(…, replayed=…)``).

=======================  ========================================================================================
other bytes, same code   a text is the source's, and so is every value of a text that changed; a value of a text that
                         did not change is the extractor's, whose code must have changed under one version
same bytes, other code   everything is the extractor's
other bytes, other code  a text is the extractor's if its lines stand on both pages, only in other rooms of the
                         document; a value is the extractor's if the words it was read from, on either side, stand in
                         both texts of the meeting; else the source's
=======================  ========================================================================================

The same bytes read by the same code cannot differ; documents that claim it are judged like the first row.
"""

from collections.abc import Iterator, Sequence
from typing import Any

from kaidan.differ.change import By
from kaidan.differ.texts import Record, marked_lines, shown

_OF_THE_HEADING = frozenset({"title", "kind", "parties"})
"""Values that are read from the heading alone."""

_DATED = frozenset({"id", "date", "participants", "mentions.dates", "mentions.people"})
"""Values that hang on the date of the meeting: 10月17日 borrows its year, an office its holder."""

_OF_THE_PAGE = frozenset({"id", "warnings"})
"""What another meeting can change: the id when two clash, a warning about the order of the page."""

_SHOWN = ("url", "alt", "credit", "text")
"""What a page shows or holds of a photo or a link; the rest of the record is read from it."""


class Blame:
    """Answers for one pair of documents."""

    def __init__(self, old: Record, new: Record) -> None:
        self._same_bytes = old["source"]["sha256"] == new["source"]["sha256"]
        self._same_code = old["generator"] == new["generator"]
        addresses = [side["source"]["url"] for side in (old, new)]
        self._has_moved = all(addresses) and addresses[0] != addresses[1]
        known = self._same_bytes or self._same_code
        self._on_both = (
            frozenset()
            if known
            else frozenset(_lines_of_page(old)) & frozenset(_lines_of_page(new))
        )

    def order(self) -> By:
        """Say whose change it was that meetings stand in another order."""
        return "extractor" if self._same_bytes and not self._same_code else "source"

    def markup(self) -> By:
        """Say whose change it was where the page shows the same: no code but another can read the same bytes otherwise."""
        return "source" if self._same_code and not self._same_bytes else "extractor"

    def text(self, *texts: str | None) -> By:
        """Say whose change it was that these lines stand on one side and not, or not there, on the other."""
        if self._same_code or self._same_bytes:
            return self.order()
        return "extractor" if {_bare(text) for text in texts if text} <= self._on_both else "source"

    def blocks(self, old: Sequence[Record], new: Sequence[Record]) -> By:
        """Say whose change it was that a text in blocks is another, or is broken into others."""
        if _bare("".join(marked_lines(old))) == _bare("".join(marked_lines(new))):
            return self.markup()
        return self.text(*{*marked_lines(old)} ^ {*marked_lines(new)})

    def listed(self, before: Record | None, after: Record | None) -> By:
        """Say whose change a photo or a link is."""
        shown_of = [
            {key: record.get(key) for key in _SHOWN} for record in (before, after) if record
        ]
        if len(shown_of) == 2 and shown_of[0] == shown_of[1]:
            return self.markup()
        if (
            self._same_bytes
        ):  # the page came from elsewhere, and its addresses are resolved from there
            return "source" if self._has_moved else "extractor"
        return self.text(*(text for each in shown_of for text in each.values()))

    def value(self, field: str, sides: tuple[Record, Record], values: tuple[Any, Any]) -> By:
        """Say whose change it was that a value of a meeting, given as it was and is, has another value."""
        texts = tuple(_read_from(field, meeting) for meeting in sides)
        if texts[0] == texts[1]:
            return self.markup() if field in _OF_THE_PAGE else "extractor"
        if self._same_code or self._same_bytes:
            return self.order()
        words = {word for value in values for word in _evidence(value)}
        if field in _DATED:
            words.update(word for meeting in sides for word in _evidence(meeting["date"]))
        return (
            "extractor"
            if words and all(word in text for word in words for text in texts)
            else "source"
        )


def _lines_of_page(document: Record) -> Iterator[str]:
    """Yield every line of the page, without white space, and the addresses in it."""
    source = document["source"]
    texts = [
        source["title"],
        *source["breadcrumb"],
        *(each["text"] for each in document["remainder"]),
    ]
    for meeting in document["meetings"]:
        texts += [meeting["heading"], *marked_lines(meeting["body"])]
        texts += [
            record.get(key) for record in (*meeting["photos"], *meeting["links"]) for key in _SHOWN
        ]
    return (_bare(text) for text in texts if text)


def _bare(text: str) -> str:
    return "".join(text.split())


def _read_from(field: str, meeting: Record) -> str:
    heading: str = meeting["heading"]
    return heading if field in _OF_THE_HEADING else f"{heading}\n{shown(meeting['body'])}"


def _evidence(value: Any) -> Iterator[str]:  # noqa: ANN401  any JSON value
    """Yield the words that a value was read from."""
    if isinstance(value, dict):
        if "in" in value:
            yield value["text"]
        value = list(value.values())
    if isinstance(value, list):
        for each in value:
            yield from _evidence(each)
