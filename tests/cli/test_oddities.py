from __future__ import annotations

import json
from typing import TYPE_CHECKING

from typer.testing import CliRunner

from safetystring.cli.app import app
from safetystring.cli.oddities import MOST_LINES, lines, plain
from safetystring.course.grade.errors import GradeError
from safetystring.course.preflight.finding import GROUPS, Finding
from safetystring.course.preflight.look import Preflight

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

FOUND = Preflight(
    assignment="m1",
    learners=40,
    findings=(
        *(Finding(group="files", students=(f"A{n}",), where=(), text="x\x1b[31m") for n in range(MOST_LINES + 3)),
        Finding(group="copy", students=tuple(f"B{n}" for n in range(9)), where=("cedar", "maple"), text="the same"),
    ),
)


def test_a_group_has_a_heading_its_lines_and_what_to_do() -> None:
    told = list(lines(FOUND))
    assert told[0] == "m1: 40 learners, 32 of them with something to look at"
    assert told[2] == "Files left out (23)"
    assert "  … and 3 more, all of them with --json" in told
    assert "  B0, B1, B2, B3, B4, B5 and 3 more (cedar, maple): the same" in told
    assert told[-1] == f"  → {GROUPS['copy'][1]}"
    assert list(lines(Preflight(assignment="m1", learners=1, findings=()))) == ["m1: 1 learner, nothing odd"]
    assert len(plain(FOUND)["findings"]) == MOST_LINES + 4


def test_the_command_shows_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "nbgrader_config.py").touch()

    def found(_root: Path, name: str, _students: object, **_: object) -> Preflight:
        if name != "m1":
            raise GradeError("no such")
        return FOUND

    monkeypatch.setattr("safetystring.course.preflight.look.look", found)
    run = CliRunner().invoke
    words = ["grade", "--check", "--course", str(tmp_path)]
    done = run(app, [*words, "m1"])
    assert done.exit_code == 1
    assert "A0: x�[31m" in done.stdout
    done = run(app, [*words, "m1", "--json"])
    assert json.loads(done.stdout)["checked"][0]["findings"][-1]["students"][0] == "B0"
    assert run(app, [*words, "m2"]).exit_code == 2
