"""What each format holds, read with what Python brings; the readers' own tools open them in test_interop."""

import io
import json
import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from datetime import date
from typing import Any
from xml.etree import ElementTree as ET

import icalendar
import pytest

from kaidan.errors import WrongUsage
from kaidan.formats import FORMATS, render, workbook
from kaidan.formats.database import TABLES
from kaidan.formats.workbook import SHEETS, made_on
from kaidan.sourced import SourcedDocument, told_together
from told import FETCHED, NASTY, URL, document, sourced

SOURCE = sourced()
DOCUMENT = SOURCE.document
LICENCE = "https://www.digital.go.jp/resources/open_data/public_data_license_v1.0"
TELLING = [name for name in FORMATS if name not in {"json", "jsonl", "csv", "xlsx", "sqlite"}]


@pytest.fixture
def database() -> Iterator[sqlite3.Connection]:
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(render("sqlite", [SOURCE]))
        yield opened


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_document_and_retrieval_give_the_same_bytes(name: str) -> None:
    elsewhere = SOURCE._replace(name="/another/folder/meetings.json")
    assert render(name, [SOURCE]) == render(name, [elsewhere])


@pytest.mark.parametrize("name", TELLING)
def test_each_says_where_it_came_from(name: str) -> None:
    data = render(name, [SOURCE]).decode().replace("\r\n ", "").replace("\\", "")
    assert DOCUMENT.source.sha256 in data
    assert DOCUMENT.generator in data
    assert URL in data
    if name not in {"bib", "ris", "csl.json"}:
        assert LICENCE in data


@pytest.mark.parametrize("name", TELLING)
def test_an_unknown_host_has_no_publisher_and_no_licence(name: str) -> None:
    page = document().source.model_copy(update={"url": "https://example.jp/01.html"})
    unknown = SourcedDocument("x", document().model_copy(update={"source": page}))
    data = render(name, [unknown]).decode()
    assert "Cabinet Office" not in data
    assert "License" not in data
    assert "None" not in data


def test_a_database_is_whole(database: sqlite3.Connection) -> None:
    assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
    assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall()
    assert {name for (name,) in names} == {table.name for table in TABLES}
    for table in TABLES:
        if table.name not in {"source", "photos", "links"}:
            rows = f"SELECT count(*) FROM {table.name}"  # noqa: S608  a name of our own
            assert database.execute(rows).fetchone()[0] > 0, table.name


def test_a_database_ties_every_value_to_its_words(database: sqlite3.Connection) -> None:
    rows = database.execute(
        'SELECT m.name_ja, e.text, b.text, e.start, e."end" FROM mentions m'
        " JOIN evidence e ON e.\"of\" = 'mentions' AND e.row = m.id"
        " JOIN blocks b ON b.meeting = e.meeting AND b.block = e.block"
        " WHERE e.\"where\" = 'body'"
    ).fetchall()
    assert len(rows) > 5
    assert all(text == block[start:end] for _, text, block, start, end in rows)
    assert ("ソチ", "ソチ") in {(name, text) for name, text, *_ in rows}
    (found,) = database.execute("SELECT text FROM blocks WHERE text LIKE '=1+1%'").fetchone()
    assert found == NASTY


def test_features_have_points_longitude_first() -> None:
    collection = json.loads(render("geojson", [SOURCE]))
    points = {each["id"]: each["geometry"] for each in collection["features"]}
    assert points["2008-11-lima"] == {"type": "Point", "coordinates": [-77.03, -12.04]}
    lima = next(each for each in collection["features"] if each["id"] == "2008-11-lima")
    assert lima["properties"]["date"] == "2008-11"
    assert (lima["properties"]["first_day"], lima["properties"]["precision"]) == (
        "2008-11-01",
        "locality",
    )


def test_a_country_has_no_geometry() -> None:
    told = document()
    place = told.meetings[0].place
    assert place
    nowhere = type(place)(**{**vars(place), "latitude": None, "longitude": None})
    first = told.meetings[0].model_copy(update={"place": nowhere})
    source = SourcedDocument("x", told.model_copy(update={"meetings": (first,)}))
    assert json.loads(render("geojson", [source]))["features"][0]["geometry"] is None
    assert b"GEO:" not in render("ics", [source])


