"""The table of the rules: name, what is measured, bound, what is said, and what ``--accept`` would do.

A bound is the most that may happen at once: a number of meetings, or a share of those known before, whichever is more. A
chronicle of 31 meetings that has stood for years gains three or four a year, and is corrected in one or two at a time: where
a tenth of its dates, places or people change on one morning, it was not an editor. What may change grows with the days between
the two pages, since a year of edits may come at once, but never to all of them.
"""

from collections.abc import Callable, Sequence
from typing import NamedTuple, Protocol

from kaidan.job.guard import measures, surroundings
from kaidan.job.guard.comparison import Sight, counts, length
from kaidan.job.guard.measures import Measure, of_pairs
from kaidan.messages import Message
from kaidan.models import Document

_MONTH = 30.0
"""Days in which as much more may change as at once."""

_MOST = 0.75
"""The part of what is known that may never change at once, however long ago the last page was."""

LOST_TEXT = 0.25
"""The part of the text that may go with one run. A chronicle only grows; what it loses by an edit is a sentence, not a quarter."""

_GAINED_TEXT = 0.5
"""The part that the text of meetings known before may gain."""

_LOST_LINKS = 0.2
"""The part of all photos, and of all links, that may go."""

_LOOSE_TEXT = 1_000
"""Characters that may come to stand outside of all meetings: a notice, not an article."""


class Rule(Protocol):
    """A rule."""

    @property
    def name(self) -> str:
        """What it is called."""
        ...

    @property
    def bound(self) -> str:
        """How much may happen at once, in words."""
        ...

    @property
    def accepting(self) -> str:
        """What ``--accept`` would do."""
        ...

    def reason(self, sight: Sight) -> Message | None:
        """Return why the page is refused; None lets it pass."""
        ...


class Bound(NamedTuple):
    """How many meetings something may happen to at once: ``least``, or ``share`` of those known before, whichever is more."""

    least: int
    share: float = 0.0

    def most(self, known: int, days: float) -> int:
        """Return the number for so many meetings known, and so many days since they were read.

        >>> Bound(2, 0.1).most(31, days=1), Bound(2, 0.1).most(31, days=180), Bound(2, 0.1).most(31, days=9999)
        (3, 21, 23)
        """
        if not self.least:
            return 0
        grown = max(self.least, self.share * known) * (1 + max(0.0, days - 1) / _MONTH)
        return int(max(self.least, min(grown, _MOST * known)))

    def __str__(self) -> str:
        if not self.least:
            return "none"
        return f"{self.least} or {self.share:.0%}" if self.share else str(self.least)


class Counted(NamedTuple):
    """A rule about a number of meetings: it refuses where ``measure`` returns more than the bound lets, of those ``among``."""

    name: str
    measure: Measure
    limit: Bound
    said: str
    accepting: str
    among: Measure | None = None

    @property
    def bound(self) -> str:
        """How much may happen at once, in words."""
        return str(self.limit)

    def reason(self, sight: Sight) -> Message | None:
        """Return why the page is refused; None lets it pass."""
        found = self.measure(sight)
        known = len(self.among(sight)) if self.among else len(sight.old.meetings)
        most = self.limit.most(known, sight.days)
        if len(found) <= most:
            return None
        said = Message(self.said, count=len(found), known=known, which=_some(found))
        if not most:
            return said
        return Message("{said} (at most {most} at once)", said=said, most=most)


class Seen(NamedTuple):
    """A rule about the page as a whole: it refuses where ``see`` has something to say."""

    name: str
    see: Callable[[Sight], Message | None]
    bound: str
    accepting: str

    def reason(self, sight: Sight) -> Message | None:
        """Return why the page is refused; None lets it pass."""
        return self.see(sight)


def _meetings_gone(sight: Sight) -> Message | None:
    lost = measures.gone(sight)
    if len(lost) <= sight.allow_loss:
        return None
    return Message(
        "{count} of {known} meetings known before are gone: {which}",
        count=len(lost),
        known=len(sight.old.meetings),
        which=_some(lost),
    )


