"""``kaidan.extract_many``: pages to documents, in order."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from kaidan.bulk.answers import Told
from kaidan.bulk.batches import told_in_order
from kaidan.bulk.page_reading import Failure
from kaidan.bulk.workers import workers as give_workers
from kaidan.captures.capture import Capture
from kaidan.captures.saved_pages import read_file
from kaidan.errors import KaidanError, Refused, Unreadable
from kaidan.models import Document

Input = Path | str | bytes


def extract_many(
    pages: Iterable[Input], *, workers: int | None = None
) -> Iterator[tuple[Input, Document | KaidanError]]:
    """Turn many pages into data, in their order, with no more of them in memory than are in hand.

    Args:
        pages: each a file (its sidecar is used as ``extract`` uses it), or a page's bytes.
        workers: how many processes read them; None is this process alone.

    Yields:
        Each input with its document, or with the error that ``extract`` would have raised: a page that fails stops no other.

    Raises:
        TypeError: an input is neither bytes nor the name of a file, or one page is given instead of many.

    >>> page = "<h3>日露首脳会談（ペルー・平成20年11月）</h3><p>リマで会談。".encode()
    >>> [type(read).__name__ for _, read in extract_many([page, b"<p>abc"])]
    ['Document', 'Refused']
    """
    if isinstance(pages, str | bytes | Path):
        raise TypeError("pages are many: of one, give a list of it")
    if not isinstance(pages, Iterable):
        raise TypeError(
            f"pages are many, in a list or whatever else gives them, not {type(pages).__name__}"
        )
    if not isinstance(workers, int | None):
        raise TypeError(f"workers is a number or None, not {type(workers).__name__} {workers!r}")
    if workers is not None and workers < 1:
        raise ValueError(f"workers must be at least 1, not {workers}")
    inputs: list[Input] = []

    def captures() -> Iterator[Capture]:
        for page in pages:
            inputs.append(page)
            yield _capture(page)

    with give_workers(workers or 1) as given:
        for batch in told_in_order(captures(), given):
            for told in batch:
                yield inputs.pop(0), _outcome(told)


def _capture(page: object) -> Capture:
    if isinstance(page, bytes):
        return Capture("", page)
    if isinstance(page, Path | str):
        return read_file(Path(page))
    raise TypeError(
        f"a page is a Path, a str that names a file, or bytes, not {type(page).__name__}"
    )


def _outcome(told: Told) -> Document | KaidanError:
    capture, read = told
    if not isinstance(read, Failure):
        return Document.model_validate_json(read)
    error = Unreadable if read.code == "unreadable" else Refused
    return (
        error("{name}: {what}", name=capture.name, what=read.message)
        if capture.name
        else error("{what}", what=read.message)
    )
