"""The law of conservation: whatever a page shows is told once, by whichever shape.

It counts characters, and shares nothing with the readers whose work it counts.
"""

from collections import Counter
from collections.abc import Sequence
from typing import NamedTuple

from kaidan.parser.display.shown import Shown
from kaidan.parser.records import ParsedPage


class Ledger(NamedTuple):
    """A count of each character: what the page shows and nothing tells, and the other way round."""

    missing: Counter[str]
    surplus: Counter[str]

    @property
    def balanced(self) -> bool:
        """Tell whether meetings, remainder, title and chrome are the page, once."""
        return not self.missing and not self.surplus


def ledger(shown: Shown, parsed: ParsedPage) -> Ledger:
    """Count every visible character of a page against what its shape made of it, HTML's white space apart."""
    page = Counter("".join(line.text for line in shown.lines))
    told = Counter("".join(_told(parsed)))
    for white in " \n":
        page.pop(white, None)
        told.pop(white, None)
    return Ledger(page - told, told - page)


def _told(parsed: ParsedPage) -> Sequence[str]:
    texts = [parsed.title_line, *parsed.context, *parsed.remainder, *parsed.chrome]
    for heading, body, *_ in parsed.sections:
        texts.append(heading.text)
        texts += [(block.marker or "") + block.text for block in body.blocks]
        texts += [photo.line for photo in body.photos]
    return texts
