"""Each format, opened by the tool that its readers use; what is not installed is skipped (``pip install -e ".[test,interop]"``)."""

import gc
import io
import json
import re
import warnings
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

from kaidan.citing import cite, cited_meeting
from kaidan.formats import Options, render
from kaidan.formats.database import TABLES
from kaidan.formats.description import describe
from kaidan.formats.workbook import SHEETS
from kaidan.models import Meeting
from told import FETCHED, NASTY, URL, sourced

SOURCE = sourced()
MEETINGS = SOURCE.document.meetings


def test_excel_by_openpyxl() -> None:
    openpyxl = pytest.importorskip("openpyxl")
    book = openpyxl.load_workbook(io.BytesIO(render("xlsx", [SOURCE])))
    assert book.sheetnames == ["Meetings", "Participants", "Agreements", "Mentions", "Source"]
    assert book.properties.created == FETCHED.replace(tzinfo=None)
    for sheet in book:
        assert sheet.freeze_panes == "B2"
        assert sheet.auto_filter.ref == sheet.dimensions
        assert all(head.comment and head.comment.text for head in sheet[1]), sheet.title
        assert not any(cell.data_type == "f" for row in sheet for cell in row)
    sheet = book["Meetings"]
    columns = {head.value: head.column for head in sheet[1]}
    assert sheet.cell(1, sheet.max_column).value == "body"
    first = {name: sheet.cell(2, at) for name, at in columns.items()}
    assert first["date"].value == "2014-10-17"
    assert first["first_day"].value == datetime(2014, 10, 17)  # noqa: DTZ001  a cell has no zone
    assert first["first_day"].is_date
    assert first["latitude"].value == 45.46
    assert first["latitude"].data_type == "n"
    assert first["place_ja"].value == "ミラノ"
    assert NASTY in first["body"].value
    assert [sheet.cell(row, columns["id"]).value for row in range(2, len(MEETINGS) + 2)] == [
        meeting.id for meeting in MEETINGS
    ]


def test_sqlite_by_sqlite_utils(tmp_path: Path) -> None:
    sqlite_utils = pytest.importorskip("sqlite_utils")
    path = tmp_path / "meetings.sqlite"
    path.write_bytes(render("sqlite", [SOURCE]))
    database = sqlite_utils.Database(path)
    try:
        assert database["meetings"].pks == ["id"]
        assert {key.other_table for key in database["evidence"].foreign_keys} == {"meetings"}
        assert database["meetings"].get("2008-11-lima")["place_en"] == "Lima"
        assert "IANA time zone" in database["meetings"].schema
    finally:
        database.close()


def test_linked_data_by_pyld() -> None:
    pyld = pytest.importorskip("pyld")
    told = json.loads(render("jsonld", [SOURCE]))
    (page,) = pyld.jsonld.expand(told)
    vocabulary = "https://schema.org/"
    assert page["@type"] == [f"{vocabulary}Dataset"]
    assert page[f"{vocabulary}isBasedOn"][0][f"{vocabulary}license"][0]["@id"].startswith(
        "https://"
    )
    events = page[f"{vocabulary}about"]
    assert len(events) == len(MEETINGS)
    place = events[0][f"{vocabulary}location"][0]
    assert all(same["@id"].startswith("http") for same in place[f"{vocabulary}sameAs"])
    assert {name["@language"] for name in place[f"{vocabulary}name"]} == {"ja", "en"}
    assert len(pyld.jsonld.to_rdf(told)["@default"]) > 50


def test_geojson_by_its_schema() -> None:
    from jsonschema import Draft202012Validator  # noqa: PLC0415

    schema = json.loads(Path(__file__).with_name("geojson.schema.json").read_bytes())
    validator = Draft202012Validator(schema)
    collection = json.loads(render("geojson", [SOURCE]))
    validator.validate(collection)
    collection["features"][0]["geometry"]["coordinates"] = [200, 45]
    assert not validator.is_valid(collection)


def test_geojson_by_the_models_of_rfc_7946() -> None:
    geojson_pydantic = pytest.importorskip("geojson_pydantic")
    collection = geojson_pydantic.FeatureCollection.model_validate_json(
        render("geojson", [SOURCE]), strict=True
    )
    located = [feature for feature in collection.features if feature.geometry]
    assert (len(collection.features), len(located)) == (len(MEETINGS), len(MEETINGS))


def test_geojson_by_gdal(tmp_path: Path) -> None:
    pyogrio = pytest.importorskip("pyogrio")
    path = tmp_path / "meetings.geojson"
    path.write_bytes(render("geojson", [SOURCE]))
    info = pyogrio.read_info(path)
    assert (info["driver"], info["crs"], info["geometry_type"]) == ("GeoJSON", "EPSG:4326", "Point")
    assert info["features"] == len(MEETINGS)
    fields, columns = pyogrio.raw.read(path)[0]["fields"], pyogrio.raw.read(path)[3]
    read = dict(zip(fields, columns, strict=True))
    assert list(read["place_ja"]) == [_place_name(meeting) for meeting in MEETINGS]
    assert NASTY in read["body"][0]


def _place_name(meeting: Meeting) -> str | None:
    return meeting.place.name.ja if meeting.place and meeting.place.name else None


