from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from player import sample
from safetystring.player.run import Run
from safetystring.player.session import Course
from safetystring.scenario import Scenario, encode_debrief, scenario_to_json

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def scenario() -> Scenario:
    return sample.make()


@pytest.fixture(scope="session")
def course(scenario: Scenario) -> Course:
    return Course.of(scenario)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "responses" / "alder.jsonl"


@pytest.fixture
def folder(tmp_path: Path, scenario: Scenario) -> Path:
    """A learner's folder: the scenario and its veiled debrief beside where the notebook would be."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "alder.json").write_text(scenario_to_json(scenario), encoding="utf-8")
    (tmp_path / "data" / "alder.debrief").write_text(encode_debrief(sample.key(scenario)), encoding="ascii")
    return tmp_path


class Driver:
    """Drives a run; in the second of its two ways, every act is followed by a crash and a fresh start from the file."""

    def __init__(self, course: Course, path: Path, *, reopening: bool) -> None:
        self.course, self.path, self.reopening = course, path, reopening
        self.run = Run(course, path)

    def __call__(self, act: str, *arguments: object) -> bool:
        took_effect: bool = getattr(self.run, act)(*arguments)
        if self.reopening:
            self.run = Run(self.course, self.path)
        return took_effect


@pytest.fixture(params=["straight", "reopened"])
def drive(request: pytest.FixtureRequest, course: Course, path: Path) -> Driver:
    return Driver(course, path, reopening=request.param == "reopened")
