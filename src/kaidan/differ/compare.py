"""Two documents, before and after: which meetings came, went and moved, what changed in the others and around them."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kaidan.differ.align import Pair, in_order
from kaidan.differ.blame import Blame
from kaidan.differ.change import By, Change, Edit
from kaidan.differ.changed_words import edits
from kaidan.differ.changes import Changes, Side
from kaidan.differ.consequences import linked
from kaidan.differ.ignoring import without
from kaidan.differ.match import pair_meetings
from kaidan.differ.meeting_fields import compare_blocks, compare_meeting, compare_text
from kaidan.differ.texts import Record, marked_lines, shown
from kaidan.differ.warned import compare_warnings
from kaidan.models import Document


def diff(
    old: Document,
    new: Document,
    *,
    replayed: Document | None = None,
    ignored: re.Pattern[str] | None = None,
) -> Changes:
    """Return what changed between two documents, and whose change it was; a pure function.

    ``replayed`` is the old page as the code that made ``new`` reads it. With it, what differs between ``old`` and ``replayed``,
    two readings of the same bytes, is the extractor's; what differs between ``replayed`` and ``new``, two pages read by the
    same code, is the source's; and where both changed one value, both are told. Without it :mod:`kaidan.differ.blame` decides.

    The bytes' hash, the encoding and the generator are no changes: they say what a side was made from and by. What matches
    ``ignored`` is taken out of the texts of all sides before they are compared.

    Raises:
        TypeError: a side is no Document.

    >>> from kaidan.pipeline import extract
    >>> page = "<h3>日露首脳会談（ペルー・平成20年11月）</h3><p>両首脳は、北方四島の帰属の問題を解決することで一致。"
    >>> [(change.kind, change.by, change.before, change.after) for change in diff(extract(page), extract(page.replace("一致", "合意")))]
    [('body', 'source', '一致', '合意')]
    """
    for document in (old, new):
        if not isinstance(document, Document):
            raise TypeError(f"a document is what extract returns, not {type(document).__name__}")
    if replayed is None or old == new:
        found = _diff(old, new, ignored)
    else:
        ours, theirs = _diff(old, replayed, ignored), _diff(replayed, new, ignored)
        changes = [*_all_by("extractor", ours), *_all_by("source", theirs)]
        found = Changes(
            tuple(sorted(changes, key=Change.rank)), ours.old, theirs.new, replayed=ours.new
        )
    return replace(found, changes=linked(found.changes), complete=ignored is None)


def _all_by(by: By, changes: Iterable[Change]) -> list[Change]:
    return [replace(change, by=by) for change in changes]


def _diff(old: Document, new: Document, ignored: re.Pattern[str] | None) -> Changes:
    """Compare two documents in one and the same order whichever is old, so that no tie is broken differently on the way back."""
    texts = [document.model_dump_json(by_alias=True) for document in (old, new)]
    records = [without(json.loads(text), ignored) for text in texts]
    return (
        _compare(records[0], records[1])
        if texts[0] <= texts[1]
        else _compare(records[1], records[0]).mirror()
    )


def _compare(old: Record, new: Record) -> Changes:
    blame = Blame(old, new)
    pairs = pair_meetings(old["meetings"], new["meetings"])
    changes = [*_around_meetings(old, new, blame)]
    for pair in pairs:
        changes += _in_meeting(old, new, pair, blame)
    warnings, carried = compare_warnings(old, new, pairs, blame)
    changes += (_named(change, old, new) for change in warnings)
    changes += (
        replace(change, carried=carried.get(change.position, ()))
        for change in _of_meetings(old, new, pairs, blame)
    )
    return Changes(tuple(sorted(changes, key=Change.rank)), side(old, new), side(new, old))


def side(document: Record, other: Record) -> Side:
    """Return what a document was made from and by, and what the schema of the other side cannot hold."""
    source = document["source"]
    is_alone = "context" in source and "context" not in other["source"]
    return Side(
        document["generator"],
        source["url"],
        source["sha256"],
        source["encoding"],
        document["schema_version"],
        source.get("shape"),
        tuple(line["text"] for line in source["context"]) if is_alone else None,
    )


def _around_meetings(old: Record, new: Record, blame: Blame) -> Iterator[Change]:
    """Yield what changed around the meetings: address, title, breadcrumb, what lends them something, remainder."""
    was, now = old["source"], new["source"]
    if was["url"] and now["url"] and was["url"] != now["url"]:
        yield Change("page", "source", None, "source.url", was["url"], now["url"])
    if was["title"] != now["title"]:
        texts = (was["title"], now["title"])
        found = edits(texts[0] or "", texts[1] or "")
        yield from compare_text("source.title", texts, found, blame, "page")
    if was["breadcrumb"] != now["breadcrumb"]:
        by = blame.text(*was["breadcrumb"], *now["breadcrumb"])
        yield Change("page", by, None, "source.breadcrumb", was["breadcrumb"], now["breadcrumb"])
    context = lent(old, new)
    yield from compare_blocks("source.context", context, _edits(context), blame, "page")
    remainder = (old["remainder"], new["remainder"])
    yield from compare_blocks("remainder", remainder, _edits(remainder), blame, "page")


def lent(old: Record, new: Record) -> tuple[list[Record], list[Record]]:
    """Return the lines on both sides that lend meetings something; none where the schema of one side has no room for them."""
    sources = (old["source"], new["source"])
    if any("context" not in source for source in sources):
        return [], []
    return sources[0]["context"], sources[1]["context"]


def _edits(sides: tuple[list[Record], list[Record]]) -> tuple[Edit, ...]:
    return edits(shown(sides[0]), shown(sides[1]))


def _in_meeting(old: Record, new: Record, pair: Pair, blame: Blame) -> Iterator[Change]:
    was, now = old["meetings"][pair[0]], new["meetings"][pair[1]]
    if was != now:
        yield from (
            _named(replace(change, position=pair), old, new)
            for change in compare_meeting(was, now, blame, lent(old, new))
        )


def _named(change: Change, old: Record, new: Record) -> Change:
    """Return a change about a meeting that stands on both sides with the meeting's two ids."""
    i, j = change.position
    if i is None or j is None:
        return change
    was, now = old["meetings"][i]["id"], new["meetings"][j]["id"]
    return replace(change, meeting=now, formerly=was if was != now else None)


def _of_meetings(old: Record, new: Record, pairs: Sequence[Pair], blame: Blame) -> Iterator[Change]:
    """Yield the meetings removed, added and moved."""
    before, after = old["meetings"], new["meetings"]
    for i in sorted({*range(len(before))} - {i for i, _ in pairs}):
        yield Change(
            "removed",
            _of_whole(before[i], blame),
            before[i]["id"],
            "meetings",
            before[i],
            None,
            (i, None),
        )
    for j in sorted({*range(len(after))} - {j for _, j in pairs}):
        yield Change(
            "added",
            _of_whole(after[j], blame),
            after[j]["id"],
            "meetings",
            None,
            after[j],
            (None, j),
        )
    for i, j in sorted({*pairs} - {*in_order(pairs)}):
        above = (before[i - 1]["id"] if i else None, after[j - 1]["id"] if j else None)
        yield _named(Change("moved", blame.order(), None, "meetings", *above, (i, j)), old, new)


def _of_whole(meeting: Record, blame: Blame) -> By:
    return blame.text(meeting["heading"], *marked_lines(meeting["body"]))
