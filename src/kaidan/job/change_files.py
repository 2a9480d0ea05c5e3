"""The accepted changes under ``changes/``: a Markdown file each, numbered in the order in which they were accepted.

A head of ``key: value`` lines says what the feed and the repair need to know. ``before`` and ``after`` are the SHA-256 of the
``meetings.json`` that the change led from and to: a change is written before its ``meetings.json``, and one whose
``before`` is what still stands there was cut short by a crash.
"""

import re
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import islice
from pathlib import Path
from typing import NamedTuple, Self

from kaidan.controls import on_one_line
from kaidan.differ.as_markdown import escaped, unescaped
from kaidan.job import files
from kaidan.messages import Language

_RULE = "---\n"

NOTHING = "nothing"
"""What stands for the SHA-256 of a meetings.json that was not there."""


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
        lang: the language of title and text, that of the folder's first run.
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
    lang: Language = "en"

    @classmethod
    def parse(cls, text: str) -> Self:
        """Return the change that a file holds.

        Raises:
            ValueError: it is not written as :meth:`markdown` writes it.
        """
        _, head, rest = text.split(_RULE, 2)
        facts = dict(line.split(": ", 1) for line in head.splitlines())
        title, _, body = rest.removeprefix("\n# ").partition("\n\n")
        language: Language = "ja" if facts.pop("lang", "en") == "ja" else "en"
        try:
            return cls(**facts, title=unescaped(title), text=body, lang=language)
        except TypeError as error:
            raise ValueError(str(error)) from error

    def markdown(self) -> str:
        """Return the file that holds the change."""
        facts = self._asdict()
        title, text = escaped(on_one_line(facts.pop("title"))), facts.pop("text")
        head = "".join(f"{name}: {value}\n" for name, value in facts.items())
        return f"{_RULE}{head}{_RULE}\n# {title}\n\n{text}"


def next_path(folder: Path, when: str) -> Path:
    """Return where the next change goes."""
    number = 1 + max((_number(path) for path in paths(folder)), default=0)
    return folder / f"{number:04d}-{when[:10]}.md"


def recent(folder: Path, most: int) -> list[Change]:
    """Return the last ``most`` changes, the last first."""
    return list(islice(newest_first(folder), most))


def newest_first(folder: Path) -> Iterator[Change]:
    """Yield all changes, the last first, each read when it is asked for. A file that was edited out of shape is passed over."""
    return filter(None, map(read_change, reversed(paths(folder))))


def read_change(path: Path) -> Change | None:
    """Return the change that ``path`` holds; None if it is not as it was written.

    Raises:
        Unreadable: it cannot be read.
    """
    try:
        return Change.parse((files.read_if_there(path) or b"").decode())
    except ValueError:
        return None


def last(folder: Path) -> Change | None:
    """Return the change that was accepted last, if its file is as it was written."""
    return next(newest_first(folder), None)


def roll_back(folder: Path, current: bytes | None, told: str | None) -> Path | None:
    """Remove the last change if a crash kept its ``meetings.json`` from being written; ``current`` is what stands there.

    ``told`` is the SHA-256 of the one that the log says to stand: a change that led to it was made, whoever put back what was before.
    """
    path = next(reversed(paths(folder)), None)
    change = read_change(path) if path else None
    if path is None or change is None or change.before != digest(current) or change.after == told:
        return None
    path.unlink()
    return path


def digest(data: bytes | None) -> str:
    """Return the SHA-256 of a meetings.json; the word ``nothing`` where there is none."""
    return NOTHING if data is None else sha256(data).hexdigest()


def paths(folder: Path) -> Sequence[Path]:
    """Return the files of all changes, in their order; somebody's own notes beside them are none."""
    ours = (path for path in files.listed(folder) if _NAME.fullmatch(path.name))
    return sorted(ours, key=_number)


_NAME = re.compile(r"[0-9]{4,18}-[0-9]{4}-[0-9]{2}-[0-9]{2}\.md")


def _number(path: Path) -> int:
    return int(path.name.partition("-")[0])
