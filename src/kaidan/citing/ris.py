"""Citations as RIS, for Zotero, EndNote and Mendeley."""

from collections.abc import Iterator, Sequence

from kaidan.citing.works import Work
from kaidan.messages import Language


def as_ris(works: Sequence[Work], language: Language) -> str:
    """Return a record for each work; lines end as the format wants them, in CR LF."""
    lines = [line for work in works for line in _ris_record(work, language)]
    return "".join(
        f"{tag}  - {value}".rstrip(" " if value else "") + "\r\n" for tag, value in lines
    )


def _ris_record(work: Work, language: Language) -> Iterator[tuple[str, str]]:
    publisher = work.published_by(language)
    yield "TY", "ELEC"
    yield "ID", work.key
    if publisher:
        yield "AU", publisher
    yield "TI", " ".join(work.title.split("\n"))
    if work.within:
        yield "T2", " ".join(work.within.split("\n"))
    if publisher:
        yield "PB", publisher
    if work.address:
        yield "UR", work.address
    if work.archived:
        yield "L2", work.archived
    if work.accessed:
        yield "Y2", f"{work.accessed:%Y/%m/%d}/"
    yield "LA", "ja"
    for note in work.notes(language):
        yield "N1", note
    yield "ER", ""
