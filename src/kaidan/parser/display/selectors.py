"""Selectors of CSS, as far as an element and those around it answer them: by name, class, id and attributes.

Whether an element stands first, or next to another, is not asked. A selector that asks it is *loose*:
it chooses some of what its rest does.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import Any, NamedTuple

_CHILD = ">"
_NEVER = frozenset(
    "active focus focus-visible focus-within fullscreen hover modal popover-open target user-invalid".split()
)
"""What no element is before somebody touches the page."""
_SIGNS = {"id": "#", "class": "."}
_TESTS: Mapping[str, Callable[[str, str], bool]] = {
    "exists": lambda _value, _wanted: True,
    "=": lambda value, wanted: value == wanted,
    "~=": lambda value, wanted: wanted in value.split(),
    "|=": lambda value, wanted: value == wanted or value.startswith(f"{wanted}-"),
    "^=": lambda value, wanted: wanted != "" and value.startswith(wanted),
    "$=": lambda value, wanted: wanted != "" and value.endswith(wanted),
    "*=": lambda value, wanted: wanted != "" and wanted in value,
}
"""How an attribute's value is held against the one of a selector."""


class Opened(NamedTuple):
    """An element that is open: its name and its attributes."""

    tag: str
    attrs: Mapping[str, str]


class Compound(NamedTuple):
    """What one element has to be and not to be; ``within`` says how it lies in the one before it."""

    tag: str
    wanted: Sequence[tuple[str, str, str]]
    excluded: Sequence["Compound"]
    within: str

    def fits(self, element: Opened) -> bool:
        """Tell whether an element is so, whatever it lies in."""
        if self.tag not in ("*", element.tag):
            return False
        for name, test, wanted in self.wanted:
            value = element.attrs.get(name)
            if value is None or not _TESTS[test](value, wanted):
                return False
        return not any(one.fits(element) for one in self.excluded)


class Selector(NamedTuple):
    """A selector, from the element that it chooses outwards."""

    compounds: Sequence[Compound]
    specificity: tuple[int, int, int]
    is_loose: bool

    @property
    def handle(self) -> str:
        """The ``#id``, ``.class`` or name that the chosen element cannot do without; ``*`` where there is none."""
        chosen = self.compounds[0]
        signed = (
            _SIGNS[name] + value
            for name, test, value in chosen.wanted
            if name in _SIGNS and test == ("=" if name == "id" else "~=")
        )
        return next(signed, chosen.tag)

    @property
    def names(self) -> Iterator[str]:
        """The classes and ids of the chosen element and of those around it."""
        return (
            value
            for compound in self.compounds
            for name, _, value in compound.wanted
            if name in _SIGNS
        )

    def chooses(self, path: Sequence[Opened]) -> bool:
        """Tell whether it chooses the last element of a path that leads to it from the outermost."""
        return self.compounds[0].fits(path[-1]) and _lies_in(self.compounds, path)


def handles_of(element: Opened) -> Iterator[str]:
    """Yield the handles of the selectors that may choose an element."""
    yield "*"
    yield element.tag
    if element.attrs:
        yield f"#{element.attrs.get('id')}"
        yield from {f".{name}" for name in (element.attrs.get("class") or "").split()}


def read_selectors(prelude: str) -> list[Selector]:
    """Read what stands before the braces of a rule: none where browsers drop it, or nothing in a page at rest is so.

    >>> for one in read_selectors("#a p.b > em, li:first-child, a:hover, p::before"):
    ...     print(one.handle, one.specificity, one.is_loose)
    em (1, 1, 2) False
    li (0, 1, 1) True
    """
    from cssselect import SelectorError, parse  # noqa: PLC0415  for a page that hides by a style of its own

    try:
        parsed = parse(prelude)
    except SelectorError:
        return []
    found = [_selector(one) for one in parsed if not one.pseudo_element]
    return [one for one in found if one]


def _lies_in(compounds: Sequence[Compound], path: Sequence[Opened]) -> bool:
    """Tell whether the elements around the last one are what a selector asks for beyond its first compound."""
    reached = {len(path) - 1}
    for inner, outer in pairwise(compounds):
        nearer = {at - 1 for at in reached} if inner.within == _CHILD else set(range(max(reached)))
        reached = {at for at in nearer if at >= 0 and outer.fits(path[at])}
        if not reached:
            return False
    return True


def _selector(parsed: Any) -> Selector | None:  # noqa: ANN401  cssselect's trees
    tree: Any = parsed.parsed_tree
    compounds: list[Compound] = []
    is_loose = False
    while tree is not None:
        is_combined = type(tree).__name__ == "CombinedSelector"
        within = tree.combinator if is_combined else ""
        compound = _compound(tree.subselector if is_combined else tree, within)
        if compound is None:
            return None
        compounds.append(compound[0])
        is_loose = is_loose or compound[1]
        tree = tree.selector if is_combined else None
        if within in ("+", "~"):  # what is asked of an element beside it is not looked at
            is_loose, tree = True, None
    return Selector(compounds, parsed.specificity(), is_loose)


def _compound(tree: Any, within: str) -> tuple[Compound, bool] | None:  # noqa: ANN401  likewise
    """Return what one element has to be, and whether more is asked of it; None where nothing in a page at rest is so."""
    wanted: list[tuple[str, str, str]] = []
    excluded: list[Compound] = []
    is_loose = False
    while (kind := type(tree).__name__) != "Element":
        if kind == "Class":
            wanted.append(("class", "~=", tree.class_name))
        elif kind == "Hash":
            wanted.append(("id", "=", tree.id))
        elif kind == "Attrib" and tree.operator in _TESTS:
            wanted.append(
                (tree.attrib.lower(), tree.operator, tree.value.value if tree.value else "")
            )
        elif kind == "Pseudo" and tree.ident.lower() in _NEVER:
            return None
        elif kind == "Negation" and (other := _excluded(tree.subselector)):
            excluded.append(other)
        else:
            is_loose = True
        tree = tree.selector
    return Compound((tree.element or "*").lower(), wanted, excluded, within), is_loose


def _excluded(tree: Any) -> Compound | None:  # noqa: ANN401  likewise
    """Return what an element must not be, where that can be told for sure."""
    if type(tree).__name__ == "CombinedSelector":
        return None
    compound = _compound(tree, "")
    return compound[0] if compound and not compound[1] else None
