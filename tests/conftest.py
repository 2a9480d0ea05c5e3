from collections.abc import Iterator
from pathlib import Path

import pytest

import chronicle
import faults
from mornings import Job


@pytest.fixture
def site() -> Iterator[faults.Site]:
    with faults.site() as served:
        yield served


@pytest.fixture
def job(tmp_path: Path, site: faults.Site) -> Job:
    """A folder after its first run."""
    job = Job(tmp_path / "output", site)
    job.run(faults.validated(chronicle.page(), '"1"'))
    return job
