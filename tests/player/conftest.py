from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import comm
import pytest
from comm.base_comm import BaseComm

from player import sample
from safetystring.player.run import Run
from safetystring.player.script import Course
from safetystring.player.widget import Player
from safetystring.scenario import Scenario, encode_debrief, scenario_to_json

if TYPE_CHECKING:
    from pathlib import Path

    from player.front import Sent

Make = Callable[[], Player]


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


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Sent:
    """All that a front end would receive, by way of the same hook that other kernels use."""
    messages: Sent = []

    class Recorder(BaseComm):
        def publish_msg(
            self,
            msg_type: str,
            data: dict[str, Any] | None = None,
            metadata: dict[str, Any] | None = None,  # noqa: ARG002 - comm's own signature
            buffers: list[bytes] | None = None,  # noqa: ARG002
            **_: Any,  # noqa: ANN401
        ) -> None:
            messages.append((msg_type, data or {}))

    monkeypatch.setattr(comm, "create_comm", Recorder)
    return messages


@pytest.fixture
def make(sent: Sent, course: Course, path: Path, tmp_path: Path) -> Make:  # noqa: ARG001 - records from here on
    return lambda: Player(Run(course, path), tmp_path, lambda session, lang: {"said": f"{session.verdict} {lang}"})


@pytest.fixture
def player(make: Make) -> Player:
    return make()
