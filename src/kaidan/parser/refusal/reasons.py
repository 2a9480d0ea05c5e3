"""What refusals say alike, whether the page was parsed for them or not: its name, and the links in it that name meetings."""

from collections.abc import Iterable
from itertools import chain

from kaidan.errors import Refused
from kaidan.messages import Message

_FEWEST_LINKS = 3
FEW_LINKS = 6
"""Links that name talks: fewer may stand in a menu, and what a page says itself is told before them."""
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


def list_of_links(
    named: Iterable[str], count: int, beside: int, *, surely: bool = False
) -> Message | None:
    """Say that a page is a list of links, and quote the first that names the talks of two sides.

    Args:
        named: The links that name talks; of a list no more are looked at than are needed.
        count: How many they are.
        beside: How many texts that are no such links speak of talks; where they are as many, it is no list.
        surely: Whether the links have to be so many more that nothing else need be looked for in the page. Links none of which names two
            sides are such as stand in menus, and have to be more than that.

    >>> print(list_of_links(["外務大臣会見", "日露首脳会談（概要）", "日中外相会談"], 3, 2))
    looks like a list of 3 links that name meetings, none told here; the first: 日露首脳会談（概要）
    >>> list_of_links(["日露首脳会談", "日中外相会談", "日独首脳会談"], 3, 2, surely=True) is None
    True
    >>> list_of_links(["会見・発表・広報", "外務大臣会見", "会談・訪問"], 3, 1) is None
    True
    """
    times = _SURELY if surely else 1
    if count < _FEWEST_LINKS or count <= times * beside:
        return None
    from kaidan.parser.headings.titles_of_lists import title_in  # noqa: PLC0415  for lists of links alone

    links = iter(named)
    any_link = next(links)
    first = next(filter(title_in, chain([any_link], links)), None)
    if first is None and count <= _OF_MENUS * beside:
        return None
    return Message(
        "looks like a list of {count} links that name meetings, none told here; the first: {line}",
        count=count,
        line=cut(first or any_link),
    )


def cut(text: str) -> str:
    """Return as much of a text as a message quotes."""
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
