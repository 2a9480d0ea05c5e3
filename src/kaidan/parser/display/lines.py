"""Lines of text as a browser shows them, each with the element that holds it, made from a parser's events."""

from collections.abc import Mapping, Sequence

from kaidan.parser.display.hidden import Hidden
from kaidan.parser.display.selectors import Opened
from kaidan.parser.display.shown import Anchor, Element, Image, Line, Shown, Span
from kaidan.parser.display.sight import BLOCKS, SEEN, UNSHOWN
from kaidan.parser.display.sizes import cells_across, pixels
from kaidan.parser.display.style_sheets import StyleSheet
from kaidan.parser.display.white import WHITE, collapsed, inked, joined

_EMPHASIS = frozenset("b big em font i mark small span strong u".split())
_FRAME_TAGS = frozenset("aside footer header nav".split())
_FRAME_ROLES = frozenset("banner complementary contentinfo navigation search".split())
_RECORD_TAGS = frozenset(
    "article section td dd li".split()
)  # a header, footer or aside inside one is the record's own
_NOTED = _FRAME_TAGS.union(_RECORD_TAGS, ["pre"])  # what says something of all that lies inside


class LineBuilder:
    """Receives the events of a parser and keeps lines; an event's cost is what the whole job's speed hangs on.

    A line's text is kept as it came until the line ends; where a link, an emphasis or an image stands is told by parts till then.
    """

    def __init__(self) -> None:
        self.begin_page()

    def begin_page(self) -> None:
        """Begin a page, and let go of what was kept of the one before."""
        self.characters = 0
        self._lines: list[Line] = []
        self._elements: list[Element] = []
        self._anchors: list[Anchor] = []
        self._base: str | None = None
        self._spans: dict[Element, tuple[int, int]] = {}
        self._here = Element(-1, "", None)
        self._hidden = Hidden()
        self._levels = self._hidden.levels
        self._records = self._preformatted = self._rubies = 0
        self._parts: list[str] = []
        self._broken = self._marked = False
        self._linked: int | None = None
        self._emphasised: list[str] = []
        self._link_start = self._emphasis_start = 0
        self._links: list[tuple[int, int, int]] = []
        self._emphasis: list[tuple[int, int, str]] = []
        self._images: list[Image] = []

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """Open an element."""
        if (
            self._levels
            or tag in UNSHOWN
            or (attrs and ("hidden" in attrs or "style" in attrs or "popover" in attrs))
        ) and not self._opens_seen(tag, attrs):
            return
        if tag in BLOCKS:
            if self._parts:
                self._end_line()
            self._broken = False
            self._here = here = Element(len(self._elements), tag, self._here)
            self._elements.append(here)
            if attrs or tag in _NOTED:
                self._note(here, attrs)
        elif tag == "br":
            self._break_line()
        elif tag == "img":
            self._image(attrs)
        elif tag == "a":
            self._open_link(attrs)
        elif tag in _EMPHASIS:
            self._open_emphasis(tag)
        else:
            self._open_other(tag, attrs)

    def _open_other(self, tag: str, attrs: Mapping[str, str]) -> None:
        if tag == "ruby":
            self._rubies += 1
        elif tag == "base":
            self._base = self._base or attrs.get("href")

    def end(self, tag: str) -> None:
        """Close an element."""
        if self._levels and not self._closes_seen():
            return
        if tag in BLOCKS:
            if self._parts:
                self._end_line()
            self._broken = False
            here = self._here
            if here.tag == tag and here.above:
                here.end = len(self._elements)
                self._here = here.above
                if tag in _NOTED:
                    self._note_end(tag)
        elif tag == "a":
            self._close_link()
        elif tag in _EMPHASIS and self._emphasised:
            self._close_emphasis()
        elif tag == "ruby":
            self._rubies -= 1

    def data(self, data: str) -> None:
        """Take text: what is shown goes into the line."""
        if self._levels and self._levels[-1].sight != SEEN:
            self._hidden.hide(data)
        elif self._preformatted and "\n" in data:
            for piece in data.splitlines(keepends=True):
                self._parts.append(piece)
                if piece.endswith("\n"):
                    self._break_line()
        elif data != "\n" or self._parts:
            self._parts.append(data)

    def close(self) -> "LineBuilder":
        """End the page."""
        self._end_line()
        shown = inked("".join([line.text for line in self._lines]))
        self.characters = shown + self._hidden.characters
        return self

    @property
    def hides(self) -> bool:
        """Whether anything was hidden that is text of the page."""
        return self._hidden.hides

    def shown(self, lost: int) -> Shown:
        """Return what was gathered."""
        return Shown(
            self._lines,
            self._elements,
            self._anchors,
            collapsed("".join(self._hidden.title)),
            self._base,
            lost,
            self._hidden.hidden,
            self._spans,
        )

    def _end_line(self) -> None:
        """Keep the line if it shows anything."""
        parts, self._parts = self._parts, []
        if self._marked:
            self._end_marked(parts)
        elif text := collapsed("".join(parts)):
            self._lines.append(Line(text, self._here, self._broken, (), (), ()))

    def _end_marked(self, parts: Sequence[str]) -> None:
        """Keep a line with links, emphasis or images; an open link or emphasis goes on in the next one."""
        if self._linked is not None:
            self._links.append((self._link_start, len(parts), self._linked))
            self._link_start = 0
        if self._emphasised:
            self._emphasis.append((self._emphasis_start, len(parts), self._emphasised[0]))
            self._emphasis_start = 0
        if self._links or self._emphasis or self._images[-1].offset:
            text, starts, lengths = joined(parts)
            links, emphasis = (
                _spans(self._links, starts, lengths),
                _spans(self._emphasis, starts, lengths),
            )
            images = [
                image._replace(offset=starts[image.offset]) if image.offset else image
                for image in self._images
            ]
            self._links, self._emphasis = [], []
        else:  # most images stand before their line
            text, links, emphasis, images = collapsed("".join(parts)), [], [], self._images
        if text or images:
            self._lines.append(Line(text, self._here, self._broken, links, emphasis, images))
        self._images = []
        self._marked = self._linked is not None or bool(self._emphasised)

    def _break_line(self) -> None:
        if self._parts:
            self._end_line()
        self._broken = bool(self._lines) and self._lines[-1].element is self._here

    def _note(self, here: Element, attrs: Mapping[str, str]) -> None:
        """Note what an element says of all that lies inside."""
        tag = here.tag
        here.style = attrs.get("class") or ""
        if "rowspan" in attrs or "colspan" in attrs:
            self._spans[here] = (
                cells_across(attrs.get("rowspan")),
                cells_across(attrs.get("colspan")),
            )
        if attrs.get("role") in _FRAME_ROLES or (
            tag in _FRAME_TAGS and (tag == "nav" or not self._records)
        ):
            here.frame = here.frame or here
        if tag in _RECORD_TAGS:
            self._records += 1
        elif tag == "pre":
            self._preformatted += 1

    def _note_end(self, tag: str) -> None:
        if tag in _RECORD_TAGS:
            self._records -= 1
        elif tag == "pre":
            self._preformatted -= 1

    def _opens_seen(self, tag: str, attrs: Mapping[str, str]) -> bool:
        """Note the start of an element that may be unseen; tell whether it takes room on the page."""
        is_text = tag == "rt" and not self._rubies  # small print of nothing
        ends_reading = tag in BLOCKS or tag == "rb"
        is_seen = self._hidden.enter("" if is_text else tag, attrs, ends_reading=ends_reading)
        self._take_late()
        return is_seen

    def _closes_seen(self) -> bool:
        """Note the end of an element that may be unseen; tell whether it took room on the page."""
        was_seen = self._hidden.leave()
        self._take_late()
        return was_seen

    def _take_late(self) -> None:
        if self._hidden.late:
            self._parts += self._hidden.late
            self._hidden.late.clear()

    def _image(self, attrs: Mapping[str, str]) -> None:
        if self._levels and self._levels[-1].sight != SEEN:
            return
        url = attrs.get("src") or ""
        if (not url or url.startswith("data:")) and attrs.get(
            "data-src"
        ):  # loaded when scrolled to
            url = attrs["data-src"]
        size = pixels(attrs.get("width"), attrs.get("height"))
        self._images.append(
            Image(len(self._parts), url, attrs.get("alt"), size, self._linked is not None)
        )
        self._parts.append("")  # a line may show nothing else
        self._marked = True

    def _open_link(self, attrs: Mapping[str, str]) -> None:
        if self._linked is not None:
            self._close_link()
        if attrs.get("href"):
            self._anchors.append(Anchor(attrs["href"].strip(WHITE), attrs.get("target") or ""))
            self._linked = len(self._anchors) - 1
            self._link_start = len(self._parts)
            self._marked = True

    def _close_link(self) -> None:
        if self._linked is not None:
            self._links.append((self._link_start, len(self._parts), self._linked))
            self._linked = None

    def _open_emphasis(self, tag: str) -> None:
        if not self._emphasised:
            self._emphasis_start = len(self._parts)
            self._marked = True
        self._emphasised.append(tag)

    def _close_emphasis(self) -> None:
        innermost = self._emphasised.pop()
        if not self._emphasised:
            self._emphasis.append((self._emphasis_start, len(self._parts), innermost))


class StyledLines(LineBuilder):
    """Receives the events of a parser, and gives each element what the sheets say of it, in front of its own style.

    ``sheet`` is what the sheets of the page say, for whoever begins a page to set.
    """

    sheet: StyleSheet | None = None

    def begin_page(self) -> None:
        """Begin a page, and let go of what was kept of the one before."""
        super().begin_page()
        self._open: list[Opened] = []

    def start(self, tag: str, attrs: Mapping[str, str]) -> None:
        """Open an element."""
        self._open.append(Opened(tag, attrs))
        if self.sheet and (style := self.sheet.style_of(self._open)):
            attrs = {**attrs, "style": f"{style};{attrs.get('style') or ''}"}
        super().start(tag, attrs)

    def end(self, tag: str) -> None:
        """Close an element."""
        self._open.pop()
        super().end(tag)


def _spans(
    parts: Sequence[tuple[int, int, int | str]], starts: Sequence[int], lengths: Sequence[int]
) -> list[Span]:
    """Say from which character up to which a link or an emphasis of some parts goes; one that shows nothing is none."""
    return [
        Span(starts[start], lengths[end], what)
        for start, end, what in parts
        if lengths[end] > starts[start]
    ]
