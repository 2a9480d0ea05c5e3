"""The address that a browser wrote into a page as it saved it."""

import re

_NOTES = re.compile(
    r"""
    <!--\s*
    (?: saved\ from\ url=\(\d+\)                     # <!-- saved from url=(0043)http://… -->, Internet Explorer and Chromium
      | Page\ saved\ with\ SingleFile\s+ url:\s*     # SingleFile, over several lines
    )
    (https?://[^\s<>"]+)
    """,
    re.VERBOSE | re.IGNORECASE,
)

_FIRST = 8_192
"""Characters in which the comment stands: before the page or at the start of its head."""


def saved_from(text: str) -> str | None:
    r"""Return the address that a saved page says that it came from.

    >>> saved_from("<!DOCTYPE html>\n<!-- saved from url=(0025)http://example.jp/01.html -->\n<html>")
    'http://example.jp/01.html'
    >>> saved_from("<html><!--\n Page saved with SingleFile \n url: https://example.jp/ \n saved date: Mon -->")
    'https://example.jp/'
    """
    found = _NOTES.search(text, 0, _FIRST)
    return found[1].removesuffix("--") if found else None
