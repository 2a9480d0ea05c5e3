"""What the rules measure: pure functions of a sight, each of which returns the ids of the meetings that it is about."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from difflib import SequenceMatcher
from urllib.parse import urlsplit

from kaidan.job.guard.comparison import Pair, Sight, text_of
from kaidan.models import Document, Meeting
from kaidan.normalizers.places.model import TOWN_OR_FINER
from kaidan.text.keys import unspaced

Measure = Callable[[Sight], list[str]]

_ALIKE = 0.5
"""How much of two texts must agree for the one to be an edit of the other."""

_LEFT = 0.15
"""How much of a body must be left for it to say something still: an editor who cuts leaves the sentence that they met."""

_TELLING = 20
"""Characters of a body: so long a one is no other meeting's by chance."""

ARTICLE = 1_000
"""Characters that are an article, and no notice."""

_KANA = re.compile("[\u3041-\u30ff\uff66-\uff9f]")


def of_pairs(differs: Callable[[Pair], bool]) -> Measure:
    """Return the measure of how many meetings known before differ in something."""
    return lambda sight: [pair.old.id for pair in sight.pairs if differs(pair)]


def gone(sight: Sight) -> list[str]:
    """Meetings known before that are not there."""
    return [meeting.id for meeting in sight.matching.removed]


def added(sight: Sight) -> list[str]:
    """Meetings that were not known."""
    return [meeting.id for meeting in sight.matching.added]


def unresolved(sight: Sight) -> list[str]:
    """Meetings whose heading resolved to a date, a country or a place, and does no more."""
    return [old.id for old, new in sight.matching.pairs if _resolved(old) - _resolved(new)]


def _resolved(meeting: Meeting) -> set[str]:
    found = {
        "date": meeting.date.edtf,
        "country": meeting.place and meeting.place.country,
        "place": meeting.place and meeting.place.name,
    }
    return {name for name, value in found.items() if value}


def emptied(pair: Pair) -> bool:
    """Whether a body that said something says nothing, or next to nothing: 準備中."""
    return len(text_of(pair.new)) < len(text_of(pair.old)) * _LEFT


def swollen(pair: Pair) -> bool:
    """Whether a body holds an article that it did not, longer than all that it had said."""
    before, after = len(text_of(pair.old)), len(text_of(pair.new))
    return after - before > max(ARTICLE, before)


def reworded(pair: Pair) -> bool:
    """Whether a body says something else, however little of it."""
    return text_of(pair.old) != text_of(pair.new)


def rewritten(pair: Pair) -> bool:
    """Whether most of a body is another's words."""
    old, new = text_of(pair.old), text_of(pair.new)
    return bool(old) and old != new and not alike(old, new)


def alike(old: str, new: str) -> bool:
    """Tell whether one text may be an edit of the other."""
    matcher = SequenceMatcher(None, old, new, autojunk=False)
    return matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE


def redated(pair: Pair) -> bool:
    """Whether a meeting lies on another day, and not only on a finer one."""
    old, new = pair.old.date, pair.new.date
    if old.start is None or new.start is None or old.end is None or new.end is None:
        return False
    return new.start > old.end or new.end < old.start


def replaced(pair: Pair) -> bool:
    """Whether a meeting was held in another country, or in another town of the same."""
    old, new = pair.old.place, pair.new.place
    if old is None or new is None:
        return False
    if old.country and new.country and old.country != new.country:
        return True
    names = old.name and new.name and {old.precision, new.precision} <= TOWN_OR_FINER
    return bool(names) and old.name != new.name


def recast(pair: Pair) -> bool:
    """Whether other people met."""
    return bool(_people(pair.old) - _people(pair.new))


def _people(meeting: Meeting) -> set[str]:
    return {person.name.ja for person in meeting.participants if person.name}


def other_parties(pair: Pair) -> bool:
    """Whether others than the parties known before met, or on another level."""
    return (pair.old.parties, pair.old.kind) != (pair.new.parties, pair.new.kind)


def other_script(pair: Pair) -> bool:
    """Whether a body that had kana has none."""
    old, new = text_of(pair.old), text_of(pair.new)
    return len(new) >= _TELLING and bool(_KANA.search(old)) and not _KANA.search(new)