def test_citations_by_citeproc() -> None:
    citeproc = pytest.importorskip("citeproc")
    source = pytest.importorskip("citeproc.source.json")
    items = json.loads(render("csl.json", [SOURCE]))
    assert items[0]["accessed"] == {"date-parts": [[2026, 11, 30]]}
    with warnings.catch_warnings(
        action="ignore"
    ):  # of the style's locale, and of fields that it does not print
        style = citeproc.CitationStylesStyle("harvard-cite-them-right", validate=False)
        bibliography = citeproc.CitationStylesBibliography(
            style, source.CiteProcJSON(items), citeproc.formatter.plain
        )
        for item in items:
            bibliography.register(citeproc.Citation([citeproc.CitationItem(item["id"])]))
        shown = [str(entry) for entry in bibliography.bibliography()]
    assert len(shown) == len(MEETINGS)
    assert all("Cabinet Office" in entry for entry in shown)
    assert any(MEETINGS[0].heading in entry for entry in shown)


def test_citations_have_the_types_and_variables_of_the_style_language() -> None:
    citeproc = pytest.importorskip("citeproc")
    styles = Path(citeproc.__file__).parent / "data/schema/schemas/styles"
    types = _quoted(styles / "csl-types.rnc")
    variables = _quoted(styles / "csl-variables.rnc")
    assert {"webpage", "book"} <= types
    for item in json.loads(render("csl.json", [SOURCE])):
        assert item["type"] in types
        assert item.keys() - variables <= {"id", "type"}


def _quoted(path: Path) -> set[str]:
    return set(re.findall('"([^"]+)"', path.read_text(encoding="utf-8")))


def test_markdown_by_markdown_it() -> None:
    markdown_it = pytest.importorskip("markdown_it")
    shown = markdown_it.MarkdownIt("commonmark").parse(render("md", [SOURCE]).decode())
    texts = [
        "".join(child.content for child in token.children or ())
        for token in shown
        if token.children
    ]
    assert NASTY in texts
    assert not any(token.type.startswith(("html", "code", "fence")) for token in _all(shown))
    for meeting in MEETINGS:
        assert meeting.heading in texts
        assert all((block.marker or "") + block.text in texts for block in meeting.body)


def _all(tokens: Any) -> Any:  # noqa: ANN401  markdown-it's own
    for token in tokens:
        yield token
        yield from _all(token.children or ())


def test_bibtex_by_pybtex_and_bibtexparser() -> None:
    written = render("bib", [SOURCE]).decode()
    pybtex = pytest.importorskip("pybtex.database")
    entries = pybtex.parse_string(written, "bibtex").entries
    assert list(entries) == [meeting.id for meeting in MEETINGS]
    lima = entries["2008-11-lima"]
    assert lima.fields["title"] == f"{{{MEETINGS[2].heading}}}".replace("\u3000", " ")  # its own
    assert lima.fields["urldate"] == "2026-11-30"
    assert lima.fields["url"].startswith(f"{URL}#:~:text=%E6")
    bibtexparser = pytest.importorskip("bibtexparser")
    library = bibtexparser.parse_string(written)
    assert not library.failed_blocks
    assert [entry.key for entry in library.entries] == list(entries)
    assert library.entries[2].fields_dict["title"].value == f"{{{MEETINGS[2].heading}}}"


def test_bibtex_keeps_what_latex_gives_a_meaning_to() -> None:
    pybtex = pytest.importorskip("pybtex.database")
    meeting = MEETINGS[0].model_copy(update={"heading": NASTY})
    (entry,) = pybtex.parse_string(
        cite([cited_meeting(SOURCE, meeting)], "bibtex"), "bibtex"
    ).entries.values()
    shown = entry.fields["title"].removeprefix("{").removesuffix("}")
    for sign in "{}$&%#_":
        shown = shown.replace(f"\\{sign}", sign)
    assert shown.replace(r"{\textbackslash}", "\\") == NASTY


@pytest.fixture
def databases_left_open() -> Iterator[None]:
    """Let go of the databases that SQLAlchemy leaves open: Python 3.13 tells of them in whatever test comes next."""
    yield
    with warnings.catch_warnings(action="ignore"):
        gc.collect()


@pytest.mark.usefixtures("databases_left_open")
def test_the_description_by_frictionless(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    frictionless = pytest.importorskip("frictionless")
    pytest.importorskip("sqlalchemy")
    monkeypatch.chdir(tmp_path)
    description = Path("datapackage.json")
    description.write_bytes(describe())
    bom = Options(byte_order_mark=True)
    for name in ("csv", "xlsx", "sqlite"):
        Path(f"meetings.{name}").write_bytes(render(name, [SOURCE], bom))
    with warnings.catch_warnings(action="ignore"):  # of the libraries that it reads Excel with
        report = frictionless.validate(str(description))
    assert report.valid, report.flatten(["name", "fieldName", "note"])
    assert len(report.tasks) == 1 + len(SHEETS) + len(TABLES)
    assert all(
        task.stats["rows"]
        for task in report.tasks
        if "photos" not in task.name and "links" not in task.name
    )
    told = json.loads(description.read_bytes())["resources"]
    assert all(field["description"] for each in told for field in each["schema"]["fields"])
    points = [f for each in told for f in each["schema"]["fields"] if f["name"] == "latitude"]
    assert {field["unit"] for field in points} == {"degree"}
