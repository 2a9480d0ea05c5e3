"""The past of an output folder that kaidan run keeps: which runs changed something, and any two of its days compared."""

import json
from pathlib import Path

import pytest

import chronicle
from chronicle import NEWEST, RECORDS
from faults import answer
from kaidan.errors import Refused
from mornings import Job
from shell import Shell


@pytest.fixture
def past(job: Job) -> Path:
    """A folder of four mornings: the first result on the 24th, nothing on the 25th, a meeting on top on the 26th, a word on the 27th."""
    job.run()
    job.run(answer(chronicle.page(NEWEST, *RECORDS)))
    reworded = RECORDS[1]._replace(text=RECORDS[1].text.replace("公邸", "別邸"))
    job.run(answer(chronicle.page(NEWEST, RECORDS[0], reworded, *RECORDS[2:])))
    return job.folder


def test_history_lists_the_runs_that_changed_something_the_last_first(
    shell: Shell, past: Path
) -> None:
    assert shell("history", str(past)) == (
        0,
        "2026-11-27T06:30:00Z  changed: 1 by source\n2026-11-26T06:30:00Z  changed: 1 by source\n2026-11-24T06:30:00Z  first: 4 meetings\n",
        "",
    )
    assert (
        shell("history", "--all", str(past)).out.splitlines()[2]
        == "2026-11-25T06:30:00Z  unchanged: 4 meetings"
    )


@pytest.mark.parametrize(
    ("days", "lines"),
    [
        (("@2026-11-24", "@2026-11-25"), []),
        (
            ("@2026-11-25", "@2026-11-26"),
            [
                "2015-09-saint-petersburg: added: 日露首脳会談\u3000（ロシア・サンクトペテルブルク・平成27年9月）"
            ],
        ),
        (("@2026-11-26", "@latest"), ["2014-02-sochi: body, 1 edit: …公邸 → 別邸…"]),
        (("@2026-11-27", "@2026-12-31"), []),
        (
            ("@2026-11-27T06:29", "@2026-11-27T06:30"),
            ["2014-02-sochi: body, 1 edit: …公邸 → 別邸…"],
        ),
    ],
)
def test_any_two_days_can_be_compared(
    shell: Shell, past: Path, days: tuple[str, str], lines: list[str]
) -> None:
    status, out, err = shell("diff", *days, "--output", str(past), "--summary")
    assert (status, out.splitlines(), err) == (int(bool(lines)), lines, "")


def test_a_run_that_failed_never_stood(shell: Shell, past: Path, job: Job) -> None:
    with pytest.raises(Refused):
        job.run(answer(chronicle.page(*RECORDS[2:])))
    assert shell("diff", "@2026-11-27", "@latest", "--output", str(past)).status == 0


@pytest.mark.parametrize("day", ["@2026-11-23", "@1999"])
def test_before_the_first_run_nothing_stood(shell: Shell, past: Path, day: str) -> None:
    status, out, err = shell("diff", day, "@latest", "--output", str(past))
    assert (status, out) == (3, "")
    assert f"{past / 'runs.jsonl'}: no run had been accepted by {day[1:]}" in err


@pytest.mark.parametrize("day", ["@yesterday", "@", "@2026-11-2", "@26-11-24"])
def test_what_is_no_day_is_wrong_usage(shell: Shell, past: Path, day: str) -> None:
    assert shell("diff", day, "@latest", "--output", str(past))[:2] == (2, "")


def test_a_page_that_was_pruned_cannot_be_compared(shell: Shell, past: Path) -> None:
    for page in sorted((past / "pages").glob("*.html"))[:-1]:
        page.unlink()
    status, out, err = shell("diff", "@2026-11-24", "@latest", "--output", str(past))
    assert (status, out) == (3, "")
    assert "the page of 2026-11-24T06:30:00Z is not held any more" in err


@pytest.mark.parametrize(
    "beside", [True, False], ids=["held beside the document", "held in --output"]
)
def test_the_held_page_tells_exactly_whose_a_change_was(
    shell: Shell, past: Path, tmp_path: Path, *, beside: bool
) -> None:
    record = json.loads((past / "meetings.json").read_bytes())
    record["meetings"][0]["title"] = "会談"
    older = past / "older.json" if beside else tmp_path / "elsewhere" / "older.json"
    older.parent.mkdir(exist_ok=True)
    older.write_text(json.dumps(record), encoding="utf-8")
    new = tmp_path / "new.html"
    new.write_bytes(
        chronicle.page(NEWEST._replace(heading=NEWEST.heading.replace("日露", "日ロ")), *RECORDS)
    )
    options = [] if beside else ["--output", str(past)]
    status, out, err = shell(
        "diff",
        str(older),
        str(new),
        "--format",
        "json",
        "--meeting",
        "2015-09-saint-petersburg",
        *options,
    )
    assert (status, err) == (1, "")
    found = json.loads(out)
    assert found["replayed"]["sha256"] == record["source"]["sha256"]
    titles = [
        (change["by"], change["before"], change["after"])
        for change in found["changes"]
        if change["field"] == "title"
    ]
    assert titles == [
        ("source", "日露首脳会談", "日ロ首脳会談"),
        ("extractor", "会談", "日露首脳会談"),
    ]
