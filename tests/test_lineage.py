import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from kaidan.cli.agreement_graph import agreements
from kaidan.errors import Unreadable
from kaidan.lineage import Line, trace
from kaidan.pipeline import extract

GOLDEN = Path(__file__).parents[1] / "fixtures/reference/meetings.json"


def run(*arguments: str) -> str:
    result = CliRunner().invoke(agreements, [str(GOLDEN), *arguments], catch_exceptions=False)
    assert result.exit_code == 0
    return result.stdout


def test_an_agreement_is_made_once_and_recalled_in_the_order_of_time() -> None:
    page = "<h2>近年の主な動き</h2>" + "".join(
        f"<h3>日露首脳会談（{where}）</h3><p>{body}</p>"
        for where, body in [
            ("モスクワ・平成13年3月", "1993年の東京宣言に基づき森総理とプーチン大統領が会談。"),
            ("静岡県川奈・平成10年4月", "東京宣言、東京宣言第2項に触れた。"),
            (
                "東京・平成5年10月",
                "エリツィン大統領が来日し、細川総理と会談。「東京宣言」が署名された。",
            ),
        ]
    )
    assert trace(extract(page)) == [
        Line("東京宣言", "1993-10-13", "1993-10-tokyo", ("1998-04-kawana", "2001-03-moscow"))
    ]


def test_the_graph_of_the_reference_page() -> None:
    lines = {line["name"]: line for line in json.loads(run("--format", "json"))["agreements"]}
    assert lines["東京宣言"]["made_by"] == "1993-10-tokyo"
    assert lines["東京宣言"]["recalled_by"] == [
        "1997-11-krasnoyarsk",
        "1998-04-kawana",
        "2001-03-irkutsk",
    ]
    assert lines["日ソ共同宣言"]["made_by"] is None
    assert lines["日ソ共同宣言"]["recalled_by"] == ["2001-03-irkutsk", "2009-11-singapore"]
    assert lines["日露行動計画"]["recalled_by"] == ["2007-09-sydney", "2013-04-moscow"]
    assert list(lines) == sorted(lines, key=lambda name: (lines[name]["date"], name))


def test_the_table_has_a_line_for_each() -> None:
    heading, *rows = run().splitlines()
    assert heading.split() == ["date", "agreement", "made", "by", "recalled", "by"]
    assert len(rows) == len(json.loads(run("--format", "json"))["agreements"])
    assert "1998-11-13  モスクワ宣言" in run()


def test_dot_and_mermaid_draw_every_edge() -> None:
    lines = json.loads(run("--format", "json"))["agreements"]
    edges = sum(bool(line["made_by"]) + len(line["recalled_by"]) for line in lines)
    dot, mermaid = run("--format", "dot"), run("--format", "mermaid")
    assert dot.startswith("digraph agreements {")
    assert dot.endswith("}\n")
    assert dot.count(" -> ") == edges
    assert mermaid.startswith("graph LR\n")
    assert mermaid.count("-->|made|") + mermaid.count("-.->|recalled|") == edges


@pytest.mark.parametrize("content", [b"", b"{}", b"[1]", b"\xff"])
def test_a_broken_document_is_one_line(tmp_path: Path, content: bytes) -> None:
    broken = tmp_path / "meetings.json"
    broken.write_bytes(content)
    with pytest.raises(Unreadable, match=r"meetings\.json: not a meetings\.json") as caught:
        CliRunner().invoke(agreements, [str(broken)], catch_exceptions=False)
    assert "\n" not in str(caught.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="nowhere: No such file"):
        CliRunner().invoke(agreements, [str(tmp_path / "nowhere")], catch_exceptions=False)
