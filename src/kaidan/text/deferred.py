"""Patterns that few pages need: compiled when first used, so that a command, which reads one page, waits for none of them."""

import re
from typing import Any, AnyStr, cast


class _Deferred:
    """What stands for a pattern: a method is the compiled pattern's own from its first use on."""

    def __init__(self, written: str | bytes, flags: int) -> None:
        self._written, self._flags = written, flags

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401  as many types as a pattern has methods
        method = getattr(re.compile(self._written, self._flags), name)
        setattr(self, name, method)
        return method


def deferred(written: AnyStr, flags: int = 0) -> re.Pattern[AnyStr]:
    """Return a pattern as ``re.compile`` does, but leave the compiling to its first use.

    >>> deferred("[年月日]").search("会談の日").start()
    3
    """
    return cast("re.Pattern[AnyStr]", _Deferred(written, flags))
