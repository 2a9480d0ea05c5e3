"""A running text in the letters that names are looked up in, with the way back to the text as given."""

from functools import cache, lru_cache

from kaidan.lexicon.words import meanings
from kaidan.text.fold import Folded, fold

from .gazetteer import names_with_ke
from .words import compiled

_SPACED = "(?<![㐀-龥ァ-ヶ々])[㐀-龥](?: [㐀-龥]){1,2}(?![㐀-龥ァ-ヶ々])"
"""Two or three Chinese characters that the typesetter has spaced: 京　都."""
_NO_OF_NAMES = r"(?<=[㐀-龥々])[ノ之](?=[㐀-龥])"


@lru_cache(maxsize=256)
def in_one_width(text: str) -> Folded:
    r"""Return a text in one width, with its kana in one sign each, and without what nobody sees.

    >>> letters = in_one_width("京　都とモスク\u200bワで")
    >>> letters.text, letters.origin(3, 7)
    ('京都とモスクワで', (4, 9))
    """
    folded = fold(text, "width")
    if " " not in folded.text:
        return folded
    dropped = {
        at
        for found in compiled(_SPACED).finditer(folded.text)
        for at in range(found.start() + 1, found.end(), 2)
    }
    if not dropped:
        return folded
    kept = [at for at in range(len(folded.text)) if at not in dropped]
    spans = [folded.origin(at, at + 1) for at in kept]
    return Folded(
        "".join(folded.text[at] for at in kept),
        [start for start, _ in spans],
        [end for _, end in spans],
    )


def plain_letters(text: str) -> str:
    """Return a text of the same length with new forms of characters and one spelling of ケ and の in names.

    >>> plain_letters("擇捉島と鎌ヶ谷市、関が原町")
    '択捉島と鎌ケ谷市、関ケ原町'
    """
    if not _old_forms().isdisjoint(text):
        text = text.translate(_new_forms())
    if "ノ" in text or "之" in text:
        text = compiled(_NO_OF_NAMES).sub("の", text)
    return _with_ke(text) if "が" in text else text


@cache
def _new_forms() -> dict[int, str]:
    return str.maketrans({**meanings("spellings", "old form"), "ヶ": "ケ", "･": "・"})


@cache
def _old_forms() -> frozenset[str]:
    return frozenset(map(chr, _new_forms()))


def _with_ke(text: str) -> str:
    """Return a text with ケ for が in the names that have it, and nowhere else."""
    at = text.find("が")
    while at >= 0:
        for name in names_with_ke().get(text[at - 1 : at] + text[at + 1 : at + 2], ()):
            start = at - name.index("ケ")
            if start >= 0 and text.startswith(name.replace("ケ", "が", 1), start):
                text = f"{text[:at]}ケ{text[at + 1 :]}"
                break
        at = text.find("が", at + 1)
    return text
