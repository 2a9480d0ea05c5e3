"""Every value that is given is EDTF of level 1 by a reader of EDTF that is not ours."""

from datetime import date
from pathlib import Path

import pytest

from kaidan import find_dates
from kaidan.normalizers.dates import bounds

edtf = pytest.importorskip("edtf", reason="the extra test holds the validator")

HERE = Path(__file__).parent / "dates"
LEVEL_2 = ("Level2Interval", "PartialUnspecified", "PartialUncertainOrApproximate", "Level2Season")


def values() -> list[str]:
    lines = (HERE / "read.tsv").read_text(encoding="utf-8").splitlines()
    rows = [line.replace("\\n", "\n").split("\t") for line in lines if not line.startswith("#")][1:]
    found = {m.edtf for text, anchor, _ in rows for m in find_dates(text, anchor=anchor or None)}
    return sorted(value for value in found if value)


@pytest.mark.parametrize("value", values())
def test_a_value_is_edtf_of_level_1(value: str) -> None:
    parsed = edtf.parse_edtf(value)
    assert type(parsed).__name__ not in LEVEL_2
    if "/" in value:
        assert "X" not in value
        ends = [end.strip("~") for end in value.split("/")]
        assert not [end for end in ends if len(end) == 7 and end[5:] > "12"]


def test_there_are_many_values() -> None:
    assert len(values()) > 500


@pytest.mark.parametrize("value", ["-0659", "-0399/-0300", "../-0001"])
def test_a_bound_before_the_year_1_is_an_error_that_says_so(value: str) -> None:
    with pytest.raises(ValueError, match="before the year 1"):
        bounds(value)


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("1955~", date(1955, 1, 1), date(1955, 12, 31)),
        ("../1650~", None, date(1650, 12, 31)),
        ("0894", date(894, 1, 1), date(894, 12, 31)),
        ("1991~/1993~", date(1991, 1, 1), date(1993, 12, 31)),
    ],
)
def test_a_value_that_is_near_covers_the_days_of_what_it_names(
    value: str, first: date | None, last: date | None
) -> None:
    assert bounds(value) == (first, last)
