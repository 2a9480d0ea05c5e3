"""A command in a process apart, which has of this one nothing but what it is given.

A fork of a process of tests inherits the locks of whatever they started, a browser, a pool, a library with threads, and may wait for
ever; a new interpreter for each command reads all of kaidan again. So a server that has read kaidan once, and nothing else, is forked.
"""

import os
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from multiprocessing import forkserver, get_context
from pathlib import Path
from types import MappingProxyType
from typing import NamedTuple, TextIO

import pytest

import chronicle
from kaidan import extract
from kaidan.cli import kaidan, run

_SERVER = get_context("forkserver")

CLOSED = Path("closed")
"""Instead of a file: nothing at all stands under the number."""


class Ended(NamedTuple):
    status: int
    out: bytes
    err: str


def nothing() -> None:
    """Do nothing first."""


def start(
    folder: Path,
    words: Sequence[str],
    streams: Mapping[int, Path] = MappingProxyType({}),
    before: Callable[[], object] = nothing,
) -> Ended:
    """Run a command in a process that has what it would have at its start.

    Args:
        folder: where it is at work.
        words: what it is told.
        streams: what stands under the numbers of standard input, output and error.
        before: what is done first, by a function of a module.
    """
    out, err = folder.with_suffix(".out"), folder.with_suffix(".err")
    out.write_bytes(b"")  # it may stand under no number
    paths = {0: Path(os.devnull), 1: out, 2: err, **streams}
    _begin()
    process = _SERVER.Process(target=_run, args=(folder, words, paths, before))
    process.start()
    process.join()
    status = process.exitcode
    assert status is not None
    return Ended(status, out.read_bytes(), err.read_text(encoding="utf-8"))


@cache
def _begin() -> None:
    """Start the server, which imports this module; it finds it where the interpreter looks, and not yet where pytest does."""
    _SERVER.set_forkserver_preload(["__main__", "pytest", "apart"])
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PYTHONPATH", str(Path(__file__).parent), prepend=os.pathsep)
        forkserver.ensure_running()


def _run(
    folder: Path, words: Sequence[str], paths: Mapping[int, Path], before: Callable[[], object]
) -> None:
    os.chdir(folder)
    sys.stdin, sys.stdout, sys.stderr = (_opened(number, paths[number]) for number in range(3))
    sys.argv = ["kaidan", *words]
    before()
    status = 99
    try:
        run(kaidan, "kaidan")
    except SystemExit as ended:
        status = int(ended.code or 0)
    finally:
        os._exit(status)


def _opened(number: int, path: Path) -> TextIO | None:
    """Let a file stand under a number, as a shell does, and return what Python makes of it."""
    if path == CLOSED:
        os.close(number)
        return None
    handle = os.open(path, os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
    if handle != number:
        os.dup2(handle, number)
        os.close(handle)
    return open(number, "r" if number == 0 else "w", encoding="utf-8", closefd=False)


extract(chronicle.page())  # what each process would have to read first
