"""The step forward: what is written when a reading replaces what is held, in the order in which it must be."""

from collections.abc import Sequence
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from kaidan.differ import to_markdown
from kaidan.job import change_files, feed, files, kept, pages, sidecar
from kaidan.job.change_files import Change
from kaidan.job.clock import moment
from kaidan.job.files import Write
from kaidan.job.last import Last
from kaidan.job.reading import Reading
from kaidan.messages import Language, Message, tell


def writes(
    folder: Path, held: Last, reading: Reading, when: datetime, language: Language = "en"
) -> list[Write]:
    """Return what must be written, and nothing that is there already: after an unchanged page that is nothing at all."""
    planned = sidecar.writes(
        pages.place(folder / kept.PAGES, reading.page, when), reading.page, when
    )
    accepted = change_files.recent(folder / kept.CHANGES, feed.LONGEST)
    if reading.decision != "unchanged":
        spoken = accepted[0].lang if accepted else language
        change = _change(held, reading, moment(when), accepted, spoken)
        planned.append(
            (change_files.next_path(folder / kept.CHANGES, change.when), change.markdown().encode())
        )
        accepted = [change, *accepted][: feed.LONGEST]
    if reading.data != held.data:
        planned.append((folder / kept.RESULT, reading.data))
    return planned + _feed(folder / kept.FEED, accepted, reading)


def _change(
    held: Last, reading: Reading, when: str, accepted: Sequence[Change], language: Language
) -> Change:
    title, *more = reading.lines
    told = Message("{change} (and {count} more)", change=title, count=len(more)) if more else title
    after, url = change_files.digest(reading.data), reading.page.url
    before = accepted[0].id if accepted else ""
    return Change(
        id=feed.tag(
            url, sha256(f"{before} {after}".encode()).hexdigest()[:16]
        ),  # a chain: when a change comes back it is another
        feed=accepted[0].feed if accepted else feed.tag(url),
        when=when,
        by=" ".join(dict.fromkeys(change.by for change in reading.changes or ())) or "source",
        before=change_files.digest(held.data),
        after=after,
        page=reading.page.digest,
        title=tell(told, language),
        text=to_markdown(reading.changes, language) if reading.changes else "",
        lang=language,
    )


def _feed(path: Path, accepted: Sequence[Change], reading: Reading) -> list[Write]:
    """The feed, if it is not what the changes say."""
    if not accepted:
        return []
    source = reading.document.source
    made = feed.render(accepted, source.url or reading.page.url, source.title or reading.page.url)
    return [] if made == files.read_if_there(path) else [(path, made)]
