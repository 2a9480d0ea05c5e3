"""Who gave a photo: the label of its credit and the name behind it, and what says that an image is none: an icon's text."""

import re
from functools import cache, lru_cache

from kaidan.lexicon.words import spelled

_COLONS = frozenset("：:；;／/＝=…")
_BRACKETS = "()（）[]［］【】〔〕"
_REMARKS = ("※", "*", "▲")
LONGEST = 80
"""Characters of a credit."""


def credit_of(text: str) -> str | None:
    """Return the name after the label, if the whole text is a credit.

    >>> credit_of("（写真提供：内閣広報室）"), credit_of("写真提供について")
    ('内閣広報室', None)
    """
    return _credited(text) if len(text) <= LONGEST else None


@lru_cache(256)  # the credits of a page say the same
def _credited(text: str) -> str | None:
    inside = text.strip(" \u3000。" + _BRACKETS)
    label = inside[1:] if inside.startswith(_REMARKS) else inside
    said = next(filter(label.startswith, spelled("photos", "label")), "")
    if not said or "。" in inside:
        return _giver(inside) if text[:1] in _BRACKETS and text[-1:] in _BRACKETS else None
    behind = label.removeprefix(said)
    name = behind.lstrip(" \u3000\xa0")
    if name[:1] in _COLONS:
        name = name[1:].strip()
        return _giver(name) or name or None
    if said in spelled("photos", "subject"):
        return _giver(name)
    closed = name[:1] in _BRACKETS or len(name) < len(behind)
    return (
        name.strip(" \u3000\xa0" + _BRACKETS) or None
        if closed and said.endswith(spelled("photos", "of giver"))
        else None
    )


def _giver(text: str) -> str | None:
    """Return the name in 内閣広報室提供; what holds hiragana is no name."""
    name = text
    for giving in spelled("photos", "giving"):
        name = name.removesuffix(giving)
    return (
        name
        if 0 < len(name) < len(text) and not any("ぁ" <= character <= "ん" for character in name)
        else None
    )


def credit_within(text: str) -> int:
    """Return where in a caption the credit begins that ends it, or 0: 会談に臨む両首脳（写真提供：内閣広報室）.

    >>> credit_within("会談に臨む両首脳（写真提供：内閣広報室）"), credit_within("写真提供：内閣広報室")
    (8, 0)
    """
    if len(text) > LONGEST:
        return 0
    at = max(text.find(label) for label in spelled("photos", "label within"))
    at -= at > 0 and text[at - 1] in _BRACKETS
    return at if at > 0 and credit_of(text[at:]) else 0


@lru_cache(256)  # likewise the texts of its icons
def is_icon(alt: str) -> bool:
    """Tell whether the text of an image says that it is none of the page: 別ウインドウで開きます, PDF, NEW.

    >>> is_icon("別ウインドウで開きます"), is_icon("握手を交わす両首脳")
    (True, False)
    """
    return not alt or _icon().fullmatch(alt) is not None


@cache
def _icon() -> re.Pattern[str]:
    """Return the pattern of an icon's text; the rows of ``data/words/photos.tsv`` are patterns."""
    return re.compile("|".join(spelled("photos", "icon")))
