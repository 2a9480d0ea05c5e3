"""Named declarations, statements, plans and accords: 東京宣言, 56年宣言, 「川奈合意」.

The scan starts from the words for a kind of agreement and reads backwards: an opening quotation mark, or the run of kanji and
katakana before it. agreements.tsv knows the same agreement under its several names. A bare 合意 or 諸文書 names none.
"""

import re
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import pairwise
from typing import Literal, NamedTuple

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.dates import DateMention, find_dates
from kaidan.normalizers.events.accords import Accord, accord_ending_at, is_plain, meant
from kaidan.normalizers.events.titles import party_names
from kaidan.normalizers.people.roster import span
from kaidan.text.brackets import ROUND
from kaidan.text.deferred import deferred
from kaidan.text.scan import run_before

_TO_YEAR = len("2000")
_FOREIGN = deferred("[ァ-ヺー]{2}")
_CLOSED = rf"(?:[」』]|{ROUND})*"
_QUOTED = re.compile(rf"(?:{ROUND})*[」』]")
_LONGEST_TITLE = 120
_LONGEST_LEAD = 30
_CLOSERS = frozenset("」』（(")
Role = Literal["signed", "agreed", "recalled"]


class AgreementMention(NamedTuple):
    """An agreement named by the text; ``date`` is EDTF, None where neither text nor table says it."""

    text: str
    start: int
    end: int
    name: str
    date: str | None
    role: Role
    rule: str
    """What the reading rests on, a table and its row: agreements: 東京宣言."""


Dates = Mapping[int, DateMention]
"""The dates of a text, by their ends."""


def find_agreements(
    text: str, *, on: str | None = None, dates: Iterable[DateMention] | None = None
) -> list[AgreementMention]:
    """Return every agreement that the text names, in order.

    Args:
        text: What to read; blocks joined by :data:`kaidan.normalizers.BREAK`.
        on: The date of the meeting, EDTF; what is signed here is of that date, and a plain 共同声明 may be the meeting's own.
        dates: All dates of the text, where they are known already.

    >>> [(m.text, m.name, m.date, m.role) for m in find_agreements("「モスクワ宣言」に署名。56年宣言に触れた。", on="1998-11")]
    [('モスクワ宣言', 'モスクワ宣言', '1998-11-13', 'signed'), ('56年宣言', '日ソ共同宣言', '1956-10-19', 'recalled')]
    >>> find_agreements("これまでに達成された諸合意及び諸文書に基づき平和条約を締結する。")
    []
    """
    if dates is None:
        dates = find_dates(text, anchor=on)
    ends = {date.end: date for date in dates if date.edtf}
    found: list[AgreementMention] = []
    for kind in _kind().finditer(text):
        quoted = text[kind.end() : kind.end() + 1] in _CLOSERS or kind[0] in _decisions()
        mention = (_quoted(text, kind, on) if quoted else None) or _plain(text, kind, on, ends)
        if mention:
            while (
                found and mention.start <= found[-1].start
            ):  # the 行動計画 in 行動計画の採択に関する共同声明
                found.pop()
            if not found or found[-1].end <= mention.start:
                found.append(mention)
    return found


def _quoted(text: str, kind: re.Match[str], on: str | None) -> AgreementMention | None:
    """Read 「…宣言」, and the title of what a cabinet decided: 「…」が閣議了解."""
    decided = kind[0] in _decisions()
    end = kind.start() - len("」が") if decided else kind.end()
    start = text.rfind("「", max(0, end - _LONGEST_TITLE), max(0, end)) + 1
    title = text[start:end]
    if not start or "」" in title or "\0" in title or "。" in title:
        return None
    if decided:
        if not text.startswith(("」が", "」を", "」の"), end):
            return None
        rule = f"words/agreements: {kind[0]}"
        return AgreementMention(title, start, end, title, on, "agreed", rule)
    if (
        not _QUOTED.match(text, end)
        or title == kind[0]
        or (title.startswith(_unnamed()) and len(title) < 8)
    ):
        return None
    known = accord_ending_at(title, len(title))
    if known and known.width < len(title) and not _made_on(known, on):
        known = None  # 「…に関する日中共同声明」 of 2008 is not that of 1972
    return _mention(text, (start, end), known, None, on)


