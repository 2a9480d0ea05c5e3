"""Commands each of whose calls on a folder fails once: a process of its own, which the shim is loaded into.

Usage: python shimmed_commands.py FOLDER STEP COMMAND…, in the environment that loads the shim. Of the calls of each command every
STEP-th fails. Prints how many there were, a line each, or what went wrong.
"""

import ctypes
import errno
import os
import re
import shutil
import sys
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from importlib import import_module
from itertools import count
from pathlib import Path

import chronicle
import faults
from apart import nothing
from kaidan.cli import kaidan, run
from kaidan.formats import FORMATS
from kaidan.replay import story  # noqa: F401  what each process would have to read first
from kaidan.report import compose, pictures  # noqa: F401  likewise

SITE = "the address of a page"

WORDS: Mapping[str, Sequence[str]] = {
    "extract": ["extract", "page.html", "-o", "out.json"],
    "report": ["report", "page.html", "-o", "out.html"],
    "plot": ["plot", "page.html", "-o", "out.svg"],
    "diff": ["diff", "page.html", "page.html", "-o", "out.txt"],
    "explain": ["explain", "page.html", "-o", "out.txt"],
    "cite": ["cite", "page.html", "--style", "bibtex", "-o", "out.bib"],
    "agreements": ["agreements", "page.html", "-o", "out.json"],
    "schema": ["schema", "-o", "out.json"],
    "describe": ["export", "--describe", "-o", "datapackage.json"],
    **{name: ["export", "page.html", "-o", f"out.{name}"] for name in FORMATS},
    "bulk": ["bulk", "../../page.html", "--workers", "1", "--resume", "-o", "out.jsonl"],
    "columns": ["bulk", "../../page.html", "--workers", "1", "--resume", "-o", "out.parquet"],
    "fetch": ["fetch", SITE, "--pause", "0", "-o", "out.html"],
    "replay": ["replay", "../../captures", "--output", "out"],
}
PLAIN = ("report",)
"""Made without pictures here, which take seconds each time; ``plot`` draws them."""

GOES_ON = ("bulk", "columns", "replay")
"""What was done stands, and the same command does the rest. What they read lies elsewhere: a page that cannot be read is told as one."""

OLD = b"as it was"

CHANGING = rb'"(fetched|seconds)": [^,]*'
"""What a sidecar says of the moment at which the page came."""


@cache
def shim() -> ctypes.CDLL:
    """The shim that this process was started with."""
    loaded = ctypes.CDLL(os.environ["LD_PRELOAD"])
    loaded.calls.restype = ctypes.c_long
    return loaded


class Folder:
    """The folder that a command works in, what it says beside it, and what it makes when nothing fails."""

    def __init__(self, path: Path, name: str, site: faults.Site) -> None:
        self.path, self.name = path / "folders" / name, name
        words = [site.page if word == SITE else word for word in WORDS[name]]
        *self.words, self.target = words
        self.words.append(str(self.path / self.target))
        self.beside = path / name
        self.begin()
        self.before = self.files()
        ended = self.ends()
        assert ended == (0, ""), ended
        self.made = self.files()
        assert self.made != self.before

    def begin(self) -> None:
        shutil.rmtree(self.path, ignore_errors=True)
        self.path.mkdir(parents=True)
        top = self.beside.parent if self.name in GOES_ON else self.path
        (top / "page.html").write_bytes(chronicle.page())
        if self.name not in GOES_ON:
            (self.path / self.target).write_bytes(OLD)
        (top / "captures").mkdir(exist_ok=True)
        for day, page in enumerate((chronicle.page(), chronicle.reworded()), start=1):
            (top / f"captures/2026110{day}120000.html").write_bytes(page)

    def files(self) -> dict[str, bytes]:
        """All that stands there, but for the second at which a page came."""
        return {
            str(path.relative_to(self.path)): re.sub(CHANGING, b"", path.read_bytes())
            for path in self.path.rglob("*")
            if path.is_file() and path.name != ".lock"
        }

    def ends(self, before: Callable[[], object] = nothing) -> tuple[int, str]:
        """Run the command here, in a process of its own: what it loads may start threads. Return its status and its complaint."""
        told = self.beside.with_suffix(".err")
        child = os.fork()
        if not child:
            status = 99
            try:
                os.chdir(self.path)
                sys.stdout = sys.stderr = told.open("w", encoding="utf-8")
                sys.argv = ["kaidan", *self.words]
                if self.name in PLAIN:
                    pictures.is_drawable = lambda: False
                before()
                run(kaidan, "kaidan")
            except SystemExit as ended:
                status = int(ended.code or 0)
            finally:
                self.beside.with_suffix(".calls").write_text(str(shim().calls()), encoding="utf-8")
                sys.stderr.flush()
                os._exit(status)
        status = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
        return status, told.read_text(encoding="utf-8") if status else ""

    def judge(self, status: int, where: str) -> None:
        """On 0 all is made; on 3 nothing has moved, or the same command does the rest."""
        assert status in {0, 3}, f"{where}: status {status}"
        goes_on = self.name in GOES_ON
        if status == 3 and goes_on:
            ended = self.ends()
            assert ended == (0, ""), f"{where}: {ended}"
        expected = self.made if goes_on or status == 0 else self.before
        after = self.files()
        left = [name for name in after.keys() - expected.keys() if name.endswith(".part")]
        if status == 0 and len(left) == 1:  # what could not be removed is no failure
            del after[left[0]]
        assert after.keys() == expected.keys(), f"{where}: status {status}, {sorted(after)}"
        others = [name for name in after if after[name] != expected[name]]
        assert not others, f"{where}: status {status}, others {others}"


def calls_of(folder: Folder, step: int) -> int:
    """Let every ``step``-th call fail; return how many there are."""
    for number in count(0, step):
        folder.begin()
        arm = partial(shim().arm, str(folder.path).encode(), number, errno.EIO)
        status, said = folder.ends(arm)
        calls = int(folder.beside.with_suffix(".calls").read_text(encoding="utf-8"))
        where = f"{folder.name}, call {number} of {calls}"
        assert bool(said) is (status > 0), f"{where}: {said}"
        folder.judge(status, where)
        if calls <= number:
            return calls
    return 0


if __name__ == "__main__":
    path, step, *names = sys.argv[1:]
    if "columns" in names:
        import_module("pyarrow.parquet")  # an extra
    with faults.site() as served:
        served.serve(faults.answer(chronicle.page()))
        for name in names:
            calls = calls_of(Folder(Path(path), name, served), int(step))
            sys.stdout.write(f"{name} {calls}\n")
