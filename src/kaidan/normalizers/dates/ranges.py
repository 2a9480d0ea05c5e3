"""Two dates that are one: 14日～15日, 昭和20年から47年まで, 25日、26日; and a range that lacks an end."""

import re
from functools import cache

from kaidan.normalizers.dates import edtf
from kaidan.normalizers.dates.grammar import DASH, SPACE
from kaidan.normalizers.dates.known import Reading


@cache
def join() -> re.Pattern[str]:
    """Return the pattern of what stands between two dates that belong together; the group that matched says how.

    A clock time may close the first day of a range: 4月1日8時30分～5月31日17時.
    """
    clock = rf"(?:(?:午[前後])?[0-9]{{1,2}}(?:時(?:[0-9]{{1,2}}分|半)?|:[0-9]{{2}})|正午){SPACE}(?=[~-]|から|より)"
    return re.compile(
        rf"{SPACE}(?:{clock})?(?:(?P<range>~|{DASH}|から|より|ないし|乃至)|(?P<pair>・|、|,|と|及び|および|並びに|又は|または)){SPACE}"
    )


@cache
def _open_end() -> re.Pattern[str]:
    return re.compile(
        rf"{SPACE}(?:~{SPACE}(?:現在|今日|現|(?=\)|[\s、。|\0」]|\Z))|{DASH}{SPACE}(?:現在|(?=\))))"
    )


@cache
def _open_start() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s、。|\0(]))(?P<sign>~{SPACE})$")


_NEAR = ({"day", "month"}, {"month", "year"})
"""Precisions of the two ends of a range that may differ: 平成元年から平成31年4月まで."""
FARTHEST = 20
"""Two dates that belong together lie no farther apart."""


def tie(text: str, last: int, start: int) -> str:
    """Say how the date at ``start`` is tied to the one that ended at ``last``: "range", "pair" or not at all."""
    match = join().fullmatch(text, last, start)
    return (match.lastgroup or "") if match else ""


def follows(first: Reading, second: Reading, how: str | None, *, shares: bool) -> bool:
    """Say whether the second reading is the other end of a range, or what comes next in a pair.

    Of pairs only two days, or two numbers that share their unit (平成25・26年度), are read as one.
    """
    alike = first.precision == second.precision or (
        how == "range" and {first.precision, second.precision} in _NEAR
    )
    if not first.edtf or not second.edtf or not alike:
        return False
    end, start = edtf.bounds(first.edtf)[1], edtf.bounds(second.edtf)[0]
    if not start or not end:
        return False
    return (
        start > end
        if how == "range"
        else (shares or first.precision == "day") and (start - end).days == 1
    )


def end(text: str, position: int, how: str | None) -> int:
    """Return where a range ends: behind まで, if that follows."""
    return position + 2 if how == "range" and text.startswith("まで", position) else position


def joined(first: Reading, second: Reading) -> Reading:
    """Return the reading that goes from the start of the one to the end of the other."""
    flags = tuple(dict.fromkeys(first.flags + second.flags)) if second.flags else first.flags
    finer = first.precision == "day" or second.precision == "year"
    precision = second.precision if finer else first.precision  # the coarser one
    value = edtf.interval(first.edtf or "", second.edtf or "")
    return Reading(
        value,
        precision,
        flags,
        first.era or second.era,
        second.year,
        second.month,
        second.day,
        second.style,
    )


def opened(text: str, start: int, end: int, reading: Reading) -> tuple[int, int, Reading]:
    """Return where a date starts and ends and what it says, if it is a range that lacks an end: 2019年5月1日～, ～平成26年3月."""
    if not reading.edtf or "/" in reading.edtf:
        return start, end, reading
    if text[end] in "~-ー \n" and (match := _open_end().match(text, end)):
        return start, match.end(), reading.reaching(f"{reading.edtf}/..")
    before = max(0, start - 10)
    if (
        start
        and text[start - 1] in "~ \n"
        and "~" in text[before:start]
        and (match := _open_start().search(text, before, start))
    ):
        return match.start("sign"), end, reading.reaching(f"../{reading.edtf}")
    return start, end, reading
