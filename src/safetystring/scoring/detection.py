"""Signal detection and calibration: how well scams are told from genuine items, and how readily "scam" is said.

Standard library only. Where a measure has no value (no items of one kind, nothing marked), the result is None rather
than a number that looks like one.

Sources: Hautus 1995 (log-linear correction); Macmillan & Creelman 2005, *Detection Theory* (d′, c); Gourevitch &
Galanter 1967 (variance of d′); Hanley & McNeil 1982 (area under the curve from ratings); Brier 1950; Lichtenstein &
Fischhoff 1977 (overconfidence).
"""

from __future__ import annotations

import math
from statistics import NormalDist, fmean
from typing import TYPE_CHECKING

from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence

_NORMAL = NormalDist()


@dataclass(frozen=True, slots=True)
class Counts:
    """The four outcomes of yes/no judgements, each a whole number from 0.

    A signal is a scam, or a message with a cue; noise is a genuine conversation, or a message in order.

    Raises
    ------
    ValueError
        If a count is negative.
    """

    hits: int
    misses: int
    false_alarms: int
    correct_rejections: int

    def __post_init__(self) -> None:
        """Refuse what is no count."""
        if min(self.hits, self.misses, self.false_alarms, self.correct_rejections) < 0:
            raise ValueError("a count cannot be negative")

    @property
    def signals(self) -> int:
        """Number of signals."""
        return self.hits + self.misses

    @property
    def noise(self) -> int:
        """Number of items without a signal."""
        return self.false_alarms + self.correct_rejections

    @property
    def hit_rate(self) -> float:
        """(hits + ½)/(signals + 1): the log-linear rule, so that neither 0 nor 1 can occur (Hautus 1995)."""
        return (self.hits + 0.5) / (self.signals + 1)

    @property
    def false_alarm_rate(self) -> float:
        """(false alarms + ½)/(noise + 1)."""
        return (self.false_alarms + 0.5) / (self.noise + 1)


@dataclass(frozen=True, slots=True)
class Interval:
    """An estimate with its standard error and the interval `low` to `high`."""

    value: float
    error: float
    low: float
    high: float


def d_prime(counts: Counts) -> float | None:
    """Return the sensitivity d′ = z(H) − z(F): 0 for guessing, about 2 for good; None without signals or noise."""
    if not (counts.signals and counts.noise):
        return None
    return _NORMAL.inv_cdf(counts.hit_rate) - _NORMAL.inv_cdf(counts.false_alarm_rate)


def criterion(counts: Counts) -> float | None:
    """Return c = −½ [z(H) + z(F)]: below 0 for someone who says "scam" too readily; None without signals or noise."""
    if not (counts.signals and counts.noise):
        return None
    return -0.5 * (_NORMAL.inv_cdf(counts.hit_rate) + _NORMAL.inv_cdf(counts.false_alarm_rate))


def d_prime_interval(counts: Counts, level: float = 0.95) -> Interval | None:
    """Return d′ with its normal-approximation interval at `level` (0 to 1, both excluded), or None as for d′.

    The variance is Gourevitch & Galanter's, H(1 − H)/(n φ(z(H))²) for the signals plus the same for the noise, with the
    corrected rates. With few items it is rough, and items of one learner or one scenario are not independent: for
    a group, bootstrap over learners instead.

    Raises
    ------
    ValueError
        If `level` does not lie between 0 and 1.
    """
    if not 0.0 < level < 1.0:
        raise ValueError("the level of an interval lies between 0 and 1, for instance 0.95")
    value = d_prime(counts)
    if value is None:
        return None
    variance = _spread(counts.hit_rate, counts.signals) + _spread(counts.false_alarm_rate, counts.noise)
    error = math.sqrt(variance)
    reach = _NORMAL.inv_cdf(0.5 + level / 2) * error
    return Interval(value, error, value - reach, value + reach)


