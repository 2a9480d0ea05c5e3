"""What a date begins with, by the name that the guards know: nothing where what stands before it does not go with it, 元日本兵."""

from kaidan.normalizers.dates.vocabulary import strong_era_names
from kaidan.normalizers.dates.written import Written
from kaidan.text.numerals import number

_FOUR_DIGITS = 1000
_APOSTROPHE, _THIS = "'", "本"


def slot_of_year(written: Written) -> str:
    """Return the name of what a date begins with whose year is written, as a number or a word."""
    lead, numeral = written.lead, written.year
    if not numeral:
        return "" if lead.era or lead.mark else _slot_of_word(written)
    if lead.era:
        return "era year" if lead.era.replace(" ", "") in strong_era_names() else "weak era year"
    if lead.is_led_to:
        return "year led to"
    if lead.mark == _THIS or (numeral == "元" and not lead.mark):
        return ""
    if lead.mark in ("同", "翌"):
        return "same year"
    return "year with month" if written.month else _slot_of_number(numeral)


def _slot_of_word(written: Written) -> str:
    return "year word" if written.year_word else "season year"


def _slot_of_number(numeral: str) -> str:
    count = number(numeral) or 0
    if count >= _FOUR_DIGITS:
        return "year alone"
    return "three digits" if count > 99 else "few years"


def slot_of_month(written: Written) -> str:
    """Return the name of what a date begins with whose year is left out."""
    lead = written.lead
    if lead.era or lead.mark in (_APOSTROPHE, _THIS):
        return ""
    if not written.month:
        return "" if lead.mark else "month word"
    if lead.mark:
        return "marked month"
    has_day = written.day or written.day_word or written.day_name
    return "month with day" if has_day else "month alone"


def slot_of_day(written: Written) -> str:
    """Return the name of a day whose month is left out."""
    lead = written.lead
    if lead.era or lead.mark == _APOSTROPHE:
        return ""
    if written.day:
        return "marked day" if lead.mark else "day alone"
    return "" if lead.mark else "day word"
