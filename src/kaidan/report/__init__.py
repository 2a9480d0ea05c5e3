"""Something to look at: the report, the pictures in it, and a meeting's text with what was read from it marked."""
