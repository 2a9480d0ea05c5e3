"""The report: documents in, one self-contained HTML page out; the same documents and language give the same bytes."""

import re
from base64 import b64encode
from collections.abc import Iterator, Sequence
from hashlib import sha256
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from kaidan.citing import cite
from kaidan.citing.works import cited_page
from kaidan.lineage import trace
from kaidan.messages import Language, Message, Warned, counted, tell
from kaidan.models import Document, Evidence, Meeting
from kaidan.provenance import Provenance, address_of_words, provenance
from kaidan.report import pictures
from kaidan.report.captions import Value, Words, name_in, values
from kaidan.report.marks import Mark, Span, marked
from kaidan.report.past import Past
from kaidan.sourced import SourcedDocument

_PAGE = Path(__file__).parent / "page"
_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_IN_JAPANESE, _IN_THE_PAGES_LANGUAGE = Markup(' lang="ja"'), Markup("")
_SAFE = re.compile("https?://", re.IGNORECASE)
"""Addresses that a link may lead to; others stand as text."""


def report(sources: Sequence[SourcedDocument], language: Language, past: Past | None = None) -> str:
    """Return the report of documents as HTML.

    Args:
        sources: the documents, told together.
        language: of what the report says itself.
        past: what changed and when, of a folder that ``kaidan run`` keeps.
    """
    script = (_PAGE / "report.js").read_text(encoding="utf-8")
    digest = b64encode(sha256(f"\n{script}".encode()).digest()).decode()
    page = _Composer(sources, language)
    made: str = _template().render(
        page.context(),
        _=page.say,
        lang=_language_of(language),
        language=language,
        style=Markup((_PAGE / "report.css").read_text(encoding="utf-8")),  # noqa: S704  our own
        script=Markup(script),  # noqa: S704  our own
        script_hash=f"sha256-{digest}",
        changes=past and past.told,
        refused=past and past.refused,
    )
    return made


def _template() -> Any:  # noqa: ANN401  Jinja's
    environment = Environment(
        loader=FileSystemLoader(_PAGE),
        autoescape=True,
        trim_blocks=False,
        keep_trailing_newline=True,
    )
    return environment.get_template("report.html.jinja")


def _language_of(language: Language) -> Any:  # noqa: ANN401  a function of the template
    """Return the function that marks Japanese in a page of another language."""

    def lang(text: str | None) -> Markup:
        is_foreign = language != "ja" and text and _JAPANESE.search(text)
        return _IN_JAPANESE if is_foreign else _IN_THE_PAGES_LANGUAGE

    return lang


