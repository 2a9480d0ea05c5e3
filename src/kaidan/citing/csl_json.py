"""Citations as CSL-JSON, for Zotero, Pandoc and all that reads the Citation Style Language."""

import json
from collections.abc import Sequence
from typing import Any

from kaidan.citing.works import Work
from kaidan.messages import Language


def as_csl_json(works: Sequence[Work], language: Language) -> str:
    """Return a list with an item for each work."""
    items = [_csl_item(work, language) for work in works]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _csl_item(work: Work, language: Language) -> dict[str, Any]:
    publisher, day = work.published_by(language), work.accessed
    item = {
        "id": work.key,
        "type": "webpage",
        "title": work.title,
        "container-title": work.within,
        "author": [{"literal": publisher}] if publisher else None,
        "publisher": publisher,
        "URL": work.address,
        "archive_location": work.archived,
        "accessed": {"date-parts": [[day.year, day.month, day.day]]} if day else None,
        "language": "ja",
        "note": "; ".join(work.notes(language)),
    }
    return {name: value for name, value in item.items() if value is not None}
