"""What is run by hand when tables are built or checked: the outlines of land and the lunisolar calendar."""

import csv
import json
import sys
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest

from kaidan.data.build import land, lunisolar_check

Point = tuple[int, int]


def topology(*rings: list[Point]) -> dict[str, object]:
    """A TopoJSON of rings in whole degrees, each an arc of steps; the first is cut into two arcs, the second of them backwards."""
    first, *others = rings
    arcs = [steps(first[:3]), steps(first[:1:-1]), *map(steps, others)]
    polygons = [[[0, ~1]], *([[at + 2]] for at in range(len(others)))]
    return {
        "transform": {"scale": [1, 1], "translate": [0, 0]},
        "arcs": arcs,
        "objects": {"land": {"geometries": [{"arcs": polygons}]}},
    }


def steps(points: list[Point]) -> list[Point]:
    return [
        points[0],
        *((x - a, y - b) for (a, b), (x, y) in pairwise(points)),
    ]


def square(x: int, y: int, size: int) -> list[Point]:
    return [(x, y), (x + size, y), (x + size, y + size), (x, y + size), (x, y)]


@pytest.mark.parametrize(
    ("size", "island"), [(0, []), (1, [[[[9, 9], [10, 9], [10, 10], [9, 10], [9, 9]]]])]
)
def test_land_is_drawn_where_a_map_shows_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int, island: list[object]
) -> None:
    coast, antarctic = [(0, 0), (2, 0), (4, 0), (4, 4), (0, 0)], square(10, -80, 9)
    atlas = topology(coast, antarctic, square(9, 9, size))
    (tmp_path / "land-50m.json").write_text(json.dumps(atlas), "utf-8")
    monkeypatch.setattr(land, "OUTPUT", tmp_path / "land.json")
    monkeypatch.setattr(sys, "argv", ["land", str(tmp_path)])
    land.write_land()
    drawn = json.loads((tmp_path / "land.json").read_bytes())
    straight = [[0, 0], [4, 0], [4, 4], [0, 0]]  # (2, 0) lies on the line
    assert drawn["coordinates"] == [[straight], *island]


def test_a_line_that_returns_to_its_start_keeps_its_farthest_point() -> None:
    assert land.simplified([(0, 0), (0, 3), (0, 0)], 0.1) == [(0, 0), (0, 3), (0, 0)]


HEAD = ("cal_stream", "ind_year", "month", "intercalary", "nmd_jdn")


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """Our own months, as the other table has them; one starts a day late, and one is of another land."""
    path = tmp_path / "table.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEAD)
        for (year, month, is_leap), first in lunisolar_check.our_months().items():
            late = (year, month, is_leap) == (1870, 2, False)
            writer.writerow(
                ("4", year, month, int(is_leap), first.toordinal() + 1_721_424.5 + late)
            )
        writer.writerow(("1", 1870, 1, 0, 1.5))
    return path


def test_our_months_are_those_of_the_almanac() -> None:
    ours = lunisolar_check.our_months()
    assert ours[1872, 12, False] == date(1872, 12, 30)
    assert ours[1870, 10, True] == date(1870, 11, 23)
    assert min(ours)[0] == 1000


def test_a_month_that_differs_is_named(
    table: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["check", str(table)])
    lunisolar_check.main()
    assert capsys.readouterr().out == "1870-2: 1870-03-02 here, 1870-03-03 there\n1 months differ\n"
