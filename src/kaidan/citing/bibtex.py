"""Citations as BibTeX, for LaTeX; biblatex's ``online`` where its fields are read."""

import re
from collections.abc import Iterator, Sequence

from kaidan.citing.works import Work
from kaidan.messages import Language

_NO_KEY = re.compile(r"[^0-9A-Za-z:/._+-]+")
"""What may not stand in a key: LaTeX takes ASCII only there."""

_SPECIAL = {
    "\\": r"{\textbackslash}",
    "{": r"\{",
    "}": r"\}",
    "~": r"{\textasciitilde}",
    "^": r"{\textasciicircum}",
    **{sign: f"\\{sign}" for sign in "#$%&_"},
}


def as_bibtex(works: Sequence[Work], language: Language) -> str:
    """Return an entry for each work."""
    return "\n".join(_bibtex_entry(work, language) for work in works)


def _bibtex_entry(work: Work, language: Language) -> str:
    fields = "".join(f"  {name} = {{{value}}},\n" for name, value in _bibtex_fields(work, language))
    return f"@misc{{{_NO_KEY.sub('-', work.key)},\n{fields}}}\n"


def _bibtex_fields(work: Work, language: Language) -> Iterator[tuple[str, str]]:
    publisher = work.published_by(language)
    if publisher:
        yield "author", f"{{{_escaped_for_latex(publisher)}}}"
    yield "title", f"{{{_escaped_for_latex(work.title)}}}"
    if work.within:
        yield "howpublished", _escaped_for_latex(work.within)
    if work.address:
        yield "url", _verbatim(work.address)
    if work.accessed:
        yield "urldate", f"{work.accessed}"
    notes = work.notes(language)
    yield (
        "note",
        _escaped_for_latex("; ".join([*notes, *([work.archived] if work.archived else [])])),
    )
    yield "langid", "japanese"


def _escaped_for_latex(text: str) -> str:
    r"""Return a text whose every character LaTeX shows as it is.

    >>> _escaped_for_latex("100% {日露} a_b")
    '100\\% \\{日露\\} a\\_b'
    """
    return "".join(_SPECIAL.get(character, character) for character in text)


def _verbatim(address: str) -> str:
    """Return an address as a field of its own kind has it: nothing escaped; braces, which would end it, as percent codes."""
    return address.replace("{", "%7B").replace("}", "%7D")
