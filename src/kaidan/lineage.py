"""The graph of agreements: which meeting made each, which later ones recall it. A pure function of the document, then its renderings."""

import json
from collections.abc import Callable, Mapping
from typing import NamedTuple
from unicodedata import east_asian_width

from kaidan.models import Document


class Line(NamedTuple):
    """One agreement: its name and date (EDTF), the id of the meeting that made it, those that recall it, in the order of time."""

    name: str
    date: str | None
    made_by: str | None
    recalled_by: tuple[str, ...]


def trace(document: Document) -> list[Line]:
    """Return every agreement that the meetings name, oldest first, those without a date last."""
    made: dict[tuple[str, str | None], str] = {}
    recalled: dict[
        tuple[str, str | None], dict[str, None]
    ] = {}  # the meetings in the order of time, each once
    for meeting in sorted(document.meetings, key=lambda meeting: str(meeting.date.start or "~")):
        for agreement in meeting.mentions.agreements:
            key = agreement.name, agreement.date
            by = recalled.setdefault(key, {})
            if agreement.role != "recalled":
                made.setdefault(key, meeting.id)
            else:
                by[meeting.id] = None
    lines = (Line(*key, made.get(key), tuple(by)) for key, by in recalled.items())
    return sorted(lines, key=lambda line: (line.date or "~", line.name))


def _text(lines: list[Line]) -> str:
    rows = [("date", "agreement", "made by", "recalled by")]
    rows += [
        (line.date or "-", line.name, line.made_by or "-", ", ".join(line.recalled_by) or "-")
        for line in lines
    ]
    widths = [max(_width(row[column]) for row in rows) for column in range(3)]
    padded = [
        [cell + " " * (width - _width(cell)) for cell, width in zip(row, [*widths, 0], strict=True)]
        for row in rows
    ]
    return "".join("  ".join(row).rstrip() + "\n" for row in padded)


def _width(text: str) -> int:
    """Return the columns that a text takes in a terminal, where a kanji takes two."""
    return sum(2 if east_asian_width(character) in "WF" else 1 for character in text)


def _json(lines: list[Line]) -> str:
    return (
        json.dumps({"agreements": [line._asdict() for line in lines]}, ensure_ascii=False, indent=2)
        + "\n"
    )


def _dot(lines: list[Line]) -> str:
    out = ["digraph agreements {", "  rankdir=LR;", "  node [shape=box];"]
    for number, line in enumerate(lines):
        label = json.dumps(f"{line.name}\n{line.date or ''}".rstrip(), ensure_ascii=False)
        out.append(f"  a{number} [label={label}, style=rounded];")
        if line.made_by:
            out.append(f'  "{line.made_by}" -> a{number} [label="made"];')
        out += [
            f'  a{number} -> "{meeting}" [style=dashed, label="recalled"];'
            for meeting in line.recalled_by
        ]
    return "\n".join([*out, "}", ""])


def _mermaid(lines: list[Line]) -> str:
    nodes: dict[
        str, str
    ] = {}  # an id that starts with a digit or holds a hyphen is none to Mermaid
    out = ["graph LR"]
    for number, line in enumerate(lines):
        label = f"{line.name} {line.date or ''}".rstrip().replace('"', "#quot;")
        out.append(f'  a{number}(["{label}"])')
        for meeting in filter(None, (line.made_by, *line.recalled_by)):
            node = nodes.setdefault(meeting, f"m{len(nodes)}")
            named = f'{node}["{meeting}"]'
            out.append(
                f"  {named} -->|made| a{number}"
                if meeting == line.made_by
                else f"  a{number} -.->|recalled| {named}"
            )
    return "\n".join([*out, ""])


RENDERINGS: Mapping[str, Callable[[list[Line]], str]] = {
    "text": _text,
    "json": _json,
    "dot": _dot,
    "mermaid": _mermaid,
}
"""How the graph can be written: a table, JSON, Graphviz, Mermaid."""