def _text_fell(sight: Sight) -> Message | None:
    matching = sight.matching
    lost = matching.removed if len(matching.removed) > sight.allow_loss else ()
    before = length(old for old, _ in matching.pairs) + length(lost)
    after = length(new for _, new in matching.pairs)
    if after >= before * (1 - LOST_TEXT):
        return None
    return Message(
        "the text of the meetings known before fell from {before:,} to {after:,} characters",
        before=before,
        after=after,
    )


def _text_grew(sight: Sight) -> Message | None:
    before = length(pair.old for pair in sight.pairs)
    after = length(pair.new for pair in sight.pairs)
    if after <= before * (1 + _GAINED_TEXT) or after - before <= _LOOSE_TEXT:
        return None
    return Message(
        "the text of the meetings known before grew from {before:,} to {after:,} characters",
        before=before,
        after=after,
    )


def _loose_text(sight: Sight) -> Message | None:
    before, after = (
        sum(len(line.text) for line in document.remainder) for document in (sight.before, sight.new)
    )
    if after <= max(before + _LOOSE_TEXT, before * (1 + _GAINED_TEXT)):
        return None
    return Message(
        "the text outside of all meetings grew from {before:,} to {after:,} characters",
        before=before,
        after=after,
    )


def _links_gone(sight: Sight) -> Message | None:
    old, new = ([pair[side] for pair in sight.pairs] for side in (0, 1))
    for what, urls in (("photos", measures.photos), ("links", measures.links)):
        before, after = len(set(urls(old))), len(set(urls(new)))
        collapsed = len(urls(new)) >= len(urls(old))  # none is gone, and they lead to less
        if after < before * (1 - _LOST_LINKS) and (before - after > 1 or collapsed):
            return Message(
                "{what} of the meetings known before fell from {before} to {after}",
                what=Message(what),
                before=before,
                after=after,
            )
    return None


def _worn_away(sight: Sight) -> Message | None:
    """Small losses, each of which is let pass: measured by the best of thirty days."""
    now = counts(sight.new.meetings)
    allowed = counts(sight.matching.removed)
    for name, part in (("text", LOST_TEXT), ("photos", _LOST_LINKS), ("links", _LOST_LINKS)):
        best = sight.best.get(name, 0) - allowed[name]
        if now[name] < best * (1 - part) and best - now[name] > 1:
            return Message(
                "{what} wore away: {after:,} now, and {before:,} within the last thirty days",
                what=Message(name),
                after=now[name],
                before=best,
            )
    return None


def _undecodable(sight: Sight) -> Message | None:
    before, after = (_spoiled(document) for document in (sight.old, sight.new))
    if after <= before:
        return None
    return Message(
        "characters that cannot be decoded: {after:,}, before {before:,}",
        after=after,
        before=before,
    )


def _spoiled(document: Document) -> int:
    """How many characters that stand for what could not be decoded are in the document; 1 more if it has a warning of them at all."""
    warned = any(warning.code == "undecodable" for warning in document.warnings)
    return document.model_dump_json().count("\ufffd") + warned


def _newly_warned(sight: Sight) -> Message | None:
    codes = measures.newly_warned(sight)
    most = Bound(3, 0.1).most(len(sight.old.meetings), sight.days)
    lost = [code for code in codes if code == "text-lost"]
    if len(codes) <= most and not lost:
        return None
    return Message(
        "{count} new warnings about meetings known before: {which}",
        count=len(codes),
        which=_some(list(dict.fromkeys(lost + codes))),
    )


def _some(ids: Sequence[str]) -> str:
    return ", ".join(ids[:3]) + (", …" if len(ids) > 3 else "")


_FEW = Bound(2, 0.1)
_FEW_OF_THOSE = Bound(1, 0.1)

