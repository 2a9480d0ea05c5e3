"""Whether what is told of a date was or will be, as the next verb says."""

import re
from functools import cache
from typing import Literal

from kaidan.lexicon.words import spelled
from kaidan.text import BREAK

Tense = Literal["", "past", "state", "plan", "future"]
NEAR = 60
"""A date goes with a verb that stands no farther off."""
_LONGEST_SENTENCE = 200
_CLOSING = f" \n|)」』{BREAK}"
"""What may stand behind the last verb of a text that has no full stop."""


def tense_behind(text: str, end: int, *, of_sentence: bool = False) -> Tense:
    """Return what the verb behind a date tells, or nothing: 12月に訪問した, 訪問している, 訪問する予定.

    A date that speaks of the whole sentence (``of_sentence``) goes with its last verb: 政府は31日、9月に開かれる会議に出席すると発表した.

    >>> tense_behind("8月1日に会談した。", 4), tense_behind("3月10日に開く予定だ。", 5), tense_behind("8月1日", 4)
    ('past', 'plan', '')
    """
    if of_sentence and text.endswith("た", end, _end_of_sentence(text, end)):
        return "past"
    found = _verb().match(text, end)
    if not found:
        return ""
    told: Tense
    for told in ("past", "state", "plan"):
        if found[told]:
            return told
    return "plan" if found["planned"] else "future"


@cache
def _verb() -> re.Pattern[str]:
    """Return the pattern of what says, up to the end of the sentence, whether a thing was or will be.

    The rows of ``data/words/tense.tsv`` are patterns: a verb's tense is in its ending.
    """
    plan = f"(?:{'|'.join(spelled('tense', 'plan'))})"
    others = ("past", "state", "future")
    endings = "|".join(f"(?P<{kind}>{'|'.join(spelled('tense', kind))})" for kind in others)
    endings += f"|(?P<plan>{plan}(?!を))"  # 見通しを了解した is no plan
    planned = f"(?P<planned>{plan})?"  # 開く予定
    sign = rf"(?:「[^」\n\0]{{0,{NEAR}}}」|[^。\n\0])"  # no verb stands in the title of a thing: 「経済見通し」を了解した
    return re.compile(rf"{sign}{{0,{NEAR}}}?(?:{endings}){planned}")


def _end_of_sentence(text: str, at: int) -> int:
    near = text.find("。", at, at + _LONGEST_SENTENCE)
    if near >= 0:
        return near
    return at if len(text) - at > _LONGEST_SENTENCE else len(text.rstrip(_CLOSING))
