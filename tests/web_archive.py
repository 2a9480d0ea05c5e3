"""WARC files made by hand: records of what a crawler met, each compressed on its own or not at all."""

import gzip
import hashlib
from base64 import b32encode
from typing import NamedTuple


class Met(NamedTuple):
    """An answer of a server as a crawler kept it."""

    body: bytes
    url: str = "http://www.example.jp/01.html"
    when: str = "2014-10-17T12:00:00Z"
    status: str = "200 OK"
    headers: tuple[tuple[str, str], ...] = (("Content-Type", "text/html; charset=utf-8"),)
    kind: str = "response"


def warc(*answers: Met, packed: bool = True) -> bytes:
    """Return a WARC file: a record of its own making, then the answers."""
    about = _record("warcinfo", "2014-10-17T12:00:00Z", None, b"software: tests\r\n", "")
    records = [about, *(_answer(met) for met in answers)]
    return b"".join(gzip.compress(record, mtime=0) if packed else record for record in records)


def digest(body: bytes) -> str:
    return "sha1:" + b32encode(hashlib.sha1(body, usedforsecurity=False).digest()).decode()


def _answer(met: Met) -> bytes:
    lines = [f"HTTP/1.1 {met.status}", *(f"{name}: {value}" for name, value in met.headers)]
    http = "\r\n".join([*lines, "", ""]).encode()
    body = b"" if met.kind == "revisit" else met.body
    return _record(met.kind, met.when, met.url, http + body, digest(met.body))


def _record(kind: str, when: str, url: str | None, block: bytes, payload: str) -> bytes:
    http = "application/http; msgtype=response"
    fields = {
        "WARC-Type": kind,
        "WARC-Record-ID": "<urn:uuid:00000000-0000-4000-8000-000000000000>",
        "WARC-Date": when,
        "Content-Type": "application/warc-fields" if url is None else http,
        "Content-Length": str(len(block)),
    }
    if url:
        fields |= {"WARC-Target-URI": url, "WARC-Payload-Digest": payload}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items())
    return b"WARC/1.0\r\n" + head.encode() + b"\r\n" + block + b"\r\n\r\n"
