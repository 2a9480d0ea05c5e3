"""``kaidan help [TOPIC]``: the guide, a topic at a time."""

from difflib import get_close_matches
from importlib.resources import files

import click

from kaidan.cli import give
from kaidan.messages import Message

_GUIDE = files("kaidan") / "guide"


def topics() -> dict[str, str]:
    """Return the topics of the guide, each with the title of its page."""
    pages = sorted(page.name for page in _GUIDE.iterdir() if page.name.endswith(".md"))
    return {name.removesuffix(".md"): _title(name) for name in pages}


def _title(name: str) -> str:
    first = (_GUIDE / name).read_text(encoding="utf-8").partition("\n")[0]
    return first.removeprefix("# ")


@click.command()
@click.argument("topic", required=False)
def show_guide(topic: str | None) -> None:
    """Print the guide: its topics, or what it says about TOPIC."""
    known = topics()
    if topic is None:
        give("".join(f"{name:<10}{title}\n" for name, title in known.items()).encode())
        return
    if topic not in known:
        raise click.UsageError(_unknown(topic, list(known)))
    give((_GUIDE / f"{topic}.md").read_bytes())


def _unknown(topic: str, known: list[str]) -> Message:
    near = get_close_matches(topic, known, n=1)
    if near:
        return Message(
            "the guide has no topic {topic}; did you mean {near}?", topic=topic, near=near[0]
        )
    return Message(
        "the guide has no topic {topic}; it has {known}", topic=topic, known=", ".join(known)
    )
