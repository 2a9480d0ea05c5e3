import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan.errors import Refused
from kaidan.parser.sections import Section, ledger, read_chronicle
from kaidan.parser.tree import read
from layouts import CHROME, Layout, Meeting, layouts, meetings, render


def told(section: Section) -> Meeting:
    blocks = tuple((block.marker or "") + block.text for block in section.body.blocks)
    return Meeting(section.heading.text, blocks, [photo.credit for photo in section.body.photos] == ["内閣広報室"])


@given(layouts(), meetings())
def test_no_layout_changes_what_is_read(layout: Layout, content: list[Meeting]) -> None:
    shown = read(render(layout, content))
    chronicle = read_chronicle(shown)
    assert [told(section) for section in chronicle.sections] == content
    assert chronicle.title == "近年の主な動き"
    assert not [text for text in chronicle.remainder if any(mark in text for mark in CHROME)]
    assert shown.lost == 0


@given(layouts(), meetings(), st.data())
def test_every_visible_character_is_told_once_however_the_page_is_damaged(
    layout: Layout, content: list[Meeting], data: st.DataObject
) -> None:
    markup = render(layout, content)
    cut = st.integers(0, len(markup))
    for _ in range(data.draw(st.integers(1, 4))):
        start, end = sorted((data.draw(cut), data.draw(cut)))
        piece = data.draw(
            st.sampled_from(["", "<", "</div>", "</html>", "<p>", "&nbsp;", "<b>", "</table>", "日露首脳会談", "<br>", "<td>", '"'])
        )
        markup = markup[:start] + piece + markup[min(end, start + 40) :]
    shown = read(markup)
    try:
        chronicle = read_chronicle(shown)
    except Refused:
        return
    assert ledger(shown, chronicle).balanced


def test_a_table_of_contents_is_no_meeting() -> None:
    entries = "".join(f"<li><a href='#m{n}'>日露首脳会談（東京・平成{n}年1月）</a></li>" for n in (5, 6))
    records = "".join(f"<h3>日露首脳会談（東京・平成{n}年1月）</h3><p>会談{n}。</p>" for n in (5, 6))
    for page in (f"<ul>{entries}</ul>{records}", f"{records}<ul>{entries}</ul>", f"<p>{re.sub('</?li>', '<br>', entries)}</p>{records}"):
        chronicle = read_chronicle(read(page))
        assert [told(section).paragraphs[0] for section in chronicle.sections] == ["会談5。", "会談6。"]


def test_a_section_of_another_kind_ends_the_meeting_before_it() -> None:
    meetings = [f"<h3>日露{who}会談（東京・平成5年1月）</h3><p>会談。</p>" for who in ("首脳", "外相")]
    chronicle = read_chronicle(read("<h3>お知らせ</h3><p>休館します。</p>".join(meetings)))
    assert [told(section).paragraphs for section in chronicle.sections] == [("会談。",), ("会談。",)]
    assert chronicle.remainder == ["お知らせ", "休館します。"]


@pytest.mark.parametrize(
    "page", ["<p>日露首脳会談</p>", "<script>日露首脳会談（東京・平成5年1月）</script>", "<!-- -->", "<h3>お知らせ（平成5年1月）</h3>"]
)
def test_a_page_without_a_meeting_is_refused(page: str) -> None:
    with pytest.raises(Refused):
        read_chronicle(read(page))
