"""Katakana in which a state and a town of it run on: イタリアローマ市, ベルギーブリュッセル."""

from functools import cache

from .gazetteer import TEXT, Entry, entries, is_state, state_codes
from .segment import that_stand
from .wording import is_katakana

_STATE_AT_LEAST = 3  # letters of a state that a town is glued to
_TOWN_AT_LEAST = 2
_LONGEST = 32  # letters of a state and its town


def part_glued_state(
    katakana: str, unit: str
) -> tuple[int, tuple[Entry, ...], tuple[Entry, ...]] | None:
    """Return the length of the state that katakana begin with, the state, and the town or division of it that is the rest.

    ``unit`` stands behind the katakana; without one only a well-known town is read. None where nothing is glued.

    >>> length, (italy, *_), (rome, *_) = part_glued_state("イタリアローマ", "市") or (0, (), ())
    >>> length, italy.country, rome.en
    (4, 'IT', 'Rome')
    >>> part_glued_state("コンピューター", "")
    """
    if len(katakana) > _LONGEST or katakana[:2] not in _starts_of_states():
        return None
    for end in range(len(katakana) - _TOWN_AT_LEAST, _STATE_AT_LEAST - 1, -1):
        if not is_state(katakana[:end]):
            continue
        states = entries(katakana[:end])
        inside = tuple(
            entry
            for entry in that_stand(katakana[end:] + unit)
            if entry.country == states[0].country and (unit or entry.alone == TEXT)
        )
        if inside:
            return end, states, inside
    return None


@cache
def _starts_of_states() -> frozenset[str]:
    """Return how the names of states in katakana begin: few other words do."""
    names = (name for name in state_codes() if len(name) >= _STATE_AT_LEAST)
    return frozenset(name[:2] for name in names if is_katakana(name[0]))
