"""``kaidan export``, and the formats of ``extract``."""

import csv
import io
import json
import re
from codecs import BOM_UTF8
from pathlib import Path

import pytest

import chronicle
from kaidan import extract
from kaidan.formats import FORMATS, render
from kaidan.formats.comma_separated import quoted
from kaidan.output import to_json
from kaidan.sourced import SourcedDocument
from shell import Shell

DOCUMENT = extract(chronicle.page())


@pytest.fixture
def kaidan(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capfd, monkeypatch)


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "01.html"
    path.write_bytes(chronicle.page())
    return str(path)


@pytest.mark.parametrize("name", FORMATS)
def test_the_same_document_gives_the_same_bytes(name: str) -> None:
    source = SourcedDocument("01.html", DOCUMENT)
    assert render(name, [source]) == render(name, [source])


def test_the_ending_names_the_format_and_the_option_beats_it(kaidan: Shell, page: str) -> None:
    target = Path(page).with_name("out.csv")
    assert kaidan("export", page, "-o", str(target)) == (0, "", "")
    assert target.read_bytes().startswith(BOM_UTF8 + b"id,heading,")
    assert kaidan("extract", page, "-o", str(target)).status == 0
    assert target.read_bytes().startswith(b"id,heading,")
    assert kaidan("extract", page, "--bom", "-o", str(target)).status == 0
    assert target.read_bytes().startswith(BOM_UTF8)
    assert kaidan("export", page, "--format", "json", "-o", str(target)).status == 0
    assert target.read_bytes() == to_json(DOCUMENT)


def test_an_ending_that_nobody_knows(kaidan: Shell, page: str) -> None:
    target = Path(page).with_name("out.docx")
    refused = kaidan("export", page, "-o", str(target))
    assert (refused.status, refused.out, refused.err.count("\n")) == (2, "", 1)
    assert not target.exists()
    assert kaidan("extract", page, "-o", str(target)).status == 0
    assert target.read_bytes() == to_json(DOCUMENT)
    assert kaidan("export", page).status == 2


def test_the_input_is_never_written_over(kaidan: Shell, page: str) -> None:
    link = Path(page).with_name("link.html")
    link.symlink_to(page)
    for command in ("extract", "export"):
        refused = kaidan(command, page, "--format", "json", "-o", str(link))
        assert (refused.status, refused.err.count("\n")) == (2, 1)
    assert Path(page).read_bytes() == chronicle.page()


def test_several_pages_in_one_table(kaidan: Shell, page: str) -> None:
    other = Path(page).with_name("02.html")
    other.write_bytes(chronicle.page())
    ended = kaidan("export", page, str(other), "--format", "csv", "--no-bom")
    ids = [row["id"] for row in csv.DictReader(io.StringIO(ended.out))]
    assert (ids[0], ids[len(ids) // 2]) == ("01/2014-10-milan", "02/2014-10-milan")
    lines = kaidan("export", page, str(other), "--format", "jsonl").out.splitlines()
    assert [json.loads(line)["id"] for line in lines] == ids
    refused = kaidan("export", page, str(other), "--format", "json")
    assert (refused.status, refused.err.count("\n")) == (2, 1)


@pytest.mark.parametrize(
    "sign", ["=", "+", "-", "@", "|", "＝", "＋", "－", "＠", "｜", "−", "﹦", "\u200b=", "\ufeff="]
)
def test_what_a_spreadsheet_would_compute_is_quoted(sign: str) -> None:
    assert quoted(f"\u3000{sign}1+1") == f"'\u3000{sign}1+1"


@pytest.mark.parametrize("ending", ["md", "ics", "bib", "ris"])
def test_what_a_page_holds_commands_no_terminal(kaidan: Shell, tmp_path: Path, ending: str) -> None:
    first, *others = chronicle.RECORDS
    heading = first.heading.replace("会談", "会談\x1b[2J\x9b\u202e")
    page, target = tmp_path / "page.html", tmp_path / f"out.{ending}"
    page.write_bytes(chronicle.page(chronicle.Record(heading, first.text), *others))
    assert kaidan("export", str(page), "-o", str(target)).status == 0
    written = target.read_text(encoding="utf-8")
    assert "[2J" in written.replace("\\", "")
    assert not re.search("[\x1b\x9b\u202e]", written)


def test_what_the_columns_mean(kaidan: Shell, page: str, tmp_path: Path) -> None:
    target = tmp_path / "datapackage.json"
    assert kaidan("export", "--describe", "-o", str(target)) == (0, "", "")
    csv_file, *others = json.loads(target.read_bytes())["resources"]
    assert [field["name"] for field in csv_file["schema"]["fields"]][:4] == [
        "id",
        "heading",
        "kind",
        "date",
    ]
    assert len(others) == 14
    assert kaidan("export", "--describe", page).status == 2
    assert kaidan("export").status == 2


@pytest.mark.parametrize(
    ("source", "kept"),
    [("run", "run/meetings.json"), ("run", "run/runs.jsonl"), ("01.html", "01.html.http.json")],
)
def test_what_is_kept_of_a_source_is_not_written_over(
    kaidan: Shell, page: str, source: str, kept: str
) -> None:
    folder = Path(page).parent
    (folder / "run").mkdir()
    (folder / "run" / "meetings.json").write_bytes(to_json(DOCUMENT))
    (folder / kept).touch()
    before = (folder / kept).read_bytes()
    ended = kaidan("export", str(folder / source), "--format", "md", "-o", str(folder / kept))
    assert (ended.status, ended.err.count("\n")) == (2, 1)
    assert (folder / kept).read_bytes() == before


@pytest.mark.parametrize("name", ["a" * 5000, "a\0b", "", "no/such/page.html", "ftp://x/"])
def test_a_name_that_is_no_page(kaidan: Shell, page: str, name: str) -> None:
    for command in ("extract", "export", "cite"):
        words = [command, name, "-o", page] if command != "cite" else [command, name]
        ended = kaidan(*words, *(["--format", "csv"] if command == "export" else []))
        assert (ended.status, ended.out, ended.err.count("\n")) == (3, "", 1)
    assert Path(page).read_bytes() == chronicle.page()
