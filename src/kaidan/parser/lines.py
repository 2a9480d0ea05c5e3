"""Lines of text as a browser shows them, each with the element that holds it, made from a parser's events."""

import re
from collections.abc import Mapping

from kaidan.parser.shown import Anchor, Element, Image, Line, Shown, Span

_BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead "
    "tr ul".split()
)
_UNSHOWN = frozenset(
    "audio canvas datalist dialog head iframe noembed noframes noscript object rp rt script select style template textarea title "
    "video".split()
)
UNCOUNTED = frozenset("iframe noembed noframes noscript script style textarea title".split())
"""Elements whose text is no text of the page: it is left out of every count."""
_EMPHASIS = frozenset("b big em font i mark small span strong u".split())
_FRAME_TAGS = frozenset("aside footer header nav".split())
_FRAME_ROLES = frozenset("banner complementary contentinfo navigation search".split())
_RECORD_TAGS = frozenset("article section td dd li".split())  # a header, footer or aside inside one is the record's own
_RUBY = frozenset("rb rp rt rtc".split())
_READINGS = frozenset("rp rt".split())
_HIDING_STYLE = r"(?i)display\s*:\s*none|visibility\s*:\s*hidden"
_WHITE = " \t\n\r\f"  # HTML's white space: U+3000 and U+00A0 are characters
_WHITES = f"[{_WHITE}][{_WHITE}]*+"  # so put, the first is looked for by a table; X+ is tried at every character


def inked(text: str) -> int:
    """Count the characters that are no white space."""
    return len("".join(text.split()))


