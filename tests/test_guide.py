"""The guide keeps its promises: its examples run, its commands give what it shows, and its reference is the models'."""

import doctest
import os
import re
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from pytest_regressions.file_regression import FileRegressionFixture

import kaidan
from kaidan.cli.guide import topics
from kaidan.formats import FORMATS
from kaidan.job.guard import RULES
from kaidan.models import Document
from shell import Shell

ROOT = Path(__file__).parents[1]
GUIDE = Path(kaidan.__file__).parent / "guide"
TOPICS = sorted(path.stem for path in GUIDE.glob("*.md"))
PAGES = [*(GUIDE / f"{topic}.md" for topic in TOPICS), ROOT / "README.md"]
FLAGS = doctest.ELLIPSIS | doctest.NORMALIZE_WHITESPACE
PROMISED = "dates places people pages diff job formats citing archives python".split()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_the_examples_run(page: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    assert doctest.testfile(str(page), module_relative=False, optionflags=FLAGS).failed == 0


def consoles() -> Iterator[tuple[str, str]]:
    for page in PAGES:
        for block in re.findall(
            r"```console\n(.*?)```", page.read_text(encoding="utf-8"), re.DOTALL
        ):
            yield page.stem, block


CONSOLES = list(consoles())


@pytest.mark.parametrize(
    ("page", "block"),
    CONSOLES,
    ids=[f"{page}-{number}" for number, (page, _) in enumerate(CONSOLES)],
)
def test_the_commands_give_what_is_shown(page: str, block: str, tmp_path: Path) -> None:
    made_ready(tmp_path)
    for command, shown in re.findall(r"^\$ (.+)\n((?:(?!\$ ).*\n)*)", block, re.MULTILINE):
        run = subprocess.run(
            ["bash", "-c", command],
            cwd=tmp_path,
            capture_output=True,
            check=False,
            env=os.environ
            | {
                "PATH": f"{tmp_path}/bin:{os.environ['PATH']}",
                "NO_COLOR": "1",
                "LC_ALL": "C.UTF-8",
            },
        )
        got = run.stdout.decode()
        alike = doctest.OutputChecker().check_output(
            shown.replace("…", "..."), got.replace("…", "..."), FLAGS
        )
        assert alike, f"{page}: {command}\n{got}{run.stderr.decode()}"


def made_ready(folder: Path) -> None:
    """Put what the examples name into a folder: the fixtures, two days of the page, and the commands of this Python."""
    (folder / "fixtures").symlink_to(ROOT / "fixtures")
    page = (ROOT / "fixtures/reference/page.html").read_text(encoding="utf-8")
    (folder / "monday.json").write_bytes((ROOT / "fixtures/reference/meetings.json").read_bytes())
    reworded = page.replace("継続を重視している旨を述べ", "継続を強調し")
    (folder / "tuesday.html").write_text(reworded, encoding="utf-8")
    (folder / "bin").mkdir()
    for name, module in {"kaidan": "kaidan.cli", "extract": "kaidan.cli.extract"}.items():
        write_script(folder / "bin" / name, f"from {module} import main; main()")
    write_script(
        folder / "bin/sqlite",
        f"import sys; sys.path.insert(0, {str(ROOT / 'tests')!r}); from test_guide import query; query(*sys.argv[1:])",
    )


def write_script(path: Path, python: str) -> None:
    path.write_text(f"#!{sys.executable}\n{python}\n", encoding="utf-8")
    path.chmod(0o755)


def query(database: str, statement: str) -> None:
    with closing(sqlite3.connect(database)) as opened:
        for row in opened.execute(statement):
            print("|".join(map(str, row)))  # noqa: T201  as the sqlite3 command does


def test_every_promised_topic_is_there(
    capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    command = Shell(capfd, monkeypatch)
    assert set(PROMISED) <= set(TOPICS) == set(topics())
    listed = command("help").out
    assert all(topic in listed for topic in TOPICS)
    assert command("help", "formats").out == (GUIDE / "formats.md").read_text(encoding="utf-8")
    wrong = command("help", "format")
    assert (wrong.status, wrong.out, wrong.err.count("\n")) == (2, "", 1)
    assert "formats" in wrong.err


def test_every_format_is_in_the_guide() -> None:
    told = (GUIDE / "formats.md").read_text(encoding="utf-8")
    assert [name for name in FORMATS if f"`.{name}`" not in told] == []


def test_links_lead_somewhere() -> None:
    for page in PAGES:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text(encoding="utf-8")):
            there = page.parent / target.replace("src/kaidan/guide", str(GUIDE))
            assert target.startswith("output/") or there.exists(), f"{page.name}: {target}"


def test_the_field_reference_is_made_from_the_models(
    file_regression: FileRegressionFixture,
) -> None:
    """Written anew by ``pytest tests/test_guide.py --force-regen``."""
    made = "\n".join(field_reference())
    file_regression.check(made, extension=".md", fullpath=GUIDE / "fields.md")
    assert (GUIDE / "fields.md").read_text(encoding="utf-8") == made


def test_the_rules_of_the_guard_are_those_of_its_table(
    file_regression: FileRegressionFixture,
) -> None:
    """Written anew by ``pytest tests/test_guide.py --force-regen``."""
    made = "\n".join(guard_reference())
    file_regression.check(made, extension=".md", fullpath=GUIDE / "guard.md")
    assert (GUIDE / "guard.md").read_text(encoding="utf-8") == made


def guard_reference() -> Iterator[str]:
    yield "# Guard: what may change at once, and what --accept would do\n"
    yield (
        "A page that breaks one of these rules replaces nothing: the run ends with status 4, says which and what was seen,\n"
        "and keeps the page in `pages/refused/`. A bound of two numbers is whichever is more; the bounds grow with the days\n"
        "since the last accepted run. Small losses are measured against the best of the last thirty days since the last\n"
        "`--accept`, and the meetings that `--allow-loss` lets go are counted over them. A page without a meeting never gets\n"
        "this far.\n"
    )
    yield "| rule | may happen at once | `kaidan run --accept` |\n| --- | --- | --- |"
    for rule in RULES:
        yield f"| {rule.name} | {rule.bound} | {rule.accepting} |"
    yield ""


def field_reference() -> Iterator[str]:
    schema = Document.model_json_schema(by_alias=True, mode="serialization")
    models = {"Document": schema, **schema["$defs"]}
    yield "# Fields: every field of the document, its type and its meaning\n"
    yield "Made from the models, as `kaidan schema` is. `null` stands where nothing could be read.\n"
    for name, model in models.items():
        yield f"## {name}\n"
        yield " ".join(model.get("description", "").split()) + "\n"
        yield "| field | type | meaning |\n| --- | --- | --- |"
        for field, told in model["properties"].items():
            yield f"| `{field}` | {kind(told)} | {meaning(told)} |"
        yield ""


def kind(told: dict[str, object]) -> str:
    """The type of a field in a word or two, as a cell of a table."""
    choices = told.get("anyOf")
    if isinstance(choices, list):
        return " or ".join(dict.fromkeys(kind(choice) for choice in choices))
    if "enum" in told or "const" in told:
        words = told.get("enum", [told.get("const")])
        return (
            ", ".join(f"`{word}`" for word in words if word is not None)
            if isinstance(words, list)
            else ""
        )
    if "$ref" in told:
        return str(told["$ref"]).rpartition("/")[2]
    items = told.get("items")
    if isinstance(items, dict):
        return f"list of {kind(items)}"
    return "date" if told.get("format") == "date" else str(told.get("type"))


def meaning(told: dict[str, object]) -> str:
    choices = told.get("anyOf")
    inner = [choice.get("description") for choice in choices] if isinstance(choices, list) else []
    return str(next(filter(None, [told.get("description"), *inner]), "")).replace("|", "\\|")
