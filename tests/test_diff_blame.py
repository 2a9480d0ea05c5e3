"""Whose change it was, on pages that a source edits and documents that an extractor reads otherwise."""

from collections.abc import Callable

import pytest

from edit_scripts import PAGE, Record, chronicle, document, plain
from kaidan.differ import Changes, diff
from kaidan.models import Document
from kaidan.pipeline import extract

REWORDED = PAGE.replace("継続を重視している旨を述べ", "継続を強調し")


def older(edit: Callable[[Record], None], page: str = PAGE) -> Document:
    """Return what an earlier version read from ``page``: what today's reads, as edited."""
    record = plain(extract(page))
    edit(record)
    return document(record | {"generator": "kaidan 0.0.9"})


def whose(changes: Changes) -> set[tuple[str, str | None, str]]:
    return {(change.by, change.meeting, change.field) for change in changes}


def no_point(record: Record) -> None:
    record["meetings"][0]["place"] |= {"latitude": None, "longitude": None}


def no_day(record: Record) -> None:
    record["meetings"][0]["date"] |= {
        "edtf": "2014-10",
        "precision": "month",
        "start": "2014-10-01",
        "end": "2014-10-31",
    }
    record["meetings"][0]["date"]["evidence"] = record["meetings"][0]["date"]["evidence"][:1]


def remainder_in_the_body(record: Record) -> None:
    record["meetings"][3]["body"].append(
        {"type": "paragraph", "marker": None, "text": "このページの先頭へ"}
    )


def first_meeting_unread(record: Record) -> None:
    first = record["meetings"].pop(0)
    record["remainder"] = [
        {"text": text} for text in (first["heading"], *(block["text"] for block in first["body"]))
    ]


def test_another_text_is_the_sources() -> None:
    assert whose(diff(chronicle(), extract(REWORDED))) == {("source", "2014-10-milan", "body")}


def test_another_value_of_the_same_text_is_ours() -> None:
    assert whose(diff(older(no_point), chronicle())) == {("extractor", "2014-10-milan", "place")}


def test_another_value_under_the_same_version_is_ours_too() -> None:
    record = plain(chronicle())
    no_point(record)
    assert whose(diff(document(record), chronicle())) == {("extractor", "2014-10-milan", "place")}


def test_of_the_same_bytes_everything_is_ours() -> None:
    found = diff(older(remainder_in_the_body), chronicle())
    assert {change.by for change in found} == {"extractor"}
    assert [change.kind for change in found] == ["body"]


@pytest.mark.parametrize(
    "replay", [False, True], ids=["by the documents alone", "by a second extraction"]
)
def test_a_rewording_and_an_upgrade_at_once_are_told_apart(*, replay: bool) -> None:
    old, new = older(no_point), extract(REWORDED)
    found = diff(old, new, replayed=chronicle() if replay else None)
    assert whose(found) == {
        ("source", "2014-10-milan", "body"),
        ("extractor", "2014-10-milan", "place"),
    }
    assert [change.by for change in found] == ["source", "extractor"]


@pytest.mark.parametrize(
    "replay", [False, True], ids=["by the documents alone", "by a second extraction"]
)
def test_a_finer_reading_of_words_that_stood_there_before_is_ours(*, replay: bool) -> None:
    found = diff(older(no_day), extract(REWORDED), replayed=chronicle() if replay else None)
    assert ("extractor", "2014-10-milan", "date") in whose(found)


@pytest.mark.parametrize(
    "replay", [False, True], ids=["by the documents alone", "by a second extraction"]
)
def test_a_finer_reading_of_words_that_are_new_is_the_sources(*, replay: bool) -> None:
    page = PAGE.replace("10月17日（現地時間）、ASEM", "ASEM")
    old = older(lambda _: None, page)
    found = diff(old, chronicle(), replayed=extract(page) if replay else None)
    assert ("source", "2014-10-milan", "date") in whose(found)
    assert {change.by for change in found} == {"source"}


@pytest.mark.parametrize(
    "replay", [False, True], ids=["by the documents alone", "by a second extraction"]
)
def test_a_meeting_that_an_older_version_left_in_the_remainder_was_added_by_us(
    *, replay: bool
) -> None:
    found = diff(
        older(first_meeting_unread),
        extract(PAGE.replace("img/09.jpg", "img/99.jpg")),
        replayed=chronicle() if replay else None,
    )
    assert ("extractor", "2014-10-milan", "meetings") in whose(found)
    assert [change.by for change in found if change.kind == "photo"] == ["source"]


def test_where_both_changed_one_value_both_are_told() -> None:
    old, replayed, new = (
        older(no_day),
        chronicle(),
        extract(PAGE.replace("10月17日（現地時間）", "10月18日（現地時間）")),
    )
    dates = [
        change
        for change in diff(old, new, replayed=replayed)
        if change.field == "date" and change.meeting == "2014-10-milan"
    ]
    assert [
        (change.by, change.before["edtf"], change.after["edtf"])
        for change in dates
        if change.by == "extractor"
    ] == [("extractor", "2014-10", "2014-10-17")]
    assert any(
        change.by == "source"
        for change in diff(old, new, replayed=replayed)
        if change.field.startswith("date")
    )


def test_markup_that_shows_the_same_is_the_sources_if_the_code_is_the_same() -> None:
    listed = PAGE.replace("<p>10月17日", "<ul><li>10月17日", 1)
    found = diff(chronicle(), extract(listed))
    assert {change.by for change in found} <= {"source"}


def test_of_nothing_but_two_versions_nothing_is_told() -> None:
    assert not diff(older(lambda _: None), chronicle())


def test_a_break_that_came_with_an_upgrade_is_ours_and_under_one_version_the_sources() -> None:
    broken = PAGE.replace(
        "首脳会談を行いました。安倍総理からは、困難な",
        "首脳会談を行いました。<br>安倍総理からは、困難な",
    )
    theirs, ours = diff(chronicle(), extract(broken)), diff(older(lambda _: None), extract(broken))
    assert [(change.by, change.kind, change.quiet) for change in theirs] == [
        ("source", "body", "width")
    ]
    assert [(change.by, change.kind, change.quiet) for change in ours] == [
        ("extractor", "body", "width")
    ]


def test_a_warning_that_another_meeting_causes_is_the_sources() -> None:
    meetings = PAGE.split("<h3>")
    found = diff(
        chronicle(),
        extract("<h3>".join([meetings[0], *meetings[4:9], *meetings[1:4], *meetings[9:]])),
    )
    assert {"moved", "warning"} <= {change.kind for change in found}
    assert {change.by for change in found} == {"source"}


def test_a_diff_by_way_of_a_second_extraction_has_no_mirror() -> None:
    with pytest.raises(ValueError, match="no mirror"):
        diff(older(no_point), extract(REWORDED), replayed=chronicle()).mirror()
