"""Where rows or cells of a table are headed by years of eras without 年: S50 体育館 / H15 閉校."""

import re
from functools import cache, lru_cache
from itertools import pairwise

from kaidan.lexicon.eras import eras_by_word, modern_eras
from kaidan.text import BREAK
from kaidan.text.numerals import number

_FEWEST_IN_A_LINE = 3


@cache
def era_letters() -> frozenset[str]:
    """Return the Latin letters of the eras since 明治."""
    return frozenset(sign for era in modern_eras() for sign in era.signs if sign.isascii())


@cache
def _heads() -> re.Pattern[str]:
    letters = "".join(sorted(era_letters()))
    return re.compile(
        rf"(?:^|(?<=[\n| {BREAK}]))(?P<era>[{letters}])(?P<year>[0-9]{{1,2}}|元)(?=[\n| {BREAK}])"
    )


@lru_cache(maxsize=8)
def tabulated_years(text: str) -> frozenset[int]:
    r"""Return where the numbers of such years stand, if they rise and pass from one era into the next, which no parts or sizes do.

    >>> sorted(tabulated_years("S50 体育館\nH15 閉校"))
    [1, 9]
    >>> tabulated_years("M6 ボルト\nM8 ナット"), tabulated_years("S1 R2 ")
    (frozenset(), frozenset())
    """
    years: list[int] = []
    places: list[int] = []
    eras = eras_by_word()
    for head in _heads().finditer(text):
        era, count = eras[head["era"]], number(head["year"]) or 0
        year = era.first_year + count - 1
        if not count or (era.last_year and year > era.last_year):
            return frozenset()
        years.append(year)
        places.append(head.start("year"))
    letters = {text[place - 1] for place in places}
    heads_rows = all(place < 2 or text[place - 2] in "\n|" for place in places)
    if len(letters) < 2 or not (heads_rows or len(places) >= _FEWEST_IN_A_LINE):
        return frozenset()
    rises = all(before <= after for before, after in pairwise(years))
    return frozenset(places) if rises else frozenset()
