"""How surprising a count would be if form told nothing. Exact, pure functions.

A choice point whose options were put in order at random has its safe option in a given place with a known probability;
the number of hits over many such points follows the Poisson binomial distribution. Two groups that do not differ in a
measure have every split of the ranks equally likely: the exact Wilcoxon rank-sum test, with mid-ranks where values tie
(Lehmann, "Nonparametrics", 1975, chapter 1).
"""

from __future__ import annotations

from collections import Counter
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def as_far(count: int, chances: Sequence[float]) -> float:
    """Return the probability of a number of hits at least as far out as `count`, on its side.

    Parameters
    ----------
    count
        Hits that were found.
    chances
        The probability of a hit at each point, from 0 to 1, if there is nothing but chance.
    """
    spread = [1.0]
    for chance in chances:
        longer = [0.0, *spread]
        spread = [(1 - chance) * here + chance * below for here, below in zip([*spread, 0.0], longer, strict=True)]
    above, below = sum(spread[count:]), sum(spread[: count + 1])
    return min(1.0, above, below)


def larger(first: Sequence[float], second: Sequence[float]) -> float:
    """Return how often a value of the first group exceeds one of the second, ties counting half: 0.5 is no difference.

    Raises
    ------
    ZeroDivisionError
        If a group is empty.
    """
    wins = sum((one > two) + (one == two) / 2 for one in first for two in second)
    return wins / (len(first) * len(second))


def as_apart(first: Sequence[float], second: Sequence[float]) -> float:
    """Return the two-sided probability of groups at least as far apart in rank, by the exact rank-sum test."""
    ranks = _doubled_ranks([*first, *second])
    ways: list[Counter[int]] = [Counter({0: 1}), *(Counter() for _ in first)]
    for rank in ranks:
        for size in range(len(first), 0, -1):
            for total, count in ways[size - 1].items():
                ways[size][total + rank] += count
    found = sum(ranks[: len(first)])
    middle = len(first) * (len(ranks) + 1)
    far = abs(found - middle)
    every = sum(ways[-1].values())
    return sum(count for total, count in ways[-1].items() if abs(total - middle) >= far) / every


def _doubled_ranks(values: Sequence[float]) -> list[int]:
    """Return twice the mid-rank of each value, a whole number."""
    order = sorted(values)
    starts = [0, *(at + 1 for at, (one, two) in enumerate(pairwise(order)) if one != two), len(order)]
    rank = {order[start]: start + end + 1 for start, end in pairwise(starts)}
    return [rank[value] for value in values]
