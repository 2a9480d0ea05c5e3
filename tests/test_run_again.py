"""A run after a run: what is said once, what the user overrules, whose change it was, what is kept and what is made again."""

from datetime import timedelta

import pytest

import chronicle
from chronicle import NEWEST, RECORDS
from faults import answer, validated
from kaidan.errors import Refused, Unreadable
from mornings import FIRST, Job

PAGE = chronicle.page()
SHORTER = chronicle.page(*RECORDS[1:])
BUSY = answer(status="503 Service Unavailable")


def test_a_failure_is_told_once_and_its_end(job: Job) -> None:
    said = []
    for _ in range(3):
        with pytest.raises(Unreadable) as caught:
            job.run(BUSY)
        said.append(str(caught.value))
    why = f"{job.site.page}: HTTP 503 Service Unavailable"
    assert said == [
        why,
        f"still, since 2026-11-25 (run 2): {why}",
        f"still, since 2026-11-25 (run 3): {why}",
    ]
    assert [entry["why"] for entry in job.log()] == [None, why, why, why]
    assert (
        job.run(answer(PAGE)).recovered
        == f"well again after 3 runs that failed since 2026-11-25: {why}"
    )
    assert job.run().recovered is None


def test_another_failure_is_told_whole(job: Job) -> None:
    for given, error in ((BUSY, Unreadable), (answer(SHORTER), Refused), (BUSY, Unreadable)):
        with pytest.raises(error) as caught:
            job.run(given)
        assert not str(caught.value).startswith("still")


def test_a_refusal_says_where_the_page_is_and_what_to_do(job: Job) -> None:
    with pytest.raises(Refused) as caught:
        job.run(answer(SHORTER))
    (kept,) = (job.folder / "pages/refused").glob("*.html")
    assert kept.read_bytes() == SHORTER
    assert str(caught.value).endswith(
        f"; the page is kept as {kept}; if a look at it finds it right, kaidan run --accept takes it"
    )
    assert job.came["kept"] == str(kept.relative_to(job.folder))


def test_a_refused_page_is_kept_once(job: Job) -> None:
    for _ in range(3):
        with pytest.raises(Refused):
            job.run(answer(SHORTER))
    assert len(list((job.folder / "pages/refused").glob("*.html"))) == 1


def test_the_user_may_accept_what_the_guard_refuses_this_once(job: Job) -> None:
    assert job.run(answer(SHORTER), accept=True).decision == "changed"
    assert job.ids() == ["2014-02-sochi", "2008-11-lima", "2003-01-moscow"]
    assert job.log()[-1]["overruled"].startswith("1 of 4 meetings known before are gone")
    with pytest.raises(Refused):
        job.run(answer(chronicle.page(*RECORDS[2:])))


def test_nobody_can_accept_a_page_without_a_meeting(job: Job) -> None:
    before = job.files()
    with pytest.raises(Refused, match="no meeting") as caught:
        job.run(answer(b"<html><p>closed</p></html>"), accept=True)
    assert "--accept" not in str(caught.value)
    assert job.files() == before


@pytest.mark.parametrize(("allowed", "left"), [(1, 3), (2, 2)])
def test_a_loss_may_be_allowed(job: Job, allowed: int, left: int) -> None:
    with pytest.raises(Refused):
        job.run(answer(chronicle.page(*RECORDS[-left:])), allow_loss=allowed - 1)
    assert (
        job.run(answer(chronicle.page(*RECORDS[-left:])), allow_loss=allowed).decision == "changed"
    )
    assert len(job.ids()) == left


def test_offline_reads_the_held_copy(job: Job) -> None:
    job.site.asked.clear()
    assert job.run(offline=True).decision == "unchanged"
    (job.folder / "meetings.json").unlink()
    assert job.run(offline=True).decision == "first"
    assert len(job.ids()) == 4
    assert not job.site.asked


def test_offline_without_a_copy_says_so(job: Job) -> None:
    with pytest.raises(Unreadable, match="no copy of the page is held"):
        job.run(offline=True, folder=job.folder / "another")


def test_a_broken_result_is_not_written_over(job: Job) -> None:
    (job.folder / "meetings.json").write_bytes(b'{"meetings": [')
    before = job.files()
    with pytest.raises(Unreadable, match=r"meetings\.json"):
        job.run()
    assert job.files() == before


def test_old_pages_go_but_never_the_last_good_one(job: Job) -> None:
    for day in range(4):
        job.run(
            answer(chronicle.page(NEWEST._replace(text=f"{NEWEST.text}{day}"), *RECORDS)), keep=2
        )
    assert len(list((job.folder / "pages").glob("*.html"))) == 2
    assert len(list((job.folder / "pages").glob("*.http.json"))) == 2
    job.now = FIRST - timedelta(days=900)
    last = chronicle.page(NEWEST._replace(text=f"{NEWEST.text}!"), *RECORDS)
    job.run(answer(last), keep=1)
    assert last in [path.read_bytes() for path in (job.folder / "pages").glob("*.html")]
    assert job.run(keep=1).decision == "unchanged"


def test_a_clock_that_goes_backwards_loses_nothing(job: Job) -> None:
    job.now = FIRST - timedelta(days=3000)
    assert job.run(answer(chronicle.reworded())).decision == "changed"
    assert job.run(answer(PAGE)).decision == "changed"
    names = sorted(name for name in job.files() if name.startswith("changes/"))
    assert names == [
        "changes/0001-2026-11-24.md",
        "changes/0002-2018-09-07.md",
        "changes/0003-2018-09-08.md",
    ]
    assert job.run(answer(PAGE)).decision == "unchanged"


def test_new_validators_are_remembered(job: Job) -> None:
    before = job.inodes()
    job.run(validated(PAGE, '"2"'))
    assert job.came["status"] == 200
    (written,) = (name for name, inode in job.inodes().items() if inode != before[name])
    assert written.endswith(".http.json")
    job.run()
    assert job.came["status"] == 304


def test_the_log_of_others_is_passed_over_and_kept(job: Job) -> None:
    log = job.folder / "runs.jsonl"
    log.write_bytes(log.read_bytes() + b'\nnot json\n[]\n{"when": 1}\n{"half')
    job.run()
    lines = log.read_bytes().splitlines()
    assert lines[2:6] == [b"not json", b"[]", b'{"when": 1}', b'{"half']
    assert b'"decision": "unchanged"' in lines[6]


def test_what_wears_away_a_little_each_day_is_refused_in_the_end(job: Job) -> None:
    body = "両首脳は、平和条約交渉を続けることで一致した。" * 40
    for kept in (40, 35, 31):
        told = RECORDS[0]._replace(text=body[: len(body) * kept // 40])
        job.run(answer(chronicle.page(told, *RECORDS[1:])), accept=kept == 40)
    told = RECORDS[0]._replace(text=body[: len(body) * 27 // 40])
    with pytest.raises(Refused, match="text wore away"):
        job.run(answer(chronicle.page(told, *RECORDS[1:])))
    job.now += timedelta(days=40)
    assert job.run().decision == "changed"


def test_what_the_user_took_is_what_losses_are_measured_by_from_then_on(job: Job) -> None:
    job.run(answer(SHORTER), accept=True)
    assert job.run(answer(SHORTER)).decision == "unchanged"
