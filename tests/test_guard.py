"""The guard's rules, each on its own: what trips it, and what it lets pass."""

from collections.abc import Sequence

import pytest

import chronicle
from chronicle import NEWEST, RECORDS, Record
from kaidan.fetcher import Page
from kaidan.job import guard, reading
from kaidan.job.last import Last
from kaidan.output import to_json
from kaidan.pipeline import extract

FIRST, *OTHERS = RECORDS
URL = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
LONG = Record(
    "日露首脳会談　（ロシア・カザン・平成17年8月）",
    "両首脳は、平和条約交渉を続けることで一致した。" * 12,
)


def reasons(old: bytes, new: bytes, allow_loss: int = 0) -> Sequence[str]:
    """Return why the guard refuses ``new`` where ``old`` is held."""
    document = extract(old, url=URL)
    held = Last(document, to_json(document), Page(URL, 200, {}, old))
    said = guard.judge(held, reading.read(Page(URL, 200, {}, new), held), allow_loss)
    return [reason.partition(" (--accept ")[0] for reason in said.reasons]


PASS: dict[str, bytes] = {
    "the same": chronicle.page(),
    "a new meeting": chronicle.page(NEWEST, *RECORDS),
    "another wording": chronicle.reworded(),
    "another order": chronicle.page(*reversed(RECORDS)),
    "another charset": chronicle.page(charset="shift_jis"),
    "a heading put otherwise": chronicle.page(
        FIRST._replace(heading="日露首脳会談（伊ミラノ・平成26年10月）"), *OTHERS
    ),
    "a month put right, and so another id": chronicle.page(
        FIRST._replace(heading=FIRST.heading.replace("10月", "11月")), *OTHERS
    ),
    "the title in other widths": chronicle.page(title="近年の 主な動き"),
}


@pytest.mark.parametrize("new", PASS.values(), ids=PASS)
def test_what_passes(new: bytes) -> None:
    assert reasons(chronicle.page(), new) == []


@pytest.mark.parametrize("kept", range(1, 4))
def test_a_meeting_that_is_gone(kept: int) -> None:
    why, *_ = reasons(chronicle.page(), chronicle.page(*RECORDS[:kept]))
    assert why.startswith(f"{4 - kept} of 4 meetings known before are gone: ")
    assert "2003-01-moscow" in why


def test_a_new_meeting_makes_up_for_none_that_is_gone() -> None:
    assert "1 of 4 meetings known before are gone: 2003-01-moscow" in reasons(
        chronicle.page(), chronicle.page(NEWEST, *RECORDS[:-1])
    )


def test_as_many_may_go_as_are_allowed() -> None:
    assert reasons(chronicle.page(), chronicle.page(*OTHERS), allow_loss=1) == []
    assert reasons(chronicle.page(LONG, *RECORDS), chronicle.page(*RECORDS), allow_loss=1) == []
    assert reasons(chronicle.page(), chronicle.page(*OTHERS[1:]), allow_loss=1) != []


def test_any_cut_through_the_page_trips_it() -> None:
    whole = chronicle.page()
    first_meeting_ends = whole.index(b"</p>", whole.index(b"<h3>")) + 4
    for end in range(first_meeting_ends, whole.index(b"</html>") + 6, 7):
        assert reasons(whole, whole[:end]) != [], f"cut at {end}"


def test_an_end_that_was_never_there_is_not_missed() -> None:
    assert reasons(chronicle.page(end=""), chronicle.page(end="")) == []
    assert reasons(chronicle.page(), chronicle.page(end="")) == [
        "the page ends before its </html>, which it had"
    ]
    assert reasons(chronicle.page(), chronicle.page(end="</HTML >")) == []


@pytest.mark.parametrize(
    ("part", "refused"), [(0.6, True), (0.7, True), (0.8, False), (1.0, False)]
)
def test_text_that_falls_by_more_than_a_quarter(part: float, refused: bool) -> None:  # noqa: FBT001  a column of the table
    shorter = LONG._replace(text=LONG.text[: int(len(LONG.text) * part)])
    why = reasons(chronicle.page(LONG), chronicle.page(shorter))
    assert [
        reason.startswith("the text of the meetings known before fell from ") for reason in why
    ] == [True] * refused


def test_text_that_falls_is_not_made_up_for_by_new_meetings() -> None:
    new = chronicle.page(
        NEWEST._replace(text="会談。" * 90), *(record._replace(text="会談。") for record in RECORDS)
    )
    assert any(
        why.startswith("the text of the meetings known before fell from ")
        for why in reasons(chronicle.page(), new)
    )


def test_characters_that_cannot_be_decoded() -> None:
    spoiled = chronicle.page().replace("採択".encode(), b"\xff\xfe", 1)
    assert reasons(chronicle.page(), spoiled) == ["characters that cannot be decoded: 3, before 0"]
    assert (
        reasons(chronicle.page(), chronicle.page().replace(b"</html>", b"<!-- \xff --></html>"))
        != []
    )
    assert reasons(spoiled, spoiled) == []


@pytest.mark.parametrize(
    "heading",
    ["日露首脳会談　（イタリア・ミラノ・平成26年13月）", "日露首脳会談　（某所・平成26年10月）"],
)
def test_a_heading_that_resolves_no_more(heading: str) -> None:
    new = chronicle.page(FIRST._replace(heading=heading), *OTHERS)
    assert any(
        why.startswith("headings that resolve no more: 1, ")
        for why in reasons(chronicle.page(), new)
    )


def test_a_page_of_another_name() -> None:
    assert reasons(chronicle.page(), chronicle.page(title="北方領土の日")) == [
        "the page's title is 北方領土の日, and was 近年の主な動き",
        "the page's breadcrumb is 内閣府ホーム > 北方 > 北方領土の日, and was 内閣府ホーム > 北方 > 近年の主な動き",
    ]
    (why,) = reasons(chronicle.page(), chronicle.page(trail="沖縄"))
    assert why.startswith("the page's breadcrumb is 内閣府ホーム > 沖縄")


def test_what_a_page_calls_itself_stays_on_its_line() -> None:
    why, *_ = reasons(chronicle.page(), chronicle.page(title="\x1b[2J" + "長" * 500))
    assert why.isprintable()
    assert len(why) < 200


def test_the_first_page_has_nothing_to_be_measured_by() -> None:
    nothing = Last(None, None, None)
    first = reading.read(Page(URL, 200, {}, chronicle.page(end="")), nothing)
    assert guard.judge(nothing, first).reasons == ()
