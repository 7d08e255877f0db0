"""Playing every path of every scenario through the session fold and the scorer: `safetystring check --explore`.

What it shows: that each path folds and ends; that best play earns every point, and does so too by leaving a scam at any
point where there was something to judge by, and by any path of safe answers; that leaving a genuine conversation to
check settles the choice point at hand; and what ways through that need no reading earn.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.compile import compile_scenario
from safetystring.authoring.diagnostics import WHOLE_FILE, Diagnostic, finding
from safetystring.authoring.paths import MOST_PATHS, Shortfall, Walk, walk
from safetystring.authoring.shortcuts import (
    PAYS,
    PAYS_IN_A_PAIR,
    Earned,
    commonest_family,
    earned,
    paying,
    pooled,
    to_json,
)
from safetystring.player.script import Course
from safetystring.scenario.slots import shown
from safetystring.scoring.baseline import baseline_points

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from safetystring.authoring.project import Project
    from safetystring.scenario import Key, Scenario

SALT = "explore"
"""Draws the items here. What is found does not hang on it: best play marks the cues, which are items under any salt."""
ENOUGH = 4
"""Scenarios that make a course. A single pair is judged as a pair, whose limit leaves room for chance."""
_CLOSE = 1e-6


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """What playing a scenario through came to.

    Attributes
    ----------
    walk
        Paths, best play, ways out.
    baseline
        Points of a run without judgement.
    earned
        What each shortcut earns here.
    """

    scenario: str
    module: str
    truth: str
    walk: Walk
    baseline: float
    earned: Earned
    diagnostics: tuple[Diagnostic, ...]

    def lines(self) -> Iterator[str]:
        """Yield the lines that a person reads."""
        found = self.walk
        ends = ", ".join(f"{name} {count}" for name, count in sorted(found.endings.items()))
        counts = f"{found.paths} paths, {found.loops} loops, up to {found.longest} decisions"
        yield f"{self.scenario} ({self.truth}): {counts}"
        yield f"  endings: {ends}"
        yield f"  best play {found.best:g} of {found.maximum:g} points; without judgement {self.baseline:.3g}"
        yield f"  {found.safe} paths of safe answers only{_cost(found.short_safe, 'each of them with every point')}"
        way, good = (
            ("left early", "which cost nothing") if self.truth == "scam" else ("left to check", "each as it should")
        )
        yield f"  {way} at {found.exits} points{_cost(found.short_exits, good)}"

    def to_json(self) -> dict[str, object]:
        """Return everything but the findings as a plain JSON object."""
        found = self.walk
        return {
            "scenario": self.scenario,
            "truth": self.truth,
            **{name: getattr(found, name) for name in ("paths", "loops", "longest", "whole", "best")},
            "endings": dict(found.endings),
            "max": found.maximum,
            "baseline": self.baseline,
            "safe_paths": found.safe,
            "exits": found.exits,
            "shortcuts": to_json(self.earned),
        }


def _cost(short: list[Shortfall], otherwise: str) -> str:
    return f", {len(short)} of them short of points" if short else f", {otherwise}"


def explore_project(project: Project, names: Collection[str] | None = None) -> Iterator[Exploration]:
    """Yield what playing each scenario of a checked project comes to, in the order of ids; only `names` if given."""
    compiled = {
        name: compile_scenario(written, project.shared, project.drawings[name], SALT)
        for name, written in project.scenarios.items()
    }
    families = list(project.shared.red_flags.families)
    family = commonest_family((key for _, key in compiled.values()), families)
    for name in sorted(compiled if names is None else compiled.keys() & set(names)):
        scenario, key = compiled[name]
        scenario = shown(scenario, scenario.slots) if scenario.slots else scenario  # lengths as a learner sees them
        yield explore(scenario, key, f"{project.shown}/{name}/scenario.yaml", family, MOST_PATHS)


def explore(scenario: Scenario, key: Key, path: str, family: str, most: int = MOST_PATHS) -> Exploration:
    """Play one scenario every way, `most` paths at most. Findings name the file `path`."""
    found = walk(Course.of(scenario), key, most)
    return Exploration(
        scenario=scenario.id,
        module=scenario.module,
        truth=key.truth,
        walk=found,
        baseline=baseline_points(scenario, key),
        earned=earned(scenario, key, family),
        diagnostics=tuple(_findings(path, found, most)),
    )


def _findings(path: str, found: Walk, most: int) -> Iterator[Diagnostic]:
    if not found.whole:
        message = f"more than {most:,} paths; the {most:,} with the safest answers first were walked"
        yield finding("SS112", path, WHOLE_FILE, message, "let branches come back together sooner")
    if found.best < found.maximum - _CLOSE:
        message = f"no path earns more than {found.best:g} of {found.maximum:g} points"
        hint = "does each choice point's safe option earn the points after it?"
        yield finding("SS110", path, WHOLE_FILE, message, hint)
    for short, hint in (
        (found.short_exits, "does every cue lie on the spine?"),
        (found.short_safe, "does a safe answer lead to an ending that is less than safe?"),
    ):
        if short:
            more = f", and {len(short) - 1} more like it" if len(short) > 1 else ""
            yield finding("SS122", path, WHOLE_FILE, f"{short[0]}{more}", hint)


def judge_pairs(project: Project, explored: Iterable[Exploration]) -> Iterator[Diagnostic]:
    """Yield the shortcuts that pay over a scam and its twin together."""
    found = {one.scenario: one for one in explored}
    for name, one in found.items():
        twin = found.get(project.scenarios[name].twin or "")
        if one.truth != "scam" or twin is None:
            continue
        path = f"{project.shown}/{name}/scenario.yaml"
        yield from _judge(path, f"with its twin `{twin.scenario}`", [one, twin], PAYS_IN_A_PAIR)


def judge_course(project: Project, explored: Iterable[Exploration]) -> Iterator[Diagnostic]:
    """Yield the shortcuts that pay over the whole course, from :data:`ENOUGH` scenarios on."""
    every = list(explored)
    if len(every) >= ENOUGH:
        yield from _judge(f"{project.shown}/modules.yaml", "over the course", every, PAYS)


def _judge(path: str, place: str, over: Iterable[Exploration], limit: float) -> Iterator[Diagnostic]:
    above = list(paying(pooled(one.earned for one in over), limit))
    if above:
        (shortcut, value), more = above[0], len(above) - 1
        others = f", and {more} more" if more else ""
        message = f"{place}, “{shortcut}” shows a discernment of {value:.0%} without reading{others}"
        yield finding("SS111", path, WHOLE_FILE, message, f"at most {limit:.0%}; `--explore --json` lists them all")
