"""A name with an office on the day before a term, on its first and last day, and on the day behind it."""

from datetime import date, timedelta

import pytest

from kaidan.data import table
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.namesakes import identify
from kaidan.normalizers.people.roster import held

STEP = 19
"""Every so manieth term is asked: all of them say the same, and take twenty seconds."""


def first_day(written: str) -> date:
    return date.fromisoformat(f"{written}-01-01"[:10])


def names_on(text: str, day: date) -> set[str]:
    return {one.name.ja for one in find_people(text, on=f"{day}") if one.name}


def test_a_full_name_is_nobody_else_s_around_its_term() -> None:
    asked = 0
    for row in table("terms")[::STEP]:
        full, office = row["name_ja"], row["office"]
        days = [first_day(row["from"]), first_day(row["to"] or "2026-06-01")]
        for day in (day + timedelta(days=off) for day in days for off in (-1, 0, 1)):
            holder = identify(full, office, on=f"{day}")
            asked += 1
            assert holder is None or holder.name.ja == full, (full, office, day)
    assert asked > 1000


@pytest.mark.parametrize(
    ("naming", "on"),
    [
        ("デンマークのポール・ニューロップ・ラスムセン首相", "2001-11-28"),
        ("サウジアラビアのファハド・ビン・アブドルアジーズ国王", "2005-08-02"),
        ("ブータンのジグミ・シンゲ・ワンチュク国王", "2006-12-10"),
    ],
)
def test_a_predecessor_is_not_his_successor_on_the_next_day(naming: str, on: str) -> None:
    full = naming.partition("の")[2].rstrip("首相国王")
    assert names_on(f"会場で{naming}が挨拶した", date.fromisoformat(on)) <= {full}


@pytest.mark.parametrize(
    ("naming", "on"),
    [
        ("パキスタンのシャリフ首相", "1999-10-13"),
        ("マラウイのムタリカ大統領", "2012-04-06"),
        ("アブドゥッラー外相", "2001-12-21"),
        ("ウィン外相", "2011-03-31"),
    ],
)
def test_of_namesakes_neither_of_whom_is_in_office_none_is_meant(naming: str, on: str) -> None:
    assert names_on(f"会場で{naming}が挨拶した", date.fromisoformat(on)) == set()


def test_a_term_that_ends_in_a_month_holds_every_day_of_it() -> None:
    assert held("アミナ・モハメド", "foreign minister", "KE", "2018-01-31")
    assert not held("アミナ・モハメド", "foreign minister", "KE", "2018-02-28")
    assert names_on("モハメド外相が挨拶した", date(2018, 1, 31)) == {"アミナ・モハメド"}
