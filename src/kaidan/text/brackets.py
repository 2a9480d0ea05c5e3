"""The signs of brackets as Japanese text sets them, in both widths; quotation marks 「」『』 are none."""

import re

PAIRS = "（）()【】〔〕［］[]〈〉<>＜＞《》｟｠"
OPENING, CLOSING = frozenset(PAIRS[::2]), frozenset(PAIRS[1::2])

OPENS = re.compile(f"[{re.escape(PAIRS[::2])}]")
CLOSES = re.compile(f"[{re.escape(PAIRS[1::2])}]")

ROUND = r"[（(][^（()）]*[）)]"
"""A pattern: round brackets with what they enclose, and none within."""
