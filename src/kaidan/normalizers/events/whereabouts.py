"""What stands behind a place, and says that something takes place there, or that somebody is there: モスクワの大統領府で, を訪問中の."""

import re
from functools import cache

from kaidan.lexicon.words import any_of, spelled
from kaidan.normalizers.events.titles import party_names


@cache
def gone() -> re.Pattern[str]:
    """Return that somebody is in a state: 訪英, 訪日; who is 来訪中 is not in China."""
    states = "".join(name for name in party_names() if len(name) == 1)
    others = "".join(spelled("visits", "tour"))
    return re.compile(f"(?<![{others}])訪(?P<state>[{states}])")


@cache
def summit_there() -> re.Pattern[str]:
    """Return what stands behind the town of a summit beside which others met: ・サミットの際の."""
    return re.compile(
        rf"・?{any_of(spelled('venues', 'summit'))}{any_of(spelled('titles', 'beside'))}"
    )


@cache
def bracketed_label() -> re.Pattern[str]:
    """Return a bracket with a label and a place: （於：総理官邸）."""
    label = any_of(spelled("venues", "label"))
    return re.compile(rf"[（(［\[]{label}[\s：:]*(?P<place>[^（()）［\[\]］、。\0]+)[）)］\]]")


@cache
def mission() -> re.Pattern[str]:
    """Return what stands behind the state of a mission: 米国大使公邸."""
    return re.compile(rf"国?{any_of(spelled('venues', 'mission'))}")


@cache
def held_there() -> re.Pattern[str]:
    """Return what stands behind a place where something takes place: で, の大統領府で, における会合の機会を捉え."""
    at = any_of(spelled("venues", "at"))
    around = any_of(spelled("venues", "around"))
    subject = rf"における[^、，。\0]{{0,16}}?{any_of(spelled('talks', 'talks'))}(?:は|が)"
    facility = "(?:の|内の|市内の|近郊の)?[^、，。はがをにとや\0]{0,16}?"
    chance = rf"における[^、，。はが\0]{{0,24}}?{any_of(spelled('venues', 'chance'))}"
    return re.compile(rf"(?:{around})?{facility}(?:{at})(?!あり|は、|も)|{subject}|{chance}")


@cache
def at_a_seat() -> re.Pattern[str]:
    """Return a seat at the start of a clause, and behind it that something takes place in it."""
    seat = any_of(spelled("venues", "seat", "seat of a host"))
    at = any_of(spelled("venues", "at"))
    before = r"^|(?<=[、，,。はがと）)後前朝昼夕夜時分\0])|(?<=から)|(?<=より)"
    facility = r"[^、，。はがをにとや\0]{0,12}?"
    return re.compile(
        rf"(?:{before})(?P<seat>{seat}){facility}(?:{at})(?!あり|は|も|の)", re.MULTILINE
    )


@cache
def at_a_summit(*kinds: str) -> re.Pattern[str]:
    """Return what stands behind the town of a summit beside which they met, or for which somebody is there: ・サミット出席のため."""
    return re.compile(rf"・?{any_of(spelled('venues', *kinds))}")


@cache
def visited() -> re.Pattern[str]:
    """Return what stands behind a place where somebody is: を訪問中の, に滞在中の."""
    visit = any_of(spelled("venues", "visit"))
    return re.compile(rf"[^、，。はがにで\0]{{0,8}}?(?:{visit})")


@cache
def went_there() -> re.Pattern[str]:
    """Return what stands behind a place to which somebody goes in a clause of its own: を訪れ、, に移動し、."""
    return re.compile(rf"{visited().pattern}(?<!中)[しりい]?[、，]")


@cache
def holds() -> re.Pattern[str]:
    """Return what stands between a place and one in it: モスクワ市内の外務省別館."""
    return re.compile(rf"(?:{any_of(spelled('venues', 'around'))})?の|内の")
