"""What holds for all commands: how they are called, what they say on a terminal, what goes in and out by the line."""

import json
import os
import pty
import re
import subprocess
import sys
from pathlib import Path

import pytest

import chronicle
from shell import Shell

KAIDAN = [sys.executable, "-m", "kaidan"]


@pytest.fixture
def kaidan(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capfd, monkeypatch)


@pytest.fixture
def page(tmp_path: Path) -> str:
    path = tmp_path / "01.html"
    path.write_bytes(chronicle.page())
    return str(path)


def lines(command: str, given: bytes) -> list[bytes]:
    run = subprocess.run([*KAIDAN, command, "-"], input=given, capture_output=True, check=True)
    assert run.stderr == b""
    return run.stdout.splitlines()


def test_each_line_gives_a_line() -> None:
    given = "平成26年10月17日\n\n会談\n".encode() + b"\xff\xfe\n" + "令和元年\r\n昨年\x0b".encode()
    told = [json.loads(line) for line in lines("dates", given)]
    values = [one and [date["edtf"] for date in one] for one in told]
    assert values[:5] == [["2014-10-17"], None, [], None, ["2019"]]
    assert len(told) == 6  # a vertical tab ends no line


def test_places_and_people_by_the_line() -> None:
    places = [json.loads(line) for line in lines("place", "露ウラジオストク\n印刷\n\n".encode())]
    assert [place and place["name"]["en"] for place in places] == ["Vladivostok", None, None]
    people = [json.loads(line) for line in lines("people", "安倍総理\n\n会談\n".encode())]
    assert [one and [who["office"] for who in one] for one in people] == [
        ["prime minister"],
        None,
        [],
    ]


def test_people_of_a_day(kaidan: Shell) -> None:
    (then,) = json.loads(kaidan("people", "鳩山総理", "--on", "1956-10-19").out)
    assert then["name"] == {"ja": "鳩山一郎", "en": "Ichiro Hatoyama"}
    assert kaidan("people", "鳩山総理", "--on", "yesterday").status == 2


def test_output_is_utf_8_whatever_the_terminal_takes() -> None:
    for encoding in ("cp932", "ascii"):
        run = subprocess.run(
            [*KAIDAN, "place", "韓国・済州島"],
            capture_output=True,
            check=True,
            env=os.environ | {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"},
        )
        assert json.loads(run.stdout.decode())["text"] == "韓国・済州島"


def test_a_console_that_lacks_a_character_ends_in_no_traceback(tmp_path: Path) -> None:
    missing = tmp_path / "한국.html"
    run = subprocess.run(
        [*KAIDAN, "extract", str(missing)],
        capture_output=True,
        check=False,
        env=os.environ | {"PYTHONIOENCODING": "cp932"},
    )
    assert (run.returncode, run.stderr.count(b"\n")) == (3, 1)


def test_a_page_that_powershell_redirected(tmp_path: Path, kaidan: Shell) -> None:
    text = chronicle.page().decode().replace("\n", "\r\n").replace('charset="utf-8"', "")
    path = tmp_path / "page.html"
    path.write_bytes(b"\xff\xfe" + text.encode("utf-16-le"))
    document = json.loads(kaidan("extract", str(path)).out)
    assert document["source"]["encoding"].startswith("utf-16")
    assert document["meetings"][0]["id"] == "2014-10-milan"


def test_did_you_mean(kaidan: Shell) -> None:
    for words, near in (("extrct", "extract"), ("hisory", "history")):
        wrong = kaidan(words)
        assert (wrong.status, wrong.out, wrong.err.count("\n")) == (2, "", 1)
        assert f"did you mean {near}?" in wrong.err
    assert kaidan("zzzzzz").status == 2


def test_several_pages_are_sent_to_bulk(kaidan: Shell, page: str) -> None:
    wrong = kaidan("extract", page, page)
    assert (wrong.status, wrong.out, wrong.err.count("\n")) == (2, "", 1)
    assert "kaidan bulk" in wrong.err


def test_success_is_told_on_a_terminal_only(page: str, tmp_path: Path) -> None:
    target = tmp_path / "out.json"
    for words in (["extract", page, "-o", str(target)], ["export", page, "-o", str(target)]):
        ours, theirs = pty.openpty()
        environ = os.environ | {"LC_ALL": "C.UTF-8"}
        subprocess.run([*KAIDAN, *words], check=True, stderr=theirs, env=environ)
        os.close(theirs)
        told = os.read(ours, 1000).decode()
        os.close(ours)
        assert told == "4 meetings, 2003-01 to 2014-10, no warnings\r\n"
        quiet = subprocess.run([*KAIDAN, *words], check=True, capture_output=True)
        assert (quiet.stdout, quiet.stderr) == (b"", b"")


def test_progress_is_told_on_a_terminal_only(page: str, tmp_path: Path) -> None:
    words = [*KAIDAN, "bulk", page, page, "--workers", "1", "--lang", "en", "-o"]
    ours, theirs = pty.openpty()
    subprocess.run([*words, str(tmp_path / "a.jsonl")], check=True, stderr=theirs)
    os.close(theirs)
    told = os.read(ours, 10_000).decode()
    os.close(ours)
    assert re.search(r"pages  \[[-#]+\]  2", told)
    assert told.endswith("kaidan: 2 pages, 2 with meetings, 0 without\r\n")
    quiet = subprocess.run([*words, str(tmp_path / "b.jsonl")], check=True, capture_output=True)
    assert quiet.stderr == b"kaidan: 2 pages, 2 with meetings, 0 without\n"


def test_commands_complete_themselves() -> None:
    def completed(**variables: str) -> str:
        environ = os.environ | variables
        run = subprocess.run(KAIDAN, check=False, env=environ, capture_output=True)
        return run.stdout.decode()

    for shell in ("zsh", "fish"):
        assert "_KAIDAN_COMPLETE" in completed(_KAIDAN_COMPLETE=f"{shell}_source")
    words = {"COMP_WORDS": "kaidan ex", "COMP_CWORD": "1"}
    told = completed(_KAIDAN_COMPLETE="bash_complete", **words)
    assert {"plain,export", "plain,extract"} <= set(told.splitlines())


def test_documents_go_to_a_file(kaidan: Shell, page: str, tmp_path: Path) -> None:
    document, target = tmp_path / "meetings.json", tmp_path / "out"
    assert kaidan("extract", page, "-o", str(document)).status == 0
    assert kaidan("agreements", str(document), "--format", "json", "-o", str(target)).out == ""
    assert json.loads(target.read_bytes())["agreements"]
    changed = kaidan("diff", str(document), page, "--format", "json", "-o", str(target))
    assert (changed.status, changed.out, json.loads(target.read_bytes())["changes"]) == (
        0,
        "",
        [],
    )
    assert kaidan("diff", str(document), page, "-o", page).status == 2
    assert kaidan("schema", "-o", str(target)).out == ""
    assert json.loads(target.read_bytes())["title"] == "kaidan document"
    assert kaidan("dates", "平成26年10月", "-o", str(target)).out == ""
    assert json.loads(target.read_bytes())[0]["edtf"] == "2014-10"
