"""What is written as a date, read slot by slot: year, month, day, and a part of the last one."""

import re

from kaidan.normalizers.dates import grammar
from kaidan.normalizers.dates.heads import Head, beginning, is_era
from kaidan.normalizers.dates.slots import Slots
from kaidan.normalizers.dates.words import WORDS, word_at
from kaidan.normalizers.dates.years import of_era
from kaidan.text.numerals import number

_FURTHER = grammar.NUMERALS | frozenset(" \nの閏う同翌本") | frozenset(word[0] for word in WORDS)
_LISTED = frozenset("~・、,ー-及か \n")
_PART = frozenset("の上中下初春夏秋冬第前後半末")
_FIRST_WORDS = frozenset({"season_mark", "year_word", "month_word", "day_word"})
"""The slots of the words that a date can begin with."""
_PARTED = _LISTED | frozenset("(の両")
"""What stands behind a number whose unit does not."""
_BESIDE = frozenset("明大昭平令12")
_FOUR_DIGITS = 1000
_BEHIND_YEAR = _BESIDE | frozenset("( \n度代")
_WEEKDAYS = frozenset("月火水木金土日")
_IN_RINGS = dict(zip("㈪㈫㈬㈭㈮㈯㈰", "月火水木金土日", strict=True))
_WEEKDAY = _WEEKDAYS | frozenset("( \n") | _IN_RINGS.keys()
MORE = _FURTHER | _PART | _WEEKDAY
"""What a date may go on with behind its first slots."""


def read_slots(text: str, at: int, head: Head, number: re.Match[str] | None) -> Slots | None:
    """Read the slots of the date whose first number (a match of ``grammar.number``) or word stands at ``at``; None where there is none."""
    slots = _first_number(text, at, head, number) if number else None
    if not slots and (not number or (head[0] == at and number[1] == "一")):  # 一昨年
        slots = _first_word(text, at, head)
    if not slots or text[slots.end] not in MORE:
        return slots
    if slots.rank == 1 and text[slots.end] in "前後の" and (told := _led_to(slots, slots.end)):
        return told
    while slots.rank < 3 and not slots.shares and (further := _further(slots, slots.end)):
        slots.end = further
    slots.part, slots.weekday, slots.end = tail(text, slots.end)
    return slots


def _further(slots: Slots, end: int) -> int:
    """Read another slot, and return where it ends; 0 where none follows."""
    return (_number(slots, end) or _word(slots, end)) if may_go_on(slots.text, end) else 0


def may_go_on(text: str, end: int) -> bool:
    """Say whether another slot may follow."""
    return text[end] in _FURTHER and (text[end] != "の" or text[end + 1] in _FURTHER)


def _led_to(slots: Slots, end: int) -> Slots | None:
    """Read the year that another only leads to: 71年前の1941年, 翌年の七三年."""
    text = slots.text
    if text[end] == "の":
        leads = slots.word in ("翌年", "前年", "昨年", "同年")
    else:
        end += 1
        leads = slots.first == "year" and text[end] == "の"
    found = beginning(text, end + 1) if leads else None
    told = read_slots(text, *found, grammar.number(text, found[0])) if found else None
    if not told or told.first not in ("era", "year") or told.shares:
        return None
    told.start, told.prefix, told.aside = slots.start, slots.prefix, True
    return told


def _first_number(text: str, at: int, head: Head, m: re.Match[str]) -> Slots | None:
    """Read the number that a date begins with; None where it fits in no slot."""
    numeral, unit, month, day, of_month, day_of_month, of_day = m.groups()
    end = m.end()
    if not (unit or of_month or of_day):
        return _first_of_few(text, at, head, end) if text[end] in _PARTED else None
    start, prefix, era, mark = head
    slots = Slots(text, start, at, prefix)
    if not unit:
        slots.end = (
            0 if era or mark == "'" else slots.put_number(of_month or of_day, mark, numeral, end)
        )
        day = day_of_month
    else:
        slots.end = slots.put_year(era, mark, numeral) and (
            end if month else _behind_year(slots, end)
        )
    if month:
        slots.month, slots.rank = month, 2
    if day:
        slots.day, slots.rank = day, 3
    return slots if slots.end else None


def _first_of_few(text: str, at: int, head: Head, end: int) -> Slots | None:
    """Read a first number, up to ``end``, whose unit does not stand right behind it: 平成23（2011）年, 9月24～25日."""
    start, prefix, era, mark = head
    slots = Slots(text, start, at, prefix)
    numeral, behind, unit = text[at:end], end, ""
    if text[end] in " \nの両" and (m := grammar.numbered().match(text, at)):
        unit, behind = m[4] or "", m.end()
    if not unit and (glossed := _glossed(slots, end)):
        end, behind = glossed, _skip(text, glossed) + 1
        unit = "年" if text[behind - 1] == "年" else ""
        if not unit and _agree(era, numeral, *slots.glosses[-1]):
            slots.end = slots.put_year(era, mark, numeral) and _in_points(slots, end)
            return slots if slots.end else None
    if not unit:
        (unit, slots.later_span), behind = _shared(text, end), end
        slots.shares = unit != ""
    if unit != "年":
        slots.end = (
            0
            if era or slots.glosses or mark == "'"
            else slots.put_number(unit, mark, numeral, behind)
        )
    else:
        slots.end = slots.put_year(era, mark, numeral) and (
            behind if slots.shares else _behind_year(slots, behind)
        )
    return slots if slots.end else None


def _in_points(slots: Slots, end: int) -> int:
    """Read the month and day behind a year in both calendars that lacks its 年: 1951(S26).4.30; either may be all there is."""
    m = grammar.in_points().match(slots.text, end)
    if not m:
        return end
    slots.month, slots.day, slots.rank = m[1], m[2] or "", 3
    return m.end()