RULES: Sequence[Rule] = (
    Seen("meetings gone", _meetings_gone, "none, or --allow-loss", "lets them go"),
    Seen("cut off", surroundings.cut_off, "what stood behind the last meeting stands", "takes the page without its end"),
    Seen("text fell", _text_fell, f"{LOST_TEXT:.0%}", "lets the text go"),
    Seen("undecodable", _undecodable, "no more than before", "keeps U+FFFD in their places"),
    Counted(
        "unresolved", measures.unresolved, Bound(0),
        "headings that resolve no more: {count}, {which}", "keeps them without a date or place",
    ),
    Seen("another title", surroundings.another_title, "alike", "takes the page for the same one"),
    Seen("another breadcrumb", surroundings.another_breadcrumb, "alike below the site's level, or more", "takes the page for the same one"),
    Seen("another shape", surroundings.another_shape, "the same", "reads it as the other kind of page from now on"),
    Counted(
        "meetings added", measures.added, Bound(5, 0.25),
        "{count} meetings came to {known}: {which}", "adds them all",
    ),
    Counted(
        "meetings doubled", measures.doubled, Bound(0),
        "meetings that stand twice: {count}, {which}", "keeps both of each",
    ),
    Counted(
        "bodies emptied", of_pairs(measures.emptied), Bound(0),
        "bodies that say nothing any more: {count}, {which}", "keeps the headings alone",
    ),
    Counted(
        "bodies rewritten", of_pairs(measures.rewritten), Bound(2, 0.1),
        "bodies of {count} of {known} meetings are other texts: {which}", "takes the new texts",
    ),
    Counted(
        "bodies reworded", of_pairs(measures.reworded), Bound(4, 0.34),
        "bodies of {count} of {known} meetings changed: {which}", "takes the new wording",
    ),
    Counted(
        "moved about", measures.moved_about, Bound(1),
        "meetings that have what was another's, a body, photo or link: {count}, {which}", "takes each where it stands now",
    ),
    Seen("text grew", _text_grew, f"{_GAINED_TEXT:.0%}", "takes all of it for the meetings' own"),
    Seen("loose text", _loose_text, f"{_LOOSE_TEXT:,} characters or {_GAINED_TEXT:.0%}", "keeps it in the remainder"),
    Counted(
        "re-dated", of_pairs(measures.redated), _FEW,
        "dates of {count} of {known} meetings are others: {which}", "takes the new dates",
    ),
    Counted(
        "re-placed", of_pairs(measures.replaced), _FEW,
        "places of {count} of {known} meetings are others: {which}", "takes the new places",
    ),
    Counted(
        "other people", of_pairs(measures.recast), _FEW,
        "people of {count} of {known} meetings are others or gone: {which}", "takes the new people",
    ),
    Counted(
        "other parties", of_pairs(measures.other_parties), _FEW,
        "parties or kinds of {count} of {known} meetings are others: {which}", "takes the new ones",
    ),
    Counted(
        "another script", of_pairs(measures.other_script), Bound(1),
        "bodies that were Japanese and are not: {count}, {which}", "takes them as they are",
    ),
    Seen("photos or links gone", _links_gone, f"{_LOST_LINKS:.0%}", "lets them go"),
    Counted(
        "photos elsewhere", measures.other_host(measures.photos), _FEW_OF_THOSE,
        "photos of {count} of {known} meetings come from another host: {which}", "takes the new addresses",
        measures.with_any(measures.photos),
    ),
    Counted(
        "links elsewhere", measures.other_host(measures.links), _FEW_OF_THOSE,
        "links of {count} of {known} meetings lead to another host: {which}", "takes the new addresses",
        measures.with_any(measures.links),
    ),
    Seen("new warnings", _newly_warned, "3 or 10%, no lost text", "keeps the values that gave no warning"),
    Seen("worn away", _worn_away, f"{LOST_TEXT:.0%} of the text, {_LOST_LINKS:.0%} of photos and links", "measures from today on"),
)  # fmt: skip
"""All rules, each with its reason in words."""
