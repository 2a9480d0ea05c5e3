"""Every folder of fixtures/ is a case: a page, and what must come out of it or the refusal."""

import json
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

from kaidan.errors import KaidanError
from kaidan.models import Document
from kaidan.output import load, to_json
from kaidan.pipeline import extract

ROOT = Path(__file__).parents[1]
CASES = sorted(folder for folder in (ROOT / "fixtures").iterdir() if folder.is_dir())
READ = [case for case in CASES if not case.name.startswith("refused-")]
REFUSED = [case for case in CASES if case.name.startswith("refused-")]


def read(case: Path) -> Document:
    return extract((case / "page.html").read_bytes())


def test_there_are_cases_of_both_kinds() -> None:
    assert len(READ) >= 8
    assert len(REFUSED) >= 4


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_a_page_becomes_its_document(case: Path, file_regression: FileRegressionFixture) -> None:
    golden = case / "meetings.json"
    made = to_json(read(case))
    file_regression.check(made, fullpath=golden, binary=True)
    assert golden.read_bytes() == made


@pytest.mark.parametrize("case", REFUSED, ids=lambda case: case.name)
def test_a_page_is_refused_with_its_reason(case: Path) -> None:
    with pytest.raises(KaidanError) as caught:
        read(case)
    assert f"{caught.value.status}: {caught.value}\n" == (case / "refusal.txt").read_text(
        encoding="utf-8"
    )


@pytest.mark.parametrize("case", READ, ids=lambda case: case.name)
def test_a_document_survives_its_json(case: Path) -> None:
    document = read(case)
    assert load(to_json(document), "here") == document


def test_the_encoding_of_the_reference_page_changes_its_source_alone() -> None:
    one, other = (
        json.loads(to_json(read(ROOT / "fixtures" / name)))
        for name in ("reference", "reference-cp932")
    )
    assert one.pop("source")["encoding"] == "utf-8"
    assert other.pop("source")["encoding"] == "cp932"
    assert one == other


def test_the_reference_page_raises_no_warning() -> None:
    document = read(ROOT / "fixtures/reference")
    assert len(document.meetings) == 31
    assert document.warnings == ()
    assert document.remainder == ()
    assert sum(meeting.date.precision == "day" for meeting in document.meetings) == 10
    assert all(meeting.place and meeting.place.latitude for meeting in document.meetings)
    assert all(len(meeting.participants) == 2 for meeting in document.meetings)


def test_a_meeting_on_top_adds_one_block_of_lines() -> None:
    page = (ROOT / "fixtures/reference/page.html").read_text(encoding="utf-8")
    first = "<h3>日露首脳会談　（イタリア・ミラノ"
    new = "<h3>日露首脳会談　（大阪・令和元年6月）</h3><p>6月29日、G20大阪サミットの際に安倍総理とプーチン大統領が会談。</p>"
    old_lines, new_lines = (
        to_json(extract(text)).decode().splitlines()
        for text in (page, page.replace(first, new + first))
    )
    start = old_lines.index('  "meetings": [') + 1
    added = len(new_lines) - len(old_lines)
    assert old_lines[start:] == new_lines[start + added :]
    changed = [
        line
        for line, other in zip(old_lines[:start], new_lines[:start], strict=True)
        if line != other
    ]
    assert [line.split(":")[0].strip() for line in changed] == ['"sha256"']
