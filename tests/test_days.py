"""The day of a meeting: only where a sentence about the meeting itself says it."""

import pytest

from kaidan.normalizers import BREAK
from kaidan.normalizers.dates import find_dates
from kaidan.normalizers.events.days import stated_day, told_day


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("5月9日、両首脳は首都で会談を行った。", "2005-05-09"),
        ("5月9日（現地時間）、両首脳は首都で会談した。", "2005-05-09"),
        ("5月9日午後、総理は大統領と会った。", "2005-05-09"),
        ("5月8日に訪問し、5月9日に大統領と会談した。", "2005-05-09"),
        ("5月9日に行われた会談で、合意した。", None),
        ("両首脳（5月9日、会談）は合意した。", None),
        ("5月9日、声明を発表した。5月10日、両首脳が会談した。", "2005-05-10"),
        ("5月9日、会談した。5月10日、再び会談した。", "2005-05-09"),
        (f"5月9日、式典に出席した{BREAK}会談を行った。", None),
        ("5月9日、首脳会談における合意を発表した。", None),
        ("4月30日、両首脳は会談した。", None),
        ("5月9日付けで会談を発表した。", None),
        ("5月9日～10日、両首脳は会談した。", None),
        ("5月9日の午後、両首脳は会談した。", "2005-05-09"),
        ("5月9日（月）１１００～１１４５、両大臣は会談した。", "2005-05-09"),
        ("5月9日1100、両大臣は会談した。", "2005-05-09"),
        ("5月9日の夕食会の後、両首脳は会談した。", None),
        ("5月9日（現地時間。日本では10日午前）、両首脳は会談した。", "2005-05-09"),
    ],
)
def test_the_day_of_the_meeting_is_the_one_on_which_they_met(body: str, day: str | None) -> None:
    found = stated_day(body, find_dates(body, anchor="2005-05"), "2005-05")
    assert (found.edtf if found else None) == day


@pytest.mark.parametrize(
    ("body", "days"),
    [
        ("4月18日及び19日の両日、川奈で会談した。", "1998-04-18/1998-04-19"),
        ("4月18日（土）から19日（日）まで川奈で会談した。", "1998-04-18/1998-04-19"),
        ("4月18日から19日までの日程で訪れ、会談した。", None),
    ],
)
def test_talks_of_days_in_a_row_have_them_all(body: str, days: str | None) -> None:
    found = told_day(body, find_dates(body, anchor="1998-04-20"), "1998-04-20")
    assert (found.edtf if found else None) == days


@pytest.mark.parametrize(("published", "day"), [("1998-04-19", "1998-04-18"), ("1998-04-25", None)])
def test_talks_that_go_on_from_a_ceremony_are_of_its_day(published: str, day: str | None) -> None:
    body = "川奈を訪れた大統領は、4月18日、式典に臨んだ。その後、総理と会談した。"
    found = told_day(body, find_dates(body, anchor=published), published)
    assert (found.edtf if found else None) == day


@pytest.mark.parametrize(
    ("behind", "day"),
    [
        ("会談は、5月9日、首都で行われた。", "2005-05-09"),
        ("これに先立ち、5月9日、総理は経済界の代表と懇談した。", None),
        ("なお、5月9日には財務相会合も行われた。", None),
        ("5月9日に外相会談も行われた。", None),
    ],
)
def test_other_talks_that_are_told_behind_the_meeting_state_no_day(
    behind: str, day: str | None
) -> None:
    body = f"両首脳は会談を行った。{behind}"
    dates = find_dates(body, anchor="2005-05-12")
    found = told_day(body, dates, "2005-05-12", of="summit")
    assert (found.edtf if found else None) == day
