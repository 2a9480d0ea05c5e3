"""Text in, mentions out: one room a field.

A mention says its ``text``, its ``start`` and its ``end``, code points into the text as given: ``text[m.start:m.end] == m.text``.
The blocks of a body are scanned as one text, joined by :data:`BREAK`, so that 同年 finds what an earlier block named; no mention
reaches over a break.
"""

from kaidan.text import BREAK as BREAK
