"""Measures over many learners, each with its interval, and none over a group too small to be nobody in particular.

A learner gives several answers, and they hang together: intervals therefore count learners, not answers. Rates use
Wilson's interval (Wilson 1927) on the effective number of answers, that is their number divided by the design effect
of Kish 1965 when it is above 1; d′, c and ratios are bootstrapped over learners, seeded, with the expanded percentile
interval of Hesterberg 2015, which takes Student's quantile for the normal one.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

K = 5
"""Groups of fewer learners are hidden."""
LEVEL = 0.95
RESAMPLES = 2_000
_BOOTSTRAP = f"bootstrap over learners, {RESAMPLES} samples, expanded percentiles"

Floats = NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Estimate:
    """A value with its interval, or nothing but `hidden` where too few learners stand behind it.

    Attributes
    ----------
    value, low, high
        None where hidden, or where there is nothing to measure.
    n
        Answers counted.
    learners
        Learners counted; with `hidden`, 0: the size of a small group is not told either.
    how
        The interval's method.
    """

    value: float | None = None
    low: float | None = None
    high: float | None = None
    n: int = 0
    learners: int = 0
    how: str = ""
    hidden: bool = False


HIDDEN = Estimate(hidden=True)
NOTHING = Estimate()


def wilson(successes: float, trials: float, level: float = LEVEL) -> tuple[float, float]:
    """Return Wilson's score interval of a rate; (0, 1) without trials. Trials need not be whole.

    Raises
    ------
    ValueError
        If `successes` does not lie between 0 and `trials`, or `level` between 0 and 1.
    """
    if not 0.0 < level < 1.0:
        raise ValueError("the level of an interval lies between 0 and 1, for instance 0.95")
    if not 0 <= successes <= trials:
        raise ValueError(f"expected 0 ≤ successes ≤ trials, found {successes} of {trials}")
    if trials == 0:
        return 0.0, 1.0
    z = NormalDist().inv_cdf(0.5 + level / 2)
    rate = successes / trials
    middle = (rate + z * z / (2 * trials)) / (1 + z * z / trials)
    reach = z * math.sqrt(rate * (1 - rate) / trials + z * z / (4 * trials * trials)) / (1 + z * z / trials)
    return max(0.0, middle - reach), min(1.0, middle + reach)


def rate(yes: Sequence[float], of: Sequence[float], *, k: int = K, level: float = LEVEL) -> Estimate:
    """Return the share Σ yes/Σ of, each learner giving `yes[i]` yeses `of` so many answers.

    Learners without an answer count for nothing. With fewer than `k` learners it is hidden.
    """
    hits, trials = _given(yes, of)
    if len(trials) == 0:
        return NOTHING
    if len(trials) < k:
        return HIDDEN
    total, n = float(trials.sum()), int(trials.sum())
    share = float(hits.sum()) / total
    effective = total / design_effect(hits, trials)
    low, high = wilson(share * effective, effective, level)
    return Estimate(value=share, low=low, high=high, n=n, learners=len(trials), how="Wilson, effective n")


def design_effect(yes: Floats, of: Floats) -> float:
    """Return by how much answers that hang together widen the variance of a rate, at least 1.

    It is the ratio of the linearised cluster variance to the variance of as many independent answers.
    """
    learners, total = len(of), float(of.sum())
    share = float(yes.sum()) / total
    independent = share * (1 - share) / total
    if learners < 2 or independent == 0:  # noqa: PLR2004 - one learner has no variance
        # Nothing varies: count learners rather than answers, the cautious way.
        return max(1.0, total / learners)
    residuals = yes - share * of
    clustered = learners / (learners - 1) * float((residuals**2).sum()) / total**2
    return max(1.0, clustered / independent)


def mean(values: Sequence[float], *, k: int = K, level: float = LEVEL) -> Estimate:
    """Return the mean of one value a learner with its normal-approximation interval."""
    kept = np.asarray([value for value in values if not math.isnan(value)], dtype=np.float64)
    if len(kept) == 0:
        return NOTHING
    if len(kept) < max(k, 2):
        return HIDDEN
    middle = float(kept.mean())
    reach = NormalDist().inv_cdf(0.5 + level / 2) * float(kept.std(ddof=1)) / math.sqrt(len(kept))
    return Estimate(
        value=middle,
        low=middle - reach,
        high=middle + reach,
        n=len(kept),
        learners=len(kept),
        how="normal approximation",
    )


def ratio(
    above: Sequence[float], below: Sequence[float], *, k: int = K, level: float = LEVEL, seed: int = 0
) -> Estimate:
    """Return Σ above/Σ below, one entry a learner, with its interval from a bootstrap over learners."""
    pairs = np.column_stack([np.asarray(above, dtype=np.float64), np.asarray(below, dtype=np.float64)])
    pairs = pairs[pairs[:, 1] > 0]
    if len(pairs) == 0:
        return NOTHING
    if len(pairs) < k:
        return HIDDEN
    sums = _resamples(len(pairs), seed) @ pairs
    low, high = _edges(sums[:, 0] / sums[:, 1], len(pairs), level)
    value = float(pairs[:, 0].sum() / pairs[:, 1].sum())
    return Estimate(value=value, low=low, high=high, n=len(pairs), learners=len(pairs), how=_BOOTSTRAP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Detection:
    """How a group tells signals from noise: d′ (sharper is higher) and c (below 0: says "scam" too readily)."""

    d_prime: Estimate
    criterion: Estimate
    hits: Estimate
    false_alarms: Estimate


def detection(  # noqa: PLR0913 - the four counts belong apart, and the rest has defaults
    hits: Sequence[float],
    signals: Sequence[float],
    false_alarms: Sequence[float],
    noise: Sequence[float],
    *,
    k: int = K,
    level: float = LEVEL,
    seed: int = 0,
) -> Detection:
    """Return d′ and c of a group from each learner's counts, the answers of all pooled.

    Rates are corrected by the log-linear rule (Hautus 1995) and the interval comes from :data:`RESAMPLES` bootstrap
    samples of learners. Pooling pulls d′ towards 0 where learners differ much in their criterion (Macmillan & Creelman
    2005).

    Parameters
    ----------
    hits, signals, false_alarms, noise
        One entry a learner, in the same order.
    seed
        Of the bootstrap: the same data give the same interval.
    """
    counts = np.column_stack([np.asarray(column, dtype=np.float64) for column in (hits, signals, false_alarms, noise)])
    counts = counts[counts[:, 1] + counts[:, 3] > 0]
    found = rate(counts[:, 0].tolist(), counts[:, 1].tolist(), k=k, level=level)
    false = rate(counts[:, 2].tolist(), counts[:, 3].tolist(), k=k, level=level)
    learners = len(counts)
    if found.hidden or false.hidden:
        return Detection(d_prime=HIDDEN, criterion=HIDDEN, hits=found, false_alarms=false)
    if found.value is None or false.value is None:
        return Detection(d_prime=NOTHING, criterion=NOTHING, hits=found, false_alarms=false)
    value_d, value_c = _d_and_c(counts.sum(axis=0, keepdims=True))
    resampled_d, resampled_c = _d_and_c(_resamples(learners, seed) @ counts)
    n = int(counts[:, 1].sum() + counts[:, 3].sum())

    def estimate(value: Floats, sample: Floats) -> Estimate:
        low, high = _edges(sample, learners, level)
        return Estimate(value=float(value[0]), low=low, high=high, n=n, learners=learners, how=_BOOTSTRAP)

    return Detection(
        d_prime=estimate(value_d, resampled_d),
        criterion=estimate(value_c, resampled_c),
        hits=found,
        false_alarms=false,
    )


def _resamples(learners: int, seed: int) -> Floats:
    """Return how often each learner is drawn in each bootstrap sample."""
    dice = np.random.default_rng(seed)
    return dice.multinomial(learners, np.full(learners, 1 / learners), size=RESAMPLES).astype(np.float64)


def _edges(sample: Floats, learners: int, level: float) -> tuple[float, float]:
    """Return the percentiles that make up for how narrow a bootstrap of few is; with one learner, the extremes."""
    if learners == 1:
        return float(sample.min()), float(sample.max())
    reach = math.sqrt(learners / (learners - 1)) * _student(0.5 + level / 2, learners - 1)
    tail = NormalDist().cdf(-reach)
    low, high = np.quantile(sample, [tail, 1 - tail])
    return float(low), float(high)


def _student(probability: float, degrees: int) -> float:
    """Return the quantile of Student's t by expansion (Abramowitz & Stegun 26.7.5): within 1 % from 3 degrees on."""
    z = NormalDist().inv_cdf(probability)
    first = (z**3 + z) / 4
    second = (5 * z**5 + 16 * z**3 + 3 * z) / 96
    third = (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384
    return z + first / degrees + second / degrees**2 + third / degrees**3


def _d_and_c(counts: Floats) -> tuple[Floats, Floats]:
    """Return d′ and c of rows of (hits, signals, false alarms, noise)."""
    hit = _z((counts[:, 0] + 0.5) / (counts[:, 1] + 1))
    false = _z((counts[:, 2] + 0.5) / (counts[:, 3] + 1))
    return hit - false, -0.5 * (hit + false)


_inverse = np.vectorize(NormalDist().inv_cdf, otypes=[np.float64])


def _z(rates: Floats) -> Floats:
    result: Floats = _inverse(rates)
    return result


def _given(yes: Sequence[float], of: Sequence[float]) -> tuple[Floats, Floats]:
    hits, trials = np.asarray(yes, dtype=np.float64), np.asarray(of, dtype=np.float64)
    return hits[trials > 0], trials[trials > 0]