class LineBuilder:
    """Receives the events of a parser and keeps lines; an event's cost is what the whole job's speed hangs on.

    Text waits as it came until something asks where in its line it stands, so that most lines are made of one piece.
    """

    def __init__(self) -> None:
        self.characters = 0
        self._lines: list[Line] = []
        self._elements: list[Element] = []
        self._anchors: list[Anchor] = []
        self._title: list[str] = []
        self._base: str | None = None
        self._here = Element(-1, "", "", None)
        self._hidden: list[str] = []
        self._uncounted = 0
        self._in_title = False
        self._preformatted = 0
        self._linked: int | None = None
        self._emphasised: list[str] = []
        self._waiting: list[str] = []
        self._broken = False
        self._begin()

    def _begin(self) -> None:
        self._text: list[str] = []
        self._length = 0
        self._space = False
        self._links: list[Span] = []
        self._images: list[Image] = []
        self._emphasis: list[Span] = []
        self._link_start = self._emphasis_start = 0

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """Open an element."""
        if self._hidden or (tag in _UNSHOWN and (tag != "dialog" or "open" not in attrs)) or (attrs and _is_hidden(attrs)):
            self._start_unshown(tag, attrs)
        elif tag in _BLOCKS:
            self._flush()
            self._open_element(tag, attrs)
        elif tag == "br":
            self._flush(broken=True)
        elif tag == "img":
            self._image(attrs)
        elif tag == "a":
            self._open_link(attrs)
        elif tag in _EMPHASIS:
            if not self._emphasised:
                self._emphasis_start = self._next()
            self._emphasised.append(tag)

    def end(self, tag: str) -> None:
        """Close an element."""
        if self._hidden:
            self._hidden.pop()
            self._uncounted -= self._uncounted > 0
            self._in_title = False
        elif tag in _BLOCKS:
            self._flush()
            self._close_element(tag)
        elif tag == "a":
            self._close_link()
        elif tag in _EMPHASIS and self._emphasised:
            outermost = self._emphasised[0]
            self._emphasised.pop()
            if not self._emphasised:
                self._end_emphasis(outermost)

    def data(self, data: str) -> None:
        """Take text: what is shown goes into the line."""
        if self._hidden:
            self._take_unshown(data)
        elif self._preformatted and "\n" in data:
            for piece in data.splitlines(keepends=True):
                self._waiting.append(piece)
                if piece.endswith("\n"):
                    self._flush(broken=True)
        elif data != "\n" or self._waiting:
            self._waiting.append(data)
        else:
            self._space = True

    def close(self) -> "LineBuilder":
        """End the page."""
        self._flush()
        self.characters += inked("".join([line.text for line in self._lines]))
        return self

    def shown(self, lost: int) -> Shown:
        """Return what was gathered."""
        title = re.sub(_WHITES, " ", "".join(self._title)).strip(_WHITE)
        return Shown(self._lines, self._elements, self._anchors, title, self._base, lost)

    def _settle(self) -> None:
        """Take what waits into the line."""
        data = "".join(self._waiting)
        self._waiting = []
        text = data.strip(_WHITE)
        if not text:
            self._space = True
            return
        if "  " in text or "\n" in text or "\t" in text or "\r" in text or "\f" in text:
            text = re.sub(_WHITES, " ", text)
        if self._length and (self._space or data[0] in _WHITE):
            text = " " + text
        self._text.append(text)
        self._length += len(text)
        self._space = data[-1] in _WHITE

    def _next(self) -> int:
        """Where the next character will stand: behind a space that is due, but for one at the start of the line."""
        if self._waiting:
            self._settle()
        return self._length + (self._space and self._length > 0)

    def _flush(self, *, broken: bool = False) -> None:
        """End the line: keep it if it shows anything, and let an open link or emphasis go on in the next one."""
        if self._waiting:
            self._settle()
        if not self._length and not self._images:
            self._space = False
            self._broken = broken and bool(self._lines) and self._lines[-1].element is self._here
            return
        if self._linked is not None:
            self._end_link()
        if self._emphasised:
            self._end_emphasis(self._emphasised[0])
        self._lines.append(Line("".join(self._text), self._here, self._broken, self._links, self._emphasis, self._images))
        self._broken = broken
        self._begin()

    def _open_element(self, tag: str, attrs: Mapping[str, str]) -> None:
        above = self._here
        self._here = here = Element(len(self._elements), tag, (attrs and attrs.get("class")) or "", above)
        if above.tag in _RECORD_TAGS:
            here.record = True
        if (tag in _FRAME_TAGS and (tag == "nav" or not here.record)) or (attrs and attrs.get("role") in _FRAME_ROLES):
            here.frame = here.frame or here
        self._elements.append(here)
        if tag == "pre":
            self._preformatted += 1

    def _close_element(self, tag: str) -> None:
        here = self._here
        if here.above is not None and here.tag == tag:
            here.end = len(self._elements)
            self._here = here.above
            if tag == "pre":
                self._preformatted -= 1

    def _start_unshown(self, tag: str, attrs: Mapping[str, str]) -> None:
        if tag in _RUBY and self._hidden and self._hidden[-1] in _READINGS:
            self._hidden.pop()  # one part of a ruby ends the one before it
            if not self._hidden and tag not in _READINGS:
                return
        self._hidden.append(tag)
        self._uncounted += self._uncounted > 0 or tag in UNCOUNTED
        if tag == "title" and not self._title:
            self._in_title = True
        elif tag == "base":
            self._base = self._base or attrs.get("href")

    def _take_unshown(self, data: str) -> None:
        if not self._uncounted:
            self.characters += inked(data)
        elif self._in_title:
            self._title.append(data)

    def _image(self, attrs: Mapping[str, str]) -> None:
        url = attrs.get("src") or ""
        if (not url or url.startswith("data:")) and attrs.get("data-src"):  # loaded when scrolled to
            url = attrs["data-src"]
        width, height = _pixels(attrs.get("width")), _pixels(attrs.get("height"))
        size = width if height is None or (width is not None and width < height) else height
        self._images.append(Image(self._next(), url, attrs.get("alt"), size, self._linked is not None))

    def _open_link(self, attrs: Mapping[str, str]) -> None:
        if self._linked is not None:
            self._close_link()
        if attrs.get("href"):
            self._anchors.append(Anchor(attrs["href"].strip(_WHITE), attrs.get("target") or ""))
            self._linked = len(self._anchors) - 1
            self._link_start = self._next()

    def _close_link(self) -> None:
        if self._linked is not None:
            self._end_link()
            self._linked = None

    def _end_link(self) -> None:
        if self._waiting:
            self._settle()
        if self._linked is not None and self._length > self._link_start:
            self._links.append(Span(self._link_start, self._length, self._linked))

    def _end_emphasis(self, tag: str) -> None:
        if self._waiting:
            self._settle()
        if self._length > self._emphasis_start:
            self._emphasis.append(Span(self._emphasis_start, self._length, tag))


def _is_hidden(attrs: Mapping[str, str]) -> bool:
    return "hidden" in attrs or ("style" in attrs and re.search(_HIDING_STYLE, attrs["style"]) is not None)


def _pixels(size: str | None) -> int | None:
    return int(size) if size and size.isdecimal() else None
