"""Every call of a run that touches its folder fails once: what was told, what stands, what the next run tells; and each command's."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

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


@shimmed
@pytest.mark.parametrize(
    ("command", "step", "least"),
    [
        ("extract", 1, 20),
        ("report", 1, 20),
        ("diff", 1, 30),
        ("workbook", 1, 20),
        ("database", 1, 20),
        ("bulk", 1, 5),
        pytest.param("plot", 7, 20, marks=drawn),
        ("replay", 61, 150),
    ],
)
def test_each_call_of_a_command_fails_once(
    shim: str, tmp_path: Path, command: str, step: int, least: int
) -> None:
    """Of what takes long some of them; by hand all: ``LD_PRELOAD=shim.so python tests/shimmed_commands.py FOLDER 1 COMMAND``."""
    words = [sys.executable, str(HERE / "shimmed_commands.py"), str(tmp_path), str(step), command]
    environment = {**os.environ, "LD_PRELOAD": shim, "KAIDAN_LANG": "en"}
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert int(done.stdout.split()[-1]) >= least
