"""A run after an upgrade of the extractor: whose change it was, and that our own mistakes are refused like any other."""

from typing import Any

import pytest

import chronicle
from chronicle import RECORDS
from faults import answer
from kaidan.errors import Refused
from kaidan.job import reading
from kaidan.models import Document
from kaidan.pipeline import extract
from mornings import Job


class Upgrade:
    """An extractor of another version, which reads the newest meeting otherwise."""

    def __init__(self, generator: str = "kaidan 99.0.0", **update: Any) -> None:  # noqa: ANN401  fields of Meeting
        self.generator, self.update = generator, update

    def __call__(self, data: bytes, **where: Any) -> Document:  # noqa: ANN401  as extract has them
        document = extract(data, **where)
        first, *others = document.meetings
        meetings = (first.model_copy(update=self.update), *others)
        return document.model_copy(update={"generator": self.generator, "meetings": meetings})


def test_an_upgrade_reads_the_held_copy_again_and_owns_its_changes(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "extract", Upgrade(kind="meeting"))
    assert job.run().decision == "changed"
    assert job.came["status"] == 304
    assert b"by: extractor\n" in job.files()["changes/0002-2026-11-25.md"]


def test_a_change_of_both_is_told_apart(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "extract", Upgrade(kind="meeting"))
    assert (
        job.run(
            answer(
                chronicle.page(
                    *RECORDS[:-1], RECORDS[-1]._replace(text=f"{RECORDS[-1].text}（了）")
                )
            )
        ).decision
        == "changed"
    )
    assert b"by: source extractor\n" in job.files()["changes/0002-2026-11-25.md"]
    assert (job.log()[-1]["counts"]["by source"], job.log()[-1]["counts"]["by extractor"]) == (1, 1)


def test_the_same_page_at_another_address_is_the_source_s_change(job: Job) -> None:
    photo = RECORDS[0]._replace(
        text=f'<img src="1.jpg" alt="{RECORDS[0].heading}">{RECORDS[0].text}'
    )
    job.run(answer(chronicle.page(photo, *RECORDS[1:])))
    job.site.answers["/new/page.html"] = answer(chronicle.page(photo, *RECORDS[1:]))
    assert job.run(answer(status="301 Moved", location="/new/page.html")).decision == "changed"
    assert b"by: source\n" in job.files()["changes/0003-2026-11-26.md"]


def test_an_upgrade_that_changes_nothing_is_no_change(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "extract", Upgrade())
    assert job.run().decision == "unchanged"
    assert b'"generator": "kaidan 99.0.0"' in job.files()["meetings.json"]
    assert len([name for name in job.files() if name.startswith("changes/")]) == 1


def test_an_upgrade_that_loses_a_meeting_is_refused(
    job: Job, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = job.files()

    def forgetful(data: bytes, **where: Any) -> Document:  # noqa: ANN401  as extract has them
        document = extract(data, **where)
        return document.model_copy(update={"meetings": document.meetings[:-1]})

    monkeypatch.setattr(reading, "extract", forgetful)
    with pytest.raises(Refused, match="2003-01-moscow"):
        job.run()
    assert job.files() == before


def test_a_fault_of_the_extractor_is_a_refusal(job: Job, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> Document:
        raise IndexError("list index out of range")

    before = job.files()
    monkeypatch.setattr(reading, "extract", broken)
    with pytest.raises(
        Refused, match="a fault in the extractor: IndexError: list index out of range"
    ):
        job.run()
    assert job.files() == before
