"""The words by which a text names a series of summits (series.tsv)."""

from functools import cache

from kaidan.data import rows


@cache
def series_words() -> dict[str, str]:
    """Return the series of each word; where it has named two, they are joined by | and the year decides.

    >>> series_words()["東アジアサミット"], series_words()["主要国首脳会議"]
    ('ASEAN', 'G7|G8')
    """
    return {word: names for word, names, _ in rows("series")[1:]}