def _plain(text: str, kind: re.Match[str], on: str | None, dates: Dates) -> AgreementMention | None:
    """Read 東京宣言, 日露共同声明, 56年宣言 and 2003年の共同声明及び行動計画."""
    end = kind.end()
    known = accord_ending_at(text, end)
    if known:
        return _mention(text, (end - known.width, end), known, None, on)
    if text.endswith("平和", 0, kind.start()):
        return None
    lead = run_before(text, kind.start(), kind.start() - _LONGEST_LEAD).rpartition("年")[2]
    start = kind.start() - len(lead)
    if not lead and text[start - 1 : start] not in ("年", "の"):
        return None
    nameable = _names_one(lead) and (kind[0] != "合意" or "首脳" not in lead)
    if not nameable and not is_plain(text[start:end]):
        return None
    dated, date = _date_before(text, start, dates)
    known = meant(text[start:end], date[:_TO_YEAR] if date else None, on)
    if known:
        end = start + max(len(name) for name in known.plainly if text.startswith(name, start))
        return _mention(text, (dated, end), known, None, on)
    return _mention(text, (start, end), None, date, on) if nameable else None


def _date_before(text: str, start: int, dates: Dates) -> tuple[int, str | None]:
    """Return where the date begins that stands right before an agreement, and the date in EDTF: 2003年の共同声明."""
    dated = dates.get(start - text.startswith("の", start - 1))
    return (dated.start, dated.edtf) if dated else (start, None)


def _names_one(lead: str) -> bool:
    """Say whether what stands before a kind makes a name of it, known or not: 日朝, ミンスク; not 諸, 両首脳."""
    if not lead or lead.startswith(_unnamed()):
        return False
    if any(word in lead for word in spelled("agreements", "naming")) or _FOREIGN.search(lead):
        return True
    states = party_names()
    return any(one in states and other in states for one, other in pairwise(lead))


@cache
def _kind() -> re.Pattern[str]:
    """Return the pattern of the kinds of agreements.

    The commonest word of all, 平和条約, names nothing, but for サンフランシスコ平和条約, 対日平和条約 and 日本国との平和条約.
    """
    kinds = any_of((*spelled("agreements", "kind"), *_decisions()))
    return re.compile(kinds.replace("条約", "条(?:(?<!平和条)|(?<=コ平和条)|(?<=[日の]平和条))約"))


@cache
def _done() -> re.Pattern[str]:
    """Return the pattern of what is done with an agreement, behind the list that it may stand in: 及び「…」に署名."""
    kinds, etc, signed, done = (
        any_of(spelled("agreements", kind)) for kind in ("kind", "etc", "signed", "done")
    )
    return re.compile(
        rf"""
        {_CLOSED}
        (?> (?:及び|並びに|と|や|、) [「『]? [^\0、-』]{{0,60}}? {kinds} {_CLOSED} ){{0,9}}+   # possessive: a list is read once
        {etc}?
        (?: (?P<signed> (?:に|が|を|への?|の) (?:それぞれ|共に)? {signed} )
          | (?:に|が|を|で|として) {done}
          | [）)] で (?:一致|合意) )
        """,
        re.VERBOSE,
    )


def _decisions() -> tuple[str, ...]:
    return spelled("agreements", "decision")


def _unnamed() -> tuple[str, ...]:
    return spelled("agreements", "unnamed")


def _mention(
    text: str, at: tuple[int, int], known: Accord | None, year: str | None, on: str | None
) -> AgreementMention:
    start, end = at
    said = text[start:end]
    if known is None:
        role = _role(text, start, end, None)
        date = year if role == "recalled" else on
        rule = f"words/agreements: {_kind_of(text, end)}"
        return AgreementMention(said, start, end, said, date, role, rule)
    here = known if _made_on(known, on) else None
    is_of_another_time = on is not None and here is None
    role = "recalled" if is_of_another_time else _role(text, start, end, here)
    rule = f"agreements: {known.name}"
    return AgreementMention(said, start, end, known.name, known.date, role, rule)


def _kind_of(text: str, end: int) -> str:
    """Return the kind of agreement that a naming ends in."""
    kinds = spelled("agreements", "kind")
    return next((kind for kind in kinds if text.endswith(kind, 0, end)), "")


def _role(text: str, start: int, end: int, here: Accord | None) -> Role:
    """Say what the text does with an agreement, which may be one that the table says was made here."""
    done = _done().match(text, end)
    if done and done["signed"]:
        return "signed"
    if done or here:
        return "agreed"
    coined = text.endswith(("（「", "(「", "（", "("), 0, start) and text.startswith(
        ("」）", "」)", "）", ")"), end
    )
    return "agreed" if coined else "recalled"


def _made_on(known: Accord, on: str | None) -> bool:
    made, when = span(known.date), span(on)
    return bool(made and when and made[0] <= when[1] and when[0] <= made[1])
