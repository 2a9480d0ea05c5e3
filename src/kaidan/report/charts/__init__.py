"""The charts of a report, each a function from documents to a specification of Vega-Lite 5, or None where there is nothing to draw.

::

    style            what they look like, and how a meeting's mark is titled
    timeline         when they met: a row for each leader
    world_map        where they met: rings around rings
    agreement_chart  what was made, and what was recalled
"""
