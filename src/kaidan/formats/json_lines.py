"""JSON Lines: one meeting a line."""

from collections.abc import Sequence

from kaidan import canonical
from kaidan.formats import Options
from kaidan.sourced import SourcedDocument


def write_json_lines(sources: Sequence[SourcedDocument], options: Options) -> bytes:  # noqa: ARG001
    """Return the meetings of all documents, one a line, in UTF-8."""
    meetings = (meeting for source in sources for meeting in source.document.meetings)
    return b"".join(map(canonical.written, meetings))