def moved_about(sight: Sight) -> list[str]:
    """Meetings that have the heading, the body, a photo or a link which another one had before, and had alone."""
    owners: dict[str, str] = {}
    shared = Counter(thing for pair in sight.pairs for thing in _things(pair.old))
    for pair in sight.pairs:
        owners |= {thing: pair.old.id for thing in _things(pair.old) if shared[thing] == 1}
    return [
        pair.old.id
        for pair in sight.pairs
        if any(owners.get(thing, pair.old.id) != pair.old.id for thing in _things(pair.new))
        and _things(pair.old) - _things(pair.new)
    ]


def _things(meeting: Meeting) -> set[str]:
    """What belongs to one meeting: its heading, a body that tells it apart, its photos and links."""
    text, told = text_of(meeting), unspaced(meeting.heading)
    urls = {*photos([meeting]), *links([meeting])}
    return urls | {told} | ({text} if len(text) >= _TELLING else set())


Addresses = Callable[[Iterable[Meeting]], list[str]]


def with_any(urls: Addresses) -> Measure:
    """Return the measure of how many meetings known before have photos, or links."""
    return of_pairs(lambda pair: bool(urls([pair.old])))


def other_host(urls: Addresses) -> Measure:
    """Return the measure of how many meetings' photos, or links, lead to a host that none of theirs led to."""

    def differs(pair: Pair) -> bool:
        old, new = ({_host(url) for url in urls([meeting])} for meeting in pair)
        return bool(new - old) and bool(old - new)

    return of_pairs(differs)


def photos(meetings: Iterable[Meeting]) -> list[str]:
    """The addresses of all photos."""
    return [photo.url for meeting in meetings for photo in meeting.photos if photo.url]


def links(meetings: Iterable[Meeting]) -> list[str]:
    """The addresses of all links."""
    return [link.url for meeting in meetings for link in meeting.links if link.url]


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").removeprefix("www.")
    except ValueError:
        return url


def newly_linked(sight: Sight) -> list[str]:
    """Meetings known before that lead, by a link or a photo, to a host that no meeting of the page led to."""
    known = {_host(url) for url in _urls([pair.old for pair in sight.pairs])}
    return [pair.old.id for pair in sight.pairs if {*map(_host, _urls([pair.new]))} - known]


def _urls(meetings: Sequence[Meeting]) -> list[str]:
    return photos(meetings) + links(meetings)


def newly_shared(sight: Sight) -> list[str]:
    """Meetings known before that have a line which several have now and none had: words that somebody put under each."""
    known = {line for pair in sight.pairs for line in _lines(pair.old)}
    came = {pair.old.id: _lines(pair.new) - known for pair in sight.pairs}
    times = Counter(line for lines in came.values() for line in lines)
    return [id_ for id_, lines in came.items() if any(times[line] > 1 for line in lines)]


def _lines(meeting: Meeting) -> set[str]:
    return {unspaced(block.text) for block in meeting.body}


def doubled(sight: Sight) -> list[str]:
    """Meetings of which another one has the same heading and body, or the same long body, and had not before."""
    return _doubled(sight.new, _doubles(sight.before))


def _doubled(document: Document, known: Iterable[object]) -> list[str]:
    twice = set(_doubles(document)) - set(known)
    return [
        meeting.id for meeting in document.meetings if any(key in twice for key in _keys(meeting))
    ]


def _doubles(document: Document) -> list[object]:
    found = Counter(key for meeting in document.meetings for key in _keys(meeting))
    return [key for key, times in found.items() if times > 1]


def _keys(meeting: Meeting) -> list[object]:
    text = text_of(meeting)
    whole: list[object] = [(unspaced(meeting.heading), text)]
    return [*whole, text] if len(text) >= _TELLING else whole


def newly_warned(sight: Sight) -> list[str]:
    """The codes of the warnings about meetings known before that there were not, one for each."""
    known = {pair.new.id: pair.old.id for pair in sight.pairs}
    before = Counter((warning.code, warning.meeting) for warning in sight.before.warnings)
    after = Counter(
        (warning.code, known.get(warning.meeting or "", warning.meeting))
        for warning in sight.new.warnings
        if warning.meeting is None or warning.meeting in known
    )
    return [code for (code, _), times in (after - before).items() for _ in range(times)]
