"""A megabyte takes a megabyte's time, whatever it holds."""

import random
import time

import pytest

from kaidan import find_dates

HOSTILE = {
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
}


def seconds(text: str) -> float:
    start = time.process_time()
    find_dates(text, anchor="2014-10-17")
    return time.process_time() - start


@pytest.mark.parametrize("piece", HOSTILE.values(), ids=HOSTILE)
def test_ten_times_the_text_takes_about_ten_times_as_long(piece: str) -> None:
    short, long = ("平成26年、" + piece * (size // len(piece)) for size in (3_000, 30_000))
    assert seconds(long) < 30 * min(seconds(short) for _ in range(3)) + 0.1


def test_a_megabyte_of_units_and_digits_is_read_in_seconds() -> None:
    signs = random.Random(1956).choices("年月日0123456789", k=1_000_000)  # noqa: S311  nothing is kept secret here
    assert seconds("".join(signs)) < 60
