"""A body as one text as it is read: what a line's end left in it, and the way back to the page's own signs."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan.pipeline import extract
from kaidan.text import BREAK
from kaidan.text.running import RunningText

TOLD = "1月12日、安倍総理は、モスクワにおいてプーチン大統領と会談を行いました。"
HEAD = "<h1>日露首脳会談</h1><p>平成27年1月13日</p>"


@pytest.mark.parametrize(
    ("shown", "read"),
    [
        ("会談を 行った。", "会談を行った。"),
        ("平成 27 年 1 月 12 日 12 時、会談した。", "平成27年1月12日12時、会談した。"),
        ("1 日本側から述べた。", "1 日本側から述べた。"),
        ("Mr. Vladimir Putinと会談。", "Mr. Vladimir Putinと会談。"),
        ("日時 1月12日 場所 モスクワ", "日時 1月12日 場所 モスクワ"),
        ("京\u3000都で会談。", "京\u3000都で会談。"),
        ("会\u200b談。", "会談。"),
        (unicodedata.normalize("NFD", "ダナンで会談。"), "ダナンで会談。"),
    ],
)
def test_what_is_read(shown: str, read: str) -> None:
    assert RunningText([shown]).text == read


@given(st.lists(st.text("会談、。 1月\u200b\u3099か", max_size=8), min_size=1, max_size=4))
def test_every_sign_that_is_read_stands_in_its_block(blocks: list[str]) -> None:
    running = RunningText(blocks)
    last = (0, 0)
    for at, sign in enumerate(running.text):
        if sign == BREAK:
            continue
        block, start, end = running.origin(at, at + 1)
        assert (block, start) >= last
        assert unicodedata.normalize("NFC", blocks[block][start:end]) == sign
        last = block, end


@pytest.mark.parametrize(
    "told",
    [
        TOLD.replace("会談を", "会談を\n").replace("プーチン", "プーチ\nン"),
        TOLD.replace("、", "、<br>"),
        TOLD.replace("1月12日", "1 月 12 日"),
        unicodedata.normalize("NFD", TOLD),
        "&#8203;".join(TOLD),
    ],
)
def test_a_sentence_is_read_however_its_source_is_broken(told: str) -> None:
    document = extract(f"{HEAD}<p>{told}</p>")
    (meeting,) = document.meetings
    assert meeting.date.edtf == "2015-01-12"
    assert meeting.place
    assert meeting.place.name
    assert meeting.place.name.en == "Moscow"
    assert [who.name and who.name.en for who in meeting.participants] == [
        "Shinzo Abe",
        "Vladimir Putin",
    ]
    assert not document.warnings
    assert meeting.date.text == meeting.date.evidence[0].text
    assert all(who.text == who.evidence[0].text for who in meeting.participants)
    assert all(place.text == place.evidence[0].text for place in meeting.mentions.places)


IN_LINES = ["　訪問中の安倍総理は、ニューデ", "リーでマンモハン・シン首相と会", "談した。"]


def test_a_sentence_goes_on_where_lines_of_one_width_break_it() -> None:
    running = RunningText(["概要", *IN_LINES, "両首脳は、協力で一致した。"])
    assert running.text.count(BREAK) == 2
    assert "ニューデリーで" in running.text
    start = running.text.index("リーで")
    assert running.origin(start, start + 2) == (2, 0, 2)


@pytest.mark.parametrize(
    "blocks",
    [
        ["概要", IN_LINES[0], "・マンモハン・シン首相との会談", "・共同声明"],
        [
            "概要",
            IN_LINES[0],
            IN_LINES[1] + "談した。両首脳は、協力を進めることで一致した。",
            "以上",
        ],
        ["概要", IN_LINES[0], "両首脳は、協力を進めることで", "１　経済"],
    ],
    ids=["items", "wider", "no-end"],
)
def test_what_stands_below_is_another_text_where_no_line_is_full(blocks: list[str]) -> None:
    assert RunningText(blocks).text.count(BREAK) == len(blocks) - 1
