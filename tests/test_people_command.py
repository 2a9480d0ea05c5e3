"""``kaidan people``."""

import json

from click.testing import CliRunner

from kaidan.cli.look import people


def test_people_prints_whom_the_text_names() -> None:
    run = CliRunner().invoke(people, ["森総理とプーチン・ロシア大統領", "--on", "2001-03-25"])
    first, second = json.loads(run.stdout)
    assert first == {
        "text": "森総理",
        "start": 0,
        "end": 3,
        "name": {"ja": "森喜朗", "en": "Yoshiro Mori"},
        "country": "JP",
        "office": "prime minister",
        "wikidata": first["wikidata"],
        "rule": "offices: 総理",
    }
    assert second["name"]["en"] == "Vladimir Putin"


def test_a_line_is_a_text_and_has_its_line() -> None:
    run = CliRunner().invoke(people, ["-", "--on", "2009"], input="鳩山総理\n\n会談\n")
    (naming,), nothing, nobody = map(json.loads, run.stdout.splitlines())
    assert naming["name"]["en"] == "Yukio Hatoyama"
    assert (nothing, nobody) == (None, [])


def test_an_unreadable_day_is_wrong_usage() -> None:
    run = CliRunner().invoke(people, ["森総理", "--on", "gestern"])
    assert (run.exit_code, run.stdout) == (2, "")
    assert "--on" in run.stderr
