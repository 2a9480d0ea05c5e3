"""Citations as they stand in a list of references: in Japanese by SIST 02, in English alike.

SIST 02:2007 has of a page on the web: who published it, its title in quotation marks, the site or what it stands in, its address, and
the day of retrieval in brackets. Behind it stands what SIST 02 leaves free: the archived copy, the hash of the page and its reader.
"""

from collections.abc import Iterator, Sequence

from kaidan.citing.works import Work
from kaidan.messages import Language


def as_sentences(works: Sequence[Work], language: Language) -> str:
    """Return a line for each work."""
    written = _by_sist_02 if language == "ja" else _in_english
    return "".join(f"{' '.join(written(work))}\n" for work in works)


def _by_sist_02(work: Work) -> Iterator[str]:
    publisher = work.published_by("ja")
    if publisher:
        yield f"{publisher}."
    yield f"“{work.title}”."
    if work.within:
        yield f"{work.within}."
    if work.address:
        yield f"{work.address}{',' if work.accessed else '.'}"
    if work.accessed:
        yield f"(参照 {work.accessed}){'.' if work.address else ','}"
    if work.archived:
        yield f"アーカイブ: {work.archived}."
    yield f"{', '.join(work.notes('ja'))}."


def _in_english(work: Work) -> Iterator[str]:
    publisher = work.published_by("en")
    if publisher:
        yield f"{publisher}."
    yield f"“{work.title}”"
    yield f"in {work.within} (in Japanese)." if work.within else "(in Japanese)."
    if work.address:
        yield f"{work.address}{',' if work.accessed else '.'}"
    if work.accessed:
        yield f"accessed {work.accessed} (Japan)."
    if work.archived:
        yield f"Archived at {work.archived}."
    yield f"{', '.join(work.notes('en'))}."
