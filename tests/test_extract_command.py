import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGE = ROOT / "fixtures/reference/page.html"
EXTRACT = [sys.executable, "-c", "from kaidan.cli.extract import main; main()"]


def extract(
    *arguments: str | Path, stdin: bytes = b"", cwd: Path | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [*EXTRACT, *map(str, arguments)], input=stdin, capture_output=True, cwd=cwd, check=False
    )


def assert_fails(run: subprocess.CompletedProcess[bytes], status: int, *words: str) -> None:
    message = run.stderr.decode()
    assert (run.returncode, run.stdout, message.count("\n")) == (status, b"", 1), message
    assert all(word in message for word in words), message


def test_the_main_job_and_its_forms() -> None:
    whole = extract(PAGE)
    assert (whole.returncode, whole.stderr) == (0, b"")
    assert whole.stdout == (ROOT / "fixtures/reference/meetings.json").read_bytes()
    assert extract("-", stdin=PAGE.read_bytes()).stdout == whole.stdout
    meetings = json.loads(whole.stdout)["meetings"]
    assert [
        json.loads(line) for line in extract(PAGE, "--format", "jsonl").stdout.splitlines()
    ] == meetings
    rows = list(csv.DictReader(io.StringIO(extract(PAGE, "--format", "csv").stdout.decode())))
    assert [row["id"] for row in rows] == [meeting["id"] for meeting in meetings]
    assert rows[0]["participants"] == "安倍晋三; ウラジーミル・プーチン"
    assert extract(PAGE, "--indent", "0").stdout.count(b"\n") == 1


def test_where_the_page_came_from_resolves_its_links() -> None:
    url = "http://www8.cao.go.jp/hoppo/shisaku/01.html"
    document = json.loads(extract(PAGE, "--url", url).stdout)
    assert document["source"]["url"] == url
    links = [link["url"] for meeting in document["meetings"] for link in meeting["links"]]
    assert links[0] == "http://www8.cao.go.jp/hoppo/shisaku/pdf/80.pdf"
    assert (
        document["meetings"][0]["photos"][0]["url"]
        == "http://www8.cao.go.jp/hoppo/shisaku/img/01.jpg"
    )


def test_output_is_whole_or_not_at_all(tmp_path: Path) -> None:
    target = tmp_path / "meetings.json"
    assert extract(PAGE, "-o", target).stdout == b""
    good = target.read_bytes()
    assert good == (ROOT / "fixtures/reference/meetings.json").read_bytes()
    assert_fails(
        extract(ROOT / "fixtures/refused-other-page/page.html", "-o", target), 4, "no meeting"
    )
    assert target.read_bytes() == good
    assert [path.name for path in tmp_path.iterdir()] == ["meetings.json"]
    assert_fails(extract(PAGE, "-o", tmp_path / "nowhere/meetings.json"), 3, "nowhere")


def test_what_cannot_be_read(tmp_path: Path) -> None:
    assert_fails(extract(tmp_path / "missing.html"), 3, "missing.html", "No such file")
    assert_fails(extract(tmp_path), 3, "directory")
    assert_fails(extract("-"), 4, "empty")
    assert_fails(extract("-", stdin=b"%PDF-1.7"), 3, "PDF")
    assert_fails(extract("-", stdin=bytes(2000)), 4, "empty")
    assert_fails(extract("-", stdin=os.urandom(2000)), 3, "binary")
    assert_fails(extract(), 2, "PAGE")
    assert_fails(extract(PAGE, "--format", "xml"), 2, "xml")


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads every file")
def test_no_permission(tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_bytes(PAGE.read_bytes())
    page.chmod(0)
    assert_fails(extract(page), 3, "Permission denied")


def test_a_warning_is_a_refusal_under_strict() -> None:
    page = "<h3>日露首脳会談（架空の町・平成26年13月）</h3><p>安倍総理とプーチン大統領が会談。".encode()
    lenient = extract("-", stdin=page)
    assert lenient.returncode == 0
    assert {warning["code"] for warning in json.loads(lenient.stdout)["warnings"]} >= {
        "date-unreadable",
        "place-unresolved",
    }
    assert b"date-unreadable" in lenient.stderr
    assert_fails(extract("-", "--strict", stdin=page), 4, "平成26年13月")


def test_a_closed_pipe_is_no_error() -> None:
    command = f"{' '.join(map(repr, EXTRACT))} {PAGE} | head -1"
    run = subprocess.run(
        ["bash", "-o", "pipefail", "-c", command], capture_output=True, check=False
    )
    assert (run.returncode, run.stdout, run.stderr) == (0, b"{\n", b"")


def test_a_full_disk_behind_a_redirection_is_said() -> None:
    with Path("/dev/full").open("wb") as full:
        run = subprocess.run(
            [*EXTRACT, str(PAGE)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert run.returncode == 3
    assert run.stderr.decode().count("\n") == 1
    assert "No space left" in run.stderr.decode()
