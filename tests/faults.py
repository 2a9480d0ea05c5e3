"""A site on a loopback socket that answers as it is told, byte for byte, and misbehaves on request."""

import gzip
import socket
import ssl
import struct
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from threading import Event, Thread
from typing import Literal, NamedTuple

Step = bytes | float | Literal["reset"]
"""What an answer is made of: bytes to send, seconds to wait, or a reset of the connection."""

ROBOTS = "/robots.txt"


class Request(NamedTuple):
    """A request as it came, header names in lower case."""

    path: str
    headers: dict[str, str]


Answer = Callable[[Request], Iterable[Step]]


def answer(body: bytes = b"", status: str = "200 OK", **headers: str | None) -> Answer:
    """Answer properly. Headers are given as keywords, ``last_modified=…``; None leaves one out."""
    return lambda _: [message(body, status, **headers)]


def message(body: bytes = b"", status: str = "200 OK", **headers: str | None) -> bytes:
    given = {
        "content_type": "text/html; charset=utf-8",
        "content_length": str(len(body)),
        "connection": "close",
    } | headers
    lines = [
        f"{name.replace('_', '-')}: {value}" for name, value in given.items() if value is not None
    ]
    return "\r\n".join([f"HTTP/1.1 {status}", *lines, "", ""]).encode("latin-1") + body


def steps(*script: Step) -> Answer:
    return lambda _: script


def drip(data: bytes, pause: float) -> Answer:
    """Send a byte, wait, send the next."""
    return lambda _: (step for byte in data for step in (bytes([byte]), pause))


def validated(body: bytes, etag: str) -> Answer:
    """Answer 304 to whoever holds the body that ``etag`` stands for."""

    def by_condition(request: Request) -> list[Step]:
        if request.headers.get("if-none-match") == etag:
            return [
                message(
                    status="304 Not Modified", content_type=None, content_length=None, etag=etag
                )
            ]
        return [message(body, etag=etag)]

    return by_condition


def in_turn(*answers: Answer) -> Answer:
    """Give the first answer to the first request, and so on; the last one to all that follow."""
    left = list(answers)

    def next_answer(request: Request) -> Iterable[Step]:
        return (left.pop(0) if len(left) > 1 else left[0])(request)

    return next_answer


def bomb(size: int) -> Answer:
    """A body of ``size`` zeros, a megabyte to the member, a thousandth of that on the wire."""
    return answer(gzip.compress(bytes(1_000_000)) * (size // 1_000_000), content_encoding="gzip")


class Site:
    """A server with one answer for each path; everything else, robots.txt too unless it is given, is not found."""

    def __init__(self, context: ssl.SSLContext | None = None) -> None:
        self.answers: dict[str, Answer] = {}
        self.asked: list[Request] = []
        self._over = Event()
        plain = socket.create_server(("127.0.0.1", 0), backlog=32)
        self._socket = context.wrap_socket(plain, server_side=True) if context else plain
        self.url = f"{'https' if context else 'http'}://127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def page(self) -> str:
        """The address of the page."""
        return f"{self.url}/page.html"

    def serve(self, given: Answer) -> None:
        """Let this be the answer to whoever asks for the page."""
        self.answers["/page.html"] = given

    def asked_for(self, path: str = "/page.html") -> list[Request]:
        return [request for request in self.asked if request.path == path]

    def close(self) -> None:
        self._over.set()
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        self._thread.join()

    def _serve(self) -> None:
        while not self._over.is_set():
            with suppress(OSError):
                connection, _ = self._socket.accept()
                Thread(target=self._talk, args=(connection,), daemon=True).start()

    def _talk(self, connection: socket.socket) -> None:
        with connection, suppress(OSError, ValueError):
            request = _request(connection)
            self.asked.append(request)
            for step in self.answers.get(request.path, answer(status="404 Not Found"))(request):
                if step == "reset":
                    connection.setsockopt(
                        socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)
                    )
                    return
                if isinstance(step, bytes):
                    connection.sendall(step)
                elif self._over.wait(float(step)):
                    return


def _request(connection: socket.socket) -> Request:
    data = b""
    while b"\r\n\r\n" not in data:
        data += (more := connection.recv(4096))
        if not more:
            raise ValueError("the client left")
    first, *lines = data.decode("latin-1").split("\r\n\r\n")[0].split("\r\n")
    headers = dict(line.split(": ", 1) for line in lines)
    return Request(first.split(" ")[1], {name.lower(): value for name, value in headers.items()})


@contextmanager
def site(context: ssl.SSLContext | None = None) -> Iterator[Site]:
    served = Site(context)
    try:
        yield served
    finally:
        served.close()
