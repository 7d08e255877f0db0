from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.cohort.measures import (
    HIDDEN,
    NOTHING,
    Estimate,
    _student,
    design_effect,
    detection,
    mean,
    rate,
    ratio,
    wilson,
)
from safetystring.scoring.detection import Counts, criterion, d_prime


def ends(estimate: Estimate) -> tuple[float, float]:
    assert estimate.low is not None
    assert estimate.high is not None
    return estimate.low, estimate.high


@pytest.mark.parametrize(
    ("successes", "trials", "expected"),
    [
        # Worked out by hand from the formula, z = 1.959964.
        (0, 10, (0.0, 0.27753)),
        (5, 10, (0.23659, 0.76341)),
        (10, 10, (0.72247, 1.0)),
        (1, 1, (0.20655, 1.0)),
        (50, 100, (0.40383, 0.59617)),
        (0, 0, (0.0, 1.0)),
    ],
)
def test_wilson(successes: int, trials: int, expected: tuple[float, float]) -> None:
    assert wilson(successes, trials) == pytest.approx(expected, abs=1e-5)


@given(st.integers(0, 500), st.integers(0, 500), st.floats(0.5, 0.999))
def test_wilson_holds_the_rate_and_stays_within_bounds(yes: int, no: int, level: float) -> None:
    low, high = wilson(yes, yes + no, level)
    assert 0.0 <= low <= high <= 1.0
    if yes + no:
        assert low <= yes / (yes + no) + 1e-12
        assert high >= yes / (yes + no) - 1e-12


@pytest.mark.parametrize(("successes", "trials", "level"), [(-1, 5, 0.95), (6, 5, 0.95), (1, 5, 0.0), (1, 5, 1.0)])
def test_wilson_refuses_what_makes_no_sense(successes: int, trials: int, level: float) -> None:
    with pytest.raises(ValueError, match=r"between 0 and 1|0 ≤ successes"):
        wilson(successes, trials, level)


def test_a_rate_of_one_answer_each_is_wilsons() -> None:
    found = rate([1, 0, 1, 1, 0, 0, 1, 0, 1, 0], [1] * 10)
    assert found.value == 0.5
    # One answer each leaves only the n/(n - 1) of the cluster variance.
    low, high = wilson(5 * 0.9, 9)
    assert ends(found) == pytest.approx((low, high))
    assert (found.n, found.learners, found.hidden) == (10, 10, False)


def test_answers_that_hang_together_widen_the_interval() -> None:
    together = rate([4, 0] * 10, [4] * 20)
    apart = rate([2] * 20, [4] * 20)
    assert together.value == apart.value == 0.5
    assert ends(together)[0] < ends(apart)[0]
    assert design_effect(np.array([4.0, 0.0] * 10), np.array([4.0] * 20)) == pytest.approx(4 * 20 / 19)


@pytest.mark.parametrize("yes", [[0.0] * 6, [3.0] * 6])
def test_where_nothing_varies_learners_are_counted(yes: list[float]) -> None:
    found = rate(yes, [3] * 6)
    assert ends(found) == pytest.approx(wilson(yes[0] / 3 * 6, 6))


@pytest.mark.parametrize(
    ("learners", "k", "hidden"), [(4, 5, True), (5, 5, False), (1, 1, False), (9, 10, True), (10, 10, False)]
)
def test_small_groups_are_hidden(learners: int, k: int, hidden: bool) -> None:  # noqa: FBT001 - a table's column
    ones = [1.0] * learners
    values = [float(number) for number in range(learners)]
    for found in (rate(ones, ones, k=k), ratio(ones, ones, k=k), *([mean(values, k=k)] if learners > 1 else [])):
        assert found.hidden is hidden
        assert (found.value is None) is hidden
        if hidden:
            assert found == HIDDEN, "not even the size of a small group is told"


def test_learners_without_an_answer_do_not_fill_a_group() -> None:
    assert rate([1, 1, 1, 1, 0, 0, 0], [1, 1, 1, 1, 0, 0, 0]) == HIDDEN


