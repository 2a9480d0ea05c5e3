"""A refusal costs little, counted in calls beside those that make the lines of the page: what cannot be told is not read first."""

from contextlib import suppress

import pytest

from growth import calls
from kaidan.errors import Refused
from kaidan.parser.display.tree import read
from kaidan.parser.refusal.early import refuse_early
from kaidan.parser.shapes import read_page
from kaidan.parser.source.page import decode

LINES = 60
LINKED = "<li>2022年4月{}日 <a href=/{}>日独外相会談</a></li>"
PAGES = {
    "search": "<p><a href=/{}>日独首脳会談</a></p><p>4月{}日 - 総理は、ベルリンで首脳会談を行い ...</p>",
    "news": "<h3><a href=/{}>日独外相会談</a></h3><p>ベルリンで{}日、外相会談が行われた。</p>",
    "diary": "<h3>2022年4月{}日</h3><p>午前{}時、官邸。11時、独首相と会談。午後1時、昼食。</p>",
    "notices": "<li>2022年4月{}日 日独外相会談が行われました <a href=/{}>詳細</a></li>",
}


LEADING = {
    "news": "<h3><a href=/{}>日独外相会談</a></h3><p>林大臣は、ベルリンで{}日、ベアボック外相と会談しました。</p>",
    "days": "<p>4月{}日</p><p><a href=/{}>日独外相会談</a></p><p>林大臣は、外相と会談しました。</p>",
    "rows": "<tr><td>4月{}日<td><a href=/{}>日独外相会談</a><td>林大臣は、外相と会談しました。",
}


def page(line: str) -> str:
    return "<title>日程</title><h1>お知らせ</h1>" + "".join(
        line.format(at % 28 + 1, at) for at in range(LINES)
    )


def refuse(markup: str) -> None:
    with suppress(Refused):
        refuse_early(markup)
        read_page(read(markup))


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_of_many_lines_is_refused_without_reading_their_dates(kind: str) -> None:
    markup = page(PAGES[kind])
    refuse(markup)  # what is made once is no work of this page
    shown = read(markup)
    with pytest.raises(Refused):
        read_page(shown)
    assert calls(lambda: refuse(markup)) < 8 * calls(lambda: read(markup))


@pytest.mark.parametrize("line", [LINKED, *LEADING.values()], ids=["links", *LEADING])
def test_a_list_of_links_is_refused_with_less_work_than_its_lines_take(line: str) -> None:
    markup = page(line)
    refuse(markup)
    with pytest.raises(Refused):
        refuse_early(markup)
    assert calls(lambda: refuse(markup)) < calls(lambda: read(markup))


def test_a_label_that_is_not_so_costs_no_work_for_each_sign() -> None:
    markup = f"<meta charset=Shift_JIS>{page(LINKED)}".encode()
    longer = markup + markup
    decode(markup)
    assert calls(lambda: decode(longer)) < 1.5 * calls(lambda: decode(markup))
