"""Every path, every way out."""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from safetystring.authoring.compile import compile_scenario
from safetystring.authoring.paths import MOST_PATHS, Shortfall, walk
from safetystring.player.script import Course
from support.playthrough import small
from support.project import project, put

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.scenario import Key, Scenario


def _compiled(name: str) -> tuple[Scenario, Key]:
    made = small()
    return compile_scenario(made.scenarios[name], made.shared, made.drawings[name], "salt")


def test_paths_endings_and_best_play() -> None:
    scenario, key = _compiled("alder")
    found = walk(Course.of(scenario), key)
    # o02 | o01, then o03 | (o04 | o05), then three ways: 1 + 1 + 2 x 3.
    assert (found.paths, found.loops, found.longest, found.whole) == (8, 0, 3, True)
    assert dict(found.endings) == {"e01": 4, "e03": 2, "e02": 2}
    assert found.best == found.maximum == 36


def test_leaving_a_scam_costs_nothing_at_any_point() -> None:
    scenario, key = _compiled("alder")
    found = walk(Course.of(scenario), key)
    # After each of the 15 messages before the last, and the branch's three; and where c03 is come to a second time.
    assert found.exits == 15 + 3 + 1
    assert (found.safe, found.short_exits, found.short_safe) == (1, [], [])


def test_leaving_a_genuine_one_to_check_settles_the_choice_point_at_hand() -> None:
    scenario, key = _compiled("birch")
    found = walk(Course.of(scenario), key)
    assert (found.exits, found.safe, found.short_exits, found.short_safe) == (19, 1, [], [])


def test_a_cue_off_the_spine_makes_leaving_cost() -> None:
    # Checks refuse it; here the key is made by hand.
    scenario, key = _compiled("alder")
    cue = dataclasses.replace(next(iter(key.cues.values())), message="m21")
    items = ("m21", *key.items[1:])
    kept = {name: one for name, one in key.cues.items() if name in items}
    found = walk(Course.of(scenario), dataclasses.replace(key, items=items, cues={**kept, "m21": cue}))
    assert found.short_exits[0] == Shortfall((), "m01", 31.0, 33.0)
    assert str(found.short_exits[0]) == "leaving at `m01` before any answer earns 31 of 33 points"
    assert str(found.short_safe[0]) == "only safe answers (o02) earns 34 of 36 points"
    assert str(found.short_exits[-1]).startswith("leaving at `")
    assert found.best == 34


def test_a_safe_answer_into_a_lesser_ending_falls_short() -> None:
    scenario, key = _compiled("birch")
    ends = {**key.endings, "e01": dataclasses.replace(key.endings["e01"], outcome="cautious")}
    found = walk(Course.of(scenario), dataclasses.replace(key, endings=ends))
    assert [str(one) for one in found.short_safe] == ["only safe answers (o02) earns 34 of 36 points"]


def test_a_loop_is_counted_and_not_walked(tmp_path: Path) -> None:
    made = project(tmp_path, put("alder/scenario.yaml", ("scenes", 2, "goto"), "s02"))
    scenario, key = compile_scenario(made.scenarios["alder"], made.shared, made.drawings["alder"], "salt")
    found = walk(Course.of(scenario), key)
    assert (found.paths, found.loops) == (5, 1)


def test_the_safest_answers_are_walked_first() -> None:
    scenario, key = _compiled("alder")
    found = walk(Course.of(scenario), key, most=1)
    assert (found.paths, found.whole) == (1, False)
    assert found.best == found.maximum
    assert MOST_PATHS > 1000
