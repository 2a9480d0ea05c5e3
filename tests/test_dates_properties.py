"""The rules of dates, each on every day or on whatever Hypothesis finds."""

import os
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import TypeAdapter

from kaidan import UnreadableDate, find_dates, parse_date
from kaidan.lexicon.eras import modern_eras
from kaidan.models import EdtfStr
from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import bounds
from kaidan.normalizers.dates.forms import table
from kaidan.normalizers.dates.forms.calendar_dates import read_date_in_full
from kaidan.normalizers.dates.forms.table import FORMS

FIRST, LAST = date(1873, 1, 1), date(2050, 12, 31)
STRIDE = int(os.environ.get("KAIDAN_DAY_STRIDE", "31"))
"""Notations are tried on each so many-eth day; 1 is every day, which .ci/run asks for."""
DAYS = st.dates(FIRST, LAST)
PIECES = [
    *"年 月 日 平成 昭 H 元 同 翌 昨年 来週 毎年 二十 〇 26 3 10 . ・ / - ～ から まで 、 。 の （ ） (金) 度 代 世紀 上旬 夏 間".split(),
    *["頃", "以降", "西暦", "旧暦", "閏", "安政", "’", "\n", "\u3000", " ", BREAK],
]
TEXTS = st.lists(st.sampled_from(PIECES) | st.characters(codec="utf-8"), max_size=30).map("".join)
ANCHORS = (
    st.none()
    | st.dates(date(1000, 1, 1), date(2999, 12, 31))
    | st.sampled_from(["2014-10", "2014", "2012-22", "2014-02-07/2014-02-08", "199X", "2014/.."])
)

KNOWN_TO_THE_SCHEMA = TypeAdapter(EdtfStr | None)
_DIGITS = "〇一二三四五六七八九"


def positional(number: int) -> str:
    return "".join(_DIGITS[int(digit)] for digit in str(number))


def structured(number: int) -> str:
    tens, ones = divmod(number, 10)
    return ("十" if tens == 1 else _DIGITS[tens] + "十" if tens else "") + (
        _DIGITS[ones] if ones or not tens else ""
    )


def daiji(number: int) -> str:
    return structured(number).translate(str.maketrans("一二三十", "壱弐参拾"))


def wide(text: str) -> str:
    return text.translate({code: code + 0xFEE0 for code in range(0x21, 0x7F)})


def era_of(day: date) -> tuple[str, str, str, int]:
    era = next(era for era in reversed(modern_eras()) if era.first_day and era.first_day <= day)
    letter = next(sign for sign in era.signs if sign.isascii())
    return era.name, era.name[0], letter, day.year - era.first_year + 1


def era_notation(
    spell: Callable[[int], str], sign: int = 0, join: str = "{}{}年{}月{}日"
) -> Callable[[date], str]:
    def write(day: date) -> str:
        named = era_of(day)
        year = "元" if named[3] == 1 else spell(named[3])
        return join.format(named[sign], year, spell(day.month), spell(day.day))

    return write


NOTATIONS: dict[str, Callable[[date], str]] = {
    "era": era_notation(str),
    "era, full-width": lambda day: wide(era_notation(str)(day)),
    "era, positional kanji": era_notation(positional),
    "era, structured kanji": era_notation(structured),
    "era, daiji": era_notation(daiji),
    "era, padded": era_notation("{:02}".format),
    "era, spaced": era_notation(str, join="{} {} 年 {} 月 {} 日"),
    "era, broken": era_notation(str, join="{}{}年\n{}月\n{}日"),
    "kanji and dots": era_notation(str, 1, "{}{}.{}.{}"),
    "letter and dots": era_notation(str, 2, "{}{}.{}.{}"),
    "letter": era_notation(str, 2),
    "era and slashes": era_notation(str, join="{}{}/{}/{}"),
    "era, kanji and middle dots": era_notation(positional, join="{}{}・{}・{}"),
    "western": lambda day: f"{day.year}年{day.month}月{day.day}日",
    "western, positional kanji": lambda day: (
        f"{positional(day.year)}年{positional(day.month)}月{positional(day.day)}日"
    ),
    "both, era first": lambda day: (
        f"{era_of(day)[0]}{era_of(day)[3]}年（{day.year}年）{day.month}月{day.day}日"
    ),
    "both, western first": lambda day: (
        f"{day.year}年({era_of(day)[0]}{era_of(day)[3]}年){day.month}月{day.day}日"
    ),
    "ISO": date.isoformat,
    "western and dots": lambda day: f"{day.year}.{day.month}.{day.day}",
    "western and slashes": lambda day: f"{day.year}/{day.month:02}/{day.day:02}",
    "with its weekday": lambda day: (
        f"{day.year}年{day.month}月{day.day}日（{'月火水木金土日'[day.weekday()]}）"
    ),
}


