"""What is said to people is said in their language; data and exceptions are English."""

import pickle
from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path
from string import Formatter

import pytest

from kaidan.cli.language import speak
from kaidan.errors import KaidanError, Locked, Refused, Unreadable, UnreadableDate
from kaidan.locale import __main__ as catalogues
from kaidan.locale.__main__ import SOURCE, bring_up_to_date, compiled, renewed, untold
from kaidan.locale.patterns import collect, unsayable
from kaidan.messages import CATALOGUES, DOMAIN, Message, catalogue, counted, joined, tell
from shell import Shell


def test_an_error_is_english_and_is_told_in_japanese() -> None:
    inner = Unreadable("No such file or directory")
    error = inner.at("a.html").at("b")
    assert str(error) == "b: a.html: No such file or directory"
    assert tell(error, "ja") == "b：a.html：ファイルまたはディレクトリがありません"


def test_braces_in_a_value_are_no_pattern() -> None:
    error = Refused("{where}: {what}", where="{0}.html", what="{no} {such")
    assert str(error) == "{0}.html: {no} {such"
    assert tell(error, "ja") == "{0}.html：{no} {such"
    assert str(Refused("a { brace")) == tell(Refused("a { brace"), "ja") == "a { brace"


def test_messages_and_errors_survive_a_process() -> None:
    error = pickle.loads(pickle.dumps(Refused("the page is empty").at("a.html")))  # noqa: S301
    assert type(error) is Refused
    assert tell(error, "ja") == "a.html：ページの中身が空です"
    said = pickle.loads(pickle.dumps(Message("{where}: {what}", where=1, what=2)))  # noqa: S301
    assert (said, said.values) == ("1: 2", {"where": 1, "what": 2})


def test_an_unknown_sentence_stays_english() -> None:
    assert tell(Message("nobody says {what}", what="this"), "ja") == "nobody says this"
    assert tell("", "ja") == ""


def test_parts_are_told_each_in_its_own_words() -> None:
    parts = joined("; {} ", [Message("the page is empty"), counted(2, "{count} a", "{count} b")])
    assert parts == "the page is empty; {} 2 b"
    assert tell(parts, "ja") == "ページの中身が空です; {} 2 b"


@pytest.mark.parametrize(
    ("variables", "japanese"),
    [
        ({}, False),
        ({"LANG": "ja_JP.UTF-8"}, True),
        ({"LANG": "ja_JP.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, False),
        ({"LC_MESSAGES": "en_GB.UTF-8", "LC_ALL": "ja"}, True),
        ({"LC_ALL": "ja", "KAIDAN_LANG": "en"}, False),
        ({"LC_ALL": "", "LANG": "ja_JP.eucJP"}, True),
        ({"LC_ALL": "jam_JM"}, False),
    ],
)
def test_the_first_variable_that_is_set_decides(
    shell: Shell, monkeypatch: pytest.MonkeyPatch, variables: dict[str, str], *, japanese: bool
) -> None:
    for name in ("KAIDAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.setenv(name, variables.get(name, ""))
    said = shell("agreements", "no.json").err
    assert ("ファイル" in said) == japanese
    assert "no.json" in said


def test_the_option_beats_the_variables(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KAIDAN_LANG", "ja")
    assert "ファイル" in shell("agreements", "no.json").err
    assert "No such file" in shell("agreements", "no.json", "--lang", "en").err
    assert "No such file" in shell("--lang=en", "agreements", "no.json").err


def test_wrong_usage_is_told_in_japanese(shell: Shell) -> None:
    wrong = shell("fetch", "--lang", "ja", "nowhere", "-o", "page.html")
    assert wrong.status == 2
    assert "の値が正しくありません：'nowhere' は http(s) の URL ではありません" in wrong.err
    assert shell("fetch", "--lang", "de", "-o", "page.html").status == 2


def test_help_is_in_the_language_that_was_asked_for(
    shell: Shell, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "使い方" in shell("diff", "--help", "--lang", "ja").out
    monkeypatch.setenv("KAIDAN_LANG", "ja")
    assert "Usage:" in shell("diff", "--help", "--lang", "en").out


def test_the_compiled_catalogue_is_the_written_one() -> None:
    written = GNUTranslations(BytesIO(compiled(renewed(SOURCE, collect()))))
    held = catalogue("ja")
    assert [
        pattern.text
        for pattern in collect()
        if written.pgettext(pattern.context or "", pattern.text)
        != held.pgettext(pattern.context or "", pattern.text)
        or written.gettext(pattern.text) != held.gettext(pattern.text)
    ] == []
    assert (CATALOGUES / "ja" / "LC_MESSAGES" / f"{DOMAIN}.mo").is_file()


def test_what_is_collected_is_english_whatever_was_spoken_before(shell: Shell) -> None:
    assert "使い方" in shell("extract", "--help", "--lang", "ja").out
    try:
        assert [pattern.text for pattern in collect() if "終了コード" in pattern.text] == []
    finally:
        speak("en")


def test_every_message_has_its_japanese() -> None:
    """What is missing is named by ``python -m kaidan.locale``; a message is a literal with named values, never an f-string."""
    assert untold(renewed(SOURCE, collect())) == []
    assert unsayable() == []


def test_the_catalogue_is_brought_up_to_the_code(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = tmp_path / SOURCE.name
    copy.write_bytes(SOURCE.read_bytes() + b'\nmsgid "nobody says this"\nmsgstr "x"\n')
    monkeypatch.setattr(catalogues, "SOURCE", copy)
    bring_up_to_date()
    first = copy.read_bytes()
    assert b"nobody says this" not in first
    assert GNUTranslations(BytesIO(copy.with_suffix(".mo").read_bytes())).gettext("unchanged")
    bring_up_to_date()
    assert copy.read_bytes() == first
    assert capsys.readouterr().out == ""


def test_no_translation_loses_or_invents_a_value() -> None:
    for message in renewed(SOURCE, collect()):
        if isinstance(message.id, str) and message.id:
            names = [
                {name for _, name, _, _ in Formatter().parse(text) if name}
                for text in (message.id, str(message.string))
            ]
            assert names[0] == names[1], message.id


@pytest.mark.parametrize("kind", [KaidanError, Unreadable, Refused, Locked, UnreadableDate])
def test_every_error_carries_its_message(kind: type[KaidanError]) -> None:
    error = kind("{where}: {what}", where="a", what=2)
    assert (str(error), tell(error, "ja")) == ("a: 2", "a：2")
    assert type(error.at("b")) is kind
