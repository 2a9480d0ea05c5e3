"""Why words mean what they were read as: the rule or the row of a table that a value rests on, found again from the value."""

from collections.abc import Iterator, Mapping
from typing import Any

from kaidan.data import table
from kaidan.messages import Message
from kaidan.models import Agreement, Era, MeetingDate, MentionedDate, Occasion, Person, Place

Dated = MeetingDate | MentionedDate


def of_date(date: Dated) -> Message | None:
    """Return what a date rests on: its era's row, what is odd about it, or the calendar alone."""
    if date.edtf is None:
        return Message("no calendar has such a day, or nobody can tell the year")
    era = getattr(date, "era", None)
    if isinstance(era, Era):
        row = _row("eras", "name", era.name)
        first = row["first"] if row else "?"
        return Message(
            "eras.tsv: {era} began in {first}; year {year} of it",
            era=era.name,
            first=first,
            year=era.year,
        )
    if not any(sign.isdigit() for sign in date.edtf[:4]) or date.edtf[:4] in (date.text or ""):
        return None
    return Message("a year that the text named before, or counts from the meeting's date")


def of_place(place: Place) -> Message | None:
    """Return what a place rests on: the gazetteer's entry, by the ids that it has elsewhere."""
    ids = [
        *([f"GeoNames {place.geonames}"] if place.geonames else []),
        *([f"Wikidata {place.wikidata}"] if place.wikidata else []),
        *([f"ISO 3166-2 {place.subdivision}"] if place.subdivision else []),
        *([f"ISO 3166-1 {place.country}"] if place.country and not place.subdivision else []),
    ]
    return Message("gazetteer: {ids}", ids=", ".join(ids)) if ids else None


def of_person(person: Person) -> Message | None:
    """Return what a person rests on: the term of office in the table, else the words of the page itself."""
    if person.name is None:
        return Message("no table knows who held this office")
    terms = [
        f"{row['from']}/{row['to']}"
        for row in table("terms")
        if row["name_ja"] == person.name.ja and row["office"] == person.office
    ]
    if terms:
        return Message(
            "terms.tsv: {name}, {office} {terms}",
            name=person.name.ja,
            office=person.office,
            terms=", ".join(terms),
        )
    if _row("people", "name_ja", person.name.ja):
        return Message("people.tsv: {name}", name=person.name.ja)
    return Message("the page names them so")


def of_occasion(occasion: Occasion) -> Message | None:
    """Return what an occasion rests on: the words that stand for the series."""
    words = [
        row["word"]
        for row in table("series")
        if row["series"] == occasion.series and row["word"] in occasion.text
    ]
    if not words:
        return None
    return Message("series.tsv: {word} is {series}", word=words[0], series=occasion.series)


def of_agreement(agreement: Agreement) -> Message | None:
    """Return what an agreement rests on: its row, where the table has one."""
    row = _row("agreements", "name", agreement.name)
    return (
        Message("agreements.tsv: {name}, {date}", name=row["name"], date=row["date"])
        if row
        else None
    )


def _row(name: str, column: str, value: str) -> Mapping[str, Any] | None:
    rows: Iterator[Mapping[str, Any]] = (row for row in table(name) if row[column] == value)
    return next(rows, None)
