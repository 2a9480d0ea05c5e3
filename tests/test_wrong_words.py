"""Words that a command cannot do with: one line that says what they are, and nothing else is touched."""

import json
from pathlib import Path

import pytest

import chronicle
from faults import Site, answer
from kaidan.errors import WrongUsage
from kaidan.formats import render
from shell import Shell

PAGE = chronicle.page()

WRONG = [
    ("extract 01.html --format xlsx", 2, "xlsx is a binary format"),
    ("diff 01.html 01.html --meeting 2001-none", 2, "no meeting 2001-none on either side"),
    ("cite 01.html zzzz", 2, "no meeting has the id zzzz"),
    ("help joob", 2, "did you mean job?"),
    ("run --url http://[x", 2, "is no http(s) URL"),
    ("run --ignore-text (", 2, "is no regular expression"),
    ("fetch -o missing/x.html", 3, "there is no folder missing"),
    ("replay empty --output out", 3, "no capture of a page with its time was found"),
    ("plot 01.html -o x.gif", 2, "x.gif ends neither in .svg nor in .png"),
    ("report new.json -o x.html", 3, "new.json"),
    ("history empty", 3, "No such file"),
]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where a page, an empty folder and a JSON of another are."""
    monkeypatch.chdir(tmp_path)
    (tmp_path / "01.html").write_bytes(PAGE)
    (tmp_path / "empty").mkdir()
    (tmp_path / "new.json").write_bytes(b"[]")
    return tmp_path


@pytest.mark.parametrize(("words", "status", "said"), WRONG, ids=[row[0] for row in WRONG])
def test_what_is_wrong_is_said(
    shell: Shell, folder: Path, words: str, status: int, said: str
) -> None:
    before = sorted(folder.rglob("*"))
    ended = shell(*words.split())
    assert (ended.status, ended.out) == (status, "")
    assert said in ended.err
    assert sorted(folder.rglob("*")) == before


def test_a_format_that_nobody_writes() -> None:
    with pytest.raises(WrongUsage, match="no format 'docx'; there are json, jsonl"):
        render("docx", [])


def test_more_said_where_more_is_asked_for(shell: Shell, tmp_path: Path) -> None:
    ended = shell("run", "-v", "--offline", "--output", str(tmp_path / "out"))
    assert ended.status == 3
    assert "Traceback" in ended.err
    told = shell("run", "-v", "--log-format", "json", "--offline", "--output", str(tmp_path / "o"))
    objects = [json.loads(line) for line in told.err.splitlines()]
    assert any("Unreadable" in said.get("traceback", "") for said in objects)


def test_an_indent_of_four_is_that_of_two_twice(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "01.html"
    path.write_bytes(PAGE)
    two, four = (shell("extract", "--indent", width, str(path)).out for width in ("2", "4"))
    assert json.loads(two) == json.loads(four)
    indents = [
        [len(line) - len(line.lstrip(" ")) for line in out.splitlines()] for out in (two, four)
    ]
    assert indents[1] == [2 * indent for indent in indents[0]]


def test_one_warning_is_the_refusal_of_a_strict_reader(shell: Shell, tmp_path: Path) -> None:
    path = tmp_path / "01.html"
    path.write_bytes(
        "<h3>日露首脳会談（ペルー・平成20年11月）</h3><p>麻生総理が会談した。</p>".encode()
    )
    warnings = json.loads(shell("extract", str(path)).out)["warnings"]
    assert [one["code"] for one in warnings] == ["participants-unclear"]
    ended = shell("extract", "--strict", str(path))
    assert (ended.status, ended.out) == (4, "")
    assert "more)" not in ended.err


def test_a_page_is_read_from_its_address(shell: Shell, site: Site) -> None:
    site.serve(answer(PAGE))
    document = json.loads(shell("extract", site.page).out)
    assert document["source"]["url"] == site.page
