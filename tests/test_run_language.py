"""A folder's changes and feed keep the language of its first run, and named noise is no change of it."""

import json
import re
from contextlib import suppress
from pathlib import Path

import feedparser
import pytest

import chronicle
from faults import Site, answer
from kaidan.errors import Refused
from kaidan.job.change_files import recent
from mornings import Job


def test_the_language_of_the_first_run_stays(site: Site, tmp_path: Path) -> None:
    job = Job(tmp_path / "japanese", site)
    job.run(answer(chronicle.page()), language="ja")
    job.run(answer(chronicle.reworded()), language="en")
    changed, before = recent(job.folder / "changes", 9)
    assert (changed.lang, before.lang) == ("ja", "ja")
    assert "本文" in changed.title
    assert "か所" in changed.text
    entry = feedparser.parse((job.folder / "feed.xml").read_bytes()).entries[0]
    assert "<li>" in entry.content[0].value
    assert "<ins>" in entry.content[0].value
    assert '"decision": "changed"' in json.dumps(job.log()[-1])


def test_data_are_the_same_bytes_in_either_language(site: Site, tmp_path: Path) -> None:
    english, japanese = Job(tmp_path / "en", site), Job(tmp_path / "ja", site)
    good = chronicle.page(), chronicle.reworded()
    for page in (*good, b"", chronicle.page(*chronicle.RECORDS[:1])):
        for job, language in ((english, "en"), (japanese, "ja")):
            with suppress(Refused):
                job.run(answer(page), language=language)
    data = (english.folder / "meetings.json").read_bytes()
    assert data == (japanese.folder / "meetings.json").read_bytes()
    told = [[(run["decision"], run["why"]) for run in job.log()] for job in (english, japanese)]
    assert told[0] == told[1]
    assert [decision for decision, _ in told[0]] == ["first", "changed", "refused", "refused"]
    assert "".join(why or "" for _, why in told[0]).isascii()


@pytest.mark.parametrize(
    "named", [{"ignored": re.compile("実施.*?。|行.*?。")}, {"ignore": frozenset({"body"})}]
)
def test_named_noise_is_no_change(job: Job, named: dict[str, object]) -> None:
    assert job.run(answer(chronicle.reworded()), **named).decision == "unchanged"
    assert "実施した" in (job.folder / "meetings.json").read_text(encoding="utf-8")
    assert job.run(answer(chronicle.page())).decision == "changed"
