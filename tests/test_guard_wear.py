"""Small losses, a day each: what the guard says of a month of them, beside what each meeting had on each of its days."""

import json
import random
from collections.abc import Sequence
from datetime import timedelta
from pathlib import Path
from typing import NamedTuple

import pytest

from kaidan.errors import Refused
from kaidan.fetcher import Page
from kaidan.job.guard import noted
from kaidan.job.run import Order, take
from kaidan.pipeline import extract
from mornings import FIRST

URL = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
_WINDOW = timedelta(days=30)
_LEAST = {"text": 0.75, "photos": 0.8, "links": 0.8}
"""The part of each that has to be left."""


class Told(NamedTuple):
    """A meeting: how many sentences, photos and links it has."""

    sentences: int = 8
    photos: int = 4
    links: int = 4


Site = dict[int, Told]


def heading(number: int) -> str:
    return f"日露首脳会談　（東京・平成{number // 12 + 5}年{number % 12 + 1}月）"


def text(number: int, told: Told) -> str:
    return "".join(
        f"両首脳は会談し、第{number}の{one}の事項で一致した。" for one in range(told.sentences)
    )


def page(site: Site) -> bytes:
    parts = []
    for number, told in site.items():
        photos = "".join(f"<img src=img/{number}-{one}.jpg>" for one in range(told.photos))
        links = "".join(f"<a href=pdf/{number}-{one}.pdf>別添</a>" for one in range(told.links))
        parts.append(
            f"<h3>{heading(number)}</h3><p>{photos}</p><p>{text(number, told)}{links}</p>\n"
        )
    return (
        f"<html><meta charset=utf-8><title>近年の主な動き</title>{''.join(parts)}</html>".encode()
    )


def amount(name: str, number: int, told: Told) -> int:
    if name == "text":
        return len(heading(number)) + len(text(number, told)) + len("別添") * told.links
    return told.photos if name == "photos" else told.links


def _refused_for(refusal: Refused, words: str) -> bool:
    """Say that the job took nothing, for that reason at least."""
    assert words in str(refusal)
    return False


def test_the_log_notes_what_the_pages_of_this_test_have() -> None:
    site = {0: Told(), 1: Told(3, 2, 1)}
    expected = {name: sum(amount(name, *one) for one in site.items()) for name in _LEAST}
    assert noted(extract(page(site))) == expected


class Month:
    """A folder, a site, and what stood on each day since the last ``--accept``."""

    def __init__(self, folder: Path) -> None:
        self.order, self.now = Order(URL, folder), FIRST
        self.site: Site = {number: Told() for number in range(8)}
        self.stood: list[tuple[float, Site]] = []
        self.born: Site = dict(self.site)
        self.morning(0, self.site)

    def morning(self, days: int, site: Site, **order: bool) -> bool:
        """Let the site be so after some days, and say whether the job took it."""
        self.now += timedelta(days=days)
        try:
            take(self.order._replace(**order), Page(URL, 200, {}, page(site)), self.now)  # type: ignore[arg-type]
        except Refused as refusal:
            return _refused_for(refusal, "wore away")
        self.born = {number: self.born.get(number, told) for number, told in site.items()}
        if order.get("accept"):
            self.stood.clear()
        self.stood.append((self.now.timestamp(), dict(site)))
        self.site = site
        return True

    def has_worn(self, days: int, site: Site) -> bool:
        """Whether the meetings have less than they must, of what they had on some day, or when they came if that was later."""
        since = (self.now + timedelta(days=days) - _WINDOW).timestamp()
        return any(
            self._left(name, site) < least * before and before - self._left(name, site) > 1
            for when, stood in self.stood
            if when >= since
            for name, least in _LEAST.items()
            for before in [
                sum(
                    amount(name, number, stood.get(number, self.born.get(number, told)))
                    for number, told in site.items()
                )
            ]
        )

    @staticmethod
    def _left(name: str, site: Site) -> int:
        return sum(amount(name, *one) for one in site.items())

    def forget_counts(self) -> None:
        """Leave the last line as a version wrote it that counted nothing."""
        path = self.order.folder / "runs.jsonl"
        *before, last = path.read_text(encoding="utf-8").splitlines()
        fields = json.loads(last)
        fields["counts"] = {"meetings": fields["counts"]["meetings"]}
        path.write_text("\n".join([*before, json.dumps(fields), ""]), encoding="utf-8")
        self.stood[-1] = (0, {})  # on a day so long ago that it is measured by no more


def lessened(site: Site, losses: Sequence[tuple[int, str]]) -> Site:
    """The site after some small losses, none of which takes the last of anything."""
    left = dict(site)
    for at, name in losses:
        number = sorted(left)[at % len(left)]
        left[number] = left[number]._replace(**{name: max(2, getattr(left[number], name) - 1)})
    return left


@pytest.mark.parametrize("seed", range(3))
def test_a_month_of_small_losses_is_measured_by_its_best_day(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311  no secret
    month = Month(tmp_path)
    said: list[bool] = []
    for _ in range(14):
        days, event = chance.choice([1, 1, 1, 2, 9]), chance.randrange(9)
        lost = [(chance.randrange(20), chance.choice(Told._fields)) for _ in range(4)]
        site = lessened(month.site, lost)
        if event == 0:
            assert month.morning(days, site, accept=True)
            continue
        if event == 1:
            site[max(site) + 1] = Told()
        worn = month.has_worn(days, site)
        assert month.morning(days, site) is not worn
        if event == 2 and not worn:
            month.forget_counts()
        said.append(worn)
    assert set(said) == {True, False}


def test_a_loss_hides_behind_no_new_meeting(tmp_path: Path) -> None:
    month = Month(tmp_path)
    days = 0
    while True:
        lost = [(3 * days + at, "sentences") for at in range(3)]
        site = lessened(dict(list(month.site.items())[:8]), lost)
        new = {8 + days: Told()} if days < 4 else {}
        if not month.morning(1, month.site | site | new):
            break
        days += 1
    assert (
        days == 9
    )  # a quarter of what twelve meetings had; with the greatest sum of one day it would be more


def test_meetings_that_are_let_go_are_counted_over_thirty_days(tmp_path: Path) -> None:
    month = Month(tmp_path)

    def let_go(days: int, allowed: int) -> bool:
        month.now += timedelta(days=days)
        left = dict(list(month.site.items())[1:])
        try:
            take(
                month.order._replace(allow_loss=allowed), Page(URL, 200, {}, page(left)), month.now
            )
        except Refused as refusal:
            return _refused_for(refusal, "(and 1 within the last thirty days)")
        month.site = left
        return True

    assert let_go(1, 1)
    assert month.morning(1, month.site)  # what was let go is no wear
    assert not let_go(1, 1)
    assert let_go(0, 2)
    assert not month.has_worn(40, month.site)
    assert let_go(40, 1)
