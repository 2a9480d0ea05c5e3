"""What was measured beside what the README promises: ``python tests/coverage_of.py MEASURED.json README.md`` fails where it is less."""

import json
import re
import sys
from pathlib import Path

_PROMISED = re.compile(r"(\d+)% of lines, (\d+)% of branches")


def shares(measured: dict[str, dict[str, int]]) -> tuple[float, float]:
    """Return the per cent of lines and of branches that were run.

    >>> shares({"totals": {"covered_lines": 97, "num_statements": 100, "covered_branches": 1, "num_branches": 2}})
    (97.0, 50.0)
    """
    totals = measured["totals"]
    return (
        100 * totals["covered_lines"] / totals["num_statements"],
        100 * totals["covered_branches"] / totals["num_branches"],
    )


def main(measured: Path, readme: Path) -> int:
    lines, branches = shares(json.loads(measured.read_bytes()))
    promised = _PROMISED.search(readme.read_text(encoding="utf-8"))
    sys.stdout.write(f"{lines:.1f}% of lines, {branches:.1f}% of branches\n")
    if promised is None:
        return 1
    return int(lines < int(promised[1]) or branches < int(promised[2]))


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]), Path(sys.argv[2])))
