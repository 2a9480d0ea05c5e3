"""Whether what is told of a date was or will be, and on which side of another date it lies."""

import re
from functools import cache

_SENTENCE = 200
"""A sentence is mostly shorter."""


@cache
def _verb() -> re.Pattern[str]:
    """Return the pattern of what says, up to the end of the sentence, whether a thing was or will be."""
    return re.compile(
        r"[^。\n\0]{0,60}?(?:(?P<past>以来|ました|[しれっいきぎえけせてべめじち]た(?![いりめくだ])|んだ|でした|だった|てい(?:ない|ません)|ておりません)|"
        r"(?P<state>てい(?:る|ます)(?=[。、\n\0])|ております)|"
        r"(?P<future>たい|意向|方針|予定|見込|見通し|までに|に向け|を控え|めざ|目指|計画|[らわかがたなまばさ]れる|する|行う|開く|臨む|"
        r"始まる|迎える|訪れる|[すくぐつぬむるうぶ](?=[。\n\0])|ます(?=[。\n\0])))"
    )


def tense(text: str, end: int, *, whole: bool = False) -> str:
    """Return "past", "state" or "future" as the verb behind a date tells, or nothing: 12月に訪問した, 訪問している, 訪問する予定.

    A date that speaks of the ``whole`` sentence goes with its last verb: 政府は31日、9月に開かれる会議に出席すると発表した。
    """
    if whole and text.endswith("た", end, _end_of_sentence(text, end)):
        return "past"
    m = _verb().match(text, end)
    return (m.lastgroup or "") if m else ""


def _end_of_sentence(text: str, end: int) -> int:
    near = text.find("。", end, end + _SENTENCE)
    return near if near >= 0 or len(text) - end > _SENTENCE else len(text) - 1


def is_settled(text: str, end: int) -> bool:
    """Say whether what follows a month tells of an account of it: 12月分, 10～12月期の成長率."""
    if text[end] in "~-・、":
        end = text.find("月", end, end + 4) + 1 or end
    return text[end] in "分期"


def step(text: str, start: int, *, day: bool = False) -> int:
    """Say whether a day lies behind (-1) or ahead (1) of the date named before it: 3か月後の1月26日, 2週間前の12月20日; 0 if neither.

    A bare ``day`` may lie weeks off only: 1週間後の22日.
    """
    units = ("週間",) if day else ("月", "週間", "日")
    if text[start - 1 : start] != "の" or not text.endswith(units, 0, start - 2):
        return 0
    return {"後": 1, "前": -1}.get(text[start - 2], 0)
