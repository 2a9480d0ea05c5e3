import os
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import settings

import chronicle
import faults
from mornings import Job
from shell import Shell

# A busy machine is no finding; what CI tries is the same each time, what a developer tries is new.
settings.register_profile("kaidan", deadline=None)
settings.register_profile("CI", deadline=None, derandomize=True)
settings.load_profile("CI" if os.environ.get("CI") else "kaidan")


def pytest_sessionfinish() -> None:
    """Save what was measured: on a busy machine a worker is killed before it does so itself."""
    coverage = sys.modules.get("coverage")
    if coverage and (measuring := coverage.Coverage.current()):
        measuring.save()


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the commands speak English, whatever the machine speaks."""
    monkeypatch.setenv("KAIDAN_LANG", "en")
    monkeypatch.setenv("LANGUAGE", "en")  # the commands set it


@pytest.fixture
def shell(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capfd, monkeypatch)


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[faults.Site]:
    monkeypatch.setenv("NO_PROXY", "*")  # whatever proxy the machine has, it does not lead here
    with faults.site() as served:
        yield served


@pytest.fixture
def job(tmp_path: Path, site: faults.Site) -> Job:
    """A folder after its first run."""
    job = Job(tmp_path / "output", site)
    job.run(faults.validated(chronicle.page(), '"1"'))
    return job
