"""``python -m kaidan.data.build.land WORLD_ATLAS``: the outlines of land that the map is drawn on.

``WORLD_ATLAS`` is the folder of the npm package ``world-atlas``, whose ``land-50m.json`` is Natural Earth's land (public domain) as
TopoJSON. Kept are land north of 60° south and islands that a map of the world shows, with as many points as its scale can tell.
"""

import json
import sys
from collections.abc import Iterator, Sequence
from itertools import accumulate, pairwise
from pathlib import Path
from typing import Any

Point = tuple[float, float]
"""Longitude and latitude in degrees."""

TOLERANCE = 0.22
"""Degrees by which a coast may be off: half a pixel of a map 800 pixels wide."""

SMALLEST = 0.35
"""Square degrees of the smallest island that is kept; Bali has 0.47."""

SOUTHERNMOST = -60.0

OUTPUT = Path(__file__).parents[1] / "land.json"


def write_land() -> None:
    """Write ``land.json``."""
    topology = json.loads((Path(sys.argv[1]) / "land-50m.json").read_text(encoding="utf-8"))
    polygons = [
        [[[round(x, 1), round(y, 1)] for x, y in ring] for ring in polygon]
        for polygon in _polygons(topology)
    ]
    land = {"type": "MultiPolygon", "coordinates": polygons}
    OUTPUT.write_text(json.dumps(land, separators=(",", ":")) + "\n", encoding="utf-8")


def _polygons(topology: dict[str, Any]) -> Iterator[list[list[Point]]]:
    arcs = [_decoded(arc, topology["transform"]) for arc in topology["arcs"]]
    for geometry in topology["objects"]["land"]["geometries"]:
        for rings in geometry["arcs"]:
            outer, *holes = ([*_ring(ring, arcs)] for ring in rings)
            if max(y for _, y in outer) > SOUTHERNMOST and abs(_area(outer)) >= SMALLEST:
                kept = [outer, *(hole for hole in holes if abs(_area(hole)) >= SMALLEST)]
                yield [_closed(simplified(ring, TOLERANCE)) for ring in kept]


def _decoded(arc: Sequence[Sequence[int]], transform: dict[str, Any]) -> list[Point]:
    """Return an arc in degrees; TopoJSON has whole steps from point to point."""
    (kx, ky), (dx, dy) = transform["scale"], transform["translate"]
    xs, ys = ([*accumulate(steps)] for steps in zip(*arc, strict=True))
    return [(x * kx + dx, y * ky + dy) for x, y in zip(xs, ys, strict=True)]


def _ring(indices: Sequence[int], arcs: Sequence[Sequence[Point]]) -> Iterator[Point]:
    """Yield the points of a ring; ``~i`` is arc i backwards, and an arc starts where the one before it ends."""
    for place, index in enumerate(indices):
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        yield from arc[place > 0 :]


def _area(ring: Sequence[Point]) -> float:
    return sum(x1 * y2 - x2 * y1 for (x1, y1), (x2, y2) in pairwise(ring)) / 2


def _closed(ring: list[Point]) -> list[Point]:
    return ring if ring[0] == ring[-1] else [*ring, ring[0]]


def simplified(points: Sequence[Point], tolerance: float) -> list[Point]:
    """Return a line with as few points as keep it within ``tolerance`` (Douglas and Peucker 1973).

    >>> simplified([(0, 0), (1, 0.01), (2, 0), (2, 2)], 0.1)
    [(0, 0), (2, 0), (2, 2)]
    """
    kept = {0, len(points) - 1}
    work = [(0, len(points) - 1)]
    while work:
        first, last = work.pop()
        farthest = max(
            range(first + 1, last),
            key=lambda at: _distance(points[at], points[first], points[last]),
            default=first,
        )
        if (
            farthest > first
            and _distance(points[farthest], points[first], points[last]) > tolerance
        ):
            kept.add(farthest)
            work += [(first, farthest), (farthest, last)]
    return [points[at] for at in sorted(kept)]


def _distance(point: Point, start: Point, end: Point) -> float:
    """Return how far a point is from the line through two others, or from the one where both are one."""
    (x, y), (x1, y1), (x2, y2) = point, start, end
    length = float(((x2 - x1) ** 2 + (y2 - y1) ** 2) ** 0.5)
    if length == 0:
        return float(((x - x1) ** 2 + (y - y1) ** 2) ** 0.5)
    return abs((x2 - x1) * (y1 - y) - (x1 - x) * (y2 - y1)) / length


if __name__ == "__main__":
    write_land()
