"""The signals that ask a process to end: raised like an interruption, so that nothing half done is left."""

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

from kaidan.messages import Message

_ASKING = [
    getattr(signal, f"SIG{name}")
    for name in "INT TERM HUP QUIT BREAK XCPU ALRM VTALRM PROF USR1 USR2 IO PWR STKFLT".split()
    if hasattr(signal, f"SIG{name}")
]
"""Those that end a process which does not look at them (signal(7)), but what a fault of its own raises."""

_AS_IT_COMES = (signal.SIG_DFL, signal.default_int_handler)
"""What stands for a signal that nobody chose to ignore."""


class Asked(BaseException):
    """A signal asked the process to end."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number

    def told(self) -> Message:
        """Return what is said of it."""
        if self.number == signal.SIGINT:
            return Message("interrupted")
        return Message("stopped by {signal}", signal=signal.Signals(self.number).name)


def _ask(number: int, _frame: FrameType | None) -> None:
    raise Asked(number)


@contextmanager
def raised() -> Iterator[None]:
    """Raise :class:`Asked` where a signal asks for the end; one that is ignored, as ``nohup`` does it, stays so."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in _ASKING}
    ours = [number for number, handler in before.items() if handler in _AS_IT_COMES]
    for number in ours:
        signal.signal(number, _ask)
    try:
        yield
    finally:
        for number in ours:
            signal.signal(number, before[number])
