from collections.abc import Iterator

import faults
import pytest


@pytest.fixture
def site() -> Iterator[faults.Site]:
    with faults.site() as served:
        yield served
