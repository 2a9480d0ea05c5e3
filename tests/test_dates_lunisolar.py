"""The lunisolar calendar: its facts read backwards, and what hangs on a date of it."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kaidan import find_dates
from kaidan.lexicon.eras import all_eras
from kaidan.normalizers.dates.lunisolar import (
    LunisolarDay,
    gregorian_day,
    lunisolar_day,
    months_of_year,
)

ERAS = {
    year: era
    for era in all_eras()
    if 1600 <= era.first_year < 1868
    for year in range(era.first_year, (era.last_year or 0) + 1)
}
DAYS = st.dates(date(1000, 2, 13), date(1872, 12, 31))


@pytest.mark.parametrize("year", sorted(ERAS))
def test_every_month_comes_back_from_its_era_and_number(year: int) -> None:
    era = ERAS[year]
    count = year - era.first_year + 1
    months = months_of_year(year)
    assert len(months) in (12, 13)
    for month in months:
        written = f"{era.name}{count}年{'閏' * month.leap}{month.month}月"
        mentions = find_dates(f"{written}。{written}{month.length}日。{written}晦日")
        last = month.last.isoformat()
        assert [m.edtf for m in mentions] == [f"{month.first}/{last}", last, last]
        assert all(m.flags == ("lunisolar",) for m in mentions)


def test_the_months_follow_each_other_without_a_gap() -> None:
    months = [month for year in range(1000, 1873) for month in months_of_year(year)]
    assert len(months) > 10_000
    assert all(
        later.first - earlier.last == timedelta(days=1) for earlier, later in pairwise(months)
    )
    assert months[-1].last == date(1872, 12, 31)


@given(DAYS)
def test_every_day_has_one_lunisolar_day_that_is_it(day: date) -> None:
    there = lunisolar_day(day)
    assert there is not None
    assert gregorian_day(there) == day


@pytest.mark.parametrize(
    "day", [LunisolarDay(1872, 12, leap=False, day=3), LunisolarDay(1868, 5, leap=True, day=1)]
)
def test_a_day_that_never_was_is_none(day: LunisolarDay) -> None:
    assert gregorian_day(day) is None


@given(st.sampled_from(sorted(ERAS)), st.integers(1, 12), st.integers(1, 29), st.integers(1, 29))
def test_what_follows_a_lunisolar_day_stays_in_its_calendar(
    year: int, month: int, first: int, second: int
) -> None:
    era = ERAS[year]
    text = (
        f"{era.name}{year - era.first_year + 1}年{month}月{first}日に始まり、"
        f"同月{second}日に改め、翌日に終えた。"
    )
    days = [date.fromisoformat(m.edtf or "") for m in find_dates(text)]
    assert days[1] - days[0] == timedelta(days=second - first)
    assert days[2] - days[1] == timedelta(days=1)


@given(st.sampled_from(sorted(ERAS)), st.integers(1, 12), st.integers(1, 28), st.integers(1, 3))
def test_nothing_borrowed_lies_before_it_by_more_than_the_text_says(
    year: int, month: int, day: int, years: int
) -> None:
    era = ERAS[year]
    text = f"{era.name}{year - era.first_year + 1}年{month}月{day}日。" + "翌年。" * years
    mentions = find_dates(text, anchor="2020-11-10")
    assert [m.edtf for m in mentions[1:]] == [f"{year + n:04}" for n in range(1, years + 1)]
