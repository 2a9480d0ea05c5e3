"""What each tool reports for one and the same change: ``python tests/benchmarks/bench_diff.py``; wants deepdiff and jsondiff installed.

Counted is what a reader has to take in: hunks (and lines) of ``diff -u``, entries of DeepDiff's report (a value changed, an item
added, removed), leaves of jsondiff's, changes of kaidan's. All get the same two ``meetings.json``.
"""

import json
import subprocess
import tempfile
from collections.abc import Callable
from importlib import import_module
from pathlib import Path

from kaidan.differ import diff, summary
from kaidan.models import Document
from kaidan.output import load, to_json
from kaidan.pipeline import extract

PAGE = (Path(__file__).parents[2] / "fixtures/reference/page.html").read_text(encoding="utf-8")
ADDED = "<h3>日露首脳会談　（ロシア・ウラジオストク・平成28年9月）</h3><p>9月2日、安倍総理は、プーチン大統領と首脳会談を行った。</p>"


def by_unified_diff(old: str, new: str) -> str:
    with tempfile.TemporaryDirectory() as folder:
        paths = [Path(folder, name) for name in ("old.json", "new.json")]
        for path, text in zip(paths, (old, new), strict=True):
            path.write_text(text, encoding="utf-8")
        out = subprocess.run(
            ["diff", "-u", *paths], capture_output=True, text=True, check=False
        ).stdout.splitlines()[2:]
    return f"{sum(line.startswith('@@') for line in out)} ({sum(line[0] in '+-' for line in out)} lines)"


def by_deepdiff(old: str, new: str, **options: bool) -> str:
    report = import_module("deepdiff").DeepDiff(json.loads(old), json.loads(new), **options)
    return str(sum(len(entries) for entries in report.values()))


def by_jsondiff(old: str, new: str) -> str:
    report = (
        import_module("jsondiff")
        .JsonDiffer(syntax="symmetric", marshal=True)
        .diff(json.loads(old), json.loads(new))
    )
    return str(_leaves(report))


def _leaves(report: object) -> int:
    """Count the places where jsondiff says that something is another: [before, after], an insertion or a deletion."""
    if not isinstance(report, dict):
        return 1
    listed = [entries for name, entries in report.items() if name in {"$insert", "$delete"}]
    return sum(map(len, listed)) + sum(
        _leaves(each) for name, each in report.items() if name not in {"$insert", "$delete"}
    )


def by_kaidan(old: str, new: str) -> str:
    changes = diff(load(old.encode(), "old"), load(new.encode(), "new"))
    by = [f"{len(some)} by {who}" for who in ("source", "extractor") if (some := changes.by(who))]
    return f"{len(changes)} ({', '.join(by)})" if len(changes) else "0"


def older(document: Document) -> Document:
    """Return what a version with a coarser gazetteer would have read: points to a tenth of a degree."""
    record = document.model_dump(mode="json", by_alias=True) | {"generator": "kaidan 0.0.9"}
    for meeting in record["meetings"]:
        if meeting["place"]:
            meeting["place"] |= {
                name: round(meeting["place"][name], 1) for name in ("latitude", "longitude")
            }
    return Document.model_validate(record)


TOOLS: dict[str, Callable[[str, str], str]] = {
    "`diff -u`, hunks": by_unified_diff,
    "DeepDiff": by_deepdiff,
    "DeepDiff, ignore_order": lambda old, new: by_deepdiff(old, new, ignore_order=True),
    "jsondiff": by_jsondiff,
    "kaidan diff": by_kaidan,
}


def main() -> None:
    """Print a table in Markdown, and kaidan's lines for the first case."""
    today = extract(PAGE)
    cases = {
        "one reworded sentence": (
            today,
            extract(PAGE.replace("首脳会合に出席のため", "首脳会合に出席するため")),
        ),
        "one meeting added on top": (today, extract(PAGE.replace("<h3>", f"{ADDED}<h3>", 1))),
        "one extractor upgrade": (older(today), today),
    }
    lines = [f"| | {' | '.join(cases)} |", f"|---|{'---|' * len(cases)}"]
    for name, count in TOOLS.items():
        lines.append(
            f"| {name} | {' | '.join(count(to_json(old).decode(), to_json(new).decode()) for old, new in cases.values())} |"
        )
    lines += summary(diff(*cases["one reworded sentence"]))
    print("\n".join(lines))  # noqa: T201  what it is for


if __name__ == "__main__":
    main()
