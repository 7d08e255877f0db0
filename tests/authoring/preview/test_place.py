from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.preview.place import Lost, retrace, way_to
from safetystring.player.run import Run
from safetystring.player.script import Course

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from safetystring.authoring.preview.draft import Draft
    from safetystring.scenario import Scenario

Act = tuple[object, ...]
FAR: tuple[Act, ...] = (
    ("shown", ["m01"]),
    ("choose", "o01"),
    ("mark", "m03", "identity"),
    ("choose", "o04"),
    ("shown", ["m08"]),
    ("act", "look_up"),
    ("mark", "m08", "money"),
)
JUDGED: tuple[Act, ...] = (("leave", "check"), ("verdict", 85))
REST: tuple[Act, ...] = (("mark", "m14", "identity"), ("finish_rest",), ("unmark", "m03"), ("mark", "m05", "document"))


def play(run: Run, *acts: Act) -> Run:
    run.begin()
    for name, *arguments in acts:
        assert getattr(run, str(name))(*arguments), (name, arguments)
    return run


def without_option(scenario: Scenario, option: str) -> Scenario:
    scenes = {
        name: scene
        if scene.choice is None
        else dataclasses.replace(
            scene,
            choice=dataclasses.replace(
                scene.choice, options=tuple(one for one in scene.choice.options if one.id != option)
            ),
        )
        for name, scene in scenario.scenes.items()
    }
    return dataclasses.replace(scenario, scenes=scenes)


@pytest.fixture
def fresh(draft: Draft, tmp_path: Path) -> Callable[[Scenario | None], Run]:
    made: list[Run] = []

    def make(scenario: Scenario | None = None) -> Run:
        made.append(Run(Course.of(scenario or draft.scenario), tmp_path / f"{len(made)}" / "alder.jsonl", "fr"))
        return made[-1]

    return make


@pytest.mark.parametrize(
    "acts",
    [
        (),
        FAR,
        (*FAR, *JUDGED),
        (*FAR, *JUDGED, *REST),
        (*FAR, *JUDGED, *REST, ("finish_review",)),
        (("choose", "o02"),),
    ],
    ids=["begun", "playing", "rest", "review", "debrief", "ended at once"],
)
def test_the_way_is_gone_again_to_the_same_place(acts: tuple[Act, ...], fresh: Callable[..., Run]) -> None:
    first = play(fresh(), *acts)
    again = fresh()
    assert first.session is not None
    assert retrace(first.session, again) is None
    assert again.session is not None
    assert dataclasses.replace(again.session, attempt=first.session.attempt) == first.session


def test_where_an_option_is_gone_the_way_stops_with_the_marks_before_it(
    draft: Draft, fresh: Callable[..., Run]
) -> None:
    first = play(fresh(), *FAR, *JUDGED)
    again = fresh(without_option(draft.scenario, "o04"))
    assert first.session is not None
    assert retrace(first.session, again) == Lost("c02", "o04")
    assert again.session is not None
    assert (again.session.phase, again.session.choice) == ("play", "c02")
    assert again.session.chosen == {"c01": "o01"}
    assert again.session.marks.get("m08") is None


@pytest.mark.parametrize(
    ("scene", "way"),
    [("s01", ()), ("s02", ("o01",)), ("s03", ("o01", "o04")), ("s05", ("o01", "o05")), ("s99", None)],
)
def test_the_shortest_way_to_a_scene(draft: Draft, scene: str, way: tuple[str, ...] | None) -> None:
    assert way_to(draft.scenario, scene) == way
