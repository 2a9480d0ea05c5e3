"""The accepted changes under ``changes/``: a Markdown file each, numbered in the order in which they were accepted.

A head of ``key: value`` lines says what the feed and the repair need to know. ``before`` and ``after`` are the SHA-256 of the
``meetings.json`` that the change led from and to: a change is written before its ``meetings.json``, and one whose
``before`` is what still stands there was cut short by a crash.
"""

from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path
from typing import NamedTuple, Self

from kaidan.job import files

_RULE = "---\n"


class Change(NamedTuple):
    """An accepted change.

    Attributes:
        id: of its entry in the feed, a tag: URI; no clock is in it.
        feed: the id of the feed, the same in all changes of a folder.
        when: the time of the run, UTC, RFC 3339.
        by: source, extractor, or both: whose change it is.
        before: the SHA-256 of the meetings.json that it replaced; ``nothing`` for the first.
        after: the SHA-256 of the meetings.json that replaced it.
        page: the SHA-256 of the page that it was read from.
        title: one line.
        text: Markdown.
    """

    id: str
    feed: str
    when: str
    by: str
    before: str
    after: str
    page: str
    title: str
    text: str

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the change that a file holds.

        Raises:
            ValueError: it is not written as :meth:`markdown` writes it.
        """
        _, head, rest = text.split(_RULE, 2)
        facts = dict(line.split(": ", 1) for line in head.splitlines())
        title, _, body = rest.removeprefix("\n# ").partition("\n\n")
        try:
            return cls(**facts, title=title, text=body)
        except TypeError as error:
            raise ValueError(str(error)) from error

    def markdown(self) -> str:
        """Return the file that holds the change."""
        head = "".join(
            f"{name}: {value}\n" for name, value in zip(self._fields[:-2], self[:-2], strict=True)
        )
        return f"{_RULE}{head}{_RULE}\n# {self.title}\n\n{self.text}"


def next_path(folder: Path, when: str) -> Path:
    """Return where the next change goes."""
    number = 1 + max((_number(path) for path in paths(folder)), default=0)
    return folder / f"{number:04d}-{when[:10]}.md"


def recent(folder: Path, most: int) -> list[Change]:
    """Return the last ``most`` changes, the last first. A file that was edited out of shape is passed over."""
    found = (read(path) for path in reversed(paths(folder)[-most:]))
    return [change for change in found if change]


def read(path: Path) -> Change | None:
    """Return the change that ``path`` holds; None if it is not as it was written.

    Raises:
        Unreadable: it cannot be read.
    """
    try:
        return Change.parse((files.read(path) or b"").decode())
    except ValueError:
        return None


def roll_back(folder: Path, current: bytes | None) -> Path | None:
    """Remove the last change if a crash kept its ``meetings.json`` from being written; ``current`` is what stands there."""
    last = next(reversed(paths(folder)), None)
    change = read(last) if last else None
    if last is None or change is None or change.before != digest(current):
        return None
    last.unlink()
    return last


def digest(data: bytes | None) -> str:
    """Return the SHA-256 of a meetings.json; the word ``nothing`` where there is none."""
    return "nothing" if data is None else sha256(data).hexdigest()


def paths(folder: Path) -> Sequence[Path]:
    """Return the files of all changes, in their order."""
    return sorted(folder.glob("[0-9]*-*.md"), key=_number)


def _number(path: Path) -> int:
    return int(path.name.partition("-")[0])
