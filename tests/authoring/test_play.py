"""Playing without a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.play import Way, begin, play
from safetystring.player.script import Course
from safetystring.scenario import counterpart_ids
from support.project import compiled

if TYPE_CHECKING:
    from pathlib import Path


def test_to_the_end_by_first_options(tmp_path: Path) -> None:
    scenario, _ = compiled(tmp_path)["alder"]
    session = play(Course.of(scenario), Way(lambda choice: choice.options[0].id, lambda _: "money", 85))
    assert session.chosen == {"c01": "o01", "c02": "o03"}
    assert (session.phase, session.reviewed, session.verdict, session.left) == ("debrief", True, 85, False)
    # The rest is shown and marked too; branches never entered are not.
    off = {"m20", "m21"}
    assert set(session.marks) == counterpart_ids(scenario) - off
    assert session.first_marks == session.marks


def test_leaving_at_once(tmp_path: Path) -> None:
    scenario, _ = compiled(tmp_path)["alder"]
    session = play(Course.of(scenario), Way(lambda _: None, lambda _: None, 98))
    assert (session.left, session.chosen, session.marks) == (True, {}, {})


def test_the_start_is_the_same_every_time(tmp_path: Path) -> None:
    scenario, _ = compiled(tmp_path)["alder"]
    assert begin(Course.of(scenario)) == begin(Course.of(scenario))
