"""Lines that only repeat a heading: entries of a table of contents, captions, links elsewhere."""

from collections import Counter
from collections.abc import Mapping, Sequence

from kaidan.parser.display.shown import Line
from kaidan.parser.headings.heading import Heading
from kaidan.parser.headings.markup import Marks, is_plain
from kaidan.text.keys import unspaced

_MENUS = frozenset(["nav", "aside"])


def own_headings(
    lines: Sequence[Line], found: Mapping[int, Heading], marks: Mapping[int, Marks]
) -> dict[int, Heading]:
    """Leave out what stands in a menu; then, of what is not marked up as most headings are, links, items and plain lines."""
    outside = [
        at for at in found if not (frame := lines[at].element.frame) or frame.tag not in _MENUS
    ] or list(found)
    if len({marks[at] for at in outside}) < 2:
        return {at: found[at] for at in outside}
    usual = Counter([marks[at] for at in outside]).most_common(1)
    return {
        at: found[at]
        for at in outside
        if marks[at] == usual[0][0] or not _doubtful(marks[at], *usual[0])
    }


def _doubtful(marks: Marks, usual: Marks, count: int) -> bool:
    _, _, _, linked, bulleted = marks
    return linked or bulleted or (is_plain(marks) and not is_plain(usual) and count > 1)


def without_repeats(
    lines: Sequence[Line], found: Mapping[int, Heading], marks: Mapping[int, Marks]
) -> dict[int, Heading]:
    """Drop what repeats a heading: the entries of a table of contents, in links or in a row, and captions."""
    same: dict[str, list[int]] = {}
    alike = len({marks[at] for at in found}) == 1
    for at, heading in found.items():
        same.setdefault("".join(heading.text.split()) if alike else _name(heading), []).append(at)
    if len(same) == len(found):
        return dict(found)
    usual = Counter([marks[at] for at in found]).most_common(1)
    dropped: set[int] = set()
    for places in (places for places in same.values() if len(places) > 1):
        repeats = [at for at in places if _is_entry(lines, found, at)]
        dropped.update(repeats if len(repeats) < len(places) else repeats[:-1])
        left = [at for at in places if at not in dropped]
        unusual = [at for at in left if marks[at] != usual[0][0]]
        dropped.update(unusual if len(unusual) < len(left) else ())
    return {at: heading for at, heading in found.items() if at not in dropped}


def _name(heading: Heading) -> str:
    """Return what a heading and an entry for it have in common, whatever their width, number and bullet."""
    return unspaced(
        heading.title
        + heading.text[slice(*heading.place or (0, 0))]
        + heading.text[slice(*heading.date or (0, 0))]
    )


def _is_entry(lines: Sequence[Line], found: Mapping[int, Heading], at: int) -> bool:
    return lines[at].linked * 2 > len(lines[at].text) or at + 1 in found or at - 1 in found
