"""What a page holds and does not show: which of the open elements keep their text out of sight, and how much of it there is."""

from collections.abc import Mapping

from kaidan.parser.display.sight import (
    INVISIBLE,
    READING,
    SEEN,
    UNCOUNTED_TEXT,
    UNSHOWN,
    Sight,
    sight_of,
)
from kaidan.parser.display.white import inked

_TAKES_ROOM = (SEEN, INVISIBLE)
_LONGEST_READING = 40
"""Characters of a reading over kanji. What is longer stands behind an ``<rt>`` that somebody forgot to close, and is text."""


class Level:
    """An element whose text is not seen as that around it is, and how many elements are open from it on."""

    __slots__ = ("depth", "sight", "tag")

    def __init__(self, tag: str, sight: Sight) -> None:
        self.tag = tag
        self.sight = sight
        self.depth = 1


class Hidden:
    """Receives the elements and the text that are not simply seen.

    Attributes:
        levels: the open elements that change what is seen; empty where all is.
        characters: of hidden text that counts as text of the page.
        hidden: of these, the characters that an attribute or a style hides, and not the kind of element.
        hides: whether anything was hidden that is text of the page.
        title: the pieces of the page's title.
        late: what turned out to be text that is shown, for whoever puts lines together to take.
    """

    def __init__(self) -> None:
        self._reading: list[str] = []
        self.levels: list[Level] = []
        self.characters = self.hidden = 0
        self.hides = False
        self.title: list[str] = []
        self.late: list[str] = []

    def enter(self, tag: str, attrs: Mapping[str, str], *, ends_reading: bool) -> bool:
        """Note the start of an element that is unseen, or that lies in one; tell whether it takes room on the page.

        Args:
            tag: the element's name; an empty one is seen whatever its name.
            attrs: its attributes.
            ends_reading: whether no reading of ruby goes on behind this start.
        """
        around = self.levels[-1].sight if self.levels else SEEN
        sight = sight_of(tag, attrs, around)
        if around == READING and ends_reading:
            self._end_reading()
            sight = SEEN
        if sight != around:
            self.levels.append(Level(tag, sight))
        elif self.levels:
            self.levels[-1].depth += 1
        return sight in _TAKES_ROOM

    def leave(self) -> bool:
        """Note the end of an element that is unseen, or that lies in one; tell whether it took room on the page."""
        level = self.levels[-1]
        level.depth -= 1
        if not level.depth:
            self.levels.pop()
            if level.sight == READING:
                self._end_reading()
        return level.sight in _TAKES_ROOM

    def hide(self, data: str) -> None:
        """Take text that is not seen."""
        level = self.levels[-1]
        self.hides = self.hides or level.sight != UNCOUNTED_TEXT
        if level.sight == READING:
            self._reading.append(data)
        elif level.tag == "title" and level.sight == UNCOUNTED_TEXT:
            self.title.append(data)
        elif level.sight != UNCOUNTED_TEXT:
            self.characters += inked(data)
            self.hidden += inked(data) if level.tag not in UNSHOWN else 0

    def _end_reading(self) -> None:
        """Leave a reading out; what cannot be one is text."""
        reading, self._reading = "".join(self._reading), []
        if inked(reading) <= _LONGEST_READING:
            self.characters += inked(reading)
        else:
            self.late.append(reading)
