"""A document and where it came from: what every format, citation and report is made of."""

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from kaidan.models import Document


class SourcedDocument(NamedTuple):
    """A document with what its own JSON must not say: a clock, a file's name, a folder.

    Attributes:
        name: of what it was read from, as the user or ``kaidan bulk`` named it.
        document: whose meetings' ids have the page's name before them where several pages are told together (``01/2008-11-lima``).
        retrieved: when the page was fetched, UTC; None where nobody noted it.
        archived: the address of a copy in a web archive, where one is known.
        folder: the folder that ``kaidan run`` keeps, if it was read from one.
        page: short name of the page among those told together, which stands before the ids of its meetings.
    """

    name: str
    document: Document
    retrieved: datetime | None = None
    archived: str | None = None
    folder: Path | None = None
    page: str = ""

    @property
    def page_name(self) -> str:
        """The short name of the page; of one alone the end of its address, so that it is the same wherever the file lies."""
        return self.page or page_names([self.document.source.url or "page"])[0]


def told_together(sources: Sequence[SourcedDocument]) -> list[SourcedDocument]:
    """Put each page's name before the ids of its meetings where there are several pages, so that no two meetings share one.

    A meeting that two pages tell of stands twice; what is the same in both is for the reader to say.
    """
    if len(sources) == 1:
        return list(sources)
    names = page_names([source.name for source in sources])
    return [
        source._replace(page=page, document=_with_ids_under(page, source.document))
        for page, source in zip(names, sources, strict=True)
    ]


def page_names(names: Sequence[str]) -> list[str]:
    """Shorten names of files and addresses to as much of their ends as tells them apart; the same name again has a number.

    >>> page_names(["old/01.html", "new/01.html", "http://example.jp/02.html"])
    ['old/01', 'new/01', '02']
    >>> page_names(["01.html", "01.html"])
    ['01', '01-2']
    """
    parts = [
        PurePosixPath(name.replace("\\", "/")).with_suffix("").parts or (name,) for name in names
    ]
    deepest = max(map(len, parts))
    taken = [1] * len(parts)
    for _ in range(deepest):
        shortened = ["/".join(part[-count:]) for part, count in zip(parts, taken, strict=True)]
        shared = {name for name in shortened if shortened.count(name) > 1}
        if not shared:
            break
        taken = [count + (name in shared) for count, name in zip(taken, shortened, strict=True)]
    return _numbered(shortened)


def _numbered(names: Sequence[str]) -> list[str]:
    seen: dict[str, int] = {}
    numbered = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        numbered.append(name if seen[name] == 1 else f"{name}-{seen[name]}")
    return numbered


def _with_ids_under(name: str, document: Document) -> Document:
    meetings = tuple(
        meeting.model_copy(update={"id": f"{name}/{meeting.id}"}) for meeting in document.meetings
    )
    warnings = tuple(
        warning.model_copy(update={"meeting": warning.meeting and f"{name}/{warning.meeting}"})
        for warning in document.warnings
    )
    return document.model_copy(update={"meetings": meetings, "warnings": warnings})