def _behind_year(slots: Slots, end: int) -> int:
    """Read the year in the other calendar, and 度 or 代."""
    if slots.text[end] not in _BEHIND_YEAR:
        return end
    end = _span(slots, _glossed(slots, end) or _beside(slots, end) or end)
    return (slots.span == "度" and _glossed(slots, end)) or end


def _span(slots: Slots, end: int) -> int:
    sign = slots.text[end]
    if sign == " " and slots.text[at := _skip(slots.text, end)] == "度":
        sign, end = "度", at
    if sign in "度代":
        slots.span = sign
        return end + 1
    return end


def _glossed(slots: Slots, end: int) -> int:
    """Read the year in the other calendar, in brackets, and return where they end; 0 where there is none, as in 1956年[1]."""
    if slots.text[end] not in "( \n" or slots.text[_skip(slots.text, end)] != "(":
        return 0
    m = grammar.gloss().match(slots.text, end)
    if not m:
        return 0
    era, numeral = m["era"].replace(" ", ""), m["year"]
    if not (is_era(era) if era else (number(numeral) or 0) >= _FOUR_DIGITS) or m["unit"] == (
        "年" if slots.span else "年度"
    ):
        return 0
    slots.glosses = (*slots.glosses, (era, numeral))
    return m.end()


def _beside(slots: Slots, end: int) -> int:
    """Read the year in the other calendar, right behind, and return where it ends; 0 where none stands there, or another year."""
    end += slots.text[end] == " "
    if slots.text[end] not in _BESIDE:
        return 0
    m = grammar.beside().match(slots.text, end)
    if not m:
        return 0
    if not _agree(slots.era, slots.year, m["era"], m["year"]):
        return 0
    slots.glosses = (*slots.glosses, (m["era"], m["year"]))
    return m.end()


def _agree(sign: str, numeral: str, other_sign: str, other: str) -> bool:
    """Say whether of two years one is counted in an era and the other is the same in western years."""
    counted, western = (numeral, other) if sign else (other, numeral)
    year = of_era(sign or other_sign, counted)
    return year is not None and not (sign and other_sign) and number(western) == year.gregorian


def _shared(text: str, end: int) -> tuple[str, str]:
    """Return the unit that a number shares with up to three that follow it, and what stands behind 年; empty where it shares none."""
    m = grammar.listed().match(text, end) if text[end] in _LISTED else None
    return (m[1], text[m.end()] if text[m.end()] in "度代" else "") if m else ("", "")


def _number(slots: Slots, at: int) -> int:
    """Read a number that is not the first, and return where it ends; 0 where it fits in no slot."""
    m = grammar.numbered().match(slots.text, at)
    if not m:
        return 0
    joint, mark, numeral, unit = m.groups()
    end = m.end()
    if not unit:
        unit, _ = _shared(slots.text, end)
        slots.shares = True
    counts = joint and unit != "月" and (mark or slots.shares or slots.text[end] == "間")
    filled = 0 if counts else slots.put_number(unit, mark or "", numeral, end)
    slots.shares = slots.shares and filled > 0
    return filled


def _first_word(text: str, at: int, head: Head) -> Slots | None:
    """Read the word that a date begins with; None where none can."""
    word = word_at(text, at)
    slot = WORDS.get(word, "")
    if slot not in _FIRST_WORDS:
        return None
    slots = Slots(text, head[0], at, head[1])
    slots.first, slots.word = slot, word
    if slot == "season_mark":
        slots.rank, slots.end = 1, at + 1
    elif slot == "year_word":
        end = _span(slots, at + len(word))
        slots.rank, slots.end = 1, (text[end] == "(" and _glossed(slots, end)) or end
    else:
        slots.end = slots.put_word(slot, word, at)
    return slots


def _word(slots: Slots, at: int) -> int:
    """Read a word that is not the first: the 同月 of 同年同月, the 末日 of 3月末日."""
    start = _skip(slots.text, at)
    joint = slots.text[start] == "の"
    word = word_at(slots.text, start + joint)
    slot = WORDS.get(word, "")
    return slots.put_word(slot, word, start + joint) if slot == "month_word" or not joint else 0


def tail(text: str, end: int) -> tuple[str, str, int]:
    """Read the part of the last slot and the weekday, and return where they end."""
    part = day_of_week = ""
    if text[end] in _PART:
        part, end = _part(text, end)
    if text[end] in _WEEKDAY:
        day_of_week, end = weekday(text, end)
    return part, day_of_week, end


def _part(text: str, end: int) -> tuple[str, int]:
    at = end + (text[end] == "の")
    if text[at] == "第" and (m := grammar.quarter().match(text, at)):
        return m[0], m.end()
    for part in grammar.PARTS.get(text[at], ()):
        if text.startswith(part, at) and not (
            part in "春夏秋冬" and text[at + 1] in grammar.NO_SEASON
        ):
            if text.startswith("初めて", at):  # ことし初めての会談
                return "", end
            return part, at + len(part)
    return "", end


def weekday(text: str, end: int) -> tuple[str, int]:
    """Return the weekday behind a date and where it ends; empty where there is none."""
    if text[end] in _IN_RINGS:
        return _IN_RINGS[text[end]], end + 1
    if text[end] == "(" and _WEEKDAYS.isdisjoint(
        text[end + 1 : end + 24].partition(")")[0]
    ):  # most often: （現地時間）
        return "", end
    m = grammar.weekday().match(text, end)
    return (m[1] or m[2], m.end()) if m else ("", end)


def _skip(text: str, at: int) -> int:
    """Return where the blanks after a place end."""
    end = at
    while end - at < 8 and text[end] in " \n":
        end += 1
    return end
