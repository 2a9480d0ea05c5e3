"""The table of forms and the table of guards: every example beside a rule is true."""

import re

import pytest

from kaidan import find_dates
from kaidan.normalizers.dates.forms.table import FORMS
from kaidan.normalizers.dates.grammar import IN_DIGITS, pieces
from kaidan.normalizers.dates.guards import verdict
from kaidan.normalizers.dates.guards.verdict import GUARDS
from kaidan.normalizers.dates.written import Written

BEHIND = {
    "year of a rule": "規則五九",
    "year of a table": " 体育館\nH15 閉校",
    "years of a life": ")",
    "year of an era in brackets": ")",
}
"""What a form wants to stand behind its examples; a table has another year in it."""
BEFORE = {"years of a life": "林羅山(", "year of an era in brackets": "願書("}
EXAMPLES = [(form.name, text, value) for form in FORMS for text, value in form.examples.items()]
SILENT = [(guard.reason, text) for guard in GUARDS for text in guard.silent]


def test_every_form_has_a_name_of_its_own_and_an_example() -> None:
    assert len({form.name for form in FORMS}) == len(FORMS) > 5
    assert all(form.examples for form in FORMS)


def test_every_group_of_a_form_has_a_name_that_what_is_written_knows() -> None:
    """Parts are told by the order of the groups: one without a name would move all behind it."""
    for form in FORMS:
        pattern = re.compile(form.pattern.format_map(pieces(IN_DIGITS)), re.VERBOSE)
        assert pattern.groups == len(pattern.groupindex), form.name
        assert set(pattern.groupindex) <= set(Written.__annotations__), form.name


@pytest.mark.parametrize(("form", "text", "value"), EXAMPLES)
def test_an_example_of_a_form_is_one_date_with_that_value(
    form: str, text: str, value: str | None
) -> None:
    first, *more = find_dates(BEFORE.get(form, "") + text + BEHIND.get(form, ""))
    assert (first.text, first.edtf) == (text, value)
    assert not more or form == "year of a table"


def shown(text: str) -> list[str]:
    return [m.text for m in find_dates(text, anchor="2014-05-12")]


def first_date(text: str) -> str:
    """Return the date that a text begins with, behind which something only lasts."""
    ends = (text.find(joint) for joint in ("から", "の30"))
    return text[: max(ends)]


@pytest.mark.parametrize(("reason", "text"), SILENT)
def test_what_a_guard_turns_away_names_no_date(reason: str, text: str) -> None:
    dates = [m.text for m in find_dates(text, anchor="2014-05-12")]
    assert dates in ([], [first_date(text)]), reason


def test_each_guard_turns_something_away_that_would_be_a_date() -> None:
    """Without its rule, some text of each guard names a date: the rule does something."""
    idle = []
    for guard in GUARDS:
        if not guard.silent:
            continue
        others = [other.says_no for other in GUARDS if other is not guard]
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(
                verdict,
                "rules_of",
                lambda slot, others=others: [
                    one.says_no for one in GUARDS if slot in one.slots and one.says_no in others
                ],
            )
            unguarded = [shown(text) for text in guard.silent]
        if unguarded == [shown(text) for text in guard.silent]:
            idle.append(guard.reason)
    assert idle == []
