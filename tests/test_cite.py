"""``kaidan cite``: in both languages and four styles, silent about what is not known."""

import json
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

import chronicle
from kaidan.citing import STYLES, cite, cited_meeting, cited_page
from kaidan.provenance import archived_page, publisher_of
from kaidan.sourced import SourcedDocument
from shell import Shell
from told import URL, sourced

SOURCE = sourced()
SHA = SOURCE.document.source.sha256
LIMA = next(meeting for meeting in SOURCE.document.meetings if meeting.id == "2008-11-lima")


def unknown() -> SourcedDocument:
    page = SOURCE.document.source.model_copy(update={"url": None, "title": None})
    return SourcedDocument("x.html", SOURCE.document.model_copy(update={"source": page}))


def test_a_page_in_japanese_by_sist_02() -> None:
    assert cite([cited_page(SOURCE)], "text", "ja") == (
        f"内閣府 北方対策本部. “近年の主な動き”. {URL}, (参照 2026-11-30)."
        f" SHA-256 {SHA}, kaidan 0.1.0, 公共データ利用規約（第1.0版）.\n"
    )


def test_a_meeting_in_english_leads_to_its_heading() -> None:
    told = cite([cited_meeting(SOURCE, LIMA)], "text", "en")
    assert told.startswith("Northern Territories Affairs Administration, Cabinet Office")
    assert f"“{LIMA.heading}” in 近年の主な動き (in Japanese). {URL}#:~:text=%E6%97%A5" in told
    assert "accessed 2026-11-30 (Japan)." in told


def test_the_day_of_retrieval_is_that_of_japan() -> None:
    evening = SOURCE._replace(retrieved=datetime(2026, 11, 29, 14, 59, tzinfo=UTC))
    night = SOURCE._replace(retrieved=datetime(2026, 11, 29, 15, 0, tzinfo=UTC))
    assert "参照 2026-11-29" in cite([cited_page(evening)], "text", "ja")
    assert "参照 2026-11-30" in cite([cited_page(night)], "text", "ja")


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize("language", ["ja", "en"])
def test_what_is_not_known_is_not_told(style: str, language: str) -> None:
    told = cite([cited_meeting(unknown(), LIMA)], style, "ja" if language == "ja" else "en")
    assert LIMA.heading in told
    assert SHA in told
    assert not re.search(r"None|null|参照|accessed|urldate|Y2|http|Cabinet|内閣府 北方|,\s*,", told)


@pytest.mark.parametrize("style", STYLES)
def test_the_archived_copy_stands_beside_the_page(style: str) -> None:
    copy = f"https://web.archive.org/web/20100701120000/{URL}"
    page = SOURCE.document.source.model_copy(update={"url": copy})
    source = SOURCE._replace(document=SOURCE.document.model_copy(update={"source": page}))
    told = cite([cited_page(source)], style, "en")
    assert told.replace(copy, "").count(URL) == 1
    assert copy in told
    assert "Northern Territories Affairs Administration" in told


def test_hosts_are_told_by_whole_labels() -> None:
    assert publisher_of("https://www.cao.go.jp/") != publisher_of(URL)
    for stranger in ("https://notcao.go.jp/", "https://cao.go.jp.example.com/", "http://[/", ""):
        assert publisher_of(stranger) is None
    assert archived_page("https://web.archive.org/web/2010/") is None


@pytest.fixture
def kaidan(capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    return Shell(capfd, monkeypatch)


def test_the_command(kaidan: Shell, tmp_path: Path) -> None:
    page = tmp_path / "01.html"
    page.write_bytes(chronicle.page())
    ended = kaidan(
        "cite", str(page), "2008-11-lima", "--style", "csl", "--url", URL, "--lang", "ja"
    )
    (item,) = json.loads(ended.out)
    assert (item["id"], item["publisher"]) == ("2008-11-lima", "内閣府 北方対策本部")
    target = tmp_path / "cited.ris"
    assert kaidan("cite", str(page), "--style", "ris", "-o", str(target)) == (0, "", "")
    assert target.read_bytes().startswith(b"TY  - ELEC\r\n")
    assert target.read_bytes().endswith(b"ER  - \r\n")
    wrong = kaidan("cite", str(page), "2008-11-limo")
    assert (wrong.status, wrong.out, wrong.err.count("\n")) == (2, "", 1)
    assert "2008-11-lima" in wrong.err
