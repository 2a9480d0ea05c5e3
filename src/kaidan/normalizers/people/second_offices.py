"""The second of two offices that one person holds: 外務大臣 of 河野副総理兼外務大臣."""

from typing import NamedTuple

from kaidan.lexicon.offices import offices
from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.person import AND, Person
from kaidan.normalizers.people.titled import foreign_minister, foreign_ministry_at
from kaidan.text.scan import run_after

JOINTS = (AND, "・")
"""What stands between two offices of one person."""
_LONGEST_OFFICE, _LONGEST_RUN = 12, 24


class SecondOffice(NamedTuple):
    """A word of offices.tsv, and where it ends in the text."""

    word: str
    end: int


def second_office(text: str, end: int) -> SecondOffice | None:
    """Return the office behind the joint at a point, which somebody holds besides the one that ends there.

    >>> second_office("副総理兼外務大臣", 3), second_office("副首相兼外務・欧州統合大臣", 3).word, second_office("首相・夫人", 2)
    (SecondOffice(word='外務大臣', end=8), '外務大臣', None)
    """
    start = end + 1
    run = run_after(text, start, end + _LONGEST_RUN)
    known = (run[:size] for size in range(min(len(run), _LONGEST_OFFICE), 1, -1))
    word = next((word for word in known if word in offices()), None)
    if word:
        return SecondOffice(word, start + len(word))
    width = foreign_ministry_at(run)
    return SecondOffice(foreign_minister(), start + width) if width else None


def is_rather(second: Person, first: Person) -> bool:
    """Say whether the second of two offices tells more of who holds both: 河野副総理兼外務大臣."""
    if second.name and not first.name:
        return True
    is_any = first.office in {None, "minister"}  # 上級大臣兼外務国際協力大臣
    return is_any and second.office in spelled("titles", "sits")
