"""Places in running text: known names, those that belong together joined to one expression, and what the text says happens there."""

from collections.abc import Iterator, Sequence

from .choosing import choose
from .gazetteer import Entry, country_spellings, state
from .grammar import compiled
from .model import Place, PlaceMention
from .reading import Part
from .scanning import TITLE, Name, names

_JOINT = r"[・の]?"
_INITIALS = frozenset("米英仏独伊加豪露韓印蘭墨越泰比葡西希埃伯中")
"""One character for a state, in front of a town: 米ホノルル, 露・ウラジオストク."""
_NAMED_AFTER = (
    r"(共同)?(宣言|声明|合意|条約|議定書|協定|憲章|コミュニケ|安全保障会議|プロセス|行動計画|行動指針|イニシアティブ|ラウンド|原則|裁判|講和|体制|級|"
    r"電力|ガス|放送|テレビ|鉄道|航空|商事|製鋼|重工|大学|新聞|銀行|研究所|タイムズ|ポスト|証券|市場|問題|枠組み|目標|アジェンダ|議定|覚書)"
)
_NOW = (
    r"[」）)]?(郊外|市内|近郊)?(において|における|にて|で(?![あすきも])|を(公式|非公式|実務)?に?(訪問|訪れ)|に(到着|滞在|て)|"
    r"・?(G[0-9]|Ｇ[０-９]|APEC|ＡＰＥＣ|ASEM|ＡＳＥＭ|サミット|オリンピック|首脳会))"
)
_EARLIER = r"(昨年|一昨年|前回|先般|先に|先の|かつて|以前|前年|同年|過去の|[0-9０-９]年の)[^、。\0]{0,8}$"
_LOOKING_BACK = (
    r"[^、。\0]{0,30}?(での|における)?[^、。\0]{0,8}(合意|議論|"
    r"やりとり|会談|結果|成果)(を受け|を踏まえ|に続|に基づ)|[^、。\0]{0,6}(以来|"
    r"の後の)"
)
_WINDOW = 20


def find_places(text: str) -> list[PlaceMention]:
    """Return the places that a running text names, in its order, one mention for each expression, the finest place of it.

    >>> [(m.text, m.place.name.en) for m in find_places("訪問中の英国ロック・アーンにおいて、プーチン・ロシア大統領と会談")]
    [('英国ロック・アーン', 'Lough Erne'), ('ロシア', 'Russia')]
    >>> find_places("日露両首脳は、訪露した際のやりとりを踏まえ、我が国の立場を")
    []
    """
    return list(_mentions(text, names(text)))


def _mentions(text: str, found: Sequence[Name]) -> Iterator[PlaceMention]:
    for group in _groups(text, found):
        start, end = group[0].start, group[-1].end
        parts = [part for name in group for part in name.parts]
        initial = _initial(text, start, parts[0].entries)
        if initial and (outer := state(country_spellings()[initial[0]])):
            start -= len(initial)
            parts.insert(0, Part(initial, (outer,)))
        place = choose(tuple(parts))
        if place is not None and not _is_person(text, end, place):
            yield _mention(text, start, end, place)


def _groups(text: str, found: Sequence[Name]) -> Iterator[list[Name]]:
    """Yield the names that stand together as one expression: イタリアのミラノ, 北海道・洞爺湖."""
    group: list[Name] = []
    for name in found:
        if group and not (compiled(_JOINT).fullmatch(text, group[-1].end, name.start) and _holds(group[-1], name)):
            yield group
            group = []
        group.append(name)
    if group:
        yield group


def _holds(outer: Name, inner: Name) -> bool:
    """Tell whether the second name may be a place in the first."""
    large, small = outer.parts[-1].entries, inner.parts[0].entries
    if small[0].precision in {"country", large[0].precision} or large[0].precision not in {"country", "region"}:
        return False
    return any(a.country == b.country for a in large for b in small)


def _initial(text: str, start: int, found: Sequence[Entry]) -> str:
    """Return the state's one character in front of a town of that state, with its middle dot."""
    for width in (1, 2):
        initial = text[max(0, start - width) : start]
        if len(initial) == width and initial[0] in _INITIALS and initial[1:] in {"", "・"} and not _is_han(text, start - width - 1):
            code = country_spellings()[initial[0]]
            return initial if any(entry.country == code and entry.precision != "country" for entry in found) else ""
    return ""


def _is_han(text: str, at: int) -> bool:
    return at >= 0 and "一" <= text[at] <= "龥"


def _is_person(text: str, end: int, place: Place) -> bool:
    """Tell whether an office follows what looks like a town: クリントン大統領 is a man, ロシア大統領 comes from Russia."""
    return place.precision != "country" and bool(compiled(TITLE).match(text, end)) and place.country is not None


def _mention(text: str, start: int, end: int, place: Place) -> PlaceMention:
    if (
        place.precision != "country"
        and compiled(_NAMED_AFTER).match(text, end)
        and not (place.precision == "region" and text.startswith("問題", end))
    ):
        return PlaceMention(text[start:end], start, end, place, "name-part", scene=False)
    before = text[max(0, start - _WINDOW) : start]
    scene = bool(compiled(_NOW).match(text, end)) and not compiled(_EARLIER).search(before) and not compiled(_LOOKING_BACK).match(text, end)
    return PlaceMention(text[start:end], start, end, place, "plain", scene)
