"""Text as such: its numerals, its folded spellings, where words stand in it, and its clauses."""

BREAK = "\0"
"""Stands between two blocks of a body. A page cannot show it: the parser drops NUL characters, as browsers do."""
