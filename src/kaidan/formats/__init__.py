"""The formats that a document can be written in: a row here and a module each.

A module has one function that takes the documents, with where they came from, and returns the bytes of the file. It is imported when
its format is asked for, and imports the library of its field then. The same documents and times of retrieval give the same bytes.
"""

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple, Protocol

from kaidan.errors import WrongUsage
from kaidan.messages import Message

if TYPE_CHECKING:
    from kaidan.messages import Language
    from kaidan.sourced import SourcedDocument


class Options(NamedTuple):
    """How a file is to be written; each format takes what concerns it.

    Attributes:
        indent: spaces a level of JSON; 0 is one line.
        byte_order_mark: whether CSV starts with one, as Excel wants it.
        language: of publishers' names in bibliographies.
    """

    indent: int = 2
    byte_order_mark: bool = False
    language: "Language" = "en"


class Writer(Protocol):
    """What each module of a format offers: documents in, the file's bytes out."""

    def __call__(self, sources: Sequence["SourcedDocument"], options: Options) -> bytes:
        """Return the bytes of a file that holds the meetings of all documents."""
        ...


class Format(NamedTuple):
    """A format, by the ending of its files and where its writer is.

    Attributes:
        name: the ending without its dot; also what ``--format`` takes.
        writer: module and function.
        binary: whether a terminal must never see it.
    """

    name: str
    writer: str
    binary: bool = False


_ALL = (
    Format("json", "canonical_json:write_json"),
    Format("jsonl", "json_lines:write_json_lines"),
    Format("csv", "comma_separated:write_csv"),
    Format("xlsx", "workbook:write_workbook", binary=True),
    Format("geojson", "features:write_features"),
    Format("ics", "calendar_events:write_calendar"),
    Format("sqlite", "database:write_database", binary=True),
    Format("jsonld", "linked_data:write_linked_data"),
    Format("md", "readable:write_markdown"),
    Format("bib", "bibliography:write_bibtex"),
    Format("ris", "bibliography:write_ris"),
    Format("csl.json", "bibliography:write_csl_json"),
)

FORMATS: Mapping[str, Format] = {each.name: each for each in _ALL}
"""Every format by its name."""


def format_of(path: Path) -> Format | None:
    """Return the format that the ending of a file's name stands for; None for an ending that no format has.

    >>> format_of(Path("Meetings.JSON")).name, format_of(Path("meetings.docx"))
    ('json', None)
    """
    name = path.name.lower()
    fitting = [each for each in _ALL if name.endswith(f".{each.name}")]
    return max(fitting, key=lambda each: len(each.name), default=None)


def render(
    name: str, sources: Sequence["SourcedDocument"], options: Options | None = None
) -> bytes:
    """Return documents as the bytes of a file in the format of that name.

    Raises:
        WrongUsage: there is no such format, or it cannot hold what it is asked to.
    """
    if name not in FORMATS:
        raise WrongUsage(
            Message("no format {name!r}; there are {names}", name=name, names=", ".join(FORMATS))
        )
    module, function = FORMATS[name].writer.split(":")
    writer: Writer = getattr(import_module(f"{__name__}.{module}"), function)
    return writer(sources, options or Options())
