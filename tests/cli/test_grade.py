"""What a facilitator sees; the grading itself is tested in tests/course/grade."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from safetystring.cli.app import app
from safetystring.course.grade.errors import GradeError, Notice
from safetystring.course.grade.run import Report, Wanted

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

REPORT = Report(
    assignment="m1", graded=3, skipped=2, seconds=0.25, notices=[Notice("A\x1b7", "fault", "not \x1b[31mgraded")]
)


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    (tmp_path / "nbgrader_config.py").touch()
    (tmp_path / "source" / "m1").mkdir(parents=True)
    (tmp_path / "submitted" / "li" / "m1").mkdir(parents=True)
    (tmp_path / "submitted" / "li" / "other").mkdir()
    monkeypatch.chdir(tmp_path)
    return tmp_path


def answer(monkeypatch: pytest.MonkeyPatch, made: Report | GradeError) -> list[Wanted]:
    asked: list[Wanted] = []

    def grade(_root: Path, wanted: Wanted, _tick: Callable[[int, int], None]) -> Report:
        asked.append(wanted)
        if isinstance(made, GradeError):
            raise made
        return made

    monkeypatch.setattr("safetystring.cli.grading.grade_assignment", grade)
    return asked


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["grade", *words])
    return done.exit_code, done.stdout, done.stderr


def test_it_says_what_was_done_and_what_to_do_next(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, REPORT)
    code, out, err = run()
    assert (code, [one.assignment for one in asked]) == (1, ["m1"]), "only what the course has and was handed in"
    assert "m1: 3 graded in 0.2 s, 2 graded before" in out
    assert "1 not graded" in out
    assert f"{course}/feedback/LEARNER/m1/" in out
    assert "Next: " in out
    assert "A�7: not �[31mgraded" in err, "nothing of a submission reaches the terminal as a command"


def test_options_are_passed_on(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = answer(monkeypatch, Report(assignment="m2"))
    words = (
        "m2",
        "--course",
        str(course),
        "--student",
        "a",
        "--student",
        "b",
        "--force",
        "--no-feedback",
        "--db",
        "x://",
    )
    assert run(*words)[0] == 0
    assert asked == [Wanted(assignment="m2", students=("a", "b"), feedback=False, force=True, database="x://")]


def test_json(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert course
    answer(monkeypatch, REPORT)
    code, out, _ = run("--json")
    [told] = json.loads(out)["assignments"]
    assert (code, told["graded"], told["notices"][0]["kind"]) == (1, 3, "fault")


def test_an_interrupted_run_says_how_to_go_on(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert course
    answer(monkeypatch, Report(assignment="m1", graded=3, stopped=True, left=4))
    code, out, _ = run()
    assert code == 130
    assert "4 are left. Run the same again" in out


def test_what_cannot_be_graded_is_a_sentence(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert course
    answer(monkeypatch, GradeError("the gradebook is locked"))
    code, _, err = run("m1")
    assert (code, err.strip()) == (2, "the gradebook is locked")


def test_there_must_be_a_course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "there is no course here" in run()[2]
    assert "is no course" in run("--course", "nowhere")[2]
    (tmp_path / "nbgrader_config.py").touch()
    assert "nothing was handed in yet" in run()[2]
