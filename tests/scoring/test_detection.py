from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.scoring.detection import (
    Counts,
    auc,
    brier,
    criterion,
    d_prime,
    d_prime_interval,
    f1,
    latency,
    overconfidence,
    precision,
    recall,
)

COUNT = st.integers(0, 60)
COUNTS = st.builds(Counts, COUNT, COUNT, COUNT, COUNT)
RATINGS = st.lists(st.integers(0, 100), min_size=1, max_size=12)

TABLE = [
    # (hits, misses, false alarms, correct rejections), (H, F), d', c: z from a table of the normal distribution
    ((5, 5, 5, 5), (0.5, 0.5), 0.0, 0.0),
    ((10, 0, 0, 10), (10.5 / 11, 0.5 / 11), 3.3812, 0.0),
    ((9, 1, 1, 9), (9.5 / 11, 1.5 / 11), 2.1936, 0.0),
    ((10, 0, 10, 0), (10.5 / 11, 10.5 / 11), 0.0, -1.6906),
    ((0, 10, 0, 10), (0.5 / 11, 0.5 / 11), 0.0, 1.6906),
    ((0, 8, 8, 0), (0.5 / 9, 8.5 / 9), -3.1864, 0.0),
]


@pytest.mark.parametrize(("four", "rates", "sensitivity", "bias"), TABLE)
def test_rates_sensitivity_and_criterion(
    four: tuple[int, int, int, int], rates: tuple[float, float], sensitivity: float, bias: float
) -> None:
    counts = Counts(*four)
    assert (counts.hit_rate, counts.false_alarm_rate) == pytest.approx(rates)
    assert d_prime(counts) == pytest.approx(sensitivity, abs=2e-4)
    assert criterion(counts) == pytest.approx(bias, abs=2e-4)


@given(COUNTS)
def test_sensitivity_is_finite_and_turns_with_the_answers(counts: Counts) -> None:
    value = d_prime(counts)
    turned = d_prime(Counts(counts.misses, counts.hits, counts.correct_rejections, counts.false_alarms))
    if not (counts.signals and counts.noise):
        assert value is None
        assert criterion(counts) is None
        assert d_prime_interval(counts) is None
        return
    assert value is not None
    assert turned == pytest.approx(-value, abs=1e-9)
    interval = d_prime_interval(counts)
    assert interval is not None
    assert math.isfinite(interval.error)
    assert interval.low < interval.value == value < interval.high


@pytest.mark.parametrize(("items", "hits", "error"), [(8, 6, 0.66), (12, 9, 0.55), (24, 18, 0.39)])
def test_the_interval_shrinks_as_items_are_added(items: int, hits: int, error: float) -> None:
    interval = d_prime_interval(Counts(hits, items - hits, items - hits, hits))
    assert interval is not None
    assert interval.error == pytest.approx(error, abs=0.01)
    assert interval.high - interval.value == pytest.approx(1.95996 * interval.error, rel=1e-4)


@pytest.mark.parametrize("level", [0.0, 1.0, 95.0, -0.1, math.nan])
def test_an_impossible_level_is_refused(level: float) -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        d_prime_interval(Counts(5, 5, 5, 5), level)


def test_a_wider_level_gives_a_wider_interval() -> None:
    narrow, wide = (d_prime_interval(Counts(6, 2, 2, 6), level) for level in (0.8, 0.99))
    assert narrow is not None
    assert wide is not None
    assert wide.low < narrow.low < narrow.high < wide.high


@pytest.mark.parametrize("counts", [(-1, 0, 0, 0), (0, -1, 0, 0), (0, 0, -1, 0), (0, 0, 0, -1)])
def test_a_negative_count_is_refused(counts: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="negative"):
        Counts(*counts)


@pytest.mark.parametrize(
    ("signals", "noise", "expected"),
    [
        ([90, 80], [10, 20], 1.0),
        ([10, 20], [90, 80], 0.0),
        ([50, 50], [50], 0.5),
        ([85, 35], [50, 15], 0.75),
        ([85, 50], [50, 15], 0.875),
        ([], [1], None),
        ([1], [], None),
    ],
)
def test_area_under_the_curve(signals: list[float], noise: list[float], expected: float | None) -> None:
    assert auc(signals, noise) == expected


@given(RATINGS, RATINGS)
def test_the_area_turns_with_its_sides(signals: list[int], noise: list[int]) -> None:
    forth, back = auc(signals, noise), auc(noise, signals)
    assert forth is not None
    assert back is not None
    assert forth + back == pytest.approx(1.0)
    assert 0.0 <= forth <= 1.0


@pytest.mark.parametrize(
    ("percents", "scams", "score", "over"),
    [
        ([100, 0], [True, False], 0.0, 0.0),
        ([0, 100], [True, False], 1.0, 1.0),
        ([50, 50], [True, False], 0.25, 0.0),
        ([85, 85], [True, False], (0.15**2 + 0.85**2) / 2, 0.35),
        ([65, 35], [True, False], 0.35**2, -0.35),
        ([], [], None, None),
    ],
)
def test_calibration(percents: list[float], scams: list[bool], score: float | None, over: float | None) -> None:
    assert brier(percents, scams) == (pytest.approx(score) if score is not None else None)
    assert overconfidence(percents, scams) == (pytest.approx(over) if over is not None else None)


@pytest.mark.parametrize("measure", [brier, overconfidence])
def test_verdicts_and_truths_come_in_pairs(measure: object) -> None:
    assert callable(measure)
    with pytest.raises(ValueError, match="2 verdicts for 1 truths"):
        measure([50, 60], [True])


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        (Counts(3, 1, 1, 5), (3 / 4, 3 / 4, 3 / 4)),
        (Counts(6, 0, 6, 0), (0.5, 1.0, 2 / 3)),
        (Counts(0, 4, 0, 6), (None, 0.0, 0.0)),
        (Counts(0, 0, 2, 6), (0.0, None, 0.0)),
        (Counts(0, 0, 0, 6), (None, None, None)),
    ],
)
def test_marks_against_cues(counts: Counts, expected: tuple[float | None, ...]) -> None:
    assert (precision(counts), recall(counts), f1(counts)) == expected


@pytest.mark.parametrize(
    ("first", "marked", "turns", "expected"),
    [(0, 0, 10, 0.0), (2, 7, 10, 0.5), (2, None, 10, 1.0), (0, 9, 10, 0.9), (0, None, 0, None)],
)
def test_latency(first: int, marked: int | None, turns: int, expected: float | None) -> None:
    assert latency(first, marked, turns) == expected


@pytest.mark.parametrize(("first", "marked"), [(3, 2), (0, 10), (-1, 0)])
def test_turns_out_of_order_are_refused(first: int, marked: int) -> None:
    with pytest.raises(ValueError, match="turn marked"):
        latency(first, marked, 10)
