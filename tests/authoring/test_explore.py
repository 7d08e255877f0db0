"""What playing everything through comes to, in lines and in JSON, and what is found wrong."""

from __future__ import annotations

import dataclasses
import json
from functools import cache
from typing import TYPE_CHECKING

from safetystring.authoring.compile import compile_scenario
from safetystring.authoring.explore import Exploration, explore, explore_project, judge_course, judge_pairs
from support.playthrough import small

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.scenario import Key, Scenario


@cache
def _compiled() -> Mapping[str, tuple[Scenario, Key]]:
    made = small()
    return {
        name: compile_scenario(written, made.shared, made.drawings[name], "salt")
        for name, written in made.scenarios.items()
    }


def _easy(name: str) -> Exploration:
    """Explore a key whose cues do not count and whose last option is always right: no reading needed."""
    scenario, key = _compiled()[name]
    choices = [scene.choice for scene in scenario.scenes.values() if scene.choice is not None]
    last = {choice.options[-1].id for choice in choices}
    outcomes = {
        option: dataclasses.replace(one, rating="safe" if option in last else "harmful")
        for option, one in key.outcomes.items()
    }
    return explore(scenario, dataclasses.replace(key, outcomes=outcomes, cues={}), f"x/{name}", "money")


def test_a_good_project_has_no_findings() -> None:
    explored = list(explore_project(small()))
    assert [one.scenario for one in explored] == ["alder", "birch"]
    assert [finding for one in explored for finding in one.diagnostics] == []
    assert list(judge_pairs(small(), explored)) == list(judge_course(small(), explored)) == []
    assert [one.scenario for one in explore_project(small(), {"birch"})] == ["birch"]


def test_both_forms() -> None:
    alder, birch = explore_project(small())
    plain = json.loads(json.dumps(alder.to_json()))
    assert (plain["paths"], plain["best"], plain["max"], plain["safe_paths"], plain["exits"]) == (8, 36, 36, 1, 19)
    assert len(plain["shortcuts"]) == 12 * 3 * 3
    assert next(alder.lines()) == "alder (scam): 8 paths, 0 loops, up to 3 decisions"
    assert list(alder.lines())[-1] == "  left early at 19 points, which cost nothing"
    assert list(birch.lines())[-2] == "  1 paths of safe answers only, each of them with every point"
    assert list(birch.lines())[-1] == "  left to check at 19 points, each as it should"


def test_best_play_that_cannot_be() -> None:
    # Checks would refuse such a key; the explorer finds it by playing.
    scenario, key = _compiled()["birch"]
    worse = {name: dataclasses.replace(one, rating="harmful") for name, one in key.outcomes.items()}
    ends = {name: dataclasses.replace(one, outcome="harmful") for name, one in key.endings.items()}
    found = explore(scenario, dataclasses.replace(key, outcomes=worse, endings=ends), "x.yaml", "money")
    assert [one.code for one in found.diagnostics] == ["SS110"]
    assert found.walk.best == 30


def test_points_lost_by_leaving_or_by_safe_answers_are_findings() -> None:
    scenario, key = _compiled()["alder"]
    cue = dataclasses.replace(next(iter(key.cues.values())), message="m21")
    broken = dataclasses.replace(key, items=("m21", *key.items[1:]), cues={**key.cues, "m21": cue})
    found = explore(scenario, broken, "x.yaml", "money")
    assert [one.code for one in found.diagnostics] == ["SS110", "SS122", "SS122"]
    assert "leaving at `m01` before any answer earns 31 of 33 points, and " in found.diagnostics[1].message
    assert ", 1 of them short of points" in list(found.lines())[3]
    assert "of them short of points" in list(found.lines())[4]


def test_a_shortcut_that_pays() -> None:
    explored = [_easy("alder"), _easy("birch")]
    (pair,), (course,) = judge_pairs(small(), explored), judge_course(small(), [*explored, *explored])
    assert list(judge_course(small(), explored)) == []
    assert (pair.code, course.code) == ("SS111", "SS111")
    assert pair.path.endswith("/alder/scenario.yaml")
    assert course.path.endswith("/modules.yaml")
    assert "with its twin `birch`, “last option, mark nothing, 50 %”" in pair.message


def test_too_many_paths_are_said() -> None:
    scenario, key = _compiled()["alder"]
    found = explore(scenario, key, "x.yaml", "money", most=3)
    assert [one.code for one in found.diagnostics] == ["SS112"]
    assert found.walk.paths == 3
