"""Citations: of a page, or of one meeting in it, as text, BibTeX, RIS and CSL-JSON.

What is not known stands in none of them: no publisher of an unknown host, no day of retrieval where nobody noted it.
"""

from collections.abc import Callable, Mapping, Sequence
from importlib import import_module

from kaidan.citing.works import Work, cited_meeting, cited_page
from kaidan.messages import Language

__all__ = ["STYLES", "Work", "cite", "cited_meeting", "cited_page"]

STYLES: Mapping[str, str] = {
    "text": "sentences:as_sentences",
    "bibtex": "bibtex:as_bibtex",
    "ris": "ris:as_ris",
    "csl": "csl_json:as_csl_json",
}
"""Every style by its name, with the module and function that writes it."""


def cite(works: Sequence[Work], style: str = "text", language: Language = "en") -> str:
    """Return the citations of works in a style, with a final newline.

    Args:
        works: pages and meetings, each named once.
        style: one of ``STYLES``.
        language: of the publisher's name, and of what the style says itself; titles stay as they are.
    """
    module, function = STYLES[style].split(":")
    writer: Callable[[Sequence[Work], Language], str] = getattr(
        import_module(f"{__name__}.{module}"), function
    )
    return writer(works, language)
