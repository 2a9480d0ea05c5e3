"""Words that count from another date.

Each says from which date it counts and how many units away it is: ``"document"`` is the date of the document (or, without one,
nothing), ``"text"`` the date that the text named last (or, without one, the date of the document).
"""

from collections.abc import Mapping
from typing import Literal

from kaidan.text.scan import by_first

Base = Literal["document", "text"]

YEAR_WORDS: Mapping[str, tuple[Base, int]] = {
    "一昨年": ("document", -2), "おととし": ("document", -2), "さきおととし": ("document", -3),
    "昨年": ("document", -1), "客年": ("document", -1), "去年": ("document", -1),
    "今年": ("document", 0), "ことし": ("document", 0), "本年": ("document", 0),
    "来年": ("document", 1), "明年": ("document", 1), "再来年": ("document", 2),
    "同年": ("text", 0), "前年": ("text", -1), "前々年": ("text", -2), "翌年": ("text", 1), "翌々年": ("text", 2),
}  # fmt: skip
SEASON_MARKS: Mapping[str, tuple[Base, int]] = {
    "昨": ("document", -1), "今": ("document", 0), "来": ("document", 1), "翌": ("text", 1),
}  # fmt: skip
"""The year of 昨夏, 今春, 来秋, 翌冬."""
MONTH_WORDS: Mapping[str, tuple[Base, int]] = {
    "先々月": ("document", -2), "先月": ("document", -1), "去月": ("document", -1), "今月": ("document", 0), "本月": ("document", 0),
    "来月": ("document", 1), "再来月": ("document", 2),
    "同月": ("text", 0), "前月": ("text", -1), "翌月": ("text", 1), "翌々月": ("text", 2),
}  # fmt: skip
DAY_WORDS: Mapping[str, tuple[Base, int]] = {
    "一昨日": ("document", -2), "おととい": ("document", -2), "さきおととい": ("document", -3),
    "昨日": ("document", -1), "きのう": ("document", -1), "昨夜": ("document", -1), "昨晩": ("document", -1),
    "今日": ("document", 0), "きょう": ("document", 0), "本日": ("document", 0),
    "今朝": ("document", 0), "けさ": ("document", 0), "今夜": ("document", 0),
    "明日": ("document", 1), "あす": ("document", 1), "あした": ("document", 1), "明後日": ("document", 2), "あさって": ("document", 2),
    "しあさって": ("document", 3),
    "同日": ("text", 0), "前日": ("text", -1), "前々日": ("text", -2), "翌日": ("text", 1), "翌々日": ("text", 2),
}  # fmt: skip
DAY_NAMES: Mapping[str, tuple[int, int]] = {
    "元日": (1, 1),
    "元旦": (1, 1),
    "大晦日": (12, 31),
    "末日": (0, 31),
}
"""Days with a name: month and day; 末日 is the last day of the month named before it."""
PREFIXES: Mapping[str, int] = {
    "西暦": 0, "AD": 0, "A.D.": 0, "旧暦": 0, "陰暦": 0, "露暦": 0, "ロシア暦": 0, "ユリウス暦": 0,
    "毎年": 0, "例年": 0,
    "去る": -1, "さる": -1, "去ル": -1, "来ル": 1, "来る": 1, "来たる": 1, "きたる": 1,
}  # fmt: skip
"""What may stand before a date: the name of a calendar, that it comes back every year, whether it is behind (-1) or ahead (1)."""
OTHER_CALENDARS = frozenset({"旧暦", "陰暦", "露暦", "ロシア暦", "ユリウス暦"})
REPEATING = frozenset({"毎年", "例年"})
WEEK_WORDS: Mapping[str, tuple[Base, int]] = {
    "先々週": ("document", -2), "先週": ("document", -1), "今週": ("document", 0), "来週": ("document", 1), "再来週": ("document", 2),
    "翌週": ("text", 1),
}  # fmt: skip
WORDS: Mapping[str, str] = {
    **dict.fromkeys(YEAR_WORDS, "year_word"),
    **dict.fromkeys(
        (mark + season for mark in SEASON_MARKS for season in "春夏秋冬"), "season_mark"
    ),
    **dict.fromkeys(MONTH_WORDS, "month_word"),
    **dict.fromkeys(DAY_WORDS, "day_word"),
    **dict.fromkeys(DAY_NAMES, "day_name"),
    **dict.fromkeys(WEEK_WORDS, "week"),
    "FY": "fiscal",
}
"""Every word that can stand in a date, and the slot that it fills."""
_WORDS = by_first("", WORDS)


def word_at(text: str, at: int) -> str:
    """Return the longest word of a date that starts there, if one does."""
    for word in _WORDS.get(text[at], ()):
        if text.startswith(word, at):
            return word
    return ""
