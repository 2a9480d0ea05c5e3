from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from edit_scripts import Record, chronicle, document, edit_meetings, plain, reword
from kaidan.differ import diff, match
from kaidan.models import Document


def _matched(old: Document, new: Document) -> list[int | None]:
    """For each meeting of ``new`` where the one it was matched with stands in ``old``."""
    places = {meeting.id: at for at, meeting in enumerate(old.meetings)}
    origins = {after.id: places[before.id] for before, after in match(old, new).pairs}
    return [origins.get(meeting.id) for meeting in new.meetings]


@settings(max_examples=500, deadline=None)
@given(st.randoms(use_true_random=False))
def test_after_any_edit_script_each_meeting_is_known_again(rng: Random) -> None:
    record = plain(chronicle())
    truth = edit_meetings(record, rng)
    assert _matched(chronicle(), document(record)) == truth


@settings(max_examples=100, deadline=None)
@given(st.randoms(use_true_random=False))
def test_the_way_back_is_the_same_way(rng: Random) -> None:
    record = plain(chronicle())
    edit_meetings(record, rng)
    edited = document(record)
    there, back = match(chronicle(), edited), match(edited, chronicle())
    assert {(old.id, new.id) for old, new in there.pairs} == {
        (old.id, new.id) for new, old in back.pairs
    }
    assert (there.removed, there.added) == (back.added, back.removed)


def _with(meetings: list[Record]) -> Document:
    return document(plain(chronicle()) | {"meetings": meetings, "warnings": []})


def test_a_corrected_date_gives_another_id_and_no_other_meeting() -> None:
    old = plain(chronicle())["meetings"]
    new = plain(chronicle())["meetings"]
    new[2] |= {"id": "2013-09-bali", "heading": "日露首脳会談　（インドネシア・バリ・平成25年9月）"}
    found = match(_with(old), _with(new))
    assert (found.removed, found.added) == ((), ())


def test_the_plain_id_passing_to_the_younger_meeting_confuses_nobody() -> None:
    first, second = plain(chronicle())["meetings"][:2]
    old = [second | {"id": "2014-10-milan-2"}, first | {"id": "2014-10-milan"}]
    new = [second | {"id": "2014-10-milan"}]
    found = match(_with(old), _with(new))
    assert [before.heading for before, _ in found.pairs] == [second["heading"]]
    assert [meeting.heading for meeting in found.removed] == [first["heading"]]


def test_an_id_that_passes_to_a_corrected_meeting_confuses_nobody() -> None:
    first, second = plain(chronicle())["meetings"][:2]
    corrected = second | {
        "id": first["id"],
        "body": [*second["body"], {"type": "paragraph", "marker": None, "text": "追記。"}],
    }
    found = match(_with([first, second]), _with([corrected]))
    assert [(before.id, after.heading) for before, after in found.pairs] == [
        (second["id"], second["heading"])
    ]
    assert [meeting.id for meeting in found.removed] == [first["id"]]


def test_a_meeting_rewritten_from_end_to_end_is_known_by_its_id() -> None:
    first, second = plain(chronicle())["meetings"][:2]
    rewritten = first | {
        "heading": "会談",
        "body": [{"type": "paragraph", "marker": None, "text": "全文を改めた。"}],
    }
    found = match(_with([first, second]), _with([second, rewritten]))
    assert (found.removed, found.added) == ((), ())


def test_two_meetings_of_one_place_are_not_one() -> None:
    meetings = plain(chronicle())["meetings"]
    moscow = [meeting for meeting in meetings if meeting["id"].endswith("-moscow")]
    assert len(moscow) > 3
    found = match(_with(moscow[:2]), _with(moscow[2:]))
    assert found.pairs == ()


def _many(count: int) -> list[Record]:
    models, rng = plain(chronicle())["meetings"], Random(7)  # noqa: S311  the same chronicle in every run
    made = []
    for number in range(count):
        model = models[number % len(models)]
        body = [block | {"text": reword(block["text"], rng, 0.5)} for block in model["body"]]
        made.append(
            model
            | {
                "id": f"{1000 + number // 12}-{number % 12 + 1:02}-x",
                "heading": f"{model['heading']}{number}",
                "body": body,
            }
        )
    return made


def _long_chronicle(count: int) -> tuple[Document, Document]:
    """Return a chronicle and what became of it: a hundredth gone from its end, every tenth meeting reworded under another id."""
    old, rng = _many(count), Random(8)  # noqa: S311  likewise
    new = [
        meeting | _reworded(meeting, rng) if at % 10 == 0 else meeting
        for at, meeting in enumerate(old[: -(count // 100)])
    ]
    return _with(old), _with(new)


def _reworded(meeting: Record, rng: Random) -> Record:
    body = [block | {"text": reword(block["text"], rng)} for block in meeting["body"]]
    return {
        "id": f"{meeting['id']}-corrected",
        "heading": f"{meeting['heading']}訂正",
        "body": body,
    }


def test_of_a_long_chronicle_the_end_is_gone_and_what_was_reworded_is_known() -> None:
    old, new = _long_chronicle(1_000)
    kinds = [change.kind for change in diff(old, new)]
    assert kinds.count("removed") == 10
    assert "added" not in kinds
