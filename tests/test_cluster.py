"""A Dask cluster reads what this process would, though it loses a worker."""

import os
import signal
from itertools import count
from pathlib import Path

import pytest

import chronicle
from kaidan.bulk.bulk_run import Order, run_bulk
from kaidan.errors import Unreadable

distributed = pytest.importorskip("distributed", reason="it is in the extra archive")

CHRONICLE, OTHER = chronicle.page(), b"<title>x</title><p>nothing here</p>"


def saved(folder: Path, pages: int) -> Path:
    folder.mkdir()
    for number in range(pages):
        body = OTHER if number % 3 else CHRONICLE + f"<!-- {number} -->".encode()
        (folder / f"{number:04}.html").write_bytes(body)
    return folder


def test_a_cluster_that_loses_a_worker_loses_no_line(tmp_path: Path) -> None:
    names = [str(saved(tmp_path / "pages", 450))]
    run_bulk(Order(names, tmp_path / "here.jsonl", 1))
    asked = count()
    options = {"n_workers": 2, "threads_per_worker": 1, "dashboard_address": None}
    with distributed.LocalCluster(**options, silence_logs="CRITICAL") as cluster:

        def lose_one(_: int) -> None:
            if next(asked) == 0:
                os.kill(next(iter(cluster.workers.values())).pid, signal.SIGKILL)

        order = Order(names, tmp_path / "there.jsonl", cluster=cluster.scheduler_address)
        run_bulk(order, lose_one)
    assert next(asked) > 3
    assert (tmp_path / "there.jsonl").read_bytes() == (tmp_path / "here.jsonl").read_bytes()


def test_an_address_where_no_cluster_answers_is_said(tmp_path: Path) -> None:
    with pytest.raises(Unreadable, match="no Dask cluster answers"):
        run_bulk(Order([], tmp_path / "out.jsonl", cluster="nowhere"))
    assert not (tmp_path / "out.jsonl").exists()
