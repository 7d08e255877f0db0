from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from course.nbcourse import compiled, log_text, played
from safetystring.course.ready import NotFinishedError, is_finished, ready
from safetystring.player.events import Skipped
from safetystring.scenario import scenario_to_json
from scoring import plays

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    scam, _ = compiled()
    (tmp_path / "data").mkdir()
    (tmp_path / "responses").mkdir()
    (tmp_path / "data" / "cedar.json").write_text(scenario_to_json(scam.scenario))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def half() -> str:
    scam, _ = compiled()
    run = plays.Run(scam.scenario)
    run.play({}, ())
    return log_text(run.events, scam)


def skipped() -> str:
    scam, _ = compiled()
    return log_text([Skipped()], scam)


@pytest.mark.parametrize(
    ("log", "finished"),
    [
        (None, False),
        ("not a log", False),
        (half(), False),
        (skipped(), True),
        (played("good")["responses/cedar.jsonl"], True),
    ],
)
def test_finished(folder: Path, log: str | None, finished: bool) -> None:  # noqa: FBT001 - a table's column
    if log is not None:
        (folder / "responses" / "cedar.jsonl").write_text(log)
    assert is_finished(folder, "cedar") is finished


def test_without_its_data_nothing_is_finished(folder: Path) -> None:
    assert not is_finished(folder, "maple")


@pytest.mark.parametrize("execution", [None, "autograde"])
def test_says_nothing_except_to_validate(folder: Path, monkeypatch: pytest.MonkeyPatch, execution: str | None) -> None:
    assert folder
    if execution is None:
        monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    else:
        monkeypatch.setenv("NBGRADER_EXECUTION", execution)
    ready("cedar")


def test_objects_to_validate_in_three_languages_without_a_traceback(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert folder
    monkeypatch.setenv("NBGRADER_EXECUTION", "validate")
    with pytest.raises(NotFinishedError, match=r"还没做完.*Not finished.*Pas encore") as caught:
        ready("cedar")
    assert caught.value._render_traceback_() == [str(caught.value)]
