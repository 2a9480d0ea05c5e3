"""What a run keeps in its folder, by name: all who write there, read there, or keep out of there ask here."""

from pathlib import Path

RESULT = "meetings.json"
FEED = "feed.xml"
LOG = "runs.jsonl"
CHANGES = "changes"
PAGES = "pages"
REFUSED = "pages/refused"

FILES = (RESULT, FEED, LOG)
"""What stands in the folder itself, the log last: it knows the times of the pages."""

FOLDERS = ("", PAGES, REFUSED, CHANGES)
"""Where a run writes. What lies elsewhere is somebody's."""

DIGITS = 16
"""Of a page's SHA-256 in its name: enough to find it by; its sidecar has all 64."""


def copies(folder: Path, digest: str) -> list[Path]:
    """Return the pages of an output folder that are called after that SHA-256, in order of their time."""
    return sorted((folder / PAGES).glob(f"*-{digest[:DIGITS]}.html"))
