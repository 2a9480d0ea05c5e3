"""A file that grows line by line: plain, or compressed piece by piece, so that what is whole of it survives a kill.

Each piece of lines is a gzip member or a Zstandard frame of its own, and readers of either format read them as one.
"""

import gzip
import io
import os
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, Any, NamedTuple

from kaidan.errors import Unreadable, WrongUsage, because

_BLOCK = 2**20
_PIECE = 250_000
"""Bytes of lines that are packed together."""


class Packing(NamedTuple):
    """How a file is packed.

    Attributes:
        pack: a piece of lines.
        whole: how many bytes of a file are whole, from its start.
        opened: the file, unpacked while it is read.
        is_packed: whether lines are packed at all.
    """

    pack: Callable[[bytes], bytes]
    whole: Callable[[Path], int]
    opened: Callable[[Path], Any]
    is_packed: bool = True


class Target:
    """A file that lines are added to, packed in pieces whose size does not hang on how the lines come."""

    def __init__(self, file: IO[bytes], packing: Packing) -> None:
        self._file, self._packing = file, packing
        self._waiting: list[bytes] = []
        self._size = 0

    def add(self, lines: bytes) -> None:
        """Add whole lines, and hand what makes a piece to the system at once: a kill then loses none of them."""
        if not self._packing.is_packed:
            self._write(lines)
            return
        for line in lines.splitlines(keepends=True):
            self._waiting.append(line)
            self._size += len(line)
            if self._size >= _PIECE:
                self.end_piece()

    def end_piece(self) -> None:
        """Hand over what waits to be a piece."""
        if self._waiting:
            self._write(self._packing.pack(b"".join(self._waiting)))
        self._waiting, self._size = [], 0

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._file.flush()


def packing_of(path: Path) -> Packing:
    """Return how a file is packed, by its ending.

    Raises:
        WrongUsage: by Zstandard, of the extra ``archive``, and it is not installed.
    """
    if path.suffix == ".gz":
        return Packing(_gzipped, _whole_members, lambda one: gzip.open(one, "rb"))
    if path.suffix == ".zst":
        return _zstandard()
    return Packing(lambda lines: lines, _whole_lines, lambda one: one.open("rb"), is_packed=False)


@contextmanager
def target(path: Path, *, resume: bool, asked: Path | None = None) -> Iterator[Target]:
    """Open a file to add lines to; one that was cut in the middle of a line or a piece is cut back to what is whole.

    Args:
        path: the file.
        resume: go on with what it holds.
        asked: the file that a failure is told of, where the lines are for another.

    Raises:
        WrongUsage: it exists, and nobody said to go on with it.
        Unreadable: it cannot be written.
    """
    packing = packing_of(path)
    if path.is_file() and not resume:
        raise WrongUsage("{path}: exists already; --resume goes on with it", path=path)
    try:
        if path.is_file():
            _require_ours(path)
            os.truncate(path, packing.whole(path))
        with _gone_if_never_begun(path), path.open("ab") as file:
            grown = Target(file, packing)
            try:
                yield grown
            finally:
                grown.end_piece()
    except OSError as error:
        raise Unreadable("could not be written: {why}", why=because(error)).at(
            asked or path
        ) from error


@contextmanager
def _gone_if_never_begun(path: Path) -> Iterator[None]:
    """Remove a new file again that a failure left without a line."""
    is_new = not path.exists()
    try:
        yield
    except BaseException:
        if is_new and path.is_file() and path.stat().st_size == 0:
            path.unlink()
        raise


def lines_told(path: Path) -> Iterator[bytes]:
    """Yield the whole lines that a file holds; nothing where there is none. What is cut at its end is left out."""
    if not path.is_file():
        return
    packing = packing_of(path)
    _require_ours(path)
    os.truncate(path, packing.whole(path))
    with packing.opened(path) as file:
        yield from file


def _require_ours(path: Path) -> None:
    """Pass if a file begins as ours do: the end of a stranger's is nothing to be cut off.

    Raises:
        WrongUsage: it does not.
    """
    start = _STARTS.get(path.suffix, b'{"input":')
    with path.open("rb") as file:
        if not start.startswith(file.read(len(start))):
            raise WrongUsage("{path}: not a file of kaidan bulk, and left as it is", path=path)


_STARTS = {".gz": b"\x1f\x8b", ".zst": b"\x28\xb5\x2f\xfd"}
"""How packed files begin (RFC 1952, RFC 8878)."""


def _gzipped(lines: bytes) -> bytes:
    return gzip.compress(lines, 6, mtime=0)


def _whole_lines(path: Path) -> int:
    """Return where the last whole line ends."""
    size = path.stat().st_size
    with path.open("rb") as file:
        while size > 0:
            start = max(0, size - _BLOCK)
            file.seek(start)
            found = file.read(size - start).rfind(b"\n")
            if found >= 0:
                return start + found + 1
            size = start
    return 0


def _whole_members(path: Path) -> int:
    """Return where the last whole gzip member ends."""
    return _whole_pieces(path, lambda: zlib.decompressobj(zlib.MAX_WBITS | 16), zlib.error)


def _whole_pieces(path: Path, opened: Callable[[], Any], broken: type[Exception]) -> int:
    whole = at = 0
    piece = opened()
    with path.open("rb") as file:
        data = file.read(_BLOCK)
        while data:
            try:
                piece.decompress(data)
            except broken:
                return whole
            if piece.eof:
                at += len(data) - len(piece.unused_data)
                whole, data, piece = at, piece.unused_data, opened()
            else:
                at += len(data)
                data = b""
            data = data or file.read(_BLOCK)
    return whole


def _zstandard() -> Packing:
    try:
        import zstandard  # noqa: PLC0415  an extra
    except ImportError as error:
        raise WrongUsage('.zst wants zstandard: pip install ".[archive]"') from error
    packer = zstandard.ZstdCompressor(write_checksum=True)

    def whole(path: Path) -> int:
        opened = zstandard.ZstdDecompressor().decompressobj
        return _whole_pieces(path, opened, zstandard.ZstdError)

    return Packing(
        packer.compress, whole, lambda one: io.BufferedReader(zstandard.open(one, "rb"), 2**20)
    )
