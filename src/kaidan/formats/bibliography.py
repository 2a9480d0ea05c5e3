"""BibTeX, RIS and CSL-JSON: a citable entry a meeting."""

from collections.abc import Sequence

from kaidan.citing import Work, cite, cited_meeting
from kaidan.formats import Options
from kaidan.sourced import SourcedDocument


def write_bibtex(sources: Sequence[SourcedDocument], options: Options) -> bytes:
    """Return an entry of BibTeX for each meeting."""
    return cite(_works(sources), "bibtex", options.language).encode()


def write_ris(sources: Sequence[SourcedDocument], options: Options) -> bytes:
    """Return a record of RIS for each meeting."""
    return cite(_works(sources), "ris", options.language).encode()


def write_csl_json(sources: Sequence[SourcedDocument], options: Options) -> bytes:
    """Return an item of CSL-JSON for each meeting."""
    return cite(_works(sources), "csl", options.language).encode()


def _works(sources: Sequence[SourcedDocument]) -> list[Work]:
    return [
        cited_meeting(source, meeting) for source in sources for meeting in source.document.meetings
    ]
