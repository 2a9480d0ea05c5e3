"""The order in which every rendering tells the changes: whose, then which meeting."""

from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from kaidan.differ.change import By, Change
from kaidan.differ.changes import Changes
from kaidan.differ.summary import following, is_repeated, repeated
from kaidan.messages import Message, counted

Told = tuple[Change, list[Change]]
"""A change that follows from no other, and those that follow from it."""


class Group(NamedTuple):
    """The changes of one of the two: what to write above them, and the changes by meeting, quieter ones last."""

    by: By
    title: Message
    meetings: list[tuple[str, list[Told]]]


def groups(changes: Changes) -> Iterator[Group]:
    """Yield the source's changes, then the extractor's, if there are any."""
    for by in ("source", "extractor"):
        mine = [told for told in changes.roots() if told[0].by == by]
        if mine:
            count = counted(len(mine), "{count} change", "{count} changes")
            meetings = [
                (name, list(some))
                for name, some in groupby(mine, lambda told: told[0].meeting or "page")
            ]
            title = Message("{who}: {count}", who=_who(by, changes), count=count)
            yield Group(by, title, meetings)


def below(told: Told) -> list[Change]:
    """Return what follows from a change and is shown below it: what is in the same meeting, and no addresses."""
    change, followers = told
    if change.field == "source.url":
        return []
    return [
        each
        for each in followers
        if each.position == change.position and not each.quiet and not is_repeated(change, each)
    ]


def beside(told: Told) -> list[Message]:
    """Return what is said beside a change of those that follow from it and are not shown."""
    change, followers = told
    if change.field == "source.url":
        return following(change, followers)
    return repeated(change, followers)


def _who(by: By, changes: Changes) -> Message:
    if by == "source":
        return Message("Source")
    versions = [changes.old.generator, (changes.replayed or changes.new).generator]
    return Message("Extractor ({versions})", versions=" → ".join(dict.fromkeys(versions)))


def nothing(changes: Changes) -> Message:
    """Return what to say where no change is told."""
    if not changes.complete:
        return Message("No difference of the kind asked for.")
    same = changes.old.sha256 == changes.new.sha256
    return (
        Message("No difference.")
        if same
        else Message("No difference: the page's bytes changed, and nothing that is read from them.")
    )
