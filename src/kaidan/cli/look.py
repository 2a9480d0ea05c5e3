"""``kaidan dates``, ``place``, ``people`` and ``schema``: what kaidan reads in a text, and the shape of what it writes."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kaidan.cli import take
from kaidan.cli.export import put
from kaidan.cli.options import TARGET
from kaidan.errors import Unreadable, UnreadableDate

if TYPE_CHECKING:
    from kaidan.normalizers.people.person import PersonMention


def _indented(value: Any) -> bytes:  # noqa: ANN401  whatever JSON can hold
    written = json.dumps(value, ensure_ascii=False, indent=2)
    return f"{written}\n".encode("utf-8", "backslashreplace")


def answer(text: str, read: Callable[[str], Any], output: Path | None) -> None:
    """Give what ``read`` finds in a text, or write it; ``-`` is standard input, of which each line is a text and has its line of JSON.

    An empty line, and one that is no UTF-8, have ``null``: so the numbers of the lines agree.
    """
    if text != "-":
        put(_indented(read(text)), output)
        return
    try:
        *lines, rest = take("-").split(b"\n")
    except Unreadable as error:
        raise error.at("-") from error
    told = [_compact(line, read) for line in ([*lines, rest] if rest else lines)]
    put("".join(told).encode("utf-8", "backslashreplace"), output)


def _compact(line: bytes, read: Callable[[str], Any]) -> str:
    try:
        text = line.removesuffix(b"\r").decode()
    except UnicodeDecodeError:
        text = ""
    found = read(text) if text.strip() else None
    return json.dumps(found, ensure_ascii=False, separators=(",", ":")) + "\n"


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text")
@click.option(
    "--anchor",
    metavar="EDTF",
    help="The date of the document (2014-10-17, 2014-10, 2014): 10月17日 borrows its year, 昨年 counts from it.",
)
@TARGET
def dates(text: str, anchor: str | None, output: Path | None) -> None:
    """Print the dates that TEXT names, as a JSON list; an empty one where it names none.

    With - each line of standard input is a text, and has a line of JSON.
    """
    from kaidan.normalizers.dates import find_dates  # noqa: PLC0415  --help waits for no grammar
    from kaidan.normalizers.dates.context import require_anchor  # noqa: PLC0415  likewise

    def look(text: str) -> list[dict[str, object]]:
        return [_date(**mention._asdict()) for mention in find_dates(text, anchor=anchor)]

    try:
        require_anchor(anchor or "")
    except UnreadableDate as error:
        raise click.BadParameter(str(error), param_hint="'--anchor'") from error
    answer(text, look, output)


def _date(*, era: tuple[str, int] | None, **rest: object) -> dict[str, object]:
    return {**rest, "era": {"name": era[0], "year": era[1]} if era else None}


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text")
@TARGET
def place(text: str, output: Path | None) -> None:
    """Print the place that the whole of TEXT names, as JSON; null where it names none or nobody can tell which.

    With - each line of standard input is a text, and has a line of JSON.
    """
    from kaidan.normalizers.places import resolve_place  # noqa: PLC0415  --help waits for no gazetteer

    def look(text: str) -> dict[str, Any] | None:
        found = resolve_place(text)
        return {"text": text, **_place_fields(found)} if found else None

    answer(text, look, output)


def _place_fields(found: Any) -> dict[str, Any]:  # noqa: ANN401  a NamedTuple of NamedTuples
    return {
        key: value._asdict() if hasattr(value, "_asdict") else value
        for key, value in found._asdict().items()
    }


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text")
@click.option(
    "--on",
    metavar="EDTF",
    help="The day of which the text tells: who held the office then is who is meant.",
)
@TARGET
def people(text: str, on: str | None, output: Path | None) -> None:
    """Print who TEXT names with an office, as a JSON list; an empty one where it names nobody.

    With - each line of standard input is a text, and has a line of JSON.
    """
    from kaidan.normalizers.dates import bounds  # noqa: PLC0415  --help waits for no tables
    from kaidan.normalizers.people.named import find_people  # noqa: PLC0415

    def look(text: str) -> list[dict[str, object]]:
        return [_person(mention) for mention in find_people(text, on=on)]

    try:
        bounds(on or "")
    except ValueError as error:
        raise click.BadParameter(str(error), param_hint="'--on'") from error
    answer(text, look, output)


def _person(mention: "PersonMention") -> dict[str, object]:
    return {
        "text": mention.text,
        "start": mention.start,
        "end": mention.end,
        "name": mention.name and mention.name._asdict(),
        "country": mention.country,
        "office": mention.office,
        "wikidata": mention.wikidata,
        "rule": mention.rule,
    }


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@TARGET
def schema(output: Path | None) -> None:
    """Print the JSON Schema (2020-12) of the document."""
    from kaidan.models import SCHEMA_VERSION, Document  # noqa: PLC0415  --help waits for no models

    about = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:kaidan:document:{SCHEMA_VERSION}",
    }
    made = Document.model_json_schema(by_alias=True, mode="serialization")
    put(_indented(about | made | {"title": "kaidan document"}), output)
