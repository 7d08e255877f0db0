from __future__ import annotations

import dataclasses
import itertools
from fractions import Fraction

import pytest

from safetystring.scenario import Choice, Ending, Key, Option, Outcome, Scenario, Scene
from safetystring.scoring.baseline import baseline_points, discernment, pooled_discernment
from safetystring.scoring.cells import cells
from scoring.plays import SHORTCUTS, Shortcut, pair, result_of, run, shortcut, text


def total(made: Scenario, answers: Key, options: tuple[str, ...]) -> float:
    session = run(made, options=options, verdict=50).session
    return sum(cell.points for cell in cells(session, made, answers).values())


@pytest.mark.parametrize(("truth", "expected"), [("scam", Fraction(770, 36)), ("genuine", Fraction(1138, 36))])
def test_the_baseline_is_the_mean_over_all_ways_through_the_real_run(truth: str, expected: Fraction) -> None:
    made, answers = pair(truth)
    ways = itertools.product(("o01", "o02", "o03"), ("o04", "o05", "o06"), ("o07", "o08", "o09"))
    totals = [total(made, answers, way) for way in ways]
    assert baseline_points(made, answers) == pytest.approx(sum(totals) / 27)
    assert baseline_points(made, answers) == pytest.approx(float(expected))


def test_a_drill_has_no_baseline() -> None:
    assert baseline_points(*pair("drill")) == 0.0


def looped(*options: tuple[str, str, str | None, str]) -> tuple[Scenario, Key]:
    """Make a scenario of scenes s01, s02 … with one choice point each: options are (scene, id, goto, rating)."""
    made, answers = pair("scam")
    names = sorted({scene for scene, *_ in options})
    scenes = {
        name: Scene(
            id=name,
            channel="chat",
            contact="p01",
            messages=(),
            choice=Choice(
                id=f"c{name[1:]}",
                prompt=text("?"),
                options=tuple(
                    Option(id=option, kind="do", text=text("."), goto=goto)
                    for scene, option, goto, _ in options
                    if scene == name
                ),
            ),
        )
        for name in names
    }
    rated = {
        option: Outcome(rating=rating, consequence=text("."), ending=rating if goto is None else None)  # type: ignore[arg-type] # literals of the tables below
        for _, option, goto, rating in options
    }
    endings = {
        rating: Ending(id=rating, outcome=rating, title=text("."), text=text("."), paid=0)  # type: ignore[arg-type] # the same
        for *_, rating in options
    }
    made = dataclasses.replace(made, start="s01", spine=tuple(names), scenes=scenes)
    decisions = tuple(f"c{name[1:]}" for name in names)
    return made, dataclasses.replace(
        answers, items=(), cues={}, decisions=decisions, outcomes=rated, endings=endings, scene_ends={}
    )


LOOPS = [
    # options, expected points of all decisions
    ((("s01", "o1", None, "safe"), ("s01", "o2", None, "harmful")), 1.0),
    # Whoever comes back answers again: the last answer is the one that left.
    ((("s01", "o1", "s01", "harmful"), ("s01", "o2", None, "safe")), 2.0),
    (
        # c01: o1 leaves for good half the time, so its weight is ½ and o2's 1: (½·0 + 1·2)/1.5 = 4/3.
        # c02: reached with ½; o3's weight is ½ and o4's 1: (½·2 + 1·0)/1.5 = 2/3. Not reached: o2's safe end, ½·2.
        (
            ("s01", "o1", "s02", "harmful"),
            ("s01", "o2", None, "safe"),
            ("s02", "o3", "s01", "safe"),
            ("s02", "o4", None, "harmful"),
        ),
        4 / 3 + (1 / 2) * (2 / 3) + (1 / 2) * 2,
    ),
    # A loop beside the decision: c02 is reached in the end, whatever the number of rounds.
    (
        (("s01", "o1", "s01", "harmful"), ("s01", "o2", "s02", "cautious"), ("s02", "o3", None, "safe")),
        1.0 + 2.0,
    ),
    # No way out at all: nothing to expect, and an end to the computation.
    ((("s01", "o1", "s01", "safe"), ("s01", "o2", "s01", "safe")), 0.0),
]


@pytest.mark.parametrize(("options", "expected"), LOOPS)
def test_loops(options: tuple[tuple[str, str, str | None, str], ...], expected: float) -> None:
    made, answers = looped(*options)
    quiet = 4.0 + 1.5  # no false alarm, 50 %
    assert baseline_points(made, answers) - quiet == pytest.approx(expected)


@pytest.mark.parametrize(
    ("points", "baseline", "maximum", "expected"),
    [(36, 20, 36, 1.0), (20, 20, 36, 0.0), (28, 20, 36, 0.5), (12, 20, 36, -0.5), (0, 0, 0, None), (5, 5, 5, None)],
)
def test_discernment(points: float, baseline: float, maximum: float, expected: float | None) -> None:
    assert discernment(points, baseline, maximum) == expected


def test_pooled_discernment_adds_before_it_divides() -> None:
    assert pooled_discernment([(30, 20, 36), (32, 32, 36)]) == pytest.approx(10 / 20)
    assert pooled_discernment([]) is None


def over_the_pair(name: Shortcut) -> float:
    runs = []
    for truth in ("scam", "genuine"):
        made, answers = pair(truth)
        table = cells(result_of(shortcut(name, made, answers)), made, answers).values()
        points, maximum = sum(cell.points for cell in table), sum(cell.maximum for cell in table)
        runs.append((points, baseline_points(made, answers), maximum))
    result = pooled_discernment(runs)
    assert result is not None
    return result


def test_what_the_shortcuts_come_to_over_a_scam_and_its_twin() -> None:
    # Hanging up on everybody is the one that is not below zero: right on a scam, and only cautious on the twin.
    assert {name: round(over_the_pair(name), 2) for name in SHORTCUTS} == {
        "never": -2.79,
        "hung up": 0.11,
        "all": -2.0,
        "nothing": -0.1,
        "pruned": -0.53,
        "first option": -0.05,
        "good": 1.0,
    }
