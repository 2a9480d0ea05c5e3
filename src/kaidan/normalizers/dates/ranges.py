"""Two dates that are one: 14日～15日, 昭和20年から47年まで, 25日、26日; and a range that lacks an end."""

import re
from datetime import date
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import calendars, edtf, years
from kaidan.normalizers.dates.context import Tie
from kaidan.normalizers.dates.form import Read
from kaidan.normalizers.dates.grammar import SPACE
from kaidan.normalizers.dates.values import Value

_DASH = "[-ー]"
_ALMOST_ALIKE = ({"day", "month"}, {"month", "year"}, {"year", "decade"})
"""Precisions of the two ends of a range that may differ: 平成元年から平成31年4月まで, 1890年代から1910年."""
FARTHEST = 20
"""Two dates that belong together lie no farther apart."""
UNITS = frozenset("年度代月日旬末め頭半期紀頃ろ後")
"""What a date ends with that does not share its unit with the next."""


@cache
def join() -> re.Pattern[str]:
    """Return the pattern of what stands between two dates that belong together; the group that matched says how.

    A clock time or a part of the day may close the first day of a range, 4月1日8時30分～5月31日17時, 28日昼～30日昼, or what is reckoned
    for it, 4月分から9月分. A stroke joins two days in ISO's manner only. Where a comma stands (``paused``), what follows the second shows
    a range: 6月から、9月にかけて.
    """
    part_of_day = rf"{any_of(spelled('parts', 'part of day'))}{SPACE}(?=[~-]|から|より)"
    clock = rf"(?:(?:午[前後])?[0-9]{{1,2}}(?:時(?:[0-9]{{1,2}}分|半)?|:[0-9]{{2}})|正午){SPACE}(?=[~-]|から|より)"
    iso = r"(?<=-[0-9]{2})/(?=[0-9]{4}-[0-9]{2})"
    return re.compile(
        rf"{SPACE}(?:{clock}|{part_of_day}|分(?=から))?(?:(?P<range>~|{_DASH}|(?:から|より)(?P<paused>、)?|ないしは?|乃至|{iso})"
        rf"|(?P<pair>・|、|,|と|及び|および|並びに|又は|または)){SPACE}"
    )


@cache
def _open_end() -> re.Pattern[str]:
    now = any_of(spelled("continuations", "open end"))
    return re.compile(
        rf"{SPACE}(?:~(?=\x20?\n)|~{SPACE}(?:{now}|(?=\)|[\s、。|\0」]|\Z))|{_DASH}{SPACE}(?:{now}|(?=\))))"
    )


@cache
def _open_start() -> re.Pattern[str]:
    return re.compile(rf"(?:^|(?<=[\s、。|\0(「・]))(?P<sign>~{SPACE})$")


def tie_between(text: str, last: int, start: int) -> Tie:
    """Say how the date at ``start`` is tied to the one that ended at ``last``: over a "range", a "pair" or not at all."""
    match = join().fullmatch(text, last, start)
    return tie_of(match) if match and not match["paused"] else ""


def tie_of(match: re.Match[str]) -> Tie:
    """Return the name of what joins two dates."""
    return "range" if match["range"] else "pair"


def belong_together(first: Value, second: Value, tie: Tie, *, shares: bool) -> bool:
    """Say whether the second value is the other end of a range, or what comes next in a pair.

    Of pairs only two days, or two numbers that share their unit (平成25・26年度), are read as one.
    """
    are_alike = first.precision == second.precision or (
        tie == "range" and {first.precision, second.precision} in _ALMOST_ALIKE
    )
    if not first.edtf or not second.edtf or not are_alike:
        return False
    end, start = edtf.first_and_last(first.edtf)[1], edtf.first_and_last(second.edtf)[0]
    if not start or not end:
        return False
    if tie == "range":
        begins = edtf.first_and_last(first.edtf)[0]
        may_overlap = first.precision == "century"  # parts of one: 17世紀中葉から後半
        return start > (begins if begins and may_overlap else end)
    is_lunisolar_month = first.lunisolar and not first.day  # an interval of days
    are_days = first.precision == "day" and not is_lunisolar_month
    return (shares or are_days) and _is_next(end, start)