def criterion_interval(counts: Counts, level: float = 0.95) -> Interval | None:
    """Return c with its normal-approximation interval at `level`, or None as for c.

    Its variance is a quarter of that of d′: c is half the sum of the two z-values whose difference d′ is.

    Raises
    ------
    ValueError
        If `level` does not lie between 0 and 1.
    """
    spread = d_prime_interval(counts, level)
    value = criterion(counts)
    if spread is None or value is None:
        return None
    reach = (spread.high - spread.value) / 2
    return Interval(value, spread.error / 2, value - reach, value + reach)


def _spread(rate: float, trials: int) -> float:
    return rate * (1.0 - rate) / (trials * _NORMAL.pdf(_NORMAL.inv_cdf(rate)) ** 2)


def auc(signals: Sequence[float], noise: Sequence[float]) -> float | None:
    """Return the area under the ROC curve from ratings: the chance that a signal is rated above noise, ties half.

    This is the Mann-Whitney statistic over its maximum (Hanley & McNeil 1982). ½ is guessing, 1 perfect order.
    None without signals or noise.
    """
    if not (signals and noise):
        return None
    wins = sum(1.0 if s > n else 0.5 if s == n else 0.0 for s in signals for n in noise)
    return wins / (len(signals) * len(noise))


def brier(percents: Sequence[float], scams: Sequence[bool]) -> float | None:
    """Return the mean of (p − y)² over verdicts in percent (0 to 100) and truths: 0 is best, ¼ is "always 50 %".

    None without verdicts.

    Raises
    ------
    ValueError
        If the two do not have the same length.
    """
    _paired(percents, scams)
    squares = [(percent / 100 - float(scam)) ** 2 for percent, scam in zip(percents, scams, strict=True)]
    return fmean(squares) if squares else None


def overconfidence(percents: Sequence[float], scams: Sequence[bool]) -> float | None:
    """Return mean confidence − accuracy: above 0 for someone surer than they are right.

    A verdict of p says "scam" above 50 % and "genuine" below; the confidence in what it says is max(p, 1 − p). A
    verdict of 50 % counts as half right. None without verdicts.

    Raises
    ------
    ValueError
        If the two do not have the same length.
    """
    _paired(percents, scams)
    if not percents:
        return None
    confidence = fmean(max(percent, 100 - percent) / 100 for percent in percents)
    right = fmean(
        0.5 if percent == 50 else float((percent > 50) == scam)  # noqa: PLR2004 - the middle of the scale
        for percent, scam in zip(percents, scams, strict=True)
    )
    return confidence - right


def _paired(percents: Sequence[float], scams: Sequence[bool]) -> None:
    if len(percents) != len(scams):
        raise ValueError(f"{len(percents)} verdicts for {len(scams)} truths: there must be one each")


def precision(counts: Counts) -> float | None:
    """Return the share of marks that were on a cue; None where nothing was marked."""
    marked = counts.hits + counts.false_alarms
    return counts.hits / marked if marked else None


def recall(counts: Counts) -> float | None:
    """Return the share of cues that were marked; None where there were none."""
    return counts.hits / counts.signals if counts.signals else None


def f1(counts: Counts) -> float | None:
    """Return the harmonic mean of precision and recall; None where there was neither a cue nor a mark."""
    total = 2 * counts.hits + counts.misses + counts.false_alarms
    return 2 * counts.hits / total if total else None


def latency(first_cue: int, marked: int | None, turns: int) -> float | None:
    """Return (turn marked − turn of the first cue)/turns, 0 to 1: 0 is at once, 1 never.

    Turns count the counterpart's messages from 0. `marked` None means that no cue was ever marked, which is 1. None
    where the conversation has no turns.

    Raises
    ------
    ValueError
        If the turns are out of order.
    """
    if turns <= 0:
        return None
    if marked is None:
        return 1.0
    if not 0 <= first_cue <= marked < turns:
        raise ValueError("expected 0 ≤ first cue ≤ turn marked < turns")
    return (marked - first_cue) / turns
