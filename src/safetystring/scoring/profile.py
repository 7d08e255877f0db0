"""One learner over all the scenarios they have finished: what they catch, where, and how readily they say "red flag".

An answer is an item of a scenario: a message with a cue (a signal) or without one (noise). Answers of one learner, and
of one conversation, hang together, so the intervals are rough; they are there to keep anyone from reading much
into little.
"""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, Literal

from safetystring.scenario.record import dataclass
from safetystring.scoring.assess import Assessment
from safetystring.scoring.detection import Counts, Interval, criterion_interval, d_prime_interval

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from safetystring.scoring.assess import ItemResult

ENOUGH = 8
"""Signals, and noise, below which d′ is not shown: with 8 + 8 its standard error is already 0.71."""
TREND_LEVEL = 0.8
"""Level of the interval behind "sharper than before". A hint to one learner, not a finding."""

Plain = dict[str, Any]
Change = Literal["up", "down", "unclear"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finished:
    """A scenario the learner has finished.

    Attributes
    ----------
    at
        When the review was finished, milliseconds since the epoch.
    found
        The run, scored.
    channels
        Channel by message id.
    """

    at: int
    found: Assessment
    channels: Mapping[str, str]


def profile(runs: Iterable[Finished]) -> Plain:
    """Return the profile as plain JSON (``docs/player.md``): families and channels by id."""
    ordered = sorted((run for run in runs if run.found.items), key=lambda run: run.at)
    counts = _sum(ordered)
    enough = _enough(counts)
    return {
        "runs": len(ordered),
        "signals": counts.signals,
        "noise": counts.noise,
        "needed": ENOUGH,
        "sharpness": _interval(d_prime_interval(counts)) if enough else None,
        "suspicion": _interval(criterion_interval(counts)) if enough else None,
        "trend": _trend(ordered),
        "families": _table(ordered, lambda _, item: item.family, lambda _, item: item.final),
        "channels": _table(ordered, _channel, _channel),
    }


def _enough(counts: Counts) -> bool:
    return min(counts.signals, counts.noise) >= ENOUGH


def _sum(runs: Sequence[Finished]) -> Counts:
    each = [run.found.counts for run in runs]
    return Counts(
        sum(one.hits for one in each),
        sum(one.misses for one in each),
        sum(one.false_alarms for one in each),
        sum(one.correct_rejections for one in each),
    )


def _interval(found: Interval | None) -> Plain | None:
    return {"value": found.value, "low": found.low, "high": found.high} if found is not None else None


def _trend(ordered: Sequence[Finished]) -> Plain | None:
    """Return how the later half differs from the earlier one; None where either is too small to say."""
    middle = len(ordered) // 2
    halves = [_sum(ordered[:middle]), _sum(ordered[middle:])]
    if not all(map(_enough, halves)):
        return None
    return {"sharper": _change(halves, d_prime_interval), "suspicious": _flip(_change(halves, criterion_interval))}


def _change(halves: Sequence[Counts], measure: Callable[[Counts, float], Interval | None]) -> Change:
    before, after = (measure(half, TREND_LEVEL) for half in halves)
    if before is None or after is None:
        return "unclear"
    # The reach of a difference of two independent estimates, each interval being value ± reach.
    reach = math.hypot(before.high - before.value, after.high - after.value)
    moved = after.value - before.value
    return "unclear" if abs(moved) <= reach else "up" if moved > 0 else "down"


def _flip(change: Change) -> Change:
    """Turn a change of the criterion into one of suspicion: a lower criterion says "red flag" more readily."""
    turned: dict[Change, Change] = {"up": "down", "down": "up", "unclear": "unclear"}
    return turned[change]


def _channel(run: Finished, item: ItemResult) -> str | None:
    return run.channels.get(item.message)


def _table(
    runs: Sequence[Finished],
    of: Callable[[Finished, ItemResult], str | None],
    marked: Callable[[Finished, ItemResult], str | None],
) -> list[Plain]:
    """Return one row a family or channel: cues met and caught, and marks on messages that were in order."""
    rows: dict[str, Plain] = {}
    for run in runs:
        for item in run.found.items:
            cue = item.kind == "cue"
            name = of(run, item) if cue else marked(run, item) if item.final is not None else None
            if name is None:
                continue
            row = rows.setdefault(name, {"id": name, "met": 0, "caught": 0, "wrongly": 0})
            row["met"] += cue
            row["caught"] += cue and item.final is not None
            row["wrongly"] += not cue
    return sorted(rows.values(), key=lambda row: (-row["met"], row["id"]))
