from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd
import pytest

from safetystring.cohort.items import alpha, analyse, correlation, points_table
from safetystring.cohort.measures import HIDDEN, NOTHING

if TYPE_CHECKING:
    from safetystring.cohort import Cohort


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        ([[1, 1], [0, 0], [1, 1], [0, 0]], 1.0),  # the same twice
        ([[1, 0], [0, 1], [1, 1], [0, 0]], 0.0),  # unrelated
        # KR-20 by hand: k = 3, p = (.8, .6, .4), Σ pq = .64, variance of sums (population) 1.36 → 3/2 × (1 − .64/1.36)
        ([[1, 1, 1], [1, 1, 1], [1, 1, 0], [1, 0, 0], [0, 0, 0]], 1.5 * (1 - 0.64 / 1.36)),
    ],
)
def test_alpha_is_kr_20_on_right_and_wrong(rows: list[list[float]], expected: float) -> None:
    assert alpha(pd.DataFrame(rows, dtype=float)) == pytest.approx(expected)


@pytest.mark.parametrize("rows", [[], [[1.0, 0.0]], [[1.0], [0.0]], [[1.0, 0.0], [0.0, 1.0]]])
def test_alpha_without_variance_or_items_is_none(rows: list[list[float]]) -> None:
    assert alpha(pd.DataFrame(rows, dtype=float)) is None


def test_correlation_is_pearsons() -> None:
    dice = np.random.default_rng(2)
    first = dice.normal(size=30)
    second = first + dice.normal(size=30)
    found = correlation(first.tolist(), second.tolist())
    assert found.value == pytest.approx(float(np.corrcoef(first, second)[0, 1]))
    assert found.low is not None
    assert found.high is not None
    assert found.low < (found.value or 0) < found.high


def test_a_perfect_correlation_stays_within_one() -> None:
    found = correlation([1.0, 2, 3, 4, 5], [2.0, 4, 6, 8, 10])
    assert found.value == pytest.approx(1.0)
    assert found.high == pytest.approx(1.0)


def test_few_or_equal_values_have_no_correlation() -> None:
    assert correlation([1.0, 0, 1, 0], [1.0, 0, 1, 0]) == HIDDEN
    assert correlation([1.0] * 8, [1.0, 0] * 4) == NOTHING
    assert correlation([], []) == NOTHING


def test_each_item_is_analysed_against_the_rest(forty: Cohort) -> None:
    found = analyse(forty.items, "cedar")
    assert [one.item for one in found] == [f"item-{n:02d}" for n in range(1, 13)]
    table = points_table(forty.items, "cedar")
    rest = table.drop(columns="item-02").sum(axis=1)
    second = found[1]
    assert second.message == "m15"
    assert second.kind == "cue"
    assert second.difficulty.value == pytest.approx(table["item-02"].mean())
    assert second.correlation.value == pytest.approx(float(np.corrcoef(table["item-02"], rest)[0, 1]))
    assert (alpha(table) or 0) > 0
