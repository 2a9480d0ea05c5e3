"""A whole string without what stands around its place: label and date, event, owner, mission, brackets."""

import re
import unicodedata
from collections.abc import Iterator
from functools import cache

from kaidan.lexicon.eras import modern_eras
from kaidan.lexicon.words import any_of, meanings, spelled
from kaidan.text.unseen import unseen_signs

from .gazetteer import entries, state_codes
from .units import with_new_units
from .wording import compiled, ends_of, frames, is_mission, signs_of_units, without_end

_BULLETS = "・○●◎◯□■◇◆△▲▽▼☆★※"
_BRACKETS = r"\(([^()]*(?:\([^()]*\)[^()]*)*|[^)]*)\)"  # キンシャサ(コンゴ(民))
_NUMBER_OF_ITEM = r"^[0-9]{1,2}(?:[.)] *| +)(?=[^\W\d年月日][^\W\d])"  # 1. パリ
_LONGEST_PLACE = 40
_PLAIN = str.maketrans(
    '―—–‐･〔[【<〈〕]】>〉、,/&「」『』"“”*→⇒\0', "ーーーー・((((()))))" + " " * 15
)


def plain(text: str) -> str:
    """Return ``text`` in one width, with one kind of long vowel, middle dot and bracket, and spaces for what separates strongly.

    The bullet or number in front and the 。 behind are left out, and the units of states and divisions have their new forms.

    >>> plain("ｼﾗｸ―ｻﾞ［ｲﾀﾘｱ］"), plain("京　都"), plain("○ タイ ・ パタヤ。"), plain("廣島縣")
    ('シラクーザ(イタリア)', '京都', 'タイ・パタヤ', '廣島県')
    """
    text = with_new_units(unicodedata.normalize("NFKC", text).translate(_unseen()))
    text = text.translate(_PLAIN)
    text = text.strip(" 。").lstrip(_BULLETS).strip()
    if text[:1].isdecimal():
        text = compiled(_NUMBER_OF_ITEM).sub("", text)
    if " ・" in text or "・ " in text:
        text = "・".join(map(str.strip, text.split("・")))
    return compiled(r"(?<!\S)\S(?: +\S(?!\S))+").sub(_joined_letters, text) if " " in text else text


def _joined_letters(found: re.Match[str]) -> str:
    return found[0].replace(" ", "")


@cache
def _unseen() -> dict[int, None]:
    return dict.fromkeys(map(ord, unseen_signs()))


@cache
def _date() -> str:
    eras = any_of(era.name for era in modern_eras())
    return rf"""(?x)
        (?=[0-9元]|{eras})
        (?: (?:[0-9]{{4}}|{eras}(?:[0-9]{{1,2}}|元)) 年 )?                       # 平成12年
        (?: [0-9]{{1,2}}月 (?: [0-9]{{1,2}} (?:[~ー・][0-9]{{1,2}})? 日 )? )?      # 9月4~5日
        (?: \([月火水木金土日]曜?日?\) )? [\ :・]*                               # (月)
    """


@cache
def _district() -> str:
    districts = meanings("administration", "district").items()
    return "|".join(rf"\w{{1,4}}{word}(?=.+{any_of(towns.split())})" for word, towns in districts)


def kernel(text: str) -> str:
    """Return ``text`` without its date and label and without the words that say what happened there.

    >>> kernel("於：モスクワ"), kernel("2008年北海道洞爺湖サミット"), kernel("ソチでの"), kernel("3月4日 リマ")
    ('モスクワ', '北海道洞爺湖', 'ソチ', 'リマ')
    """
    if _has_date(text) and (date := compiled(_date()).match(text)):
        text = _if_name(text[date.end() :], text)
    if label := next(filter(text.startswith, frames("label")), ""):
        text = text.removeprefix(label).lstrip(" :：")
    text = _if_name(_without_doing(text), text)
    text = _if_name(without_end(text, frames("and others")), text)
    without = without_event(text)
    return _if_name(without_series(without), text) if without != text else text


def is_labelled(text: str) -> bool:
    """Tell whether a label in front says that a string is a place: 於, 場所."""
    return text.startswith(frames("label"))


def _has_date(text: str) -> bool:
    return "月" in text or "年" in text


def _without_doing(text: str) -> str:
    """Return ``text`` without the words behind a place that say what somebody did there: での開催の際."""
    text = without_end(text, frames("on that occasion"))
    if not text.endswith(spelled("place_venues")):  # 原発
        text = without_end(text, frames("doing"))
    return without_end(text, frames("particle"))


def _if_name(shorter: str, text: str) -> str:
    """Return what is left of ``text`` where that may be a name: 日ASEAN is no place."""
    shorter = shorter.strip("・ ")
    return shorter if len(shorter) > 1 else text


def without_event(text: str) -> str:
    """Return ``text`` without the event that stands at its end: ソチ・オリンピック is ソチ."""
    return without_end(text, frames("event")).rstrip("・")


def without_series(text: str) -> str:
    """Return ``text`` without the series in front of its place: APECホノルル is ホノルル, COP3京都 is 京都."""
    series = next(filter(text.startswith, frames("series")), "")
    return text.removeprefix(series).lstrip("0123456789・") if series else text


def without_owner(text: str) -> str:
    """Return ``text`` without the state that a place belongs to, or belonged to, in front of it: 豪領クリスマス島, 旧ソ連."""
    owner = next(filter(text.startswith, frames("owner")), "")
    return text.removeprefix(owner) or text