def test_a_calendar_spans_what_is_known_and_says_so() -> None:
    calendar = icalendar.Calendar.from_ical(render("ics", [SOURCE]))
    events: dict[str, Any] = {
        str(event["uid"]).partition("@")[0]: event for event in calendar.walk("VEVENT")
    }
    day, month = events["2014-10-milan"], events["2008-11-lima"]
    assert (day["dtstart"].dt, day["dtend"].dt) == (date(2014, 10, 17), date(2014, 10, 18))
    assert (month["dtstart"].dt, month["dtend"].dt) == (date(2008, 11, 1), date(2008, 12, 1))
    assert "only the month is known" in month["description"]
    assert "only the" not in day["description"]
    assert day["dtstamp"].dt == FETCHED
    assert str(day["uid"]) == "2014-10-milan@www8.cao.go.jp/hoppo/shisaku/01.html"


def test_without_a_retrieval_no_clock_is_asked() -> None:
    source = SOURCE._replace(retrieved=None)
    assert b"DTSTAMP:19700101T000000Z" in render("ics", [source])
    assert made_on([source]).year == 1970
    assert b"urldate" not in render("bib", [source])
    assert b"accessed" not in render("csl.json", [source])


def test_linked_data_is_no_surer_than_the_text() -> None:
    (page,) = json.loads(render("jsonld", [SOURCE]))["@graph"]
    events = {event["identifier"]: event for event in page["about"]}
    assert events["2008-11-lima"]["startDate"] == "2008-11"
    assert events["2014-10-milan"]["startDate"] == "2014-10-17"
    assert page["isBasedOn"]["license"] == LICENCE
    lima = events["2008-11-lima"]["location"]
    assert lima["sameAs"] == ["https://sws.geonames.org/3936456/"] or len(lima["sameAs"]) == 2


def test_a_workbook_has_no_formula_and_its_days_are_days() -> None:
    with zipfile.ZipFile(io.BytesIO(render("xlsx", [SOURCE]))) as book:
        sheets = [name for name in book.namelist() if name.startswith("xl/worksheets/sheet")]
        assert len(sheets) == len(SHEETS)
        kinds = {
            element.tag.rpartition("}")[2]
            for name in sheets
            for element in ET.fromstring(book.read(name)).iter()  # noqa: S314  our own
        }
        assert "f" not in kinds
        assert {"v", "pane", "autoFilter"} <= kinds
        assert len([name for name in book.namelist() if "comments" in name]) == len(SHEETS)


def test_a_cell_that_excel_cannot_hold_says_that_it_is_cut() -> None:
    told = document()
    first = told.meetings[0]
    long = first.body[0].model_copy(update={"text": "𠮷" * 40_000})
    big = told.model_copy(update={"meetings": (first.model_copy(update={"body": (long,)}),)})
    with zipfile.ZipFile(io.BytesIO(render("xlsx", [SourcedDocument("x", big)]))) as book:
        strings = ET.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314  our own
    (cut,) = (text for text in strings.itertext() if "𠮷" in text)
    assert cut.endswith("… [cut: a cell holds 32,767 characters]")
    assert len(cut.encode("utf-16-le")) // 2 <= 32_767


def test_one_meeting_told_by_two_pages_stands_twice() -> None:
    both = told_together([SOURCE, SOURCE._replace(name="old/01.html")])
    with closing(sqlite3.connect(":memory:")) as opened:
        opened.deserialize(render("sqlite", both))
        assert opened.execute("PRAGMA foreign_key_check").fetchall() == []
        ids = [row[0] for row in opened.execute("SELECT id FROM meetings WHERE id LIKE '%lima'")]
    assert sorted(ids) == ["01/2008-11-lima", "old/01/2008-11-lima"]


def test_more_rows_than_a_sheet_holds_are_never_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workbook, "_MOST_ROWS", len(DOCUMENT.meetings) + 1)
    with pytest.raises(WrongUsage, match="Participants has more"):
        render("xlsx", [SOURCE])


def test_a_day_that_excel_does_not_know_stands_as_text() -> None:
    told = document()
    days = told.meetings[0].date.model_copy(
        update={"start": date(1855, 2, 7), "end": date(1900, 3, 1)}
    )
    first = told.meetings[0].model_copy(update={"date": days})
    old = SourcedDocument("x", told.model_copy(update={"meetings": (first,)}))
    with zipfile.ZipFile(io.BytesIO(render("xlsx", [old]))) as book:
        assert "1855-02-07" in book.read("xl/sharedStrings.xml").decode()
        assert "<v>61</v>" in book.read("xl/worksheets/sheet1.xml").decode()
