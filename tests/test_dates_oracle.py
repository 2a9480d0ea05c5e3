"""A second opinion: ICU's Japanese calendar, day by day, and its lunisolar calendar for the years before 1873."""

from datetime import UTC, date, datetime, timedelta

import pytest

from kaidan import parse_date
from kaidan.lexicon.eras import all_eras
from kaidan.normalizers.dates.lunisolar import months_of_year

icu = pytest.importorskip("icu", reason="PyICU is not installed: pip install '.[oracle]'")

_JAPANESE = "ja_JP@calendar=japanese"


def noon(day: date) -> float:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC).timestamp()


def test_icu_and_kaidan_agree_on_every_day_since_1873() -> None:
    write = icu.SimpleDateFormat("Gy年M月d日", icu.Locale(_JAPANESE))
    write.setTimeZone(icu.TimeZone.getGMT())
    day, wrong = date(1873, 1, 1), []
    while day <= date(2050, 12, 31):
        written = write.format(noon(day))
        read = parse_date(written)
        if (read.start, read.end, read.flags) != (day, day, ()):
            wrong.append((written, read))
        day += timedelta(days=1)
    assert wrong == []


def test_the_lunisolar_months_are_those_of_icu_but_for_the_hour_between_kyoto_and_peking() -> None:
    calendar = icu.Calendar.createInstance(
        icu.TimeZone.createTimeZone("Asia/Tokyo"), icu.Locale("ja_JP@calendar=chinese")
    )
    fields = icu.UCalendarDateFields
    months = [month for year in range(1868, 1873) for month in months_of_year(year)]
    assert len(months) == 62
    for month in months:
        calendar.setTime(noon(month.first))
        assert calendar.get(fields.MONTH) + 1 == month.month
        assert calendar.get(fields.DAY_OF_MONTH) in (1, 2), month


def test_the_eras_before_meiji_begin_in_the_years_that_icu_gives() -> None:
    calendar = icu.Calendar.createInstance(icu.TimeZone.getGMT(), icu.Locale(_JAPANESE))
    fields, name, firsts = (
        icu.UCalendarDateFields,
        icu.SimpleDateFormat("G", icu.Locale(_JAPANESE)),
        {},
    )
    for era in range(170, 232):
        calendar.clear()
        for field, value in (
            (fields.ERA, era),
            (fields.YEAR, 1),
            (fields.MONTH, 11),
            (fields.DATE, 21),
        ):  # every era had begun by then; in both calendars it is the same year
            calendar.set(field, value)
        firsts[name.format(calendar.getTime())] = (
            datetime(1970, 1, 1, tzinfo=UTC) + timedelta(seconds=calendar.getTime())
        ).year
    old = [era for era in all_eras() if 1394 <= era.first_year < 1868]
    assert len(old) > 60
    assert {era.name: era.first_year for era in old} == {era.name: firsts[era.name] for era in old}
