"""The style sheets that stand in a page, as far as they say what is shown: rules on ``display`` and ``visibility``.

They are read for a desktop's window. What hides only perhaps, because a medium, a feature or a selector cannot be judged, hides nothing;
what perhaps shows does show. So does what a script of the page may show: what is merely invisible, and what the script names.
Nothing is loaded: a sheet in another file says nothing here.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import Any, NamedTuple

from kaidan.parser.display.selectors import Opened, Selector, handles_of, read_selectors
from kaidan.parser.display.sight import HIDING_VALUES, UNCOUNTED, Declaration, declarations
from kaidan.text.deferred import deferred

_LONGEST = 2**18
"""Characters of the sheets of a page; longer ones are not read, and hide nothing."""
_MOST_ALIKE = 64
"""Rules for one name, class or id; a page with more is a machine's, and its sheets hide nothing."""
_STYLE = ("<style", "<STYLE", "<Style")
_BLANK = r"(?:\s|/\*[^*]{0,99}\*/)*+"  # a longer comment there is nobody's
_MAY_HIDE = deferred(rf"(?is)(?:display|visibility){_BLANK}:{_BLANK}(?:none|hidden|collapse)")
_HIDDEN_BY_ATTRIBUTE = deferred(r"(?i)\s(?:hidden|popover)[\s=>/]")
_ELEMENT = deferred(
    rf"(?is)<!--.*?(?:-->|\Z)|<({'|'.join(sorted(UNCOUNTED))})\b([^<>]*+)>?(.*?)(?:</\1\s*>|\Z)"
)
_ATTRIBUTE = r"""(?i)(?<![-\w]){name}\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))"""
_CSS = ("", "text/css")
_GROUPS = frozenset(["media", "supports", "layer", "container"])
"""Rules that hold others; of all but the first it cannot be told whether and when these apply."""
_WORD = deferred(r"[\w-]+")
_WIDTH = deferred(r"\((min|max)-(?:device-)?width\s*:\s*([0-9]+(?:\.[0-9]+)?)(px|r?em)\)")
_WINDOW = (1024, 1920)
"""Pixels across of the windows on a desktop, from the narrowest."""
_EM = 16  # pixels of a letter, where nobody said otherwise
_SEEN_MEDIA = frozenset(["all", "screen", "only screen", "only all"])
_WHOLE_PAGE = ("html", "body")
"""What hides all of a page waits for the script that shows it."""


class _Rule(NamedTuple):
    """A selector with what it says of the elements that it chooses."""

    selector: Selector
    order: int
    style: str


class StyleSheet:
    """The rules of all sheets of a page, in their order."""

    def __init__(self, rules: Sequence[_Rule]) -> None:
        self._rules: dict[str, list[_Rule]] = defaultdict(list)
        for rule in rules:
            self._rules[rule.selector.handle].append(rule)
        if any(len(alike) > _MOST_ALIKE for alike in self._rules.values()):
            self._rules.clear()

    def style_of(self, path: Sequence[Opened]) -> str:
        """Return what the sheets say of the last element of a path, as an inline style would; the weakest rule first."""
        if path[-1].tag in _WHOLE_PAGE:
            return ""
        chosen = [
            rule
            for handle in handles_of(path[-1])
            for rule in self._rules.get(handle, ())
            if rule.selector.chooses(path)
        ]
        chosen.sort(key=lambda rule: (rule.selector.specificity, rule.order))
        return ";".join(rule.style for rule in chosen)


def style_sheet_of(markup: str) -> StyleSheet | None:
    """Return what the sheets in a page say, if they may hide anything, or show what is hidden without them.

    >>> sheet = style_sheet_of("<style>.menu{color:red;display:none} @media print{p{display:none}}</style>")
    >>> sheet.style_of([Opened("div", {"class": "a menu"})]), sheet.style_of([Opened("p", {})])
    ('display:none', '')
    """
    if not any(map(markup.__contains__, _STYLE)):  # most often
        return None
    if not (_MAY_HIDE.search(markup) or _HIDDEN_BY_ATTRIBUTE.search(markup)):
        return None
    elements = [((one[1] or "").lower(), one[2], one[3]) for one in _ELEMENT.finditer(markup)]
    sheets = tuple(_sheets_among(elements))
    if not sheets or sum(len(css) for css, _ in sheets) > _LONGEST:
        return None
    scripts = [text for name, _, text in elements if name == "script"]
    words = frozenset(_WORD.findall(" ".join(scripts))) if scripts else None
    return _read_sheets(sheets, words)


