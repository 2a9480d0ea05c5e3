"""The sessions of the series of summits: where and when each met (sessions.tsv)."""

from functools import cache
from itertools import chain

from kaidan.data import rows
from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.roster import span


class Session:
    """One session of a series: its year (empty for every year), its country (ISO 3166-1), its place in English news and in Japanese."""

    __slots__ = ("country", "names", "place", "series", "year")

    def __init__(
        self, series: str, year: str, country: str, place: str, names: tuple[str, ...]
    ) -> None:
        self.series, self.year, self.country = series, year, country
        self.place, self.names = place, names


@cache
def sessions() -> dict[str, list[Session]]:
    """Return every session that the table knows, by series."""
    found: dict[str, list[Session]] = {}
    for series, year, country, place, english, others, _ in rows("sessions")[1:]:
        names = (place, *others.split("|")) if others else (place,)
        found.setdefault(series, []).append(Session(series, year, country, english, names))
    return found


@cache
def places() -> dict[str, list[Session]]:
    """Return the sessions by every name of their place."""
    found: dict[str, list[Session]] = {}
    for session in chain(*sessions().values()):
        for name in session.names:
            found.setdefault(name, []).append(session)
    return found


def series_at(place: str | None, on: str | None) -> str | None:
    """Return the series of a サミット named by its place alone, or None where the tables do not decide.

    >>> series_at("ラクイラ", None), series_at("東京", "1993-07"), series_at("ハノイ", None)
    ('G8', 'G7', None)
    """
    named = spelled("occasions", "by place")
    held = [session for session in places().get(place or "-", ()) if session.series in named]
    return _only(_then(held, on) or held)


def series_of(names: str, on: str | None) -> str | None:
    """Return the one of several series, joined by |, that met in the year of a date.

    >>> series_of("G7|G8", "2016-05"), series_of("G7|G8", "2008-07"), series_of("APEC", None)
    ('G7', 'G8', 'APEC')
    """
    if "|" not in names:
        return names
    return _only(_then([session for name in names.split("|") for session in sessions()[name]], on))


def _then(held: list[Session], on: str | None) -> list[Session]:
    when = span(on)
    return [session for session in held if when and when[0][:4] <= session.year <= when[1]]


def _only(held: list[Session]) -> str | None:
    names = {session.series for session in held}
    return names.pop() if len(names) == 1 else None
