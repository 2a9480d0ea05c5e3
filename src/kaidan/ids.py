"""The ids of meetings: year-month and place, from normalized values, so that rewording a heading keeps them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from kaidan.meeting import Draft, Fields


def assign_ids(drafts: Sequence[Draft]) -> None:
    """Give each draft its id; of several with the same month and place the oldest has it plain, the next ``-2`` behind it.

    Drafts come newest first; of two on the same day the one behind is the older.
    """
    same: dict[str, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        same[_plain_id(draft.fields)].append(at)
    for plain, members in same.items():
        if len(members) > 1:
            members.sort(key=lambda at: (str(drafts[at].fields["date"]["start"] or ""), -at))
        for number, at in enumerate(members, 1):
            drafts[at].fields["id"] = plain if number == 1 else f"{plain}-{number}"


def _plain_id(fields: Fields) -> str:
    start, place = fields["date"]["start"], fields["place"]
    name = place and (place["name"] or place["country_name"])
    where = name and name.en and _slug(name.en)
    return f"{start.isoformat()[:7] if start else 'undated'}-{where or 'unplaced'}"


@lru_cache(maxsize=256)
def _slug(name: str) -> str:
    """Reduce a name to a-z, 0-9 and hyphens.

    >>> _slug("Washington, D.C."), _slug("São Paulo")
    ('washington-dc', 'sao-paulo')
    """
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[.,']", "", ascii_only)).strip("-")