def around(text: str) -> str:
    """Return ``text`` without 郊外, 近郊, 北部 and the like at its end."""
    return without_end(text, frames("around")) or text


def without_joint(text: str) -> str:
    """Return ``text`` without what joins it to the place in front (の, 南部, の首都)."""
    while joint := _joint(text):
        text = text[len(joint) :]
    return text


def _joint(text: str) -> str:
    if text.startswith(frames("joint")):
        joint = next(filter(text.startswith, frames("joint")))
        is_named = joint[-1] in ends_of("part of a land") and text.startswith(
            _units_of_parts(), len(joint)
        )
        return "" if is_named else joint  # 東部町 is a town, 北部州 a division
    if not any(word in text[1:7] for word in ends_of("district")):
        return ""
    district = compiled(_district()).match(text)
    return district[0] if district else ""


@cache
def _units_of_parts() -> tuple[str, ...]:
    """Return the units that make a name of a direction: 東部町, 北部州, 西部地域."""
    return (*signs_of_units(), *ends_of("division by direction"))


def brackets(text: str) -> tuple[str, list[str]]:
    """Return what stands outside of brackets and what stands in each."""
    if "(" not in text:
        return text, []
    insides = [
        inside.strip().removeprefix("旧").removeprefix("現")
        for inside in compiled(_BRACKETS).findall(text)
    ]
    return compiled(_BRACKETS).sub(" ", text).strip(), insides


def chunks(text: str) -> Iterator[str]:
    """Yield what spaces and 及び leave; the middle dot separates nothing, for it stands within names.

    >>> list(chunks("シドニー及びキャンベラ")), list(chunks("東および西エクアトリア州"))
    (['シドニー', 'キャンベラ'], ['西エクアトリア州'])
    """
    for part in _apart(text).split():
        chunk = _without_joint_in_front(part).strip("・").rstrip("の")
        if chunk and not compiled(_direction()).fullmatch(chunk):
            yield chunk


def _without_joint_in_front(part: str) -> str:
    """Return a chunk without the part of a land in front of it, but for one that its name begins with: 中部パプア州."""
    rest = without_joint(part)
    unit = compiled(_to_the_unit()).match(rest)
    is_named = unit and entries(part[: len(part) - len(rest)] + unit[0])
    return part if is_named else rest


@cache
def _to_the_unit() -> str:
    return rf"[ァ-ー・]+{any_of(ends_of('division'))}"


def _apart(text: str) -> str:
    """Return the text with a space for 及び and the like, but for the one that is in the name of a state."""
    words = [word for word in frames("and") if word in text]
    state = next(filter(text.startswith, _states_of_two_names()), "") if words else ""
    rest = text.removeprefix(state)
    for word in words:
        rest = rest.replace(word, " ")
    return state + rest


@cache
def _states_of_two_names() -> tuple[str, ...]:
    """Return the names of states that have an 及び in them, the longest first."""
    names = [name for name in state_codes() if any(word in name for word in frames("and"))]
    return tuple(sorted(names, key=len, reverse=True))


@cache
def _direction() -> str:
    return f"{any_of(ends_of('direction'))}{{1,2}}{any_of(ends_of('part of a land'))}?"


@cache
def _mission() -> str:
    kinds = any_of(spelled("place_venues", "mission"))
    before = meanings("place_venues", "mission at")
    at, no_mission = any_of(before), any_of(" ".join(before.values()).split())
    return rf"""(?x)
        (?<!{no_mission}) {at}
        (?P<japan> 日 (?:本国?)? | 京 (?!都|城) )?               # in Japan: 在日, 駐日, 在京
        (?P<place> [^の]{{0,{_LONGEST_PLACE}}}? )                # in a town or a state: 在ウラジオストク
        (?:国際機関)? (?:日本国?|兼轄)?
        (?P<kind> {kinds} )
    """


def mission(text: str) -> str | None:
    """Return where a mission is, with the state that sent it where that is not Japan; None where ``text`` names none.

    >>> mission("在ウラジオストク日本国総領事館"), mission("在札幌ロシア総領事館"), mission("駐日ロシア大使館")
    ('ウラジオストク', '札幌ロシア', '東京')
    """
    if not is_mission(text):
        return None
    found = compiled(_mission()).fullmatch(text)
    if found is None or not found["japan"]:
        return found and found["place"]
    return "東京" if found["kind"].startswith("大使") else "日本"  # embassies are in the capital


def is_embassy_abroad(text: str) -> bool:
    """Tell whether ``text`` names an embassy by the state that it is in, in whose capital it is then: 在英国日本国大使館."""
    found = compiled(_mission()).fullmatch(text) if is_mission(text) else None
    return found is not None and not found["japan"] and found["kind"].startswith("大使")


def missions(run: str) -> list[tuple[int, int]]:
    """Return where the missions that a run names start and end."""
    if _signs_of_missions().isdisjoint(run):
        return []
    if not any(kind in run for kind in spelled("place_venues", "mission")):
        return []
    return [found.span() for found in compiled(_mission()).finditer(run)]


@cache
def _signs_of_missions() -> frozenset[str]:
    """Return how 在 and 駐 begin: most runs have none of them."""
    return frozenset(word[0] for word in spelled("place_venues", "mission at"))
