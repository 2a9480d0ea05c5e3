"""A meeting's text with what was read from it marked, for a terminal, and below it each value beside its words."""

from collections.abc import Iterator, Mapping, Sequence
from unicodedata import east_asian_width

from kaidan.controls import show_controls
from kaidan.messages import Language, Message, Warned, tell
from kaidan.models import Document, Evidence, Meeting
from kaidan.report.captions import Value, values
from kaidan.report.marks import Mark, Span, marked
from kaidan.report.reread import Rules

_CODES: Mapping[str, str] = {
    "date": "33;4",
    "place": "32;4",
    "participants": "34;4",
    "occasion": "35;4",
    "agreements": "31;4",
    "links": "36;4",
    "mentions": "4",
}
"""How a field looks in colour: SGR parameters (ECMA-48), each underlined."""

_LETTERS: Mapping[str, str] = {
    "date": "D",
    "place": "P",
    "participants": "W",
    "occasion": "O",
    "agreements": "A",
    "links": "L",
    "mentions": "",
}
"""What stands behind an opening bracket where there is no colour."""

_END = "\x1b[0m"


def explain(
    document: Document, meetings: Sequence[Meeting], language: Language, *, color: bool
) -> str:
    """Return the texts of meetings with what was read from them marked, a legend, and the values with what they rest on."""
    lines = [tell(_legend(color), language), ""]
    for meeting in meetings:
        lines += [*_explained_meeting(document, meeting, language, color=color), ""]
    return "\n".join(lines)


def _legend(color: bool) -> Message:  # noqa: FBT001  one of two legends
    names = {
        "date": Message("date"),
        "place": Message("place"),
        "participants": Message("participant"),
        "occasion": Message("occasion"),
        "agreements": Message("agreement"),
        "links": Message("link"),
        "mentions": Message("named"),
    }
    shown = {
        field: f"\x1b[{_CODES[field]}m{{{field}}}{_END}"
        if color
        else f"[{_LETTERS[field]}{':' * bool(_LETTERS[field])}{{{field}}}]"
        for field in names
    }
    return Message("  ".join(shown.values()), **names)


def _explained_meeting(
    document: Document, meeting: Meeting, language: Language, *, color: bool
) -> Iterator[str]:
    read, rules = list(values(meeting, language)), Rules(document, meeting)

    def painted(text: str, where: str, block: int | None) -> str:
        spans = [
            Span(one.start, one.end, value.field, "")
            for value in read
            for one in value.evidence
            if (one.where, one.block) == (where, block)
        ]
        return "".join(_painted(text, marked(len(text), spans), color=color))

    yield f"{meeting.id}  {painted(meeting.heading, 'heading', None)}"
    for number, block in enumerate(meeting.body):
        yield f"  {show_controls(block.marker or '')}{painted(block.text, 'body', number)}"
    for number in _lent(read):
        yield f"  ({painted(document.source.context[number].text, 'context', number)})"
    yield ""
    widest = max(_width(value.label) for value in read)
    for value in read:
        label = value.label + " " * (widest - _width(value.label))
        yield f"  {label}  {show_controls(value.said)}{_words_read(value)}"
        for ground in _grounds(value, rules, language):
            yield f"  {' ' * widest}    {show_controls(ground)}"
    for warning in document.warnings:
        if warning.meeting == meeting.id:
            said = Warned(warning.code, warning.message, warning.text)
            yield f"  ! {show_controls(tell(said, language))}"


def _grounds(value: Value, rules: Rules, language: Language) -> Iterator[str]:
    """Yield what a value rests on: the rules that read its words, and the row that stands behind it."""
    if value.reader and (found := rules.of(value.reader, value.evidence)):
        yield tell(Message("read by: {rules}", rules=" · ".join(found)), language)
    if value.ground:
        yield value.ground


def _lent(read: Sequence[Value]) -> list[int]:
    return sorted(
        {
            one.block
            for value in read
            for one in value.evidence
            if one.where == "context" and one.block is not None
        }
    )


def _words_read(value: Value) -> str:
    texts = dict.fromkeys(_quoted(one) for one in value.evidence)
    return f"  ← {' '.join(texts)}" if texts else ""


def _quoted(evidence: Evidence) -> str:
    return f"「{show_controls(evidence.text)}」"


def _painted(text: str, marks: Sequence[Mark], *, color: bool, around: str = "") -> Iterator[str]:
    """Yield a text with its marks; ``around`` is the colour to go back to after a mark within another."""
    for mark in marks:
        inner = "".join(
            _painted(text, mark.inner, color=color, around=_code(mark))
            if mark.inner
            else show_controls(text[mark.start : mark.end])
        )
        if mark.span is None:
            yield inner
        elif color:
            yield f"{_code(mark)}{inner}{_END}{around}"
        else:
            letter = _LETTERS[mark.span.field]
            yield f"[{letter}{':' if letter else ''}{inner}]"


def _code(mark: Mark) -> str:
    return f"\x1b[{_CODES[mark.span.field]}m" if mark.span else ""


def _width(text: str) -> int:
    return sum(2 if east_asian_width(sign) in "WF" else 1 for sign in text)
