"""Changes as Markdown, for an issue or an e-mail."""

import re
from collections.abc import Iterator

from kaidan.differ.changes import Change, Changes, Edit
from kaidan.differ.summary import name, visible, what
from kaidan.differ.titles import TITLES

_SPECIAL = re.compile(r"[\\`*_{}\[\]()#+!|~^$@:-]")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
