"""Whether an element's text is seen: by its name, its ``hidden`` attribute, and its inline style, read as CSS reads it."""

from collections.abc import Iterator, Mapping
from functools import cache, lru_cache
from typing import Any, Literal

from kaidan.data import table
from kaidan.text.deferred import deferred

Declaration = tuple[str, str, bool]
"""A property, its value, and whether it is important."""
Sight = Literal["seen", "invisible", "hidden", "reading", "uncounted"]
SEEN: Sight = "seen"
INVISIBLE: Sight = "invisible"
"""By ``visibility``: what lies inside may be visible again."""
HIDDEN: Sight = "hidden"
READING: Sight = "reading"
"""Of ruby: small print beside the text."""
UNCOUNTED_TEXT: Sight = "uncounted"

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre search section summary table tbody td tfoot th thead "
    "tr ul".split()
)
"""Elements that stand on lines of their own."""
UNSHOWN = frozenset(
    "annotation annotation-xml audio canvas datalist desc dialog iframe metadata meter mphantom noembed noframes noscript progress rp rt "
    "script select style template textarea title video".split()
)
"""Elements that a browser gives no room in the text, whatever their style."""
UNCOUNTED = frozenset(
    "iframe noembed noframes noscript script style template textarea title".split()
)
"""Elements whose text is no text of the page: it is left out of every count."""
_READINGS = frozenset(["rp", "rt"])
_HIDING = frozenset(["hidden", "popover"])
"""Attributes of what a browser does not show, or not yet."""
_AROUND = frozenset([None, "inherit", "unset", "revert", "revert-layer"])
"""Values of ``visibility``, which is inherited, that leave it as it is around the element."""
_VISIBLE = frozenset(["visible", "initial"])
HIDING_VALUES = frozenset(["none", "hidden", "collapse"])
"""Values of the properties below that hide what they are said of."""
_PROPERTIES = ("display", "visibility", "content-visibility")
_MAY_HIDE = deferred(r"(?i)display|visibility|\\")  # a name may be written with escapes


def sight_of(tag: str, attrs: Mapping[str, str], around: Sight) -> Sight:
    """Tell how the text of an element is seen that lies in what is seen as ``around``.

    >>> sight_of("p", {"style": "backface-visibility:hidden"}, SEEN), sight_of("p", {"hidden": ""}, SEEN)
    ('seen', 'hidden')
    >>> sight_of("p", {"style": "content-visibility:hidden"}, SEEN), sight_of("p", {"style": "display:none;all:unset"}, SEEN)
    ('hidden', 'seen')
    >>> sight_of("b", {"style": "visibility: visible"}, INVISIBLE), sight_of("b", {"style": "visibility: inherit"}, SEEN)
    ('seen', 'seen')
    """
    if tag in UNCOUNTED:
        return UNCOUNTED_TEXT
    if around in (HIDDEN, UNCOUNTED_TEXT):
        return around
    if tag in UNSHOWN and (tag != "dialog" or "open" not in attrs):
        return READING if tag in _READINGS and around != INVISIBLE else HIDDEN
    return _sight_by_style(tag, attrs, around)


def _sight_by_style(tag: str, attrs: Mapping[str, str], around: Sight) -> Sight:
    display, visibility, contents = _of_style(attrs.get("style") or "")
    if display == "none" or (display is None and not _HIDING.isdisjoint(attrs)):
        return HIDDEN
    if contents == "hidden" and tag in BLOCKS:  # of others it says nothing
        return HIDDEN
    if visibility in _AROUND:
        return around
    return SEEN if visibility in _VISIBLE else INVISIBLE


@lru_cache(256)  # the styles of a page are few
def _of_style(style: str) -> tuple[str | None, ...]:
    """Return what an inline style says of each of :data:`_PROPERTIES`; None where it says nothing that CSS knows."""
    if not _MAY_HIDE.search(style):
        return (None,) * len(_PROPERTIES)
    said: dict[str, str] = {}
    for name, value, _ in sorted(
        declarations(style), key=lambda one: one[2]
    ):  # what is important counts last
        said.update(dict.fromkeys(_PROPERTIES if name == "all" else (name,), value))
    return tuple(map(said.get, _PROPERTIES))


def declarations(style: Any) -> Iterator[Declaration]:  # noqa: ANN401  a text, or tinycss2's tokens
    """Yield what a style says of what is seen, and CSS knows: the property, its value, and whether it is important."""
    import tinycss2  # noqa: PLC0415  for a style that may hide

    for one in tinycss2.parse_blocks_contents(style, skip_comments=True, skip_whitespace=True):
        if one.type == "declaration" and one.lower_name in _values():
            value = _only_word(one.value)
            if value in _values()[one.lower_name]:
                yield one.lower_name, value, one.important


def _only_word(tokens: list[object]) -> str:
    words = [
        token for token in tokens if getattr(token, "type", "") not in ("whitespace", "comment")
    ]
    return " ".join(str(getattr(word, "lower_value", "?")) for word in words)


@cache
def _values() -> dict[str, set[str]]:
    """Return the values that CSS knows, by property."""
    known: dict[str, set[str]] = {}
    for row in table("css_values"):
        known.setdefault(row["property"], set()).add(row["value"])
    return known
