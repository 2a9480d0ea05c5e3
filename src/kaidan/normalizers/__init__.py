"""Text in, mentions out: one module a field.

A mention is a NamedTuple whose first three fields are ``text``, ``start`` and ``end``, code points into the text as given:
``text[m.start:m.end] == m.text``. The blocks of a body are scanned as one text, joined by :data:`BREAK`, so that 同年 finds
what an earlier block named; no mention reaches over a break.
"""

BREAK = "\0"
"""Stands between two blocks of a body. A page cannot show it: the parser drops NUL characters, as browsers do."""
