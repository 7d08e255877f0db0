"""What pays without reading."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.compile import compile_scenario
from safetystring.authoring.shortcuts import (
    PERCENTS,
    Shortcut,
    Tally,
    commonest_family,
    earned,
    paying,
    pooled,
    table,
    to_json,
)
from safetystring.scoring.baseline import baseline_points
from support.playthrough import small

if TYPE_CHECKING:
    from safetystring.authoring.shortcuts import Earned
    from safetystring.scenario import Key, Scenario

LEAVE = Shortcut("leave at once", "mark nothing", 98)


@cache
def _compiled(name: str) -> tuple[Scenario, Key]:
    made = small()
    return compile_scenario(made.scenarios[name], made.shared, made.drawings[name], "salt")


@cache
def _earned(name: str) -> Earned:
    return earned(*_compiled(name), "money")


# On alder: six cues, three decisions, and nothing to judge by before the first: 36 = 24 items + 6 decisions + 4 + 2.
POINTS = [
    ("alder", "leave at once", "mark nothing", 50, 12 + 3 + 4 + 1.5),
    ("alder", "leave at once", "mark nothing", 98, 12 + 3 + 4 + 2 * (1 - 0.02**2)),
    ("alder", "leave at once", "mark nothing", 2, 12 + 3 + 4 + 2 * (1 - 0.98**2)),
    ("alder", "leave after one message", "mark nothing", 50, 12 + 3 + 4 + 1.5),
    ("birch", "leave to check at once", "mark nothing", 50, 24 + 3 + 4 + 1.5),
    ("alder", "leave at once", "mark all alike", 50, (2 * 2 + 4 * 1) + 3 + 0 + 1.5),
    ("alder", "first option", "mark nothing", 50, 12 + (1 + 2 + 2) + 4 + 1.5),
    ("alder", "last option", "mark nothing", 50, 12 + 6 + 4 + 1.5),
    ("birch", "leave at once", "mark nothing", 2, 24 + 3 + 4 + 2 * (1 - 0.02**2)),
    ("birch", "leave at once", "mark all alike", 98, 0 + 3 + 0 + 2 * (1 - 0.98**2)),
]


@pytest.mark.parametrize(("name", "answers", "marks", "percent", "points"), POINTS)
def test_points(name: str, answers: str, marks: str, percent: int, points: float) -> None:
    tally = _earned(name)[Shortcut(answers, marks, percent)]
    assert tally.points == pytest.approx(points)
    assert (tally.maximum, tally.baseline) == (36, baseline_points(*_compiled(name)))


def test_on_a_scam_alone_one_looks_good_and_over_the_pair_it_does_not() -> None:
    alone = _earned("alder")[LEAVE].discernment
    both = pooled([_earned("alder"), _earned("birch")])[LEAVE].discernment
    assert alone is not None
    assert both is not None
    assert both < alone


def test_pooling_adds_before_it_divides() -> None:
    one, two = {LEAVE: Tally(30, 20, 40)}, {LEAVE: Tally(35, 35, 40)}
    assert pooled([one, two])[LEAVE] == Tally(65, 55, 80)
    assert pooled([one, two])[LEAVE].discernment == 10 / 25
    assert Tally(1, 1, 1).discernment is None


def test_paying_is_more_than_the_limit_and_the_best_comes_first() -> None:
    better, same = Shortcut("a", "b", 50), Shortcut("c", "d", 50)
    total = {LEAVE: Tally(6, 0, 10), better: Tally(8, 0, 10), same: Tally(5, 0, 10)}
    assert list(paying(total, 0.5)) == [(better, 0.8), (LEAVE, 0.6)]


def test_marking_at_random_is_the_same_every_time_and_differs_from_alike() -> None:
    again = earned(*_compiled("alder"), "money")
    assert again == _earned("alder")
    random, alike = (Shortcut("first option", f"mark all {how}", 50) for how in ("at random", "alike"))
    assert again[random] != again[alike]


def test_the_commonest_family() -> None:
    assert commonest_family([_compiled("alder")[1]], ["document", "money", "isolation"]) == "money"


def test_the_table_has_a_row_a_way_and_the_language_that_pays_most() -> None:
    lines = list(table(_earned("alder")))
    assert len(lines) == 1 + 8 * 3
    assert all(f"{percent} %" in lines[0] for percent in PERCENTS)
    assert lines[1].startswith("  leave at once, mark nothing")
    assert "20.5" in lines[1]
    assert len(to_json(_earned("alder"))) == 12 * 3 * 3
