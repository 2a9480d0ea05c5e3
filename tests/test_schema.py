"""The document beside its schema: what is published, what is written, and what was written under the schema before."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from kaidan.differ import diff
from kaidan.errors import Unreadable
from kaidan.models import Document
from kaidan.output import load
from kaidan.pipeline import extract

SCHEMA = json.loads((Path(__file__).parent / "schema.json").read_text(encoding="utf-8"))
PAGE = """<title>会談の記録</title><h3>日露首脳会談　（ペルー・平成20年11月）</h3>
<p>ペルー・リマでのAPEC首脳会議の際に麻生総理とメドヴェージェフ大統領が会談。</p>"""


def of_1_0(document: Document) -> bytes:
    """Write a document as schema 1.0 had it."""
    record = json.loads(document.to_json())
    record["schema_version"] = "1.0"
    del record["source"]["shape"], record["source"]["context"]
    return json.dumps(record, ensure_ascii=False, indent=2).encode()


def with_evidence(change: Callable[[dict[str, Any]], None], *context: str) -> bytes:
    """Write a document whose first piece of evidence was changed, and whose page has these lines of context."""
    record = json.loads(extract(PAGE).to_json())
    record["source"]["context"] = [{"text": text} for text in context]
    change(record["meetings"][0]["date"]["evidence"][0])
    return json.dumps(record).encode()


def test_three_ways_to_write_a_document_agree_and_fit_the_schema() -> None:
    document = extract(PAGE)
    written = json.loads(document.to_json())
    assert written == json.loads(document.model_dump_json()) == document.model_dump(mode="json")
    jsonschema.validate(written, SCHEMA)


def test_a_document_of_1_0_is_written_back_as_it_came() -> None:
    old = of_1_0(extract(PAGE))
    document = load(old, "old.json")
    assert document.source.shape == "chronicle"
    assert document.source.context == ()
    assert json.loads(document.to_json()) == json.loads(old)
    assert json.loads(document.model_dump_json()) == json.loads(old)
    jsonschema.validate(json.loads(old), SCHEMA)


def test_the_newer_schema_is_no_change() -> None:
    new = extract(PAGE)
    assert not diff(load(of_1_0(new), "old.json"), new).changes


def test_evidence_may_stand_in_the_context() -> None:
    def move(evidence: dict[str, Any]) -> None:
        evidence |= {"in": "context", "block": 1, "start": 0, "end": 8, "text": "平成20年11月"}

    document = load(with_evidence(move, "会談の表", "平成20年11月"), "here")
    (evidence,) = document.meetings[0].date.evidence
    assert (evidence.where, evidence.block) == ("context", 1)
    with pytest.raises(Unreadable, match="not what stands there"):
        load(with_evidence(move, "会談の表"), "here")
    with pytest.raises(Unreadable, match="not what stands there"):
        load(with_evidence(move, "平成20年11月", "会談の表"), "here")


@pytest.mark.parametrize(
    "edtf",
    "2008 2008-11 2008-11-30 2008-24 1955~ 199X 20XX -0659 ../1650 1945-08/.. 2013-09-24/2013-09-25".split(),
)
def test_the_schema_takes_edtf(edtf: str) -> None:
    assert re.search(pattern_of_dates(), edtf)


@pytest.mark.parametrize(
    "edtf",
    "2008-13 2008-00 2008-25 2008-21/2008-22 199X/200X 2008-22/.. 2008-02-30 2008-04-31 08-11 ../.. / 2008/11/30 2008-1".split(),
)
def test_the_schema_takes_nothing_else(edtf: str) -> None:
    assert not re.search(pattern_of_dates(), edtf)


def pattern_of_dates() -> str:
    pattern: str = SCHEMA["$defs"]["MeetingDate"]["properties"]["edtf"]["anyOf"][0]["pattern"]
    return pattern
