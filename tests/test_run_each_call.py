"""Every call of a run that touches its folder fails once: what was told, what stands, what the next run tells; and each command's."""

import errno
import os
import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

import shimmed_commands
from kaidan.formats import FORMATS
from kaidan.report import pictures

HERE = Path(__file__).parent
COMPILER = shutil.which("cc")


@pytest.fixture(scope="session")
def shim(tmp_path_factory: pytest.TempPathFactory) -> str:
    made = str(tmp_path_factory.mktemp("shim") / "shim.so")
    words = [COMPILER or "cc", "-shared", "-fPIC", "-O1", "-o", made, str(HERE / "shim.c"), "-ldl"]
    subprocess.run(words, check=True, capture_output=True)
    return made


shimmed = pytest.mark.skipif(
    not COMPILER or not sys.platform.startswith("linux"), reason="it compiles a shim for Linux"
)
tabled = pytest.mark.skipif(not find_spec("pyarrow"), reason="tables want an extra")
drawn = pytest.mark.skipif(not pictures.is_drawable(), reason="pictures want an extra")


@shimmed
@pytest.mark.parametrize("run", ["first", "later"])
def test_each_call_fails_once(shim: str, run: str) -> None:
    memory = "/dev/shm" if Path("/dev/shm").is_dir() else None  # noqa: S108  some hundred runs
    with TemporaryDirectory(dir=memory) as folder:
        words = [sys.executable, str(HERE / "shimmed.py"), folder, shim, str(errno.EIO), run]
        environment = {**os.environ, "LD_PRELOAD": shim, "NO_PROXY": "*"}
        done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout) > 100


TEXTS = [name for name in shimmed_commands.WORDS if name in FORMATS and not FORMATS[name].binary]


@shimmed
@pytest.mark.parametrize(
    ("commands", "step", "least"),
    [
        (["extract"], 1, 20),
        (["report"], 1, 20),
        (["diff"], 1, 30),
        (["xlsx"], 1, 20),
        (["sqlite"], 1, 20),
        (["bulk"], 1, 5),
        (["fetch"], 5, 40),
        (["explain", "cite", "agreements"], 5, 20),
        (["schema", "describe"], 5, 15),
        (TEXTS, 7, 20),
        pytest.param(["columns"], 11, 10, marks=tabled),
        pytest.param(["plot"], 7, 20, marks=drawn),
        (["replay"], 61, 150),
    ],
    ids=lambda given: given[0] if isinstance(given, list) else None,
)
def test_each_call_of_a_command_fails_once(
    shim: str, tmp_path: Path, commands: list[str], step: int, least: int
) -> None:
    """Of what takes long some of them; by hand all: ``LD_PRELOAD=shim.so python tests/shimmed_commands.py FOLDER 1 COMMAND``."""
    words = [sys.executable, str(HERE / "shimmed_commands.py"), str(tmp_path), str(step), *commands]
    environment = {**os.environ, "LD_PRELOAD": shim, "KAIDAN_LANG": "en", "NO_PROXY": "*"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    calls = [int(line.split()[-1]) for line in done.stdout.splitlines()]
    assert len(calls) == len(commands)
    assert min(calls) >= least
