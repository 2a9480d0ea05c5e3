"""Lines of their own that tell when and where: １．日時：平成25年8月28日, or the label in one line and the value in the next."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.text import BREAK


def is_labelled(text: str, start: int, kind: str) -> bool:
    """Say whether what starts here is the value of a label of this kind: ``day label``, or ``label`` of a place.

    >>> is_labelled("１．日時：5月6日", 5, "day label"), is_labelled("場所　ソチ", 3, "label"), is_labelled("会場の外のソチ", 5, "label")
    (True, True, False)
    >>> is_labelled(f"日時・場所{BREAK}5月6日、東京", 11, "label")  # each behind the other
    True
    """
    line = text.rfind(BREAK, 0, start) + 1
    if _label(kind).fullmatch(text, line, start):
        return True
    above = text.rfind(BREAK, 0, max(line - 1, 0)) + 1
    return line > 0 and _label_alone(kind).fullmatch(text[above:start]) is not None


_NUMBER = r"[\s（(]*(?:[0-9０-９]{1,2}[.．)）\s]*)?"


@cache
def _label(kind: str) -> re.Pattern[str]:
    return re.compile(rf"{_NUMBER}{any_of(spelled('venues', kind))}[\s：:]*")


@cache
def _label_alone(kind: str) -> re.Pattern[str]:
    """Return a label that has a line for itself, perhaps with the other's (日時・場所), and what of the next is another's value."""
    labels = any_of(spelled("venues", "day label", "label"))
    own = any_of(spelled("venues", kind))
    return re.compile(
        rf"{_NUMBER}(?:{labels}(?:・|及び|および|、))?{own}(?:(?:・|及び|および|、){labels})?[\s：:]*{BREAK}[^。はがをに]*"
    )
