"""The ids of meetings: year-month and place, from normalized values, so that rewording a heading keeps them."""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache

from kaidan.drafts import Draft

_YEAR_AND_MONTH = re.compile(r"-?[0-9X]{4}(?:-(?:0[1-9]|1[0-2]))?")


def assign_ids(drafts: Sequence[Draft]) -> None:
    """Give each draft its id; of several with the same month and place the oldest has it plain, the next ``-2`` behind it.

    Drafts come newest first; of two on the same day the one behind is the older.
    """
    same: dict[str, list[int]] = defaultdict(list)
    for at, draft in enumerate(drafts):
        same[_plain_id(draft)].append(at)
    for plain, members in same.items():
        if len(members) > 1:
            members.sort(key=lambda at: (str(drafts[at].date.bounds[0] or ""), -at))
        for number, at in enumerate(members, 1):
            drafts[at].id = plain if number == 1 else f"{plain}-{number}"


def _plain_id(draft: Draft) -> str:
    when = _month(draft.on or "")
    if draft.kind == "telephone":
        return f"{when}-call"
    place = draft.place and draft.place.place
    name = place and (place.name or place.country_name)
    where = name and name.en and _slug(name.en)
    return f"{when}-{where or 'unplaced'}"


def _month(edtf: str) -> str:
    """Return the year that an EDTF value starts with, and the month if it names one.

    >>> _month("2008"), _month("2008-11-22/2008-11-23"), _month("2012-22"), _month("../1650-05"), _month("-0659"), _month("")
    ('2008', '2008-11', '2012', '1650-05', 'bc-0659', 'undated')
    """
    first = next((end for end in edtf.split("/") if end not in ("", "..")), "")
    year = _YEAR_AND_MONTH.match(first)
    return year[0].lower().replace("-", "bc-", year[0].startswith("-")) if year else "undated"


@lru_cache(maxsize=256)
def _slug(name: str) -> str:
    """Reduce a name to a-z, 0-9 and hyphens.

    >>> _slug("Washington, D.C."), _slug("São Paulo")
    ('washington-dc', 'sao-paulo')
    """
    ascii_only = unicodedata.normalize("NFKD", name).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", re.sub(r"[.,']", "", ascii_only)).strip("-")
