"""The playthroughs of this repository, each straight through and killed and restored after every step."""

from __future__ import annotations

from collections import Counter
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from authoring.test_slots import with_slots
from safetystring.authoring import playthroughs as module
from safetystring.authoring.playing import Straight, play_through
from safetystring.authoring.playthrough import ExpectStep
from safetystring.authoring.playthroughs import prepare, read, try_playthroughs
from safetystring.authoring.project import load_project
from support.playthrough import played
from support.project import project, write_project
from support.restored import Restored

if TYPE_CHECKING:
    from safetystring.authoring.project import Project
    from safetystring.player.session import Session

SCENARIOS = Path(__file__).parents[2] / "scenarios"
FILES = sorted(SCENARIOS.glob("*/playthroughs/*.y*ml"))


@cache
def _project() -> Project:
    loaded = load_project(SCENARIOS)
    assert loaded.project is not None
    return loaded.project


def _state(session: Session | None) -> tuple[object, ...]:
    assert session is not None
    names = ("phase", "script", "choice", "shown", "marks", "first_marks", "chosen", "left", "verdict", "reviewed")
    return tuple(getattr(session, name) for name in names)


@pytest.mark.parametrize("file", FILES, ids=lambda file: f"{file.parts[-3]}-{file.stem}")
def test_straight_and_restored_come_to_the_same(file: Path, tmp_path: Path) -> None:
    scenario = file.parents[1]
    course, keys = prepare(_project(), scenario.name)
    (one,) = [found for found in read(scenario, []) if found.source.path.endswith(f"/{file.name}")]
    assert any(isinstance(step, ExpectStep) for step in one.written.steps), "a playthrough that cannot fail"
    straight = Straight(course)
    restored = Restored(course, tmp_path / f"{scenario.name}.jsonl")
    assert [*map(str, play_through(one, course, keys, straight))] == []
    assert [*map(str, play_through(one, course, keys, restored))] == []
    assert restored.kills > 3
    assert _state(restored.session) == _state(straight.session)


def test_each_scenario_has_some() -> None:
    counts = Counter(file.parts[-3] for file in FILES)
    assert counts["cedar"] >= 4
    assert counts["maple"] >= 3


def test_a_project_with_errors_is_read_and_not_played(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    for name, steps in (("one", "- chose: o01"), ("two", "- choose: o99")):
        file = folder / "alder" / "playthroughs" / f"{name}.yaml"
        file.parent.mkdir(exist_ok=True)
        file.write_text(f"title: x\nsteps:\n{steps}\n", encoding="utf-8")
    tried = try_playthroughs(folder, None)
    assert (tried.count, [one.code for one in tried.diagnostics]) == (1, ["SS013"])
    assert try_playthroughs(folder / "nowhere", None).count == 0


def test_too_many_files_are_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "MOST_FILES", 0)
    ((code, line, sentence),) = played(tmp_path, "- leave\n")
    assert (code, line) == ("SS002", 0)
    assert "at most 0" in sentence


def test_one_that_is_no_file(tmp_path: Path) -> None:
    made = project(tmp_path)
    (tmp_path / "alder" / "playthroughs" / "odd.yaml").mkdir(parents=True)
    assert [one.code for one in try_playthroughs(tmp_path, made).diagnostics] == ["SS001"]


def test_what_varies_has_its_first_value_in_the_conversation_and_in_the_key(tmp_path: Path) -> None:
    made = project(tmp_path, with_slots())
    course, keys = prepare(made, "alder")
    assert course.scenario.setting.en == "316 Zhou in English en"
    assert {key.endings["e02"].text.en for key in keys} == {"It was 90 in all"}
