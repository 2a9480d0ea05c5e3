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


class Loop(asyncio.SelectorEventLoop):
    """An event loop whose look-ups end with whoever waits for them."""

    async def getaddrinfo(self, *args: Any, **kwargs: Any) -> list[Any]:  # noqa: ANN401  asyncio's signature, handed on as it is
        """Look up a name, as :func:`socket.getaddrinfo` does."""
        told: Future[list[Any]] = Future()
        Thread(
            target=_tell, args=(told, partial(socket.getaddrinfo, *args, **kwargs)), daemon=True
        ).start()
        return await asyncio.wrap_future(told, loop=self)


def _tell(told: "Future[list[Any]]", look_up: Callable[[], list[Any]]) -> None:
    if not told.set_running_or_notify_cancel():
        return
    try:
        told.set_result(look_up())
    except Exception as error:  # noqa: BLE001  whatever it is, it belongs to the one who waits
        told.set_exception(error)