def _sheets_among(elements: Sequence[tuple[str, str, str]]) -> Iterator[tuple[str, bool]]:
    """Yield the sheets that may hold on a screen, and whether that cannot be told."""
    for name, attributes, text in elements:
        if name != "style" or _attribute(attributes, "type").lower() not in _CSS:
            continue
        holds = _applies(_attribute(attributes, "media"))
        if holds is not False:
            yield text, holds is None


def _attribute(tag: str, name: str) -> str:
    found = re.search(_ATTRIBUTE.format(name=name), tag)
    return next(filter(None, found.groups()), "") if found else ""


@lru_cache(32)  # the pages of a site have the same
def _read_sheets(
    sheets: tuple[tuple[str, bool], ...], words: frozenset[str] | None
) -> StyleSheet | None:
    """Read sheets beside the words of the scripts in the page, None where it has no script."""
    import tinycss2  # noqa: PLC0415  for a sheet that may hide

    found: list[tuple[Selector, list[Declaration]]] = []
    try:
        for css, is_loose in sheets:
            parsed = tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)
            found += _chosen_and_said(parsed, is_loose=is_loose)
    except RecursionError:  # brackets in brackets, as nobody writes them
        return None
    rules = [
        _Rule(selector, order, ";".join(map(_written, _lasting(selector, said, words))))
        for order, (selector, said) in enumerate(found)
    ]
    return StyleSheet(rules) if rules else None


def _chosen_and_said(
    rules: Sequence[Any], *, is_loose: bool
) -> Iterator[tuple[Selector, list[Declaration]]]:
    """Yield each selector with what it says; of what is loose only what shows."""
    import tinycss2  # noqa: PLC0415  likewise

    for rule in rules:
        if rule.type == "qualified-rule":
            if said := list(declarations(rule.content)):  # seldom
                showing = [one for one in said if one[1] not in HIDING_VALUES]
                for selector in read_selectors(tinycss2.serialize(rule.prelude)):
                    yield selector, showing if is_loose or selector.is_loose else said
        elif rule.type == "at-rule" and rule.lower_at_keyword in _GROUPS and rule.content:
            yield from _of_group(rule, is_loose=is_loose)


def _of_group(rule: Any, *, is_loose: bool) -> Iterator[tuple[Selector, list[Declaration]]]:  # noqa: ANN401  tinycss2's
    """Yield what stands within an at-rule that holds, or may hold."""
    import tinycss2  # noqa: PLC0415  likewise

    is_media = rule.lower_at_keyword == "media"
    holds = _applies(tinycss2.serialize(rule.prelude)) if is_media else None
    if holds is not False:
        inner = tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True)
        yield from _chosen_and_said(inner, is_loose=is_loose or holds is None)


def _lasting(
    selector: Selector, said: Sequence[Declaration], words: frozenset[str] | None
) -> Iterator[Declaration]:
    """Leave out what hides only until a script shows it: by ``visibility``, or what the script speaks of by its class or id."""
    is_scripted = words is not None and not words.isdisjoint(selector.names)
    for one in said:
        name, value, _ = one
        awaits_script = is_scripted or (words is not None and name == "visibility")
        if not (awaits_script and value in HIDING_VALUES):
            yield one


def _written(one: Declaration) -> str:
    name, value, is_important = one
    return f"{name}:{value}{'!important' if is_important else ''}"


def _applies(media: str) -> bool | None:
    """Tell whether one of some media queries holds in a window on a desktop; None where that hangs on the window.

    >>> [_applies(query) for query in ("", "print, screen", "print", "(min-width:48em)", "(max-width: 1200px)", "(hover)")]
    [True, True, False, True, None, None]
    """
    answers = [_query_applies(" ".join(query.lower().split())) for query in media.split(",")]
    if True in answers:
        return True
    return None if None in answers else False


def _query_applies(query: str) -> bool | None:
    parts = query.split(" and ") if query else []
    if parts and not parts[0].startswith(("(", "not ")) and parts.pop(0) not in _SEEN_MEDIA:
        return False
    answers = [_feature_applies(part.strip()) for part in parts]
    if False in answers:
        return False
    return None if None in answers else True


def _feature_applies(feature: str) -> bool | None:
    width = _WIDTH.fullmatch(feature)
    if not width:
        return None
    bound, number, unit = width.groups()
    pixels = float(number) * (1 if unit == "px" else _EM)
    answers = {pixels <= width if bound == "min" else pixels >= width for width in _WINDOW}
    return answers.pop() if len(answers) == 1 else None
