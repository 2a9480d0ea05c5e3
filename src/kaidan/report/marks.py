"""A text with the words marked that values were read from: each character once, marks that overlap nested or cut."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple


class Span(NamedTuple):
    """Words that a value was read from: code points into a text, the field, and what was read."""

    start: int
    end: int
    field: str
    tip: str


class Mark(NamedTuple):
    """A stretch of a text under a mark, or bare (``span`` is None), with what is inside of it."""

    start: int
    end: int
    span: Span | None
    inner: tuple["Mark", ...]


def marked(length: int, spans: Iterable[Span]) -> tuple[Mark, ...]:
    """Return a text of some length as stretches, in order and without a gap.

    >>> [(mark.start, mark.end, bool(mark.span)) for mark in marked(5, [Span(1, 3, "date", "2014")])]
    [(0, 1, False), (1, 3, True), (3, 5, False)]
    """
    joined = _one_each(spans)
    ordered = sorted(_nesting(joined), key=lambda span: (span.start, -span.end, _order(span)))
    return tuple(_within(0, length, ordered))


_FIELDS = ("mentions", "links", "agreements", "occasion", "participants", "place", "date")
"""Of marks on the same words the last is the innermost, which is the one that is seen."""


def _order(span: Span) -> int:
    return _FIELDS.index(span.field) if span.field in _FIELDS else len(_FIELDS)


def _one_each(spans: Iterable[Span]) -> list[Span]:
    """Join what several values of one field say of the same words; an inner mark says what those around it say too."""
    tips: dict[tuple[int, int, str], list[str]] = {}
    for span in spans:
        if span.end > span.start:
            tips.setdefault(span[:3], []).append(span.tip)
    joined = [Span(*key, " · ".join(dict.fromkeys(said))) for key, said in tips.items()]
    together: dict[tuple[int, int], list[Span]] = {}
    for span in sorted(joined, key=_order, reverse=True):
        together.setdefault(span[:2], []).append(span)
    return [
        span._replace(tip=" · ".join(each.tip for each in same[place:]))
        for same in together.values()
        for place, span in enumerate(same)
    ]


def _nesting(spans: Sequence[Span]) -> Iterator[Span]:
    """Yield the spans, each cut where another that began before it ends within it."""
    work = sorted(spans, key=lambda span: (span.start, -span.end, _order(span)))
    placed: list[Span] = []
    while work:
        span = work.pop(0)
        ends = [other.end for other in placed if other.start < span.start < other.end < span.end]
        if ends:
            at = min(ends)
            work.append(span._replace(start=at))
            span = span._replace(end=at)
            work.sort(key=lambda each: (each.start, -each.end, _order(each)))
        placed.append(span)
        yield span


def _within(start: int, end: int, spans: Sequence[Span]) -> Iterator[Mark]:
    at, index = start, 0
    while index < len(spans):
        span = spans[index]
        if span.start > at:
            yield Mark(at, span.start, None, ())
        inside = index + 1
        while inside < len(spans) and spans[inside].start < span.end:
            inside += 1
        inner = tuple(_within(span.start, span.end, spans[index + 1 : inside]))
        yield Mark(span.start, span.end, span, inner)
        at, index = span.end, inside
    if at < end:
        yield Mark(at, end, None, ())
