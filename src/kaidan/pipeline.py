"""The whole story: bytes in, a validated document out. A pure function, so that any run can be replayed."""

import hashlib
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import pairwise

from kaidan.checks import check
from kaidan.drafts import Draft
from kaidan.entries import entry_of
from kaidan.ids import assign_ids
from kaidan.meeting import read_meetings
from kaidan.models import SCHEMA_VERSION, VERSION, Document, Meeting, Warning  # noqa: A004  the document's word
from kaidan.parser.display.address import base_of
from kaidan.parser.display.shown import MOST_HIDDEN, Shown
from kaidan.parser.display.tree import read
from kaidan.parser.refusal.early import refuse_early
from kaidan.parser.refusal.reasons import tells_nothing
from kaidan.parser.shapes import read_page
from kaidan.parser.source.decoders import Decoded
from kaidan.parser.source.opening import open_page, require_texts

_FEW = 4  # meetings: from so many on the order of a page is known


def extract(
    data: bytes | str, *, url: str | None = None, content_type: str | None = None
) -> Document:
    """Turn a page into data.

    Args:
        data: The page's bytes; a text counts as its UTF-8.
        url: Where the page came from: it stands in ``source.url`` and resolves the links. A page that a browser saved may say it
            itself, as MHTML or in a comment.
        content_type: The HTTP header of that name, for the charset that it may name.

    Raises:
        TypeError: the page is neither bytes nor a text, or what is said of it is no text.
        Refused: the page is empty, holds no meeting, or is a file's name.
        Unreadable: the bytes are no page.

    >>> page = "<h3>日露首脳会談（ペルー・平成20年11月）</h3><p>ペルー・リマでのAPEC首脳会議の際に麻生総理とメドヴェージェフ大統領が会談。"
    >>> [(meeting.id, meeting.date.edtf, meeting.place.name.en) for meeting in extract(page).meetings]
    [('2008-11-lima', '2008-11', 'Lima')]
    """
    require_texts(url=url, content_type=content_type)
    raw, page, said = open_page(data, content_type)
    url = url or said
    refuse_early(page.text)
    shown = read(page.text)
    parsed = read_page(shown)
    base = base_of(url, shown.base)
    of_page, encoding = tuple(_of_page(page, shown, parsed.unread)), page.encoding
    del page, shown  # the tree of a large page takes as much memory as its document
    drafts = read_meetings(parsed.sections, base)
    if parsed.shape == "meeting" and drafts[0].tells_nothing:
        raise tells_nothing(drafts[0].heading.text)
    few = _FEW if parsed.shape == "chronicle" else 2
    order = -1 if _oldest_first(drafts, few) else 1
    assign_ids(drafts[::order])
    document = Document.model_validate(
        {
            "schema_version": SCHEMA_VERSION,
            "generator": f"kaidan {VERSION}",
            "source": {
                "url": url,
                "sha256": hashlib.sha256(raw).hexdigest(),
                "encoding": encoding,
                "title": parsed.title,
                "breadcrumb": parsed.breadcrumb,
                "shape": parsed.shape,
                "context": [{"text": text} for text in parsed.context],
            },
            "meetings": [entry_of(draft, base) for draft in drafts],
            "remainder": [{"text": text} for text in parsed.remainder],
            "warnings": [],
        }
    )
    warnings = (
        *of_page,
        *_of_meetings(drafts, document.meetings, check(document.meetings[::order])),
    )
    return document.model_copy(update={"warnings": warnings}) if warnings else document


def _oldest_first(drafts: Sequence[Draft], few: int) -> bool:
    """Tell whether every meeting of the page stands below an earlier one; of fewer than ``few``, one may just be out of place."""
    spans = [
        (start, end) for start, end in (draft.date.bounds for draft in drafts) if start and end
    ]
    return (
        len(spans) >= few
        and spans[0][1] < spans[-1][0]
        and all(up_start <= low_end for (up_start, _), (_, low_end) in pairwise(spans))
    )


def _of_page(page: Decoded, shown: Shown, unread: Sequence[str]) -> Iterator[Warning]:
    if page.undecodable:
        count, first = len(page.undecodable), page.undecodable[0]
        message = f"{count} of the page's bytes could not be decoded as {page.encoding}, the first at byte {first}"
        yield Warning(code="undecodable", meeting=None, message=message, text=None)
    for text in unread:
        yield Warning(
            code="heading-unread",
            meeting=None,
            message=f"marked up as a heading, and read as none: {text}",
            text=text,
        )
    hidden = shown.hidden_share
    if hidden > MOST_HIDDEN:
        message = f"{hidden:.0%} of the page's text is hidden by its own markup"
        yield Warning(code="text-lost", meeting=None, message=message, text=None)
    if shown.lost:
        message = f"{shown.lost} characters of the markup's text are shown by no parser"
        yield Warning(code="text-lost", meeting=None, message=message, text=None)


def _of_meetings(
    drafts: Sequence[Draft], meetings: Sequence[Meeting], found: Sequence[Warning]
) -> Iterator[Warning]:
    """Give each meeting's warnings in the order of the page, so that those of a new one stand together."""
    checked: dict[str | None, list[Warning]] = defaultdict(list)
    for warning in found:
        checked[warning.meeting].append(warning)
    for draft, meeting in zip(drafts, meetings, strict=True):
        for code, message, text in draft.problems:
            yield Warning(
                code=code, meeting=meeting.id, message=f"{meeting.heading}: {message}", text=text
            )
        yield from checked[meeting.id]
