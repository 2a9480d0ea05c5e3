"""Names in Latin letters, as English texts write them: with accents or without, the family name in capitals."""

import unicodedata

from kaidan.lexicon.words import spelled

_LONG = 3


def is_same_name(one: str | None, other: str) -> bool:
    """Say whether two names in Latin letters have a word in common, and no particle alone.

    >>> is_same_name("Angela Merkel", "Dr. Angela Dorothea MERKEL"), is_same_name("Stephen Smith", "Adam Smithson")
    (True, False)
    >>> is_same_name("Mohammed bin Salman", "Khalid bin Faisal")
    False
    """
    return not _long_words(one or "").isdisjoint(_long_words(other))


def _long_words(name: str) -> set[str]:
    plain = unicodedata.normalize("NFD", name.casefold())
    letters = "".join(sign for sign in plain if sign.isalpha() or sign.isspace())
    long = {word for word in letters.split() if len(word) >= _LONG}
    return long.difference(spelled("honorifics", "particle"))
