"""All that a comparison finds, with the two sides it lies between."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field, replace

from kaidan.differ.change import By, Change
from kaidan.differ.consequences import linked


@dataclass(frozen=True, slots=True)
class Side:
    """What one side of a comparison was made from and by. None of it is a change of what the page says."""

    generator: str
    url: str | None
    sha256: str
    encoding: str
    schema_version: str = "1.0"
    shape: str | None = None
    context: tuple[str, ...] | None = None
    """The lines that lend the meetings something, where the other side is of a schema that has none."""


@dataclass(frozen=True, slots=True)
class Changes:
    """All changes from one document to another, the source's first; false when there is none.

    With ``replayed``, the old page as today's code reads it, the extractor's changes lead from ``old`` to ``replayed`` and the
    source's from there to ``new``. Not ``complete``: something was filtered out, so it can be read but not applied.
    """

    changes: tuple[Change, ...]
    old: Side
    new: Side
    replayed: Side | None = None
    complete: bool = field(default=True)

    def __len__(self) -> int:
        return len(self.changes)

    def __iter__(self) -> Iterator[Change]:
        return iter(self.changes)

    def by(self, by: By) -> tuple[Change, ...]:
        """Return the changes of one of the two."""
        return tuple(change for change in self.changes if change.by == by)

    def mirror(self) -> "Changes":
        """Return the changes that lead back; ``diff(a, b).mirror() == diff(b, a)``.

        Raises:
            ValueError: they lead by way of ``replayed``, and whose were the first steps there would be the last ones back.
        """
        if self.replayed:
            raise ValueError("changes by way of a second extraction have no mirror")
        mirrored = sorted((change.mirror() for change in self.changes), key=Change.rank)
        return replace(self, changes=linked(mirrored), old=self.new, new=self.old)

    def filtered(
        self, *, only: By | None = None, ignore: Collection[str] = (), meeting: str | None = None
    ) -> "Changes":
        """Return the changes by ``only``, about ``meeting`` (its old or new id), less the kinds, quiet kinds and fields in ``ignore``."""
        kept = [
            index
            for index, change in enumerate(self.changes)
            if only in (None, change.by)
            and meeting in (None, change.meeting, change.formerly)
            and not {change.kind, change.quiet, change.field} & {*ignore}
        ]
        now_at = {index: place for place, index in enumerate(kept)}
        told = [self.changes[index] for index in kept]
        return replace(
            self,
            changes=tuple(
                replace(
                    change, follows=now_at.get(-1 if change.follows is None else change.follows)
                )
                for change in told
            ),
            complete=self.complete and len(kept) == len(self.changes),
        )

    def roots(self) -> list[tuple[Change, list[Change]]]:
        """Return the changes that follow from no other, each with all that follow from it, by way of others too."""
        above = [change.follows for change in self.changes]
        told: dict[int, list[Change]] = {
            index: [] for index, follows in enumerate(above) if follows is None
        }
        for index, change in enumerate(self.changes):
            root = index
            while (further := above[root]) is not None:
                root = further
            if root != index:
                told[root].append(change)
        return [(self.changes[index], followers) for index, followers in told.items()]
