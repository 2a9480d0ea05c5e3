"""What is written as a date: the parts of it that the pattern of its form names."""

import re

from kaidan.normalizers.dates.grammar import RINGED_WEEKDAYS, WEEKDAYS
from kaidan.normalizers.dates.leads import Lead


class Written:
    """What is written as a date: the groups of its form's pattern by name, each an empty text where it is not written.

    ``text`` is the whole text, folded; the date stands from ``start`` (with its ``lead``) to ``end``, its first number or word at
    ``at``. ``slot`` says what it begins with (:mod:`.slots`), on which it hangs how much proof is needed (:mod:`.guards`).
    """

    year = year_unit = year_shared = unit_behind = year_word = season_year = ""
    span = later_span = span_of_word = span_behind = ""  # the 度 or 代 behind 年
    gloss_era = gloss_mark = gloss_year = gloss_unit = beside_era = beside_year = (
        ""  # the other calendar
    )
    word_for_year = ""
    month = month_shared = month_word = month_name = month_leap = name_leap = ""
    month_calendar = calendar_behind = ""
    day = day_shared = day_word = day_name = ""
    month_in_points = day_in_points = ""
    quarter = part_of_year = part_of_month = part = ""
    week_word = day_of_week = ""
    weekday_in_brackets = weekday_behind = weekday_ringed = ""
    first = last = first_alone = last_alone = sign = further = last_month = last_day = years = (
        side
    ) = today = ""
    slot = ""

    def __init__(self, match: re.Match[str], lead: Lead) -> None:
        self.__dict__ = match.groupdict("")
        self.match, self.text = match, match.string
        self.lead, self.start = lead, lead.start
        self.at, self.end = match.span()

    def leave(self, position: int) -> None:
        """Leave to the text behind the date what stands from a place on, with の and blanks before it."""
        for name in self.match.re.groupindex:
            if self.match.start(name) >= position:
                setattr(self, name, "")
        self.end = position
        while self.text[self.end - 1] in "の \n":
            self.end -= 1

    @property
    def weekday(self) -> str:
        """Return the weekday that is written behind the date, or nothing."""
        plain = self.weekday_in_brackets or self.weekday_behind
        return plain or _RINGED.get(self.weekday_ringed, "")

    @property
    def behind_year(self) -> int:
        """Return where the text goes on behind the 年 of the year."""
        unit = self.text.find("年", self.at + len(self.year))
        return unit + 1 if unit >= 0 else self.at + len(self.year)


_RINGED = dict(zip(RINGED_WEEKDAYS, WEEKDAYS, strict=True))
