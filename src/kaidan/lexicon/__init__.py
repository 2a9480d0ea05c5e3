"""The words that the readers know, from the tables under ``data/``: each stands there once, with what it means and a source.

:mod:`.words` reads any table of ``data/words/``, :mod:`.eras` the eras, :mod:`.offices` the offices, :mod:`.series` the series of
summits. Patterns and sets are derived from the rows when they are first asked for, so that a row
added to an installed copy is known to every reader from its next start, and nothing else has to be edited.
"""
