"""What a run is worth that shows no judgement at all, and discernment above it.

The baseline marks nothing, says 50 %, and picks each option at random, all options of a choice point equally likely.
Its expected points are computed, not sampled: each decision adds its own expectation, found on the chain of choice
points. Where a conversation can loop, the random learner goes round until chance takes them out, and, as in the log,
the last answer to a choice point is the one that counts.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from safetystring.scenario.record import dataclass
from safetystring.scoring.cells import FALSE_ALARMS, RATING_POINTS, item_points, verdict_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safetystring.scenario import Key, Option, Scenario

_SWEEPS = 10_000
"""Bound on the sweeps. Without loops as many as there are choice points are enough; a loop takes some tens."""
_CLOSE = 1e-12


@dataclass(frozen=True, slots=True)
class _Step:
    """Where an option, or the start, leads: to a choice point, or (None) to an end worth `ending` points a decision."""

    rating: float
    choice: str | None
    ending: float


def baseline_points(scenario: Scenario, key: Key) -> float:
    """Return the expected points of a run without judgement; 0 for a drill."""
    if key.truth == "drill":
        return 0.0
    graph = _graph(scenario, key)
    start = _follow(scenario, key, scenario.start, rating=0.0, ends=None)
    quiet = sum(item_points(key.cues[m].family if m in key.cues else None, None, None) for m in key.items)
    unsure = verdict_points(50, scam=key.truth == "scam")
    return quiet + FALSE_ALARMS + unsure + sum(_expected(graph, start, decision) for decision in key.decisions)


def discernment(points: float, baseline: float, maximum: float) -> float | None:
    """Return (points − baseline)/(maximum − baseline): 1 is perfect, 0 no judgement, below 0 worse than none.

    None where the baseline leaves nothing to win.
    """
    room = maximum - baseline
    return (points - baseline) / room if room > 0 else None


def pooled_discernment(runs: Iterable[tuple[float, float, float]]) -> float | None:
    """Return the discernment over several runs, each given as (points, baseline, maximum).

    Points and baselines are added before they are divided: a genuine scenario leaves little room above its baseline,
    and a mean of ratios would let it outweigh everything else. None where there is nothing to win.
    """
    points, baseline, maximum = (math.fsum(column) for column in (tuple(zip(*runs, strict=True)) or ((), (), ())))
    return discernment(points, baseline, maximum)


def _graph(scenario: Scenario, key: Key) -> Mapping[str, tuple[_Step, ...]]:
    """Return the steps out of each choice point."""
    choices = (scene.choice for scene in scenario.scenes.values())
    return {
        choice.id: tuple(_step(scenario, key, option) for option in choice.options)
        for choice in choices
        if choice is not None
    }


def _step(scenario: Scenario, key: Key, option: Option) -> _Step:
    outcome = key.outcomes.get(option.id)
    rating = RATING_POINTS[outcome.rating] if outcome is not None else 0.0
    return _follow(scenario, key, option.goto, rating=rating, ends=outcome.ending if outcome is not None else None)


def _follow(scenario: Scenario, key: Key, scene_id: str | None, *, rating: float, ends: str | None) -> _Step:
    """Walk scenes that go on by themselves, up to a choice point or the end."""
    seen: set[str] = set()
    while scene_id is not None and scene_id not in seen:
        seen.add(scene_id)
        scene = scenario.scenes[scene_id]
        if scene.choice is not None:
            return _Step(rating, scene.choice.id, 0.0)
        ends = key.scene_ends.get(scene_id)
        scene_id = scene.goto
    ending = key.endings.get(ends) if ends is not None else None
    return _Step(rating, None, RATING_POINTS[ending.outcome] if ending is not None else 0.0)


def _expected(graph: Mapping[str, tuple[_Step, ...]], start: _Step, decision: str) -> float:
    """Return the expected points of one decision.

    `meets[c]` is the chance to come to the decision from choice point c, `apart[c]` the expected points by the ending
    over the runs from c that never do. Once there, answers are drawn until one leads away for good: the last answer is
    option o with a weight of 1 − (the chance that o comes back).
    """
    meets = dict.fromkeys(graph, 0.0) | {decision: 1.0}
    apart = dict.fromkeys(graph, 0.0)
    for _ in range(_SWEEPS):
        change = 0.0
        for choice in reversed(tuple(graph)):
            if choice == decision:
                continue
            steps = graph[choice]
            chance = sum(_at(meets, step, 0.0) for step in steps) / len(steps)
            points = sum(_at(apart, step, step.ending) for step in steps) / len(steps)
            change = max(change, abs(chance - meets[choice]), abs(points - apart[choice]))
            meets[choice], apart[choice] = chance, points
        if change < _CLOSE:
            break
    answers = [(1.0 - _at(meets, step, 0.0), step.rating) for step in graph.get(decision, ())]
    weight = sum(leaves for leaves, _ in answers)
    answered = sum(leaves * rating for leaves, rating in answers) / weight if weight > 0 else 0.0
    return _at(meets, start, 0.0) * answered + _at(apart, start, start.ending)


def _at(values: Mapping[str, float], step: _Step, end: float) -> float:
    return end if step.choice is None else values[step.choice]
