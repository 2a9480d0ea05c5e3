"""SOURCE: one reader of pages, documents, bulk's lines and the folder that run keeps."""

import gzip
import json
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path

import pytest

import chronicle
from kaidan import Refused, Unreadable, extract
from kaidan.cli.sources import read_sources
from kaidan.output import to_json

PAGE = chronicle.page()
DOCUMENT = extract(PAGE)
URL = "http://example.jp/01.html"
FETCHED = datetime(2026, 11, 29, 20, 30, tzinfo=UTC)


def save(path: Path, *, fetched: str = "2026-11-29T20:30:00Z") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(PAGE)
    facts = {"url": URL, "status": 200, "fetched": fetched, "headers": {}}
    sidecar = facts | {"sha256": sha256(PAGE).hexdigest()}
    path.with_name(f"{path.name}.http.json").write_text(json.dumps(sidecar), encoding="utf-8")
    return path


@pytest.mark.parametrize("sidecar", [b"", b"[" * 100_000, b"[]", b"\xff"])
def test_what_is_no_sidecar_says_nothing(tmp_path: Path, sidecar: bytes) -> None:
    save(tmp_path / "01.html").with_name("01.html.http.json").write_bytes(sidecar)
    (source,) = read_sources([str(tmp_path / "01.html")])
    assert (source.document.source.url, source.retrieved) == (None, None)


@pytest.mark.parametrize("odd", [{"url": 5}, {"url": []}, {"headers": {"content-type": 5}}])
def test_what_is_odd_in_a_sidecar_says_nothing(tmp_path: Path, odd: dict[str, object]) -> None:
    path = save(tmp_path / "01.html").with_name("01.html.http.json")
    path.write_text(json.dumps(json.loads(path.read_bytes()) | odd))
    (source,) = read_sources([str(tmp_path / "01.html")])
    assert source.retrieved == FETCHED


def test_a_saved_page_has_the_address_and_the_time_of_its_sidecar(tmp_path: Path) -> None:
    (source,) = read_sources([str(save(tmp_path / "01.html"))])
    assert (source.document.source.url, source.retrieved) == (URL, FETCHED)
    (tmp_path / "01.html").write_bytes(PAGE + b"\n")
    (edited,) = read_sources([str(tmp_path / "01.html")])
    assert (edited.document.source.url, edited.retrieved) == (None, None)


@pytest.mark.parametrize("fetched", ["yesterday", "2026-11-29T20:30:00", None])
def test_a_time_without_its_zone_is_none(tmp_path: Path, fetched: str) -> None:
    (source,) = read_sources([str(save(tmp_path / "01.html", fetched=fetched))])
    assert (source.document.source.url, source.retrieved) == (URL, None)


def test_a_document_has_the_time_of_the_page_beside_it(tmp_path: Path) -> None:
    save(tmp_path / "01.html")
    (tmp_path / "meetings.json").write_bytes(to_json(DOCUMENT))
    (source,) = read_sources([str(tmp_path / "meetings.json")])
    assert (source.document, source.retrieved) == (DOCUMENT, FETCHED)


def test_the_folder_of_a_run_has_the_time_of_the_page_that_it_holds(tmp_path: Path) -> None:
    digest = sha256(PAGE).hexdigest()
    save(tmp_path / f"pages/20261129T203000Z-{digest[:16]}.html")
    (tmp_path / "meetings.json").write_bytes(to_json(DOCUMENT))
    (source,) = read_sources([str(tmp_path)])
    assert (source.document, source.retrieved, source.folder) == (DOCUMENT, FETCHED, tmp_path)


def test_several_pages_have_their_names_before_the_ids(tmp_path: Path) -> None:
    for name in ("old", "new"):
        (tmp_path / f"{name}.json").write_bytes(to_json(DOCUMENT))
    sources = read_sources([str(tmp_path / "old.json"), str(tmp_path / "new.json")])
    assert [source.document.meetings[0].id for source in sources] == [
        "old/2014-10-milan",
        "new/2014-10-milan",
    ]


@pytest.mark.parametrize("packed", [False, True])
def test_the_lines_of_bulk_that_hold_a_document(tmp_path: Path, *, packed: bool) -> None:
    document = json.loads(to_json(DOCUMENT))
    lines = [
        {
            "input": "a/01.html",
            "url": None,
            "captured": "2014-10-20T00:00:00Z",
            "document": document,
        },
        {
            "input": "b.html",
            "url": None,
            "captured": None,
            "error": {"code": "refused", "status": 4},
        },
        {"input": "b/01.html", "url": None, "captured": None, "document": document},
    ]
    data = "".join(f"{json.dumps(line)}\n" for line in lines).encode()
    path = tmp_path / f"many.jsonl{'.gz' if packed else ''}"
    path.write_bytes(gzip.compress(data) if packed else data)
    first, second = read_sources([str(path)])
    assert (first.name, first.retrieved) == ("a/01.html", datetime(2014, 10, 20, tzinfo=UTC))
    assert first.document.meetings[0].id == "a/01/2014-10-milan"
    assert second.document.meetings[0].id == "b/01/2014-10-milan"


@pytest.mark.parametrize(
    ("name", "data", "error", "message"),
    [
        ("x.json", b'{"schema_version": "1.0"}', Unreadable, "x.json: not a meetings.json"),
        ("x.jsonl", b'{"input": "a"}\n{"inp', Unreadable, "line 2: not JSON"),
        ("x.jsonl", b'{"input": "a"}\n[]\n', Unreadable, "line 2: no line of bulk"),
        ("x.jsonl", b'{"input": "a", "error": {}}\n', Refused, "no line holds a document"),
        ("x.html", "<p>お知らせ".encode(), Refused, "x.html: "),
        ("x.jsonl.gz", b"{}", Unreadable, "x.jsonl.gz: "),
    ],
)
def test_what_cannot_be_read(
    tmp_path: Path, name: str, data: bytes, error: type[Exception], message: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(error, match=message) as raised:
        read_sources([str(path)])
    assert str(raised.value).count(str(path)) == 1
    with pytest.raises(Unreadable):
        read_sources([str(tmp_path / "missing.html")])


def test_lines_may_be_packed_with_zstandard(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    line = {"input": "a.html", "captured": None, "document": json.loads(to_json(DOCUMENT))}
    path = tmp_path / "many.jsonl.zst"
    path.write_bytes(zstandard.ZstdCompressor().compress(json.dumps(line).encode() + b"\n"))
    (source,) = read_sources([str(path)])
    assert source.document == DOCUMENT
