"""When they met: as the heading, a row's cells or the text says it, and every date that the text names."""

from collections.abc import Mapping, Sequence
from functools import lru_cache
from operator import attrgetter

from kaidan.drafts import DateDraft, Draft, cell_evidence, gather, heading_evidence
from kaidan.messages import Message
from kaidan.models import Evidence
from kaidan.normalizers.dates import DateMention, find_dates
from kaidan.normalizers.events.days import stated_day, told_day
from kaidan.normalizers.events.titles import level
from kaidan.parser.headings.heading_dates import DIGITS_OF_YEAR, day_by_sign
from kaidan.parser.records import Field
from kaidan.text.deferred import deferred

_UNITS: Mapping[Field, str] = {"year": "年", "month": "月", "date": "日"}
_TO_YEAR, _TO_MONTH = len("2000"), len("2000-01")
_YEAR_SIGN_MONTH = deferred(r"(.{0,12}\d)\s*[.．/／・-]\s*(\d{1,2})")

_value = attrgetter("edtf", "precision", "flags", "era")  # tells mentions of one wording apart


def read_dates(draft: Draft) -> None:
    """Put into the draft when they met, and the dates that its text names; what cannot be read becomes a problem of its."""
    body = draft.body
    said, evidence = _read_heading_date(draft) if draft.heading.date else _read_cell_date(draft)
    mentions = find_dates(
        body.text, anchor=said.edtf if said else draft.published, of_event=bool(said)
    )
    day = _day_of(draft, said, mentions)
    if day:
        evidence.append(body.evidence(day))
    for mention in mentions:
        if mention.edtf is None:
            _warn_of_date(draft, mention.text)
    words = draft.heading.text[slice(*draft.heading.date)] if draft.heading.date else None
    if not (words or said or day):
        message = Message("the page does not say when they met")
        draft.problems.append(("date-unreadable", message, draft.heading.text))
    draft.date = DateDraft(words, said, day, evidence)
    draft.dated = mentions
    draft.dates = gather(mentions, _value, body.evidence_alone)


def _day_of(
    draft: Draft, said: DateMention | None, mentions: Sequence[DateMention]
) -> DateMention | None:
    """Return the mention of the body that says the day more finely than heading or cell do."""
    if said and said.edtf and said.precision in {"month", "year"}:
        return stated_day(draft.body.text, mentions, said.edtf)
    if said or draft.heading.date:
        return None
    return told_day(
        draft.body.text,
        mentions,
        draft.published,
        calls=draft.is_call,
        of=level(draft.heading.title),
    )


def _read_heading_date(draft: Draft) -> tuple[DateMention | None, list[Evidence]]:
    """Read the date of a heading; one that has no value is warned about, and keeps the flags that say why."""
    first, last = draft.heading.date or (0, 0)
    words = draft.heading.text[first:last]
    named = _named_in_heading(words)
    said = next(filter(_has_days, named), None)
    if said:
        return said, [heading_evidence(draft.heading, first + said.start, first + said.end)]
    _warn_of_date(draft, words)
    evidence = [heading_evidence(draft.heading, first, last)]
    return (named[0]._replace(text=words, edtf=None, precision=None) if named else None), evidence


def _has_days(dated: DateMention) -> bool:
    """Say whether a date has days that a document can name: those before the year 1 have no place in it."""
    return dated.start_date is not None or dated.end_date is not None


@lru_cache(maxsize=1024)
def _named_in_heading(words: str) -> tuple[DateMention, ...]:
    """Return the dates that the words of a heading name; the same few months head a page, its captures and its siblings."""
    return tuple(find_dates(words) or _by_signs(words))


def _read_cell_date(draft: Draft) -> tuple[DateMention | None, list[Evidence]]:
    """Read the date of a row: its cell's, with the year and the month of other cells where it names none."""
    cells = {field: draft.cells[field] for field in _UNITS if field in draft.cells}
    if not cells:
        return None, []
    said: DateMention | None = None
    for field, cell in cells.items():
        words = day_by_sign(cell.text) or _with_unit(field, cell.text)
        anchor = _lent(said, words) if said else None
        said = next(filter(_has_days, find_dates(words, anchor=anchor)), None)
        if said and words != cell.text:
            said = said._replace(text=cell.text, start=0, end=len(cell.text))
    if not said:
        _warn_of_date(draft, " ".join(cell.text for cell in cells.values()))
    return said, [cell_evidence(cell) for cell in cells.values()]


def _with_unit(field: Field, text: str) -> str:
    """Return a number alone with the unit of its column: 12 of a month is 12月, a year has four digits."""
    is_year = len(text) == DIGITS_OF_YEAR
    return f"{text}{_UNITS[field]}" if text.isdecimal() and is_year == (field == "year") else text


def _lent(lender: DateMention, text: str) -> str | None:
    """Return what an earlier date lends to one that names no year, or no month: the year, of 年度 the one that holds the month."""
    edtf = lender.edtf or ""
    if "X" in edtf:
        return None
    first, _, last = edtf.partition("/")
    if not last:
        return first[:_TO_MONTH] if "月" not in text else first[:_TO_YEAR]
    read = next(iter(find_dates(text, anchor=first[:_TO_YEAR])), None)
    is_before = read is not None and read.edtf is not None and read.edtf < first
    return last[:_TO_YEAR] if is_before else first[:_TO_YEAR]


def _warn_of_date(draft: Draft, words: str) -> None:
    message = Message("no date can be read from {words}", words=words)
    draft.problems.append(("date-unreadable", message, words))


def _by_signs(words: str) -> list[DateMention]:
    """Read a year and a month parted by a sign (2014.2, H9.11, 2008/11): numbers that in running text are no date."""
    parted = _YEAR_SIGN_MONTH.fullmatch(words)
    if not parted:
        return []
    year, month = parted.groups()
    return [
        m._replace(text=words, start=0, end=len(words))
        for m in find_dates(f"{year}年{month}月")
        if m.end == len(words) + 1
    ]
