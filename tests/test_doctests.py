"""Every example in a docstring runs."""

import doctest
import pkgutil
from importlib import import_module

import pytest

import kaidan

MODULES = [
    name for _, name, _ in pkgutil.walk_packages(kaidan.__path__, "kaidan.") if ".build" not in name
]


@pytest.mark.parametrize("name", MODULES)
def test_examples(name: str) -> None:
    assert doctest.testmod(import_module(name)).failed == 0


def test_there_are_examples() -> None:
    assert sum(doctest.testmod(import_module(name)).attempted for name in MODULES) > 30
