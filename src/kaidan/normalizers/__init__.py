"""Text in, mentions out: one room a field.

::

    dates   when: every date of a text, as EDTF
    places  where: places by a gazetteer, of a whole string or in running text
    people  who: people named with an office, and who met
    events  what: occasions, visits, agreements, and on which day

A mention says its ``text``, its ``start`` and its ``end``, code points into the text as given: ``text[m.start:m.end] == m.text``.
The blocks of a body are scanned as one text, joined by :data:`BREAK`, so that 同年 finds what an earlier block named; no mention
reaches over a break.
"""

from kaidan.text import BREAK as BREAK
