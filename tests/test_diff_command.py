"""kaidan diff and kaidan history as their users meet them: files in, a report and an exit status out."""

import json
from pathlib import Path

import pytest
from jsonschema import Draft202012Validator

from edit_scripts import PAGE, plain
from kaidan.differ import schema
from kaidan.output import to_json
from kaidan.pipeline import extract
from shell import Shell

REWORDED = PAGE.replace("継続を重視している旨を述べ", "継続を強調し")
LINE = "2014-10-milan: body, 1 edit: …重視している旨を述べ → 強調し…\n"


@pytest.fixture
def call(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> Shell:
    """Run kaidan in a folder that holds the page and the document before and after one rewording."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("NO_COLOR", raising=False)
    (tmp_path / "old.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "new.html").write_text(REWORDED, encoding="utf-8")
    (tmp_path / "old.json").write_bytes(to_json(extract(PAGE)))
    (tmp_path / "new.json").write_bytes(to_json(extract(REWORDED)))
    return Shell(capfd, monkeypatch)


@pytest.mark.parametrize("old", ["old.html", "old.json"])
@pytest.mark.parametrize("new", ["new.html", "new.json"])
def test_each_side_is_a_page_or_a_document(call: Shell, old: str, new: str) -> None:
    assert call("diff", old, new, "--summary") == (1, LINE, "")
    assert call("diff", old, old.replace("html", "json")) == (0, "No difference.\n", "")


def test_exit_zero_is_zero_on_differences(call: Shell) -> None:
    assert call("diff", "old.json", "new.json", "--summary", "--exit-zero") == (0, LINE, "")


def test_text_marks_the_words_and_no_colour_where_no_terminal_is(call: Shell) -> None:
    status, out, _ = call("diff", "old.json", "new.json")
    assert status == 1
    assert "継続を[-重視している旨を述べ-]{+強調し+}、" in out
    assert "\x1b" not in out


@pytest.mark.parametrize(
    ("environment", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)]
)
def test_colour_is_for_a_terminal_that_wants_it(
    call: Shell, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], *, coloured: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setattr("sys.stdout.isatty", lambda: True, raising=False)
    _, out, _ = call("diff", "old.json", "new.json")
    assert ("\x1b[" in out) is coloured


def test_json_keeps_its_keys_and_its_schema(call: Shell) -> None:
    status, out, _ = call("diff", "old.html", "new.html", "--format", "json")
    assert status == 1
    found = json.loads(out)
    Draft202012Validator.check_schema(schema())
    Draft202012Validator(schema()).validate(found)
    (change,) = found["changes"]
    six = {name: change[name] for name in ("kind", "by", "meeting", "field", "before", "after")}
    assert list(change)[:6] == list(six)
    assert six == {
        "kind": "body",
        "by": "source",
        "meeting": "2014-10-milan",
        "field": "body",
        "before": "重視している旨を述べ",
        "after": "強調し",
    }


def test_the_schema_is_published(call: Shell) -> None:
    status, out, _ = call("diff", "--schema")
    assert (status, json.loads(out)) == (0, schema())


@pytest.mark.parametrize(
    ("options", "status"),
    [
        (["--only", "source"], 1),
        (["--only", "extractor"], 0),
        (["--ignore", "body"], 0),
        (["--ignore", "photos,links,width"], 1),
        (["--ignore", "photo, body"], 0),
        (["--ignore", "photos", "--ignore", "body"], 0),
        (["--meeting", "2014-10-milan"], 1),
        (["--meeting", "2014-02-sochi"], 0),
    ],
)
def test_what_is_not_asked_for_is_no_difference(
    call: Shell, options: list[str], status: int
) -> None:
    assert call("diff", "old.json", "new.json", *options)[0] == status


@pytest.mark.parametrize(
    ("words", "status", "complaint"),
    [
        (["old.json"], 2, "Missing argument"),
        (["old.json", "new.json", "--ignore", "typos"], 2, "'typos' is none of"),
        (["-", "-"], 2, "one side only"),
        (["old.json", "absent.json"], 3, "absent.json: No such file"),
        (["broken.json", "new.json"], 3, "broken.json: not a meetings.json"),
        (["old.json", "."], 3, "Is a directory"),
        (["old.json", "empty.html"], 4, "empty.html: "),
        (["old.json", "no-meeting.html"], 4, "no-meeting.html: "),
        (["@2026-11-01", "new.json"], 3, "runs.jsonl"),
        (["old.json", "new.json", "--old-page", "new.html"], 3, "new.html: not the page"),
    ],
)
def test_what_cannot_be_compared_is_one_line_and_a_status(
    call: Shell, tmp_path: Path, words: list[str], status: int, complaint: str
) -> None:
    (tmp_path / "broken.json").write_text('{"meetings": [', encoding="utf-8")
    (tmp_path / "empty.html").touch()
    (tmp_path / "no-meeting.html").write_text("<p>メンテナンス中です。", encoding="utf-8")
    ended, out, err = call("diff", *words)
    assert (ended, out, err.count("\n")) == (status, "", 1)
    assert complaint in err


def _upgraded(path: Path) -> None:
    """Make a document what an older version read: no coordinates."""
    record = plain(extract(PAGE))
    record["meetings"][0]["place"] |= {"latitude": None}
    path.write_text(json.dumps(record | {"generator": "kaidan 0.0.9"}), encoding="utf-8")


def test_the_old_page_tells_exactly_whose_a_change_was(call: Shell, tmp_path: Path) -> None:
    _upgraded(tmp_path / "older.json")
    status, out, _ = call(
        "diff", "older.json", "new.html", "--old-page", "old.html", "--format", "json"
    )
    found = json.loads(out)
    assert status == 1
    assert found["replayed"]["generator"] == extract(PAGE).generator
    assert [(change["by"], change["field"]) for change in found["changes"]] == [
        ("source", "body"),
        ("extractor", "place.latitude"),
    ]


def test_an_address_on_one_side_holds_for_the_other(call: Shell, tmp_path: Path) -> None:
    (tmp_path / "there.json").write_bytes(
        to_json(extract(PAGE, url="http://www8.cao.go.jp/hoppo/shisaku/01.html"))
    )
    assert call("diff", "there.json", "old.html")[0] == 0


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json"])
def test_no_difference_is_said_in_every_form(call: Shell, form: str) -> None:
    status, out, err = call("diff", "old.json", "old.html", "--format", form)
    assert (status, err) == (0, "")
    assert ("No difference" in out) is (form != "json")
