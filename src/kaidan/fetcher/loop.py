"""An event loop that can leave a name look-up behind.

The system's resolver cannot be interrupted. asyncio runs it in a pool of threads that is joined at exit, so that one dead name
server outlasts any deadline; here each look-up has a daemon thread, which holds up nobody.
"""

import asyncio
import socket
from collections.abc import Callable
from concurrent.futures import Future
from functools import partial
from threading import Thread
from typing import Any

from kaidan.fetcher.destinations import is_private


class Loop(asyncio.SelectorEventLoop):
    """An event loop whose look-ups end with whoever waits for them, and lead into no private network.

    Args:
        local: the names that may.
    """

    def __init__(self, local: frozenset[str] = frozenset()) -> None:
        super().__init__()
        self._local = local

    async def getaddrinfo(self, *args: Any, **kwargs: Any) -> list[Any]:  # noqa: ANN401  asyncio's signature, handed on as it is
        """Look up a name, as :func:`socket.getaddrinfo` does."""
        told: Future[list[Any]] = Future()
        Thread(
            target=_tell, args=(told, partial(socket.getaddrinfo, *args, **kwargs)), daemon=True
        ).start()
        found = await asyncio.wrap_future(told, loop=self)
        name = args[0].decode() if isinstance(args[0], bytes) else args[0]
        if name not in self._local:
            _require_public(str(name), found)
        return found


class PrivateAddress(OSError):
    """A name of the internet that stands for a private address."""


def _require_public(name: str, found: list[Any]) -> None:
    private = [address[0] for *_, address in found if is_private(str(address[0]))]
    if private and not _is_address(name):
        raise PrivateAddress(f"{name} stands for {private[0]}, a private address")


def _is_address(name: str) -> bool:
    """Whether it is an address already, which the user gave: a redirect to one that is private is not followed."""
    try:
        is_private(name)
    except ValueError:
        return False
    return True


def _tell(told: "Future[list[Any]]", look_up: Callable[[], list[Any]]) -> None:
    if not told.set_running_or_notify_cancel():
        return
    try:
        told.set_result(look_up())
    except Exception as error:  # noqa: BLE001  whatever it is, it belongs to the one who waits
        told.set_exception(error)
