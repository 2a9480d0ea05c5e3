"""The lines as a table of columns: Parquet, with the document nested in a column as the schema has it."""

import types
import typing
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Union, get_args, get_origin

import orjson

from kaidan import atomic
from kaidan.errors import WrongUsage
from kaidan.models import Document, Evidence

if TYPE_CHECKING:
    import pyarrow as pa

_ROWS = 1_000
"""Lines of a row group: some 100 MB of documents in memory at most."""


def require() -> None:
    """See to it that Parquet can be written.

    Raises:
        WrongUsage: pyarrow, of the extra ``archive``, is not installed.
    """
    try:
        import pyarrow.parquet  # noqa: F401, PLC0415  an extra
    except ImportError as error:
        raise WrongUsage('.parquet wants pyarrow: pip install ".[archive]"') from error


def write_table(lines: Iterable[bytes], path: Path) -> None:
    """Write the lines as a table, whole or not at all.

    Raises:
        Unreadable: it could not be written.
    """
    import pyarrow as pa  # noqa: PLC0415  an extra
    from pyarrow import parquet  # noqa: PLC0415

    columns = schema()
    with (
        atomic.made_anew(path) as made,
        parquet.ParquetWriter(made, columns, compression="zstd") as writer,
    ):
        for rows in _grouped(lines):
            writer.write_table(pa.Table.from_pylist(rows, schema=columns))


def _grouped(lines: Iterable[bytes]) -> Iterator[list[dict[str, Any]]]:
    rows: list[dict[str, Any]] = []
    for line in lines:
        rows.append(orjson.loads(line))
        if len(rows) == _ROWS:
            yield rows
            rows = []
    if rows:
        yield rows


def schema() -> "pa.Schema":
    """Return the columns: what was read, from where, when, and the document or the refusal."""
    import pyarrow as pa  # noqa: PLC0415  an extra

    text = pa.string()
    refusal = pa.struct([("code", text), ("status", pa.int64()), ("message", text)])
    return pa.schema(
        [
            ("input", text),
            ("url", text),
            ("captured", text),
            ("document", _column(Document)),
            ("error", refusal),
        ]
    )


def _column(annotation: Any) -> "pa.DataType":  # noqa: ANN401  any annotation
    """Return the type of a column for what a field of the models is annotated with."""
    import pyarrow as pa  # noqa: PLC0415  an extra

    plain = {int: pa.int64(), float: pa.float64(), bool: pa.bool_()}
    origin, inner = get_origin(annotation), get_args(annotation)
    if isinstance(annotation, type) and hasattr(annotation, "__pydantic_fields__"):
        return pa.struct(_columns_of(annotation))
    if origin is typing.Annotated or origin in {Union, types.UnionType}:
        return _column(next(one for one in inner if one is not type(None)))
    if origin is tuple:
        return pa.list_(_column(inner[0]))
    return plain.get(annotation, pa.string())  # texts, their patterns, and dates as JSON has them


def _columns_of(model: Any) -> list[tuple[str, "pa.DataType"]]:  # noqa: ANN401  a model of any kind
    names = {"where": "in"} if model is Evidence else {}
    return [
        (names.get(name, name), _column(field.annotation))
        for name, field in model.__pydantic_fields__.items()
    ]
