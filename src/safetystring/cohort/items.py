"""Item analysis: which items are hard, which hang together with the rest, and how reliable a set of them is.

For the author of a scenario rather than for a room. With a few dozen learners these numbers are rough.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from statistics import NormalDist
from typing import TYPE_CHECKING

from safetystring.cohort.measures import HIDDEN, LEVEL, NOTHING, Estimate, K, rate

if TYPE_CHECKING:
    import pandas as pd

_LEAST = 4
"""Fisher's z needs n − 3 > 0."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemAnalysis:
    """One item of one scenario.

    Attributes
    ----------
    difficulty
        Mean share of its points, 0 (nobody) to 1 (everybody); high is easy, as test theory has it. Half points make
        its interval, that of a rate, a little too wide.
    correlation
        Corrected item-total correlation: with the sum of the *other* items, −1 to 1. Near 0 or below, the item
        measures something else than the rest, or its key is wrong.
    """

    scenario: str
    item: str
    message: str
    kind: str
    difficulty: Estimate
    correlation: Estimate


def points_table(items: pd.DataFrame, scenario: str) -> pd.DataFrame:
    """Return the shares of points (0 to 1) of one scenario: a row a learner, a column an item, gaps left out."""
    rows = items[items["scenario"] == scenario]
    table = rows.assign(share=rows["points"] / rows["max"]).pivot_table(index="learner", columns="item", values="share")
    return table.dropna()


def analyse(items: pd.DataFrame, scenario: str, *, k: int = K, level: float = LEVEL) -> list[ItemAnalysis]:
    """Return the analysis of each item of a scenario, in the order of the cells."""
    table = points_table(items, scenario)
    rows = items[items["scenario"] == scenario].drop_duplicates("item").set_index("item")
    total = table.sum(axis=1)
    return [
        ItemAnalysis(
            scenario=scenario,
            item=str(item),
            message=str(rows.loc[item, "message"]),
            kind=str(rows.loc[item, "kind"]),
            difficulty=rate(table[item].tolist(), [1.0] * len(table), k=k, level=level),
            correlation=correlation(table[item].tolist(), (total - table[item]).tolist(), k=k, level=level),
        )
        for item in table.columns
    ]


def correlation(first: list[float], second: list[float], *, k: int = K, level: float = LEVEL) -> Estimate:
    """Return Pearson's r (point-biserial where one is right or wrong) with its interval by Fisher's z."""
    n = len(first)
    if n == 0:
        return NOTHING
    if n < max(k, _LEAST):
        return HIDDEN
    mean_x, mean_y = math.fsum(first) / n, math.fsum(second) / n
    spread_x = math.sqrt(math.fsum((x - mean_x) ** 2 for x in first))
    spread_y = math.sqrt(math.fsum((y - mean_y) ** 2 for y in second))
    if min(spread_x, spread_y) < 1e-9:  # noqa: PLR2004 - everybody has the same: there is no correlation to speak of
        return NOTHING
    joint = math.fsum((x - mean_x) * (y - mean_y) for x, y in zip(first, second, strict=True))
    r = min(max(joint / (spread_x * spread_y), -1.0), 1.0)
    reach = NormalDist().inv_cdf(0.5 + level / 2) / math.sqrt(n - 3)
    z = math.atanh(min(max(r, -0.999999), 0.999999))
    return Estimate(value=r, low=math.tanh(z - reach), high=math.tanh(z + reach), n=n, learners=n, how="Fisher's z")


def alpha(table: pd.DataFrame) -> float | None:
    """Return Cronbach's α of a table of learners × items: k/(k − 1) × (1 − Σ item variances/variance of the sum).

    With items scored 0 or 1 it is KR-20 (Kuder & Richardson 1937). None with fewer than two items or learners, or
    where all learners have the same sum.
    """
    learners, count = table.shape
    if count < 2 or learners < 2:  # noqa: PLR2004
        return None
    whole = float(table.sum(axis=1).var(ddof=1))
    if whole < 1e-12:  # noqa: PLR2004 - no variance, up to rounding
        return None
    return count / (count - 1) * (1 - float(table.var(ddof=1).sum()) / whole)