class _Composer:
    """Puts into words and marks what the template lays out."""

    def __init__(self, sources: Sequence[SourcedDocument], language: Language) -> None:
        self._sources, self._language = sources, language
        self._documents = [source.document for source in sources]
        self._meetings = [(source, m) for source in sources for m in source.document.meetings]
        self._word = Words(language)

    def say(self, text: str, **values: object) -> str:
        return tell(Message(text, **values), self._language)

    def context(self) -> dict[str, Any]:
        first = provenance(self._sources[0])
        title = first.title or first.name
        if len(self._sources) > 1:
            title = self.say("{count} pages", count=len(self._sources))
        drawn = [self._picture(kind) for kind in pictures.PICTURES]
        rows = [self._meeting_context(source, meeting) for source, meeting in self._meetings]
        return {
            "title": title,
            "generator": first.generator,
            "summary": self._summary(),
            "contents": self._contents(),
            "pages": [self._page_context(source) for source in self._sources],
            "pictures": drawn,
            "agreements": [line for document in self._documents for line in trace(document)],
            "filters": list(self._filters(rows)),
            "columns": self._columns(),
            "meetings": rows,
            "legend": self._legend(),
            "warnings": [
                tell(Warned(warning.code, warning.message, warning.text), self._language)
                for document in self._documents
                for warning in document.warnings
                if not warning.meeting
            ],
        }

    def _summary(self) -> str:
        days = [d for _, m in self._meetings for d in (m.date.start, m.date.end) if d]
        count = counted(len(self._meetings), "{count} meeting", "{count:,} meetings")
        warnings = sum(len(document.warnings) for document in self._documents)
        warned = (
            counted(warnings, "{count} warning", "{count:,} warnings")
            if warnings
            else Message("no warnings")
        )
        if not days:
            return tell(
                Message("{count}; {warnings}", count=count, warnings=warned), self._language
            )
        said = Message(
            "{count}, {first} to {last}; {warnings}",
            count=count,
            first=str(min(days))[:7],
            last=str(max(days))[:7],
            warnings=warned,
        )
        return tell(said, self._language)

    def _contents(self) -> list[tuple[str, str]]:
        return [
            ("source", self.say("Where this comes from")),
            *((kind, self._name(kind)) for kind in pictures.PICTURES),
            ("table", self.say("All meetings")),
            ("meetings", self.say("The meetings, in the words of the page")),
        ]

    def _name(self, kind: str) -> str:
        names = {
            "timeline": Message("When they met"),
            "map": Message("Where they met"),
            "agreements": Message("Agreements, made and recalled"),
        }
        return tell(names[kind], self._language)

    def _picture(self, kind: pictures.Kind) -> dict[str, Any]:
        captions = {
            "timeline": Message("A row for each leader; a dot is a day, a bar a month."),
            "map": Message(
                "A ring for each meeting; rings around rings are further meetings at the same place. Land: Natural Earth."
            ),
            "agreements": Message("A diamond made it, a dot recalls it."),
        }
        svg = None
        none = Message("There is nothing to draw.")
        if pictures.is_drawable():
            svg = pictures.draw_svg(kind, self._documents, self._language)
        else:
            none = Message(
                "This report was made without pictures: pip install '.[report]' adds them."
            )
        return {
            "kind": kind,
            "name": self._name(kind),
            "svg": svg and Markup(svg),  # noqa: S704  Vega escapes what it draws
            "caption": tell(captions[kind], self._language),
            "none": tell(none, self._language),
        }

    def _page_context(self, source: SourcedDocument) -> dict[str, Any]:
        origin = provenance(source)
        return {
            "facts": list(self._facts(origin)),
            "citation": cite([cited_page(source)], "text", self._language).strip(),
        }

    def _facts(self, origin: Provenance) -> Iterator[tuple[str, str, str | None]]:
        language = self._language
        if origin.title:
            yield self.say("Page"), origin.title, None
        if origin.publisher:
            publisher = origin.publisher.ja if language == "ja" else origin.publisher.en
            yield self.say("Publisher"), publisher, None
        if origin.address:
            yield self.say("Address"), origin.address, _link(origin.address)
        if origin.archived:
            yield self.say("Copy in an archive"), origin.archived, _link(origin.archived)
        if origin.day:
            yield self.say("Retrieved"), str(origin.day), None
        yield "SHA-256", origin.sha256, None
        if origin.licence:
            licence = origin.licence
            yield (
                self.say("Licence"),
                (licence.ja if language == "ja" else licence.en),
                _link(licence.text),
            )

    def _columns(self) -> list[tuple[str, str]]:
        return [
            ("date", self.say("Date")),
            ("place", self.say("Place")),
            ("people", self.say("Who met")),
            ("series", self.say("Series")),
            ("title", self.say("Meeting")),
        ]

    def _filters(self, rows: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str, list[Any]]]:
        names = {
            "year": Message("Year"),
            "country": Message("Country"),
            "leader": Message("Leader"),
            "series": Message("Series"),
        }
        for key, name in names.items():
            held = "leaders" if key == "leader" else key
            found = sorted({each for row in rows for each in row[held].split("|") if each})
            countries = {row["country"]: row["country_name"] for row in rows}
            shown = [(each, countries[each] if key == "country" else each) for each in found]
            if len(found) > 1:
                yield key, tell(name, self._language), shown

    def _legend(self) -> list[tuple[str, str]]:
        fields = ("date", "place", "participants", "occasion", "agreements", "links", "mentions")
        labels = ("date", "place", "participant", "occasion", "agreement", "link", "named")
        return [(field, self._word(label)) for field, label in zip(fields, labels, strict=True)]

    def _meeting_context(self, source: SourcedDocument, meeting: Meeting) -> dict[str, Any]:
        read = list(values(meeting, self._language))
        address = provenance(source).address
        place, language = meeting.place, self._language
        people = [name_in(p.name, language) or p.text for p in meeting.participants]
        return {
            "id": meeting.id,
            "title": meeting.title,
            "heading": meeting.heading,
            "heading_marks": _marks(meeting.heading, read, "heading", None),
            "blocks": [
                {
                    "marker": block.marker,
                    "text": block.text,
                    "marks": _marks(block.text, read, "body", number),
                }
                for number, block in enumerate(meeting.body)
            ],
            "lent": list(_lent(source.document, read)),
            "read": [self._value_context(value, address) for value in read],
            "warnings": [
                tell(Warned(warning.code, warning.message, warning.text), language)
                for warning in source.document.warnings
                if warning.meeting == meeting.id
            ],
            "photos": [
                {"url": photo.url and _link(photo.url), "alt": photo.alt, "credit": photo.credit}
                for photo in meeting.photos
            ],
            "date": meeting.date.edtf or meeting.date.text,
            "start": str(meeting.date.start or ""),
            "year": str(meeting.date.start or "")[:4],
            "place": (place and (name_in(place.name or place.country_name, language) or place.text))
            or "",
            "country": (place and place.country) or "",
            "country_name": (place and name_in(place.country_name, language)) or "",
            "people": ", ".join(people),
            "leaders": "|".join(people),
            "series": (meeting.occasion and meeting.occasion.series) or "",
        }

    def _value_context(self, value: Value, address: str | None) -> dict[str, Any]:
        words = dict.fromkeys(evidence.text for evidence in value.evidence)
        return {
            "field": value.field,
            "label": value.label,
            "said": value.said,
            "words": [
                {"text": text, "address": address and _link(address_of_words(address, text))}
                for text in words
            ],
        }


def _marks(text: str, read: Sequence[Value], where: str, block: int | None) -> tuple[Mark, ...]:
    return marked(
        len(text),
        [
            Span(evidence.start, evidence.end, value.field, f"{value.label}: {value.said}")
            for value, evidence in _found(read)
            if evidence.where == where and evidence.block == block
        ],
    )


def _lent(document: Document, read: Sequence[Value]) -> Iterator[dict[str, Any]]:
    """Yield the lines outside of the meeting that lend it something."""
    blocks = {
        evidence.block
        for _, evidence in _found(read)
        if evidence.where == "context" and evidence.block is not None
    }
    for block in sorted(blocks):
        text = document.source.context[block].text
        yield {"text": text, "block": block, "marks": _marks(text, read, "context", block)}


def _found(read: Sequence[Value]) -> Iterator[tuple[Value, Evidence]]:
    return ((value, evidence) for value in read for evidence in value.evidence)


def _link(address: str) -> str | None:
    return address if _SAFE.match(address) else None
