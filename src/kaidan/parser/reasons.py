"""What refusals say alike, whether the page was parsed for them or not: its name, and the links in it that name meetings."""

from collections.abc import Sequence

from kaidan.errors import Refused
from kaidan.messages import Message
from kaidan.parser.meeting_title import title_in

_FEWEST_LINKS = 3
_SURELY, _OF_MENUS = 2, 3  # links for each text beside them
_LONGEST = 60  # characters of the page in a message


def no_meeting(title: str, why: Message) -> Refused:
    """Return the refusal of a page of this title, which may be empty."""
    name = Message(" ({title})", title=cut(title)) if title else ""
    return Refused("no meeting in the page{name}: {why}", name=name, why=why)


def tells_nothing(title: str) -> Refused:
    """Return the refusal of a page about one meeting of which nothing is told for sure."""
    return no_meeting(
        "", Message("it tells neither when nor where they met, nor who: {line}", line=cut(title))
    )


def no_talks() -> Message:
    """Say that nothing in a page speaks of a meeting."""
    return Message("no line speaks of a meeting, as 日露首脳会談（place・date） does")


def list_of_links(named: Sequence[str], beside: int, *, surely: bool = False) -> Message | None:
    """Say that a page is a list of these links, and quote the first that names the talks of two sides.

    Args:
        named: The links that name talks.
        beside: How many texts that are no such links speak of talks; where they are as many, it is no list.
        surely: Whether the links have to be so many more that nothing else need be looked for in the page. Links none of which names two
            sides are such as stand in menus, and have to be more than that.

    >>> print(list_of_links(["外務大臣会見", "日露首脳会談（概要）", "日中外相会談"], 2))
    looks like a list of 3 links that name meetings, none told here; the first: 日露首脳会談（概要）
    >>> list_of_links(["日露首脳会談", "日中外相会談", "日独首脳会談"], 2, surely=True) is None
    True
    >>> list_of_links(["会見・発表・広報", "外務大臣会見", "会談・訪問"], 1) is None
    True
    """
    first = next(filter(title_in, named), None)
    times = _SURELY if surely else 1
    if first is None:
        times = _OF_MENUS
    if len(named) < _FEWEST_LINKS or len(named) <= times * beside:
        return None
    return Message(
        "looks like a list of {count} links that name meetings, none told here; the first: {line}",
        count=len(named),
        line=cut(first or named[0]),
    )


def cut(text: str) -> str:
    """Return as much of a text as a message quotes."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
