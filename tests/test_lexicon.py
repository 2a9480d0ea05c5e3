"""A word lives once: a row added to a copy of the tables is known by every reader, and nothing else is edited."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kaidan
from kaidan.data import rows
from kaidan.lexicon.words import Word
from kaidan.normalizers.places import resolve_place

PACKAGE = Path(kaidan.__file__).parent

ROWS = {
    "eras": "光輝\t2031-05-01\t\t光\t\tinvented",
    "words/parts": "月央\tpart of month\t14-17\tinvented",
    "series": "OQX\tOQX\tinvented",
    "offices": "統括卿\tchancellor\tstatholder\t\tinvented",
    "people": "仮名統太郎\t仮名統\tTotaro Kanato\tJP\t\tinvented",
    "terms": "仮名統太郎\tstatholder\t2001-01-01\t2009-12-31\tinvented",
    "words/talks": "鼎座\ttalks\t\tinvented",
    "words/recalled": "先々代\tearlier\t\tinvented",
    "words/place_venues": "翠雲閣\tvenue\t\tinvented",
    "words/office_suffixes": "書記補\taide\tspecial adviser\tinvented",
    "words/place_units": "藩領\tunit\tregion\tinvented",
    "words/place_frames": "の幕都\tjoint\t\tinvented",
    "words/no_places": "誓約書\tnamed after\t\tinvented",
}
"""A row for each table: an era, a part of a month, a series, an office with its holder, a noun of talks, a word of an earlier
time, a facility, what makes an aide of an officer's."""

ERA = {
    "光輝3年10月17日": "2033-10-17",
    "光輝三年十月十七日": "2033-10-17",
    "光輝3年10月": "2033-10",
    "光輝元年": "2031",
    "光輝3年": "2033",
    "光輝３年１０月１７日": "2033-10-17",
    "光輝 3年 10月 17日": "2033-10-17",
    "光3.10.17": "2033-10-17",
    "光3年10月": "2033-10",
    "光輝3年(2033年)10月17日": "2033-10-17",
    "2033年(光輝3年)10月17日": "2033-10-17",
    "2033（光輝3）年10月": "2033-10",
    "光輝3年度": "2033-04/2034-03",
    "光輝3年10月17日(月)": "2033-10-17",
    "光輝3年10月17日～19日": "2033-10-17/2033-10-19",
    "光輝3年10月から12月まで": "2033-10/2033-12",
    "光輝3年夏": "2033-22",
    "光輝3年10月上旬": "2033-10-01/2033-10-10",
    "光輝3年から4年": "2033/2034",
    "光輝3年10月頃": "2033-10~",
}

PART = {
    "光輝3年10月月央": "2033-10-14/2033-10-17",
    "平成26年10月月央": "2014-10-14/2014-10-17",
    "2014年10月月央": "2014-10-14/2014-10-17",
}

ASKED = Path(__file__).parent / "every_reader.py"
"""What a copy of the package is asked: dates, occasions, people, clauses, days and a page."""


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    """Ask a copy of the package, with a row more in each table, everything at once."""
    root = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, root / "kaidan", ignore=shutil.ignore_patterns("__pycache__"))
    for name, row in ROWS.items():
        with (root / "kaidan/data" / f"{name}.tsv").open("a", encoding="utf-8") as table:
            table.write(row + "\n")
    run = subprocess.run(
        [sys.executable, str(ASKED), str(root)],
        input=json.dumps({"dates": [*ERA, *PART]}),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    answer: dict[str, object] = json.loads(run.stdout)
    return answer


def test_every_row_has_the_columns_of_its_table() -> None:
    for name, row in ROWS.items():
        lines = (PACKAGE / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        header = next(line for line in lines if not line.startswith("#"))
        assert header.count("\t") == row.count("\t"), name
        assert row.split("\t")[0] not in {line.split("\t")[0] for line in lines}, name


@pytest.mark.parametrize("text", [*ERA, *PART])
def test_an_era_and_a_part_of_a_month_are_known_in_every_notation(
    said: dict[str, dict[str, list[str]]], text: str
) -> None:
    assert said["dates"][text] == [(ERA | PART)[text]]


def test_a_series_and_a_word_of_an_earlier_time_are_known_to_occasions(
    said: dict[str, object],
) -> None:
    assert said["occasions"] == [["OQX首脳会議", "OQX"], None]


def test_an_office_and_what_makes_an_aide_are_known_to_people(said: dict[str, object]) -> None:
    assert said["people"] == [
        ["仮名統統括卿", "Totaro Kanato", "chancellor"],
        ["プーチン大統領", "Vladimir Putin", "president"],
        ["仮名統統括卿書記補", None, "special adviser"],
    ]


def test_a_noun_of_talks_is_known_to_clauses_occasions_and_days(said: dict[str, object]) -> None:
    assert said["clauses"] == [7, True]
    assert said["days"] == "2005-06-03"


def test_a_series_is_known_before_its_place(said: dict[str, object]) -> None:
    assert said["hosts"] == "Honolulu"


def test_a_facility_is_known_in_compound_names(said: dict[str, object]) -> None:
    assert said["places"] == ["RU", "locality", "Moscow"]
    assert resolve_place("露モスクワ翠雲閣") is None


def test_a_unit_a_facility_a_joint_and_a_document_are_known_to_places(
    said: dict[str, object],
) -> None:
    """Of a whole string and of running text alike."""
    assert said["strings"] == ["US-KS", "JP-20", "PE-LMA"]
    assert said["mentions"] == [
        ["カンザス藩領", "US-KS", "plain"],
        ["ペルーの幕都リマ", "PE-LMA", "plain"],
        ["東京", "JP-13", "name-part"],
    ]


def test_an_era_is_known_to_headings(said: dict[str, object]) -> None:
    assert said["page"] == [["2033-10-moscow", "2033-10-17"]]
    assert said["remainder"] == []


@pytest.mark.parametrize("name", sorted(path.stem for path in PACKAGE.glob("data/words/*.tsv")))
def test_every_table_of_words_has_the_columns_of_a_word(name: str) -> None:
    columns, *found = rows(f"words/{name}")
    assert tuple(columns) == Word._fields
    assert found
    assert all(len(row) == len(columns) for row in found)
