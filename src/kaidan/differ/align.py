"""Which element of one list is which of another: pairs by key, what kept its order, and the list put together again."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Collection, Hashable, Iterable, Sequence
from typing import TypeVar

Pair = tuple[int, int]
T = TypeVar("T")
Key = Callable[[T], Hashable | None]


def pair_up(old: Sequence[T], new: Sequence[T], keys: Iterable[Key[T]]) -> list[Pair]:
    """Pair the elements that share a key, the stricter keys first, the first of a key with the first; by index, in old order.

    A key of None pairs with nothing.

    >>> pair_up(["Lima", "Sochi", "bali"], ["Bali", "Lima"], [str, str.lower])
    [(0, 1), (2, 0)]
    """
    left, right, pairs = list(range(len(old))), list(range(len(new))), []
    for key in keys:
        waiting: defaultdict[Hashable, list[int]] = defaultdict(list)
        for j in reversed(right):
            waiting[key(new[j])].append(j)
        waiting.pop(None, None)
        found = [(i, waiting[k].pop()) for i in left if waiting.get(k := key(old[i]))]
        pairs += found
        left, right = _without(left, {i for i, _ in found}), _without(right, {j for _, j in found})
        if not left or not right:
            break
    return sorted(pairs)


def _without(indices: list[int], taken: Collection[int]) -> list[int]:
    return [index for index in indices if index not in taken]


def in_order(pairs: Sequence[Pair]) -> list[Pair]:
    """Return a longest choice of ``pairs`` (in old order) that stand in the same order on both sides; O(n log n).

    >>> in_order([(0, 1), (1, 2), (2, 0)])
    [(0, 1), (1, 2)]
    """
    tails: list[int] = []
    best: list[int] = []
    previous: list[int] = []
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        previous.append(best[at - 1] if at else -1)
        tails[at : at + 1], best[at : at + 1] = [j], [index]
    chosen, index = [], best[-1] if best else -1
    while index >= 0:
        chosen.append(pairs[index])
        index = previous[index]
    return chosen[::-1]


def put_together(kept: Iterable[T], placed: Iterable[tuple[int, T]]) -> list[T]:
    """Return ``kept`` with each of ``placed`` at the index where it ends up.

    >>> put_together(["b", "d"], [(2, "c"), (0, "a")])
    ['a', 'b', 'c', 'd']
    """
    result = list(kept)
    for index, element in sorted(placed, key=lambda each: each[0]):
        result.insert(index, element)
    return result
