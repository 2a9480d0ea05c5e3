"""The two sides of a comparison, from what the user names: a meetings.json, a saved page, or a day in an output folder."""

from hashlib import sha256
from pathlib import Path
from typing import NamedTuple

from kaidan.cli import take
from kaidan.cli.language import say
from kaidan.cli.speech import tell
from kaidan.errors import KaidanError, Unreadable
from kaidan.job import kept
from kaidan.job.history import held, standing
from kaidan.messages import Message
from kaidan.models import VERSION, Document
from kaidan.output import load
from kaidan.saved import SavedPage, read_saved_page


class Sides(NamedTuple):
    """The documents to compare, and the old page as today's code reads it, if it is at hand and today's code made the new one."""

    old: Document
    new: Document
    replayed: Document | None


class _Named(NamedTuple):
    """What a name stands for: bytes, and whether they are a page or a document's JSON."""

    name: str
    page: SavedPage

    @property
    def is_page(self) -> bool:
        return not self.name.endswith(".json") and not self.page.body.lstrip().startswith(b"{")


def read_sides(
    names: tuple[str, str], folder: Path, url: str | None, old_page: Path | None
) -> Sides:
    """Read both sides.

    Args:
        names: of a file, - for standard input, or @ and a day or ``latest`` for what stood then in ``folder``.
        folder: the output folder of ``kaidan run``.
        url: where saved pages came from; without it their sidecar says, or the other side.
        old_page: the page that the old side was read from, if that is a document.

    Raises:
        Unreadable: a side is not there, is no document, or is no page.
        Refused: a page holds no meeting.
    """
    old, new = (_Named(name, _bytes(name, folder)) for name in names)
    documents = {
        side.name: load(side.page.body, side.name) for side in (old, new) if not side.is_page
    }
    urls = [
        url,
        *(side.page.url for side in (old, new)),
        *(document.source.url for document in documents.values()),
    ]
    known = next((each for each in urls if each), None)
    was, now = (
        documents.get(side.name) or _extracted(side.name, side.page, side.page.url or known)
        for side in (old, new)
    )
    if old.is_page:
        return Sides(was, now, was if new.is_page else None)
    page = (
        new.page
        if was.source.sha256 == now.source.sha256 and new.is_page
        else _page_of(was, Path(names[0]), folder, old_page)
    )
    made_today = now.generator == f"kaidan {VERSION}"
    return Sides(was, now, _replayed(names[0], page, was) if page and made_today else None)


def _bytes(name: str, folder: Path) -> SavedPage:
    if name.startswith("@"):
        run = standing(folder, name[1:])
        page = held(folder, run.page) if run.page else None
        if page is None:
            raise Unreadable(
                "{where}: the page of {when} is not held any more",
                where=folder / kept.PAGES,
                when=run.when,
            )
        return page
    return SavedPage(take("-")) if name == "-" else read_saved_page(Path(name))


def _extracted(name: str, page: SavedPage, url: str | None) -> Document:
    from kaidan.pipeline import extract  # noqa: PLC0415  two documents are compared without the readers

    try:
        return extract(page.body, url=url, content_type=page.content_type)
    except KaidanError as error:
        raise error.at(name) from error


def _page_of(document: Document, path: Path, folder: Path, given: Path | None) -> SavedPage | None:
    """Return the page that a document was read from: the one given, or the one held beside the document or in the folder."""
    digest = document.source.sha256
    if given is None:
        return held(path.parent, digest) or held(folder, digest)
    page = read_saved_page(given)
    if sha256(page.body).hexdigest() != digest:
        raise Unreadable(
            "{where}: not the page that {document} was read from, whose SHA-256 is {digest}",
            where=given,
            document=path,
            digest=digest,
        )
    return page


def _replayed(name: str, page: SavedPage, document: Document) -> Document | None:
    try:
        return _extracted(Message("the page of {name}", name=name), page, document.source.url)
    except KaidanError as error:
        without = Message("diff: {why}; whose change it was is judged without it", why=error)
        tell(say(without))
        return None
