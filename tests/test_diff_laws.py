import json
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from edit_scripts import PAGE, Record, chronicle, document, edit_anything, plain
from kaidan.differ import apply, diff, to_json
from kaidan.errors import Refused
from kaidan.models import Document
from kaidan.output import to_json as canonical
from kaidan.pipeline import extract


def _few() -> Record:
    """Six meetings of the chronicle: enough to move, few enough to draw hundreds of scripts."""
    return plain(chronicle()) | {"meetings": plain(chronicle())["meetings"][10:16]}


def edited(rng: Random) -> Document:
    record = _few()
    edit_anything(record, rng)
    return document(record)


scripts = st.randoms(use_true_random=False)


@settings(max_examples=60, deadline=None)
@given(scripts)
def test_nothing_changed_from_a_document_to_itself(script: Random) -> None:
    some = edited(script)
    assert not diff(some, some)
    assert not diff(some, some.model_copy(deep=True))


@settings(max_examples=60, deadline=None)
@given(scripts, scripts)
def test_the_way_back_is_the_mirror_of_the_way_there(first: Random, second: Random) -> None:
    a, b = edited(first), edited(second)
    assert diff(b, a) == diff(a, b).mirror()


@settings(max_examples=60, deadline=None)
@given(scripts, scripts)
def test_a_diff_applied_to_the_old_document_gives_the_new_one_byte_for_byte(
    first: Random, second: Random
) -> None:
    a, b = edited(first), edited(second)
    assert apply(canonical(a), to_json(diff(a, b))) == canonical(b)


@settings(max_examples=60, deadline=None)
@given(scripts, scripts, scripts)
def test_a_diff_by_way_of_a_second_extraction_is_applied_just_so(
    first: Random, second: Random, third: Random
) -> None:
    a, between, b = map(edited, (first, second, third))
    assert apply(canonical(a), to_json(diff(a, b, replayed=between))) == canonical(b)


@pytest.mark.parametrize("warned", [False, True])
def test_a_meeting_on_top_is_one_change(*, warned: bool) -> None:
    place = "どこでもない町" if warned else "山口・長門"
    new = f"<h3>日露首脳会談　（{place}・平成28年12月）</h3><p>12月15日、安倍総理とプーチン大統領が会談した。</p>"
    after = extract(PAGE.replace("<h3>", f"{new}<h3>", 1))
    assert len(after.meetings) == len(chronicle().meetings) + 1
    assert (
        bool([warning for warning in after.warnings if warning.meeting == after.meetings[0].id])
        is warned
    )
    found = diff(chronicle(), after)
    assert [(change.kind, change.by, change.meeting) for change in found] == [
        ("added", "source", after.meetings[0].id)
    ]
    assert apply(canonical(chronicle()), to_json(found)) == canonical(after)


def test_a_reworded_sentence_is_one_change_though_all_evidence_behind_it_moved() -> None:
    after = extract(
        PAGE.replace("10月17日（現地時間）、", "予定されていたとおり、10月17日（現地時間）、")
    )
    assert after.meetings[0].date.evidence != chronicle().meetings[0].date.evidence
    found = diff(chronicle(), after)
    assert [(change.kind, change.field) for change in found] == [("body", "body")]
    assert apply(canonical(chronicle()), to_json(found)) == canonical(after)


def test_bytes_address_and_version_are_no_change_and_are_applied_all_the_same() -> None:
    record = plain(chronicle())
    record |= {"generator": "kaidan 9.9.9"}
    record["source"] |= {
        "url": "http://www8.cao.go.jp/hoppo/shisaku/01.html",
        "sha256": "0" * 64,
        "encoding": "cp932",
    }
    after = document(record)
    assert not diff(chronicle(), after)
    assert apply(canonical(chronicle()), to_json(diff(chronicle(), after))) == canonical(after)


def test_a_filtered_diff_is_not_applied() -> None:
    after = extract(PAGE.replace("img/03.jpg", "img/33.jpg"))
    found = diff(chronicle(), after).filtered(ignore={"photo"})
    assert not found
    with pytest.raises(Refused, match="filtered"):
        apply(canonical(chronicle()), to_json(found))


def test_a_diff_is_applied_to_no_other_document() -> None:
    after = extract(PAGE.replace("img/03.jpg", "img/33.jpg"))
    with pytest.raises(Refused, match="does not fit"):
        apply(canonical(after), to_json(diff(chronicle(), after)))


def test_a_diff_is_applied_to_no_document_whose_texts_were_touched() -> None:
    changes = to_json(diff(chronicle(), extract(PAGE.replace("重視している旨を述べ", "強調し"))))
    record = json.loads(canonical(chronicle()))
    record["meetings"][0]["body"][0]["text"] = "別の文。" * 60
    with pytest.raises(Refused, match="is not what stands at"):
        apply(json.dumps(record), changes)


@settings(max_examples=50, deadline=None)
@given(scripts, scripts)
def test_a_filter_takes_changes_away_and_touches_none(first: Random, second: Random) -> None:
    a, b = edited(first), edited(second)
    found = diff(a, b)
    told = [*found.filtered(only="source"), *found.filtered(only="extractor")]
    assert [replace(change, follows=None) for change in told] == [
        replace(change, follows=None) for change in found
    ]
    assert all(change.quiet != "width" for change in found.filtered(ignore={"width"}))