def _is_next(end: edtf.Day, start: edtf.Day) -> bool:
    return end[0] > 0 and start[0] > 0 and (date(*start) - date(*end)).days == 1


def is_closed(text: str, end: int) -> bool:
    """Say whether what follows a date closes a range: まで, にかけて."""
    return text.startswith(spelled("continuations", "closes a range"), end)


def end_of_range(text: str, position: int, tie: Tie) -> int:
    """Return where a range ends: behind まで, if that follows."""
    return position + 2 if tie == "range" and text.startswith("まで", position) else position


def joined(first: Value, second: Value) -> Value:
    """Return the value that goes from the start of the one to the end of the other; the next date borrows from the other."""
    flags = tuple(dict.fromkeys(first.flags + second.flags)) if second.flags else first.flags
    is_second_coarser = first.precision == "day" or second.precision == "year"
    return Value(
        edtf.interval(first.edtf or "", second.edtf or ""),
        second.precision if is_second_coarser else first.precision,
        flags,
        first.era or second.era,
    ).lending_as(second)


@cache
def _rest() -> re.Pattern[str]:
    season, part = any_of(spelled("parts", "season")), any_of(spelled("parts", "part of month"))
    return re.compile(
        rf"(?P<season>{season}(?![一-龥]))|(?P<part>{part})"
        r"|(?P<year>[12][0-9]{3})(?![0-9A-Za-z./:%ー-])"
        r"|(?P<day>[0-9]{1,2})(?![0-9A-Za-z./:%ー一-龥-])"
    )


def read_rest(text: str, at: int, first: Read) -> Read | None:
    """Read the end of a range that says only what differs from ``first``: the 中旬 of 5月上旬～中旬, the 6 of H25.9.5-6.

    A bare number is a day only behind dates that have no 日, and a year only behind one: 1595年-1608.
    """
    value = first.value
    if value.precision == "century":
        return _rest_of_century(text, at, first)
    rest = _rest().match(text, at)
    if not rest or not value.year or (rest["day"] and not text[first.end - 1].isdigit()):
        return None
    if rest["year"]:
        is_year = value.precision == "year" and not value.era
        last = calendars.value_of_year(years.western_year(int(rest["year"])))
        return Read(rest.end(), last, first.rule) if is_year else None
    year = years.year_lent_by(value, value.year)
    if rest["season"]:
        last = calendars.value_of_year(year, rest["season"])
    elif rest["day"]:
        last = calendars.value_of_day(year, value.month or 0, int(rest["day"]))
    elif value.month:
        last = calendars.value_of_month(year, value.month, rest["part"])
    else:
        return None
    return Read(rest.end(), last, first.rule)


@cache
def _part_of_century() -> re.Pattern[str]:
    return re.compile(any_of(spelled("parts", "part of century")))


def _rest_of_century(text: str, at: int, first: Read) -> Read | None:
    """Read the 末 of 17世紀後半から末."""
    part, years_of_first = _part_of_century().match(text, at), first.value.edtf or ""
    last_year = years_of_first.rpartition("/")[2]
    if not part or not last_year.isdecimal():
        return None
    century = (int(last_year) + 99) // 100
    return Read(part.end(), calendars.value_of_century(century, century, part[0]), first.rule)


def opened(text: str, start: int, read: Read) -> tuple[int, Read]:
    """Return where a date starts, and it, if it is a range that lacks an end: 2019年5月1日～, ～平成26年3月."""
    end, value, rule = read.end, read.value, read.rule
    if not value.edtf or ".." in value.edtf:
        return start, read
    is_range = "/" in value.edtf
    if not is_range and text[end] in "~-ー \n" and (match := _open_end().match(text, end)):
        return start, Read(match.end(), value.saying(edtf.open_after(value.edtf)), rule)
    if is_range or not start or text[start - 1] not in "~ \n":
        return start, read
    near = max(0, start - 10)
    if "~" not in text[near:start]:
        return start, read
    if match := _open_start().search(text, near, start):
        ending = value.saying(edtf.open_before(value.edtf))
        return match.start("sign"), Read(end, ending, rule)
    return start, read
