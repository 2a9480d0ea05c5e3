"""``python -m kaidan.locale``: bring the catalogue up to the code, and compile it.

Patterns that are new stand in it with an empty translation, and are named; those that nobody says any more leave it.
"""

import sys
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po, write_po

from kaidan.locale.patterns import Pattern, collect
from kaidan.messages import CATALOGUES, DOMAIN

SOURCE = CATALOGUES / "ja" / "LC_MESSAGES" / f"{DOMAIN}.po"


def bring_up_to_date() -> None:
    """Rewrite ``kaidan.po`` and ``kaidan.mo``, and name what is left to translate."""
    catalogue = renewed(SOURCE, collect())
    SOURCE.write_bytes(source_of(catalogue))
    SOURCE.with_suffix(".mo").write_bytes(compiled(catalogue))
    sys.stdout.writelines(f"{left}\n" for left in untold(catalogue))


def renewed(path: Path, patterns: list[Pattern]) -> Catalog:
    """Return the catalogue of a file with these patterns and no others."""
    with path.open("rb") as file:
        known = read_po(file, locale="ja", domain=DOMAIN)
    catalogue = Catalog(
        locale="ja",
        domain=DOMAIN,
        project=DOMAIN,
        charset="utf-8",
        fuzzy=False,
        header_comment="# What kaidan says, in Japanese. `python -m kaidan.locale` collects and compiles.",
        msgid_bugs_address="",
        last_translator="",
        language_team="ja",
        creation_date=known.creation_date,
        revision_date=known.revision_date,
    )
    for pattern in patterns:
        key = (pattern.text, pattern.plural) if pattern.plural else pattern.text
        said = known.get(pattern.text, pattern.context)
        catalogue.add(
            key,
            string=said.string if said else None,
            context=pattern.context,
            auto_comments=[pattern.where],
        )
    return catalogue


def source_of(catalogue: Catalog) -> bytes:
    """Return a catalogue as a ``.po`` file, sorted, so that a new pattern is one block of lines."""
    file = BytesIO()
    write_po(file, catalogue, width=100, sort_output=True)
    return file.getvalue()


def compiled(catalogue: Catalog) -> bytes:
    """Return a catalogue as a ``.mo`` file."""
    file = BytesIO()
    write_mo(file, catalogue)
    return file.getvalue()


def untold(catalogue: Catalog) -> list[str]:
    """Return the patterns that have no translation."""
    return [str(message.id) for message in catalogue if message.id and not _is_told(message.string)]


def _is_told(string: object) -> bool:
    return all(string) if isinstance(string, tuple) else bool(string)


if __name__ == "__main__":
    bring_up_to_date()
