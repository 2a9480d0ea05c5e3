"""All guards, and what they say of a date."""

from functools import cache

from kaidan.normalizers.dates.context import Context
from kaidan.normalizers.dates.guards import counted_years, months_and_days, words_and_marks
from kaidan.normalizers.dates.guards.rule import Guard, Rule
from kaidan.normalizers.dates.written import Written

GUARDS: tuple[Guard, ...] = (
    *words_and_marks.GUARDS,
    *months_and_days.GUARDS,
    *counted_years.GUARDS,
)


def is_no_date(written: Written, context: Context) -> bool:
    """Say whether a rule turns a date away."""
    for says_no in rules_of(written.slot):  # noqa: SIM110  any() takes twice as long
        if says_no(written, context):
            return True
    return False


@cache
def rules_of(slot: str) -> tuple[Rule, ...]:
    """Return the rules for what begins with one slot."""
    return tuple(guard.says_no for guard in GUARDS if slot in guard.slots)
