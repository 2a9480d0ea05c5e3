"""``kaidan place``: the gazetteer on the command line."""

import json

from click.testing import CliRunner

from kaidan.cli import kaidan


def test_a_place_is_printed_as_json() -> None:
    result = CliRunner().invoke(kaidan, ["place", "英ロック・アーン"])
    place = json.loads(result.stdout)
    assert result.exit_code == 0
    assert place["text"] == "英ロック・アーン"
    assert place["country_name"] == {"ja": "英国", "en": "United Kingdom"}
    assert (place["country"], place["name"]["en"], place["latitude"], place["longitude"]) == (
        "GB",
        "Lough Erne",
        54.44,
        -7.78,
    )


def test_no_place_is_null() -> None:
    result = CliRunner().invoke(kaidan, ["place", "印刷"])
    assert (result.exit_code, json.loads(result.stdout)) == (0, None)
