"""Bytes to sections: the text as the page shows it, nothing interpreted."""
