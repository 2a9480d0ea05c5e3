"""What has been found to grow faster than the text, or might: a reader, and the text that is made for it."""

import re
from collections.abc import Callable
from pathlib import Path

from growth import Load
from kaidan import diff, extract, find_dates, find_places, resolve_place
from kaidan.differ.changed_words import edits
from kaidan.normalizers.events.days import stated_day
from kaidan.normalizers.people.named import find_people
from kaidan.parser.display.tree import read
from kaidan.parser.shapes import read_page

PAGE = (Path(__file__).parents[1] / "fixtures/reference/page.html").read_text(encoding="utf-8")
HEAD, RECORDS, FOOT = (
    PAGE[: (at := PAGE.index("<h3>"))],
    PAGE[at : (end := PAGE.index('</div>\n<div><div class="pagetop">'))],
    PAGE[end:],
)
HEADING = "<h3>日露首脳会談（東京・平成8年4月）</h3>"
MEETING = f"{HEADING}<p>4月19日、橋本総理とエリツィン大統領が会談した。</p>"


def _repeated(piece: str, before: str = "", after: str = "") -> Callable[[int], str]:
    return lambda size: before + piece * size + after


def _dates(text: str) -> object:
    return find_dates(text, anchor="2014-10-17")


def _sections(page: str) -> object:
    return read_page(read(page))


def _day(body: str) -> object:
    return stated_day(body, find_dates(body, anchor="2014-10"), "2014-10")


def _edited(text: str) -> object:
    """Compare the two halves of a text."""
    old, new = text.split("|")
    return edits(old, new)


def _followed(page: str) -> object:
    """Compare a page with one whose first meetings are gone and whose every tenth is reworded."""
    old = extract(page)
    kept = old.meetings[len(old.meetings) // 50 :]
    return diff(old, old.model_copy(update={"meetings": kept}))


def _chronicle_of(size: int) -> str:
    """A meeting a month from 2020 back, no two of one wording."""
    months = ((2020 - number // 12, 12 - number % 12) for number in range(size))
    return "".join(
        f"<h3>日露首脳会談（東京・{year}年{month}月）</h3>"
        f"<p>{month}月{1 + (year * month) % 28}日、総理と大統領が会談し、第{year * 12 + month}号に署名した。</p>"
        for year, month in months
    )


DATES = {
    "units": "年月日",
    "digits": "1234567890",
    "digits and units": "12年34月56日",
    "kanji numbers": "一二三四五六七八九十百千",
    "joined numbers": "1・2、3～",
    "dots": "1.2.3/4-",
    "eras": "平成昭和",
    "era letters": "H26S60R",
    "spaces": "平成 \n 26 \n 年 \n ",
    "brackets": "（平成（26年（",
    "words": "昨年来年同年翌年",
    "days in a row": "同日、翌日、",
    "dates": "平成26年10月17日から",
    "a lone date and a long text": "三条の二",
    "planned days": "10日に発表され、訪問は延期の見通しだ。",
    "days of events": "12月3日の会合で合意した。",
    "a life": "06年局長。12年退官。",
}
PLACES = (
    "ロシア・モスクワ・",
    "サミット・",
    "カナダ",
    "在ロシア日本",
    "東京都千代田区",
    "の米・",
    "在",
)
PEOPLE = ("安倍総理", "プーチン・ロシア大統領、", "外務大臣", "首脳と会談し、")
ONE_MEETING: dict[str, tuple[str, str, str]] = {
    "links": (HEADING + "<p>", "<a href=a.pdf>宣言</a>、", ""),
    "links with a size": (HEADING + "<p>", "<a href=a.pdf>宣言</a>（PDF：3KB）", ""),
    "elements in a line": (HEADING + "<p>", "<b>会</b>談", ""),
    "pictures": (HEADING + "<p>", "<img src=a.jpg>会", ""),
    "credits": (HEADING, "<p>写真提供：甲</p><p><img src=a.jpg></p>", ""),
    "ways to the top": (HEADING, "<p>▲トップ</p>", ""),
    "lines": (HEADING + "<pre>", "会\n", ""),
    "a breadcrumb": ("<p>ホーム", "　", f"動き</p>{HEADING}"),
    "a title": (
        "<ul><li><a href=/>ホーム</a><li><a href=a.html>",
        "　",
        f"動</a><li>動き</ul><h1>動き</h1>{HEADING}",
    ),
}
MARKUP: dict[str, tuple[str, str, str]] = {
    "blocks in blocks": ("", "<div>", MEETING),
    "spans in spans": ("", "<span>", MEETING),
    "fonts in paragraphs": ("", "<p><font>", MEETING),
    "tables in tables": ("", "<table><tr><td>", MEETING),
    "breaks": ("", "<br>", MEETING),
    "references": (MEETING, "&amp;", ""),
    "unknown references": (MEETING, "&nothing;", ""),
    "less than": ("", "<", MEETING),
    "attributes": ("<p ", "a=b ", f">{MEETING}"),
    "quotes": ("", "<a '", f"'>{MEETING}"),
    "one long text": (HEADING + "<p>", "あ", ""),
}

LOADS: dict[str, Load] = {
    **{
        f"dates: {name}": Load(_dates, _repeated(piece, "平成26年、"))
        for name, piece in DATES.items()
    },
    **{
        # so that missions are looked for
        f"places: {piece}": Load(
            find_places, _repeated(piece, "大使館"), part=min(10, 2 * len(piece))
        )
        for piece in PLACES
    },
    **{f"people: {piece}": Load(find_people, _repeated(piece)) for piece in PEOPLE},
    "a place: towns": Load(resolve_place, _repeated("モスクワ・")),
    "a place: a unit": Load(resolve_place, _repeated("東京都")),
    "a day of a meeting": Load(_day, _repeated("10月17日、")),
    "a day in brackets": Load(_day, _repeated("（10月17日、会談）")),
    **{
        f"a page: {name}": Load(_sections, _repeated(piece, before, after))
        for name, (before, piece, after) in (ONE_MEETING | MARKUP).items()
    },
    "records, parsed": Load(_sections, _repeated(RECORDS, HEAD, FOOT), 2, 1),
    "records, extracted": Load(extract, _repeated(RECORDS, HEAD, FOOT), 1, 1),
    "days in one meeting, extracted": Load(
        extract, _repeated("10月17日、", HEADING + "<p>"), 200, 1
    ),
    "headings in one meeting, extracted": Load(
        extract, _repeated("日露首脳会談（東京・平成8年4月）", HEADING + "<p>"), 50, 1
    ),
    "words that stand once": Load(_edited, lambda size: "の、" * size + "|" + "、の" * (size - 9)),
    "every other word": Load(_edited, lambda size: "会談。" * size + "|" + "協議。" * size),
    "one word": Load(_edited, lambda size: "x" * size + "|" + "ｘ" * (size - 1)),
    "meetings compared": Load(_followed, _chronicle_of, 50, 5),
}

FAULTS: dict[str, Load] = {
    "an end looked for from each sign": Load(re.compile("日+。").search, _repeated("日"), 1000),
    "ends counted at each sign": Load(
        lambda text: [text.count("。") for _ in text], _repeated("日"), 10_000
    ),
}
"""Made on purpose, each a square inside of C: of as many calls as signs, or of one, that ask the text for nothing a text can count."""
