"""The document itself, as JSON."""

from collections.abc import Sequence

from kaidan.errors import WrongUsage
from kaidan.formats import Options
from kaidan.messages import Message
from kaidan.sourced import SourcedDocument


def write_json(sources: Sequence[SourcedDocument], options: Options) -> bytes:
    """Return a document in its canonical form.

    Raises:
        WrongUsage: there are several; a document tells of one page.
    """
    if len(sources) != 1:
        several = Message(
            "json holds the document of one page, and here are {count}; jsonl holds the meetings of many",
            count=len(sources),
        )
        raise WrongUsage(several)
    return sources[0].document.to_json(options.indent)
