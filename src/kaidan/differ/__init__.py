"""What changed between two runs, and whose change it was.

``compare`` is pure: two documents in, :class:`Changes` out. The renderings take the changes and nothing else.
"""

from kaidan.differ.changes import Change, Changes, Edit
from kaidan.differ.compare import diff
from kaidan.differ.match import Matching, match

__all__ = ["Change", "Changes", "Edit", "Matching", "diff", "match"]
