"""What is written as a date: the parts of it that the pattern of its form names."""

import re

from kaidan.normalizers.dates.grammar import RINGED_WEEKDAYS, WEEKDAYS
from kaidan.normalizers.dates.leads import Lead


class Written:
    """What is written as a date: the groups of its form's pattern by name, each an empty text where it is not written.

    ``text`` is the whole text, folded; the date stands from ``start`` (with its ``lead``) to ``end``, its first number or word at
    ``at``. ``slot`` says what it begins with (:mod:`.slots`), on which it hangs how much proof is needed (:mod:`.guards`).
    """

    match: re.Match[str]
    text: str
    lead: Lead
    start: int
    at: int
    end: int
    year: str
    year_unit: str
    year_shared: str
    unit_behind: str
    year_word: str
    season_year: str
    span: str  # this and the next three: the 度 or 代 behind 年
    later_span: str
    span_of_word: str
    span_behind: str
    gloss_era: str  # this and those to ``beside_year``: the other calendar
    gloss_mark: str
    gloss_year: str
    gloss_unit: str
    beside_era: str
    beside_year: str
    word_for_year: str
    month: str
    month_shared: str
    month_word: str
    month_name: str
    month_leap: str
    name_leap: str
    month_calendar: str
    calendar_behind: str
    day: str
    day_shared: str
    day_word: str
    day_name: str
    month_in_points: str
    day_in_points: str
    quarter: str
    part_of_year: str
    part_of_month: str
    part: str
    week_word: str
    day_of_week: str
    weekday_in_brackets: str
    weekday_behind: str
    weekday_ringed: str
    first: str
    last: str
    first_alone: str
    last_alone: str
    sign: str
    further: str
    last_month: str
    last_day: str
    years: str
    side: str
    today: str
    slot: str

    def __init__(self, match: re.Match[str], names: tuple[str, ...], lead: Lead) -> None:
        """Take the parts by the ``names`` of the pattern's groups: all stand in the instance, where each is found at once."""
        self.__dict__ = parts = _NOTHING_YET.copy()
        last = match.lastindex
        if last == 1:  # most often
            parts[names[0]] = match[1]
        else:  # no group lies in another: none is written behind the last
            for name, words in zip(names[:last], match.groups()):  # noqa: B905  fewer than there are
                if words:
                    parts[name] = words
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


_NOTHING_YET = dict.fromkeys(Written.__annotations__, "")
_RINGED = dict(zip(RINGED_WEEKDAYS, WEEKDAYS, strict=True))
