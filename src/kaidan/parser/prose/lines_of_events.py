"""A line of a chronology that tells of talks, read where it leaves no doubt: 田中総理と周恩来総理が北京で会談, 日露首脳会談（ソチ）."""

import re
from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from kaidan.lexicon.home import HOME
from kaidan.lexicon.words import any_of, pattern_of, spelled
from kaidan.normalizers.events.venues import where_met
from kaidan.normalizers.people.named import find_people
from kaidan.normalizers.people.person import PersonMention
from kaidan.normalizers.places import PlaceMention, find_places, resolve_place
from kaidan.parser.headings.bracketed import is_appendix
from kaidan.parser.headings.titles_of_lists import title_in
from kaidan.parser.records import Field
from kaidan.parser.tabular.cell_types import pair_in
from kaidan.text.clauses import CUT_SHORT

LONGEST = 120
"""Characters of a line that tells one thing."""
_BLANKS = " \u3000\xa0・：:、"


_SIDES: tuple[Field, Field] = ("ours", "theirs")


class Told(NamedTuple):
    """What a line tells: the talks as it names them, between whom, and where it says who met and where, by its code points."""

    title: str
    parties: tuple[str, ...]
    spans: Mapping[Field, tuple[int, int]]


def read_event(text: str, start: int, on: str | None = None) -> Told | None:
    """Read a line behind its date, on which it hangs who is meant (EDTF); None where it leaves a doubt.

    >>> text = "10月13日　細川総理とエリツィン大統領が東京で会談"
    >>> event = read_event(text, 6, "1993-10-13")
    >>> event.title, [text[slice(*span)] for span in event.spans.values()]
    ('細川総理とエリツィン大統領が東京で会談', ['細川総理', 'エリツィン大統領', '東京'])
    >>> read_event("10月　首脳会談の開催で合意", 3) is read_event("10月　日米首脳会談を予定", 3) is None
    True
    """
    behind = _behind_talks(text)
    if not behind or behind.start() < start:
        return None
    end = behind.start()
    first = start + len(text[start:end]) - len(text[start:end].lstrip(_BLANKS))
    title = text[first:end]
    pair = pair_in(title, on=on)
    names_sides = title_in(title) == title and "が" not in title
    if not names_sides and (not pair or any(one.who.name is None for one in pair)):
        return None
    spans = _sides(pair, first)
    if within := behind["within"] or "":
        if resolve_place(within):
            spans["place"] = behind.span("within")
        elif find_people(within, on=on):
            spans |= _sides(pair_in(within, on=on), behind.start("within"))
        elif not is_appendix(within):
            return None
    if "place" not in spans and (there := where_met(title, find_places(title))):
        spans["place"] = (first + there.start, first + there.end)
        title = _behind_place(title, there) if names_sides else title
    if not spans:
        return None
    return Told(title, (HOME, pair[1].who.country or "") if pair else (), spans)


def _behind_place(title: str, there: PlaceMention) -> str:
    """Return a title without the place that opens it: the 日中首脳会談 of 東京で日中首脳会談."""
    if there.start:
        return title
    at = next((at for at in spelled("venues", "at") if title.startswith(at, there.end)), "")
    return title[there.end + len(at) :] if at else title


def _sides(
    pair: tuple[PersonMention, PersonMention] | None, first: int
) -> dict[Field, tuple[int, int]]:
    """Return where the two stand, ours first, of a piece that begins at ``first``; nothing where there are none."""
    return {
        side: (first + one.start, first + one.end)
        for side, one in zip(_SIDES, pair or (), strict=False)
    }


def leaves_doubt(text: str) -> bool:
    """Tell whether a line of talks is surely read as no event: the cheap look.

    >>> leaves_doubt("5月6日 - 総理はソチで会談し、..."), leaves_doubt("5月6日、総理はソチで大統領と会談した。")
    (True, False)
    """
    return len(text) > LONGEST or text.endswith(CUT_SHORT) or not tells_of_talks(text)


def tells_of_talks(text: str) -> bool:
    """Tell whether a line tells of talks that were held, whoever met: the cheap look.

    >>> tells_of_talks("総理と大統領が東京で会談"), tells_of_talks("首脳会談の開催で合意"), tells_of_talks("会談した際の警備")
    (True, False, False)
    """
    return _behind_talks(text) is not None


def _behind_talks(text: str) -> re.Match[str] | None:
    """Return what stands behind the only talks that a line names, if they were held."""
    nouns = pattern_of("headings", "talks", "plain talks")
    ends = [found.end() for found in nouns.finditer(text)]
    if len(ends) != 1 or pattern_of("headings", "press", "planned").search(text):
        return None
    return _end_of_talks().match(text, ends[0])


@cache
def _end_of_talks() -> re.Pattern[str]:
    """Return what may stand behind talks that were held: the end of the clause, a verb, a bracket with the place or who met."""
    held = any_of(spelled("talks", "held"))
    return re.compile(
        rf"(?:[（(](?:於)?[：:]?(?P<within>[^（()）]{{1,40}})[）)])?\s*(?:$|[、。,，]|[をがは]?{held}(?!(?:した|た)?際の))"
    )
