"""The reference page drifts: what is refused, what passes, and what a careful archivist lets a longer time explain."""

from functools import cache

import pytest

from drifts import PAGE, PASSED, REFUSED
from kaidan.errors import Refused
from kaidan.fetcher import Page
from kaidan.job import guard, reading
from kaidan.job.last import Last
from kaidan.output import to_json
from kaidan.pipeline import extract

URL = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
HELD = extract(PAGE.encode(), url=URL)
LAST = Last(HELD, to_json(HELD), Page(URL, 200, {}, PAGE.encode()))


@cache
def reasons(new: str, days: float = 1.0, **best: int) -> list[str]:
    """Return why the guard refuses a page where the reference page is held; a page that cannot be read at all is refused too."""
    try:
        read = reading.read(Page(URL, 200, {}, new.encode()), LAST)
    except Refused as refusal:
        return [str(refusal)]
    return [str(reason) for reason in guard.judge(LAST, read, days=days, best=best).reasons]


@pytest.mark.parametrize("name", REFUSED)
def test_what_no_editor_does_is_refused(name: str) -> None:
    assert reasons(REFUSED[name]) != []


@pytest.mark.parametrize("name", PASSED)
def test_what_an_editor_does_passes(name: str) -> None:
    assert reasons(PASSED[name]) == []


def test_a_year_explains_more_than_a_day_and_never_all() -> None:
    a_third = REFUSED["a third of the dates a year on"]
    assert any("dates of 11 of 31 meetings are others" in why for why in reasons(a_third))
    assert not any("dates of" in why for why in reasons(a_third, days=365))
    assert reasons(REFUSED["all dates a year on"], days=36_500) != []
    assert reasons(REFUSED["all bodies emptied"], days=36_500) != []


def test_each_reason_says_what_accepting_would_do() -> None:
    told = {why for page in REFUSED.values() for why in reasons(page) if "no meeting" not in why}
    assert all(" (--accept " in why for why in told)


def test_each_rule_of_the_table_refuses_something() -> None:
    told = "\n".join(why for page in REFUSED.values() for why in reasons(page))
    told += "\n".join(reasons(PAGE, text=99_999))
    silent = [rule.name for rule in guard.RULES if f"(--accept {rule.accepting})" not in told]
    assert silent == []


def test_small_losses_are_measured_by_the_best_of_thirty_days() -> None:
    now = guard.noted(HELD)
    assert reasons(PAGE, **now) == []
    (why,) = reasons(PAGE, text=now["text"] * 2)
    assert why.startswith("text wore away: ")
    assert reasons(PAGE, photos=now["photos"] + 1) == []
