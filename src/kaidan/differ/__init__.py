"""What changed between two runs, and whose change it was.

``diff`` is pure: two documents in, :class:`Changes` out. The renderings take the changes and nothing else.
"""

from kaidan.differ.apply import apply
from kaidan.differ.as_html import to_html
from kaidan.differ.as_json import schema, to_json
from kaidan.differ.as_markdown import to_markdown
from kaidan.differ.as_text import to_text
from kaidan.differ.change import Change, Edit
from kaidan.differ.changes import Changes
from kaidan.differ.compare import diff
from kaidan.differ.match import Matching, match
from kaidan.differ.summary import summary

__all__ = [
    "Change",
    "Changes",
    "Edit",
    "Matching",
    "apply",
    "diff",
    "match",
    "schema",
    "summary",
    "to_html",
    "to_json",
    "to_markdown",
    "to_text",
]
