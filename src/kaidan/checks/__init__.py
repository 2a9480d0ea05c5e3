"""What contradicts what: each rule looks at one finished meeting, and at those below it on the page, and says what does not fit.

    against_tables  offices, sessions and hosts that the tables know otherwise
    against_body    places and days that the body or a photo tells otherwise
    against_older   days and order that those below contradict
    older           what a rule may look at below a meeting, and what it finds
    far_apart       whether two places are too far apart to be one

A warning about two meetings belongs to the upper one: adding a meeting on top of the page changes no warning of an older one.
"""

from collections.abc import Iterator, Mapping, Sequence

from kaidan import models
from kaidan.checks.against_body import (
    day_differs,
    day_outside_month,
    photo_alt_differs,
    place_differs,
)
from kaidan.checks.against_older import out_of_order, same_leaders_same_day
from kaidan.checks.against_tables import office_not_held, series_not_there, visit_elsewhere
from kaidan.checks.older import Older, Rule
from kaidan.models import Meeting


def check(meetings: Sequence[Meeting]) -> list[models.Warning]:
    """Return what does not fit, in the order of the meetings.

    Args:
        meetings: The newest first, as most pages have them.
    """
    older = Older()
    found: list[list[models.Warning]] = []
    for meeting in reversed(meetings):
        found.append(list(_check_one(meeting, older)))
        older.add(meeting)
    return [warning for warnings in reversed(found) for warning in warnings]


def _check_one(meeting: Meeting, older: Older) -> Iterator[models.Warning]:
    for code, rule in RULES.items():
        for message, text in rule(meeting, older):
            yield models.Warning(
                code=code, meeting=meeting.id, message=f"{meeting.heading}: {message}", text=text
            )


RULES: Mapping[str, Rule] = {
    "office-not-held": office_not_held,
    "series-not-there": series_not_there,
    "visit-elsewhere": visit_elsewhere,
    "photo-alt-differs": photo_alt_differs,
    "place-differs": place_differs,
    "day-outside-month": day_outside_month,
    "day-differs": day_differs,
    "same-leaders-same-day": same_leaders_same_day,
    "out-of-order": out_of_order,
}
"""The rules by the code of their warning, in the order in which a meeting's warnings stand."""
