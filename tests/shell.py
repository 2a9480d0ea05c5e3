"""The kaidan command in this process: words in, exit status and both outputs out."""

from typing import NamedTuple

import pytest

from kaidan.cli import kaidan, run


class Ended(NamedTuple):
    status: int
    out: str
    err: str


class Shell:
    def __init__(self, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
        self._capfd, self._monkeypatch = capfd, monkeypatch

    def __call__(self, *words: str) -> Ended:
        self._monkeypatch.setattr("sys.argv", ["kaidan", *words])
        with pytest.raises(SystemExit) as ended:
            run(kaidan, "kaidan")
        return Ended(int(ended.value.code or 0), *self._capfd.readouterr())
