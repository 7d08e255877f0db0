"""What entering a scene sends: flat tables of (scene, expected)."""

from __future__ import annotations

import dataclasses

import pytest

from player import sample
from safetystring.player.script import Course, MessageEntry, SceneEntry

SCENARIO = sample.make()
ENTERED = [
    ("s01", ("m01",), "c01"),
    ("s02", ("m02", "m03", "m04", "m05"), "c02"),
    ("s03", ("m08", "m09"), None),
    ("s04", ("m07",), "c03"),
    (None, (), None),
]


@pytest.mark.parametrize(("scene", "messages", "choice"), ENTERED)
def test_entering_a_scene_sends_its_messages_and_stops_at_its_choice(
    scene: str | None, messages: tuple[str, ...], choice: str | None
) -> None:
    course = Course.of(SCENARIO)
    sent = (SceneEntry(scene), *map(MessageEntry, messages)) if scene is not None else ()
    assert course.enter(scene) == (sent, choice, choice is None)
    assert course.enter(scene) is course.enter(scene)


def test_a_circle_of_scenes_without_a_choice_ends() -> None:
    one = dataclasses.replace(SCENARIO.scenes["s03"], goto="s03")
    course = Course.of(dataclasses.replace(SCENARIO, scenes={**SCENARIO.scenes, "s03": one}))
    assert course.enter("s03") == ((SceneEntry("s03"), MessageEntry("m08"), MessageEntry("m09")), None, True)