def test_nothing_to_measure_is_not_hidden() -> None:
    assert rate([], []) == rate([0], [0]) == mean([]) == mean([float("nan")]) == ratio([], []) == NOTHING


def test_a_mean_has_the_normal_interval() -> None:
    found = mean([1.0, 2.0, 3.0, 4.0, 5.0, float("nan")])
    assert found.value == 3.0
    assert ends(found) == pytest.approx((3 - 1.959964 * 0.7071068, 3 + 1.959964 * 0.7071068), abs=1e-5)
    assert found.n == 5


def test_a_ratio_is_of_the_sums_and_seeded() -> None:
    above, below = [1.0, 5.1, 2.3, 0.4, -1.7, 2.9], [10.0, 9.1, 8.7, 11.3, 12.9, 8.0]
    found = ratio(above, below, seed=3)
    assert found.value == pytest.approx(1 / 6)
    assert found == ratio(above, below, seed=3)
    assert found != ratio(above, below, seed=4)
    assert ends(found)[0] < 1 / 6 < ends(found)[1]


def test_detection_is_that_of_the_pooled_counts() -> None:
    hits, signals, alarms, noise = [3, 1, 4, 2, 0, 3], [6] * 6, [1, 0, 2, 1, 0, 0], [12] * 6
    found = detection(hits, signals, alarms, noise)
    pooled = Counts(13, 36 - 13, 4, 72 - 4)
    assert found.d_prime.value == pytest.approx(d_prime(pooled))
    assert found.criterion.value == pytest.approx(criterion(pooled))
    assert found == detection(hits, signals, alarms, noise)
    for estimate in (found.d_prime, found.criterion):
        low, high = ends(estimate)
        assert low < (estimate.value or 0) < high
    assert found.hits.value == pytest.approx(13 / 36)


@pytest.mark.parametrize(
    ("signals", "noise", "expected"),
    [([1] * 4, [1] * 4, HIDDEN), ([1] * 6, [0] * 6, NOTHING), ([0] * 6, [1] * 6, NOTHING)],
)
def test_detection_without_both_kinds_or_enough_people(
    signals: list[float], noise: list[float], expected: Estimate
) -> None:
    found = detection([0.0] * len(signals), signals, [0.0] * len(noise), noise)
    assert found.d_prime == found.criterion == expected


def test_extreme_answers_stay_finite() -> None:
    found = detection([6] * 10, [6] * 10, [0] * 10, [12] * 10)
    assert np.isfinite(ends(found.d_prime)).all()
    assert (found.d_prime.value or 0) > 2


def test_nine_in_ten_intervals_or_more_hold_the_truth() -> None:
    # 25 learners who differ (beta-binomial): an interval that counted answers instead would hold it in 70 % only.
    dice = np.random.default_rng(1)
    of = [6] * 25
    hits = [dice.binomial(6, dice.beta(1.5, 2.5, size=25)) for _ in range(400)]
    held = [low <= 1.5 / 4 <= high for low, high in (ends(rate(yes.tolist(), of)) for yes in hits)]
    assert np.mean(held) >= 0.92
    naive = [low <= 1.5 / 4 <= high for low, high in (wilson(int(yes.sum()), 150) for yes in hits)]
    assert np.mean(naive) < 0.85


@pytest.mark.parametrize(("degrees", "expected"), [(4, 2.776), (9, 2.262), (29, 2.045), (1000, 1.962)])
def test_students_quantile(degrees: int, expected: float) -> None:
    assert _student(0.975, degrees) == pytest.approx(expected, rel=0.004)


def test_eight_learners_bootstrapped_hold_the_truth_often_enough() -> None:
    # Plain percentiles would hold it in about 87 % only.
    dice = np.random.default_rng(4)
    held = []
    for seed in range(200):
        values = dice.normal(0.3, 0.2, size=8)
        low, high = ends(ratio(values.tolist(), [1.0] * 8, seed=seed))
        held.append(low <= 0.3 <= high)
    assert np.mean(held) >= 0.91
