"""A place lives once: a row added to a copy of the tables is known, after the gazetteer's build, to strings and to running text."""

import json
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kaidan

PACKAGE = Path(kaidan.__file__).parent
HERE = Path(__file__).parent
ROWS = {
    "places/countries": "QZ\t架空\tFictland\t架|架空共和国\tinvented",
    "places/sites": "GB\tGB-ENG\tSuiun Palace\t翠雲閣\t51.50\t-0.12\tvenue\tEurope/London\ttext\tinvented",
    "places/municipalities": "JP-20\t翠雲市\tスイウン|シ\tSuiun\t36.20\t138.00\t\tinvented",
    "places/towns": "524901\tRU\tMoscow\t莫都城\ttext\tinvented",
    "places/division_names": "PE-LMA\tリマ藩\tLima Domain\tinvented",
    "words/place_units": "藩\tunit\tregion\tinvented",
    "words/place_venues": "亭館\tvenue\t\tinvented",
}
STRINGS = {
    "架空": ["QZ", "Fictland", "country"],
    "架・翠雲閣": None,  # which is in another state
    "英国・翠雲閣": ["GB", "Suiun Palace", "venue"],
    "長野県翠雲市": ["JP", "Suiun", "locality"],
    "露・莫都城": ["RU", "Moscow", "locality"],
    "リマ藩": ["PE", "Lima Domain", "region"],
    "莫都城亭館": ["RU", "Moscow", "locality"],
}
TEXT = "総理は架空共和国を訪問し、翠雲閣で会談した後、翠雲市と莫都城に立ち寄った。"
MENTIONS = [
    ["架空共和国", "QZ", "Fictland", "country"],
    ["翠雲閣", "GB", "Suiun Palace", "venue"],
    ["翠雲市", "JP", "Suiun", "locality"],
    ["莫都城", "RU", "Moscow", "locality"],
]


@pytest.fixture(scope="module")
def said(tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[object]]:
    """Add the rows to a copy of the package, build its gazetteer from a slice of the inputs, and ask."""
    root = tmp_path_factory.mktemp("built")
    shutil.copytree(PACKAGE, root / "kaidan", ignore=shutil.ignore_patterns("__pycache__"))
    for name, row in ROWS.items():
        with (root / "kaidan/data" / f"{name}.tsv").open("a", encoding="utf-8") as table:
            table.write(row + "\n")
    run = subprocess.run(
        [sys.executable, str(HERE / "built_anew.py"), str(root), str(HERE / "gazetteer")],
        input=json.dumps({"strings": list(STRINGS), "text": TEXT}),
        capture_output=True,
        text=True,
        check=False,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stderr
    answer: dict[str, list[object]] = json.loads(run.stdout)
    return answer


def test_no_row_is_known_before() -> None:
    for name, row in ROWS.items():
        lines = (PACKAGE / "data" / f"{name}.tsv").read_text(encoding="utf-8").splitlines()
        header = next(line for line in lines if not line.startswith("#"))
        assert header.count("\t") == row.count("\t"), name
        assert row not in lines


@pytest.mark.parametrize("number", range(len(STRINGS)), ids=list(STRINGS))
def test_a_place_of_a_row_is_known_to_strings(said: dict[str, list[object]], number: int) -> None:
    assert said["strings"][number] == list(STRINGS.values())[number]


def test_a_place_of_a_row_is_known_to_running_text(said: dict[str, list[object]]) -> None:
    assert said["mentions"] == MENTIONS
