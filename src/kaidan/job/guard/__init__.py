"""The guard: why a page that came must not replace the last good one.

``rules`` is the table: each rule has a name, what it measures, a bound, and what ``--accept`` would do; ``rule_kinds`` says what a
rule is. ``measures`` looks at the meetings, ``amounts`` at how much there is of them, ``surroundings`` at what stands around
them, ``wear`` at what small losses add up to; ``comparison`` is what all of them see. All are pure functions of what is
held and what came. A page with no meeting at all never gets here: :func:`kaidan.extract` refuses it.
"""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from kaidan.errors import Refused
from kaidan.job.guard.comparison import Sight
from kaidan.job.guard.rules import RULES
from kaidan.job.guard.wear import best, noted
from kaidan.job.last import Last
from kaidan.job.reading import Reading
from kaidan.messages import Message

__all__ = ["RULES", "Judgement", "Stopped", "best", "judge", "noted"]


class Stopped(Refused):
    """The guard said no; ``--accept`` overrules it."""


class Judgement(NamedTuple):
    """What the guard says of a reading.

    Attributes:
        reasons: why it may not replace what is held, one for each rule that says so; where there is none it passes.
        noted: what the log's line notes of it, see :func:`noted`.
    """

    reasons: Sequence[Message]
    noted: Mapping[str, int]


_NOTHING: Mapping[str, int] = {}


def judge(
    held: Last,
    reading: Reading,
    allow_loss: int = 0,
    *,
    days: float = 1.0,
    best: Mapping[str, int] = _NOTHING,
) -> Judgement:
    """Judge whether a reading may replace what is held; where nothing is, it may.

    Args:
        held: the last good result.
        reading: what would replace it.
        allow_loss: how many meetings the user lets go.
        days: between the two; what may change at once grows with them.
        best: what small losses are measured from, see :func:`best`.
    """
    if held.document is None:
        return Judgement((), noted(reading.document))
    sight = Sight.of(held, reading, allow_loss, days, best)
    reasons = [
        Message("{said} (--accept {does})", said=said, does=Message(rule.accepting))
        for rule in RULES
        if (said := rule.reason(sight))
    ]
    return Judgement(reasons, noted(reading.document, sight.matching))
