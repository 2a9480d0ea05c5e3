"""An office before its holder: 日本国総理大臣安倍晋三, インド首相のナレンドラ・モディ氏, 米国大統領（バラク・オバマ）."""

from kaidan.lexicon.words import spelled
from kaidan.normalizers.people.katakana import fold
from kaidan.normalizers.people.naming import Naming, entitled
from kaidan.normalizers.people.parted import BLANKS
from kaidan.normalizers.people.roster import terms_called
from kaidan.text.scan import run_after

_LONGEST = 40
_BRACKETS = {"（": "）", "(": ")"}
_BEFORE_FULL_NAMES = frozenset(("の", "・", *_BRACKETS))
_FIRST_LETTER, _LAST_LETTER, _LAST_KANA = "A", "Z", "ゖ"


def name_behind(text: str, end: int, limit: int, lead: str) -> tuple[Naming, int] | None:
    """Read the name between an office and ``limit``, and where it ends; behind の, ・ or a bracket a full name of the tables alone.

    ``lead`` is what stands before the office in its run, whose state it may be of.

    >>> naming, end = name_behind("インド首相のナレンドラ・モディ氏", 5, 18, "インド")
    >>> naming.called, naming.country, end
    ('ナレンドラ・モディ', 'IN', 15)
    >>> name_behind("首相のモディ支持", 2, 8, ""), name_behind("総理は安倍晋三", 2, 7, "")
    (None, None)
    """
    sign = text[end : end + 1]
    is_for_full_names = sign in _BEFORE_FULL_NAMES
    is_run = sign > _LAST_KANA or _FIRST_LETTER <= sign <= _LAST_LETTER
    if not (is_run or is_for_full_names or sign in BLANKS):  # most often
        return None
    start = end + (is_for_full_names or sign in BLANKS)
    name = _without_honour(run_after(text, start, min(limit, start + _LONGEST)))
    holder = entitled(lead, name)
    if holder is None or (is_for_full_names and not _is_full_name(name)):
        return None
    last = start + len(name)
    if sign not in _BRACKETS:
        return holder, last
    return (holder, last + 1) if text.startswith(_BRACKETS[sign], last) else None


def _without_honour(run: str) -> str:
    honours = (honour for honour in spelled("naming", "honour") if run.endswith(honour))
    return run.removesuffix(next(honours, ""))


def _is_full_name(name: str) -> bool:
    """Say whether the tables know somebody by a name as his full one."""
    return any(fold(term.name.ja) == fold(name) for term in terms_called(name))
