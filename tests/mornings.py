"""A folder and a site, and the runs between them, a day apart."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from faults import Answer, Site
from kaidan.fetcher import Limits
from kaidan.job.run import Order, Outcome, run
from kaidan.output import load

QUICK = Limits(pause=0, backoff=0.001)
FIRST = datetime(2026, 11, 24, 6, 30, tzinfo=UTC)


class Job:
    def __init__(self, folder: Path, site: Site) -> None:
        self.order = Order(site.page, folder, QUICK)
        self.folder, self.site, self.now = folder, site, FIRST

    def run(self, given: Answer | None = None, **order: Any) -> Outcome:  # noqa: ANN401  fields of Order
        """Run the job; the next run is a day later."""
        if given:
            self.site.serve(given)
        now, self.now = self.now, self.now + timedelta(days=1)
        return run(self.order._replace(**order), clock=lambda: now)

    def files(self) -> dict[str, bytes]:
        """All that must not move when a run refuses or fails."""
        kept = {
            str(path.relative_to(self.folder)): path.read_bytes()
            for path in self.folder.rglob("*")
            if path.is_file()
        }
        return {
            name: data
            for name, data in kept.items()
            if name != "runs.jsonl" and not name.startswith("pages/refused/")
        }

    def inodes(self) -> dict[str, int]:
        """Which file stands under each name: another one, if it was written again."""
        return {name: (self.folder / name).stat().st_ino for name in self.files()}

    def log(self) -> list[dict[str, Any]]:
        return [
            json.loads(line)
            for line in (self.folder / "runs.jsonl").read_text(encoding="utf-8").splitlines()
        ]

    @property
    def came(self) -> dict[str, Any]:
        """What came in the last run, as the log has it."""
        came: dict[str, Any] = self.log()[-1]["came"]
        return came

    def ids(self) -> list[str]:
        """The meetings of the last good result, which must always be one."""
        data = (self.folder / "meetings.json").read_bytes()
        return [meeting.id for meeting in load(data, "meetings.json").meetings]
