"""The run of characters in which a name stands: kanji, katakana, digits and letters, up to the next hiragana, mark or space."""

RUN = r"[^\0-/:-@\s、-〄〈-〿ぁ-ゖ（），．：；！？]"
"""One character of such a run, ・ among them, as a class for patterns. What it leaves out is short: a class of all kanji takes a
millisecond to compile."""
