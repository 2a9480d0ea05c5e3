"""A word added to a table is known to every reader of dates, and nothing else has to be edited."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import kaidan

PACKAGE = Path(kaidan.__file__).parent
ADDED = {
    "eras.tsv": "光文\t2040-01-01\t\t光K\t洸文\ttest",
    "words/parts.tsv": "月初\tpart of month\t1-10\ttest\n初春\tpart of year\t1-2\ttest",
    "words/relative.tsv": "翌々々年\tyear\ttext 3\ttest",
    "words/calendars.tsv": "火星暦\tunknown\t\ttest",
    "words/calendar.tsv": "前後頃\tqualifier\tabout\ttest",
}
NOTATIONS = {
    "光文3年10月17日": "2042-10-17",
    "光文三年十月十七日": "2042-10-17",
    "光文元年": "2040",
    "光3.10.17": "2042-10-17",
    "K3.10.17": "2042-10-17",
    "K03年10月": "2042-10",
    "光文3/10/17": "2042-10-17",
    "光文3・4年": "2042/2043",
    "光文3年度": "2042-04/2043-03",
    "光文10年代": "2049/2058",
    "2042年（光文3年）10月": "2042-10",
    "光文3（2042）年10月": "2042-10",
    "光文3年～5年": "2042/2044",
    "光文元年から光文3年まで": "2040/2042",
    "光文3年10月17日～20日": "2042-10-17/2042-10-20",
    "光文3年10月～4年2月": "2042-10/2043-02",
    "光文3年10月頃": "2042-10~",
    "光文3年以降": "2042/..",
    "光 文 3 年": "2042",
    "光文２年": "2041",
    "洸文3年": "2042",
    "光文年間": None,
    "平成26年10月月初": "2014-10-01/2014-10-10",
    "2014年初春": "2014-01/2014-02",
    "火星暦12年3月4日": None,
    "1955年前後頃": "1955~",
}
ASK = """
import sys
from kaidan import find_dates
for text in sys.argv[1:]:
    print([(m.text, m.edtf) for m in find_dates(text)])
"""


@pytest.fixture(scope="module")
def answers(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What a copy of the package, with the added rows, says of every notation."""
    copy = tmp_path_factory.mktemp("copy")
    shutil.copytree(PACKAGE, copy / "kaidan", ignore=shutil.ignore_patterns("__pycache__"))
    for name, rows in ADDED.items():
        with (copy / "kaidan" / "data" / name).open("a", encoding="utf-8") as table:
            table.write(rows + "\n")
    said = subprocess.run(
        [sys.executable, "-c", ASK, *NOTATIONS],
        capture_output=True,
        check=True,
        encoding="utf-8",
        env={"PYTHONPATH": str(copy), "PYTHONIOENCODING": "utf-8"},
    )
    return dict(zip(NOTATIONS, said.stdout.splitlines(), strict=True))


@pytest.mark.parametrize("text", NOTATIONS)
def test_an_added_word_is_read_in_every_notation(answers: dict[str, str], text: str) -> None:
    value = NOTATIONS[text]
    expected = [] if text == "光文年間" else [(text, value)]  # an era without an end has no years
    assert answers[text] == str(expected)


def test_the_words_are_known_only_by_their_rows() -> None:
    from kaidan import find_dates  # noqa: PLC0415

    assert [m.edtf for m in find_dates("光文3年10月17日")] in ([], [None])
