"""Changes as JSON, for a script: the seven keys of each change, and what it takes to apply them."""

import json
from dataclasses import MISSING, fields, is_dataclass
from typing import Any

from kaidan.differ.changes import Changes


def to_json(changes: Changes, indent: int | None = 2) -> str:
    """Return the changes as one JSON object, nothing escaped, with a final newline; :func:`schema` describes it."""
    return json.dumps(_plain(changes), ensure_ascii=False, indent=indent) + "\n"


def _plain(value: Any) -> Any:  # noqa: ANN401  any value of the model
    """Return a value as JSON has it: a dataclass as an object, without the optional fields that say nothing, but for ``follows``."""
    if is_dataclass(value):
        told = {each.name: (getattr(value, each.name), each.default) for each in fields(value)}
        return {
            name: _plain(now)
            for name, (now, default) in told.items()
            if default is MISSING or now != default or name == "follows"
        }
    return [_plain(each) for each in value] if isinstance(value, tuple) else value


def schema() -> dict[str, Any]:
    """Return the JSON Schema (2020-12) of that object."""
    from pydantic import TypeAdapter  # noqa: PLC0415  costs more than a comparison, and only a reader of the schema needs it

    described = TypeAdapter(Changes).json_schema(mode="serialization")
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **described}