@pytest.mark.parametrize("notation", NOTATIONS)
def test_every_day_since_1873_comes_back_from_every_notation(notation: str) -> None:
    write, stride = NOTATIONS[notation], 1 if notation == "era" else STRIDE
    days = [FIRST + timedelta(days=n) for n in range(0, (LAST - FIRST).days + 1, stride)]
    mentions = find_dates("。".join(map(write, days)))
    assert [(m.text, m.edtf, m.precision, m.flags) for m in mentions] == [
        (write(day), day.isoformat(), "day", ()) for day in days
    ]


@given(DAYS, st.sampled_from(sorted(NOTATIONS)))
def test_a_text_that_is_one_date_parses_to_its_day(day: date, notation: str) -> None:
    read = parse_date(NOTATIONS[notation](day))
    assert (read.start, read.end, read.edtf) == (day, day, day.isoformat())


@given(TEXTS, ANCHORS)
def test_whatever_comes_every_span_is_its_slice_and_every_value_has_bounds(
    text: str, anchor: date | str | None
) -> None:
    end = 0
    for m in find_dates(text, anchor=anchor):
        assert text[m.start : m.end] == m.text
        assert BREAK not in m.text
        assert end <= m.start < m.end
        end = m.end
        KNOWN_TO_THE_SCHEMA.validate_python(m.edtf)
        first, last = bounds(m.edtf) if m.edtf else (None, None)
        assert first is None or last is None or first <= last
        assert (m.edtf is None) == (m.precision is None)


@given(TEXTS, ANCHORS)
def test_width_never_changes_the_reading(text: str, anchor: date | str | None) -> None:
    plain = "".join(
        folded
        if len(folded := unicodedata.normalize("NFKC", sign)) == 1 and sign not in "㍾㍽㍼㍻㋿"
        else sign
        for sign in text
    )
    both = [
        [m[1:] for m in find_dates(form, anchor=anchor)]
        for form in (
            plain,
            "".join(wide(sign) if sign.isalnum() and sign.isascii() else sign for sign in plain),
        )
    ]
    assert both[0] == both[1]


@given(TEXTS)
def test_parse_date_reads_or_refuses_in_one_line_that_quotes_the_text(text: str) -> None:
    refusal = None
    try:
        assert parse_date(text).text == text.strip(" \u3000\n\t\r")
    except UnreadableDate as error:
        refusal = str(error)
    assert refusal is None or (
        "\n" not in refusal and repr(text.strip(" \u3000\n\t\r"))[1:-1] in refusal
    )


@given(DAYS, st.integers(1, 400))
def test_a_range_goes_from_its_first_day_to_its_last(day: date, days: int) -> None:
    last = day + timedelta(days=days)
    write = NOTATIONS["era"]
    assert [m.edtf for m in find_dates(f"{write(day)}から{write(last)}まで")] == [f"{day}/{last}"]


@given(DAYS, st.sampled_from(["{}月{}日", "{}月\u3000{}日"]))
def test_a_month_and_day_borrow_the_year_of_the_document(day: date, form: str) -> None:
    mentions = find_dates(form.format(day.month, day.day), anchor=f"{day.year}-{day.month:02}")
    assert [m.edtf for m in mentions] == [day.isoformat()]


@given(
    DAYS,
    st.sampled_from(["平成26年", "10月", "同年", "、", "。"]),
    st.sampled_from(["3月", "17日", "年度", "まで"]),
)
def test_no_mention_reaches_over_a_break_but_what_was_named_does(
    day: date, before: str, after: str
) -> None:
    written = NOTATIONS["era"](day)
    mentions = find_dates(f"{written}{BREAK}同年{BREAK}{before}{BREAK}{after}")
    assert [m.edtf for m in mentions[:2]] == [day.isoformat(), f"{day.year}"]


@given(TEXTS, ANCHORS)
def test_the_form_of_the_most_frequent_dates_reads_what_the_others_would(
    text: str, anchor: date | str | None
) -> None:
    read = find_dates(text, anchor=anchor)
    others = tuple(form for form in FORMS if form is not read_date_in_full)
    assert len(others) == len(FORMS) - 1
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(table, "FORMS", others)
        table.forms_behind.cache_clear()
        assert find_dates(text, anchor=anchor) == read
    table.forms_behind.cache_clear()


@given(TEXTS, st.sampled_from(["会談が行われた。", "両首脳は握手した。", "大臣が述べた。"]))
def test_a_sentence_without_numbers_behind_a_text_changes_nothing_in_it(
    text: str, sentence: str
) -> None:
    before = find_dates(f"{text}。")
    assert find_dates(f"{text}。{sentence}") == before


@given(st.text(max_size=60), ANCHORS)
def test_no_text_raises(text: str, anchor: date | str | None) -> None:
    for m in find_dates(text, anchor=anchor):
        assert text[m.start : m.end] == m.text
