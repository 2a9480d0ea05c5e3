"""Text as such: its numerals, its folded spellings, where words stand in it."""
