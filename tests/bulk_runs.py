"""Runs of ``kaidan bulk`` in this process, and the lines that they wrote."""

import gzip
import json
from pathlib import Path
from typing import Any

import chronicle
from kaidan import extract
from kaidan.bulk.bulk_run import Order, Summary, run_bulk

CHRONICLE, OTHER = chronicle.page(), b"<title>x</title><p>nothing here</p>"
DOCUMENT = json.loads(extract(CHRONICLE).to_json())


def told(path: Path) -> list[dict[str, Any]]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    return [json.loads(line) for line in data.split(b"\n")[:-1]]


def bulk(*names: Path | str, output: Path, workers: int = 1, resume: bool = False) -> Summary:
    return run_bulk(Order([str(name) for name in names], output, workers, resume=resume))
