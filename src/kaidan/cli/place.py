"""``kaidan place``: the gazetteer on its own."""

import json
from typing import Any

import click


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("text")
def place(text: str) -> None:
    """Print the place that the whole of TEXT names, as JSON; null where it names none or nobody can tell which."""
    from kaidan.normalizers.places import resolve_place  # noqa: PLC0415  --help waits for no gazetteer

    found = resolve_place(text)
    click.echo(json.dumps({"text": text, **_fields(found)} if found else None, ensure_ascii=False, indent=2))


def _fields(found: Any) -> dict[str, Any]:  # noqa: ANN401  a NamedTuple of NamedTuples
    return {key: value._asdict() if hasattr(value, "_asdict") else value for key, value in found._asdict().items()}
