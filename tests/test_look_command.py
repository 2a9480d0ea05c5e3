"""``kaidan dates`` and ``kaidan schema``."""

import json
import subprocess
import sys
from pathlib import Path

import jsonschema
from pytest_regressions.file_regression import FileRegressionFixture

ROOT = Path(__file__).parents[1]


def kaidan(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", "from kaidan.cli import main; main()", *arguments],
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )


def test_dates_prints_what_the_text_names() -> None:
    run = kaidan("dates", "10月17日から19日まで", "--anchor", "2014-10")
    assert run.returncode == 0
    assert json.loads(run.stdout) == [
        {
            "text": "10月17日から19日まで",
            "start": 0,
            "end": 13,
            "edtf": "2014-10-17/2014-10-19",
            "precision": "day",
            "flags": [],
            "rule": "month and day",
            "era": None,
        }
    ]


def test_dates_shows_the_year_of_the_era_and_what_is_odd() -> None:
    (mention,) = json.loads(kaidan("dates", "平成32年3月").stdout)
    assert (mention["edtf"], mention["flags"], mention["era"]) == (
        "2020-03",
        ["past-era-end"],
        {"name": "平成", "year": 32},
    )


def test_a_text_without_a_date_gives_an_empty_list() -> None:
    assert kaidan("dates", "会談").stdout == "[]\n"


def test_an_unreadable_anchor_is_wrong_usage() -> None:
    run = kaidan("dates", "10月", "--anchor", "gestern")
    assert (run.returncode, run.stdout, run.stderr.count("\n")) == (2, "", 1)
    assert "--anchor" in run.stderr


def test_the_schema_is_a_schema_of_2020_12() -> None:
    schema = json.loads(kaidan("schema").stdout)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    jsonschema.Draft202012Validator.check_schema(schema)
    assert "meetings" in schema["properties"]


def test_the_schema_is_the_published_one_and_the_output_keeps_it(
    file_regression: FileRegressionFixture,
) -> None:
    printed = kaidan("schema").stdout
    file_regression.check(printed, extension=".json", fullpath=ROOT / "tests/schema.json")
    assert (ROOT / "tests/schema.json").read_text(encoding="utf-8") == printed
    output = json.loads((ROOT / "fixtures/reference/meetings.json").read_bytes())
    jsonschema.Draft202012Validator(json.loads(printed)).validate(output)
    output["meetings"][0]["surprise"] = 1
    assert not jsonschema.Draft202012Validator(json.loads(printed)).is_valid(output)


def test_every_field_says_what_it_is() -> None:
    schema = json.loads(kaidan("schema").stdout)
    kinds = {"Document": schema} | schema["$defs"]
    silent = [
        f"{kind}.{name}"
        for kind, fields in kinds.items()
        for name, field in fields["properties"].items()
        if "description" not in json.dumps(field)
    ]
    assert len(kinds) > 15
    assert silent == []
