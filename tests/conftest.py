from collections.abc import Iterator

import pytest

import faults


@pytest.fixture
def site() -> Iterator[faults.Site]:
    with faults.site() as served:
        yield served
