"""How much of the page came or went: the rules about amounts, each of which says what it saw, or nothing."""

from kaidan.job.guard import measures
from kaidan.job.guard.comparison import Sight, length
from kaidan.job.guard.rule_kinds import Bound, some
from kaidan.job.guard.wear import LOST_LINKS, LOST_TEXT
from kaidan.messages import Message
from kaidan.models import Document

GAINED_TEXT = 0.5
"""The part that the text of meetings known before may gain."""

GAINED_LINKS = Bound(5, 0.5)
"""How many photos, or links, may come to the meetings known before, of as many as they have."""


def meetings_gone(sight: Sight) -> Message | None:
    """Say that meetings are gone, with those of the last thirty days more than the user lets go."""
    lost, earlier = measures.gone(sight), sight.best.get("gone", 0)
    if not lost or len(lost) + earlier <= sight.allow_loss:
        return None
    said = Message(
        "{count} of {known} meetings known before are gone: {which}",
        count=len(lost),
        known=len(sight.old.meetings),
        which=some(lost),
    )
    if not earlier:
        return said
    return Message("{said} (and {earlier} within the last thirty days)", said=said, earlier=earlier)


def text_fell(sight: Sight) -> Message | None:
    """Say that the meetings known before tell less."""
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


def text_grew(sight: Sight) -> Message | None:
    """Say that the meetings known before tell much more."""
    before = length(pair.old for pair in sight.pairs)
    after = length(pair.new for pair in sight.pairs)
    if after <= before * (1 + GAINED_TEXT) or after - before <= measures.ARTICLE:
        return None
    return Message(
        "the text of the meetings known before grew from {before:,} to {after:,} characters",
        before=before,
        after=after,
    )


def loose_text(sight: Sight) -> Message | None:
    """Say that much stands outside of all meetings that did not before."""
    before, after = (
        sum(len(line.text) for line in document.remainder) for document in (sight.before, sight.new)
    )
    if after <= max(before + measures.ARTICLE, before * (1 + GAINED_TEXT)):
        return None
    return Message(
        "the text outside of all meetings grew from {before:,} to {after:,} characters",
        before=before,
        after=after,
    )


def links_gone(sight: Sight) -> Message | None:
    """Say that photos or links are gone, or lead to less."""
    old, new = ([pair[side] for pair in sight.pairs] for side in (0, 1))
    for what, urls in (("photos", measures.photos), ("links", measures.links)):
        before, after = len(set(urls(old))), len(set(urls(new)))
        collapsed = len(urls(new)) >= len(urls(old))  # none is gone, and they lead to less
        if after < before * (1 - LOST_LINKS) and (before - after > 1 or collapsed):
            return Message(
                "{what} of the meetings known before fell from {before} to {after}",
                what=Message(what),
                before=before,
                after=after,
            )
    return None


def links_grew(sight: Sight) -> Message | None:
    """Say that the meetings known before have many more photos or links."""
    old, new = ([pair[side] for pair in sight.pairs] for side in (0, 1))
    for what, urls in (("photos", measures.photos), ("links", measures.links)):
        before, after = len(urls(old)), len(urls(new))
        if after - before > GAINED_LINKS.most(before, sight.days):
            return Message(
                "{what} of the meetings known before grew from {before} to {after}",
                what=Message(what),
                before=before,
                after=after,
            )
    return None


def undecodable(sight: Sight) -> Message | None:
    """Say that more than before cannot be decoded."""
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


def newly_warned(sight: Sight) -> Message | None:
    """Say that meetings known before give warnings that they did not, or any lost text."""
    codes = measures.newly_warned(sight)
    most = Bound(3, 0.1).most(len(sight.old.meetings), sight.days)
    lost = [code for code in codes if code == "text-lost"]
    if len(codes) <= most and not lost:
        return None
    return Message(
        "{count} new warnings about meetings known before: {which}",
        count=len(codes),
        which=some(list(dict.fromkeys(lost + codes))),
    )
