"""Every path."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

from safetystring.authoring import explore as module
from safetystring.authoring.explore import explore, explore_project
from support.project import compiled, project, put

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_paths_endings_and_best_play(tmp_path: Path) -> None:
    alder, birch = explore_project(project(tmp_path))
    # o02 | o01, then o03 | (o04 | o05), then three ways: 1 + 1 + 2 x 3.
    assert (alder.paths, alder.loops, alder.longest) == (8, 0, 3)
    assert dict(alder.endings) == {"e01": 4, "e03": 2, "e02": 2}
    assert alder.best == alder.maximum == birch.best == birch.maximum == 36
    assert alder.shortcuts
    assert birch.shortcuts == ()
    assert alder.diagnostics == birch.diagnostics == ()


def test_both_forms(tmp_path: Path) -> None:
    alder, _ = explore_project(project(tmp_path))
    plain = json.loads(json.dumps(alder.to_json()))
    assert (plain["paths"], plain["best"], plain["max"]) == (8, 36, 36)
    assert next(alder.lines()) == "alder (scam): 8 paths, 0 loops, up to 3 decisions"


def test_a_loop_is_counted_and_not_walked(tmp_path: Path) -> None:
    change = put("alder/scenario.yaml", ("scenes", 2, "goto"), "s02")
    alder, _ = explore_project(project(tmp_path, change))
    assert (alder.paths, alder.loops) == (5, 1)


def test_best_play_that_cannot_be(tmp_path: Path) -> None:
    # Checks would refuse such a key; the explorer finds it by playing.
    scenario, key = compiled(tmp_path)["alder"]
    worse = {name: dataclasses.replace(one, rating="harmful") for name, one in key.outcomes.items()}
    ends = {name: dataclasses.replace(one, outcome="harmful") for name, one in key.endings.items()}
    found = explore(scenario, dataclasses.replace(key, outcomes=worse, endings=ends), "x.yaml")
    assert [one.code for one in found.diagnostics] == ["SS110"]
    assert found.best == 30


def test_a_shortcut_that_pays(tmp_path: Path) -> None:
    # A key whose cues do not count and whose last option is always right: no reading needed. Checks refuse both.
    pair = compiled(tmp_path)
    made = []
    for scenario, key in pair.values():
        choices = [scene.choice for scene in scenario.scenes.values() if scene.choice is not None]
        last = {choice.options[-1].id for choice in choices}
        outcomes = {
            name: dataclasses.replace(one, rating="safe" if name in last else "harmful")
            for name, one in key.outcomes.items()
        }
        made.append((scenario, dataclasses.replace(key, outcomes=outcomes, cues={})))
    found = explore(*made[0], "x.yaml", made[1])
    assert {one.code for one in found.diagnostics} == {"SS111"}
    assert any("always the last option, marks nothing" in one.message for one in found.diagnostics)


def test_too_many_paths_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_PATHS", 3)
    scenario, key = compiled(tmp_path)["alder"]
    found = explore(scenario, key, "x.yaml")
    assert [one.code for one in found.diagnostics] == ["SS112"]
    assert found.paths == 3
