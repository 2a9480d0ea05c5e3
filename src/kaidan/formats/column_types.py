"""The columns of tabular formats: name, type, unit, and a meaning that the models themselves give."""

from collections.abc import Sequence
from functools import cache
from typing import Any, Literal, NamedTuple

JOINED = "; "
"""What stands between the values of a cell that holds several."""

SEVERAL = f"several are joined by {JOINED!r}"

Type = Literal["string", "integer", "number", "boolean", "date"]


class Column(NamedTuple):
    """A column of a table.

    Attributes:
        name: of the column.
        type: of its cells; any may be empty.
        field: of the models, whose description is its meaning (``Place.latitude``); "" where it is no field of one.
        note: what has to be said beyond that.
        unit: of its numbers.
    """

    name: str
    type: Type = "string"
    field: str = ""
    note: str = ""
    unit: str = ""

    @property
    def meaning(self) -> str:
        """What stands in the column, as a sentence without its stop."""
        return "; ".join(filter(None, (field_meaning(self.field), self.note)))


class Table(NamedTuple):
    """A table by its name, what a row of it is, and its columns."""

    name: str
    meaning: str
    columns: Sequence[Column]


def field_meaning(field: str) -> str:
    """Return what a field of the models is, in the words of the published schema.

    >>> field_meaning("Place.timezone")
    'IANA time zone'
    """
    if not field:
        return ""
    kind, name = field.split(".")
    described = _models()[kind]["properties"][name]
    choices = [described, *described.get("anyOf", ())]
    return next(str(choice["description"]) for choice in choices if "description" in choice)


@cache
def _models() -> dict[str, Any]:
    """The models of a document as its schema has them, by their names."""
    from kaidan.models import Document  # noqa: PLC0415

    schema = Document.model_json_schema(by_alias=False, mode="serialization")
    return {"Document": schema, **schema["$defs"]}
