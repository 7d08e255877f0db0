"""Exact probabilities against ones worked out by hand or by brute force."""

from __future__ import annotations

from itertools import combinations, product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetystring.authoring.chance import as_apart, as_far, larger

COUNTS = [
    (0, [], 1.0),
    (1, [0.5], 0.5),
    (3, [0.5, 1 / 3, 1 / 3], 1 / 18),
    (0, [0.5, 0.5], 0.25),
    (10, [0.5] * 10, 1 / 1024),
    (5, [0.5] * 10, 638 / 1024),
]


@pytest.mark.parametrize(("count", "chances", "expected"), COUNTS)
def test_as_far(count: int, chances: list[float], expected: float) -> None:
    assert as_far(count, chances) == pytest.approx(expected)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1), max_size=6), st.integers(0, 6))
def test_as_far_is_what_counting_all_outcomes_gives(chances: list[float], count: int) -> None:
    count = min(count, len(chances))
    above = below = 0.0
    for outcome in product((0, 1), repeat=len(chances)):
        weight = 1.0
        for hit, chance in zip(outcome, chances, strict=True):
            weight *= chance if hit else 1 - chance
        above += weight * (sum(outcome) >= count)
        below += weight * (sum(outcome) <= count)
    assert as_far(count, chances) == pytest.approx(min(1, above, below))


def test_larger() -> None:
    assert larger([3, 4], [1, 2]) == 1
    assert larger([1], [1]) == 0.5
    assert larger([1, 3], [2]) == 0.5


def test_as_apart_of_two_groups_that_do_not_overlap() -> None:
    assert as_apart([4, 5, 6], [1, 2, 3]) == pytest.approx(2 / 20)
    assert as_apart([7] * 6, [1] * 6) == pytest.approx(2 / 924)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.integers(0, 3), min_size=1, max_size=4), st.lists(st.integers(0, 3), min_size=1, max_size=4))
def test_as_apart_is_what_all_splits_give(first: list[int], second: list[int]) -> None:
    values = [*first, *second]
    rank = {value: sum(one < value for one in values) + (values.count(value) + 1) / 2 for value in values}
    middle = len(first) * (len(values) + 1) / 2
    far = abs(sum(rank[value] for value in first) - middle)
    splits = list(combinations(range(len(values)), len(first)))
    hits = sum(abs(sum(rank[values[one]] for one in split) - middle) >= far - 1e-9 for split in splits)
    assert as_apart(first, second) == pytest.approx(hits / len(splits))
