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
from kaidan.provenance import Provenance, provenance
from kaidan.report import pictures
from kaidan.report.captions import Words
from kaidan.report.meeting_context import link_to, meeting_context
from kaidan.report.past import Past
from kaidan.sourced import SourcedDocument

_PAGE = Path(__file__).parent / "page"
_JAPANESE = re.compile("[\u3041-\u30ff\u3400-\u9fff]")
_IN_JAPANESE, _IN_THE_PAGES_LANGUAGE = Markup(' lang="ja"'), Markup("")


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
        rows = [
            meeting_context(source, meeting, self._language) for source, meeting in self._meetings
        ]
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
            yield self.say("Address"), origin.address, link_to(origin.address)
        if origin.archived:
            yield self.say("Copy in an archive"), origin.archived, link_to(origin.archived)
        if origin.day:
            yield self.say("Retrieved"), str(origin.day), None
        yield "SHA-256", origin.sha256, None
        if origin.licence:
            licence = origin.licence
            yield (
                self.say("Licence"),
                (licence.ja if language == "ja" else licence.en),
                link_to(licence.text),
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
