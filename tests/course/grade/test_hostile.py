"""Every attack of tests/hostile/submissions/, all of them in one class with two honest neighbours."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections import defaultdict
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from course.grade.room import blanks, files, gradebook, ours
from course.preflight.logs import BEGIN
from safetystring.course.grade.run import Report
from safetystring.course.incoming.collect import collect
from safetystring.course.preflight.look import Preflight, look
from safetystring.scoring.cells import cells
from scoring import plays
from support.submissions import ONES, Case, Stage, base, put, read_cases

if TYPE_CHECKING:
    from course.nbcourse import NbCourse


CASES = read_cases()
HONEST = ("honest1", "honest2")
NOW = BEGIN / 1000 + 7 * 24 * 3600
_MADE_BY_US = ("submitted", "autograded", "feedback", "replaced", ".safetystring", "gradebook.db")


@dataclass(frozen=True)
class Alone:
    """What the same course holds when only the neighbours handed in."""

    rows: dict[str, list[str]]
    files: dict[str, tuple[int, bytes]]


@dataclass(frozen=True)
class Room:
    root: Path
    canary: Path
    report: Report
    preflight: Preflight
    lines: dict[str, list[str]]
    points: dict[tuple[str, str], dict[str, float]]
    before: dict[str, bytes]
    alone: Alone


def outside(root: Path) -> dict[str, bytes]:
    """Return every file of the course that no submission has to do with."""
    return {
        str(path.relative_to(root)): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.relative_to(root).parts[0] not in _MADE_BY_US
    }


def scores(root: Path) -> dict[tuple[str, str], dict[str, float]]:
    found: dict[tuple[str, str], dict[str, float]] = defaultdict(dict)
    query = (
        "SELECT s.student_id, n.name, c.name, g.auto_score FROM grade g JOIN base_cell c ON c.id = g.cell_id "
        "JOIN submitted_notebook x ON x.id = g.notebook_id JOIN submitted_assignment s ON s.id = x.assignment_id "
        "JOIN notebook n ON n.id = x.notebook_id WHERE c.name != 'reflection'"
    )
    with closing(sqlite3.connect(root / "gradebook.db")) as book:
        for student, notebook, cell, score in book.execute(query):
            found[student, notebook][cell] = score
    return found


def neighbours(root: Path, blank: dict[str, bytes]) -> None:
    stage = Stage(root, blank, root)
    for person, name in enumerate(HONEST, 1):
        for file, data in base(stage, person).items():
            path = root / "submitted" / name / "m1" / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data)
    for path in (root / "source" / "m1" / "data").iterdir():
        os.utime(path, (BEGIN / 1000 - 30 * 24 * 3600,) * 2)


@pytest.fixture(scope="module")
def room(prepared: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> Room:
    top = tmp_path_factory.mktemp("hostile")
    blank = blanks(prepared)
    root = top / "all" / "grading"
    shutil.copytree(prepared.root, root)
    shutil.copy(root / "gradebook.db", top / "before.db")
    neighbours(root, blank)
    ours(root)
    alone = Alone(gradebook(root), files(root))
    for step in ("autograded", "feedback"):
        shutil.rmtree(root / step)
    (top / "before.db").replace(root / "gradebook.db")
    stage = Stage(root, blank, top / "canary")
    lines: dict[str, list[str]] = {}
    before = outside(root)
    for case in CASES:
        if case.door == "folder":
            put(case, root / "submitted" / case.learner / "m1", stage)
        else:
            came = top / "came" / case.learner
            came.mkdir(parents=True)
            put(case, came, stage)
            lines[case.learner] = collect(root, [came], {}, secret=None).lines
    report = ours(root)
    return Room(root, stage.canary, report, look(root, "m1", now=NOW), lines, scores(root), before, alone)


def expected(way: str, name: str) -> dict[str, float]:
    one = ONES[name]
    run = plays.shortcut(way, one.scenario, one.key) if way != "none" else None  # type: ignore[arg-type]
    table = cells(run.session if run is not None else None, one.scenario, one.key)
    return {cell: value.points for cell, value in table.items()}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.folder.name)
def test_what_is_intact_counts_and_the_report_says_what_is_not(room: Room, case: Case) -> None:
    for name in ONES:
        points = room.points.get((case.learner, name))
        way = case.earns.get(name)
        if way is None:
            assert points is None
        elif way == "part":
            assert points is not None
            assert sum(points.values()) <= sum(expected("good", name).values())
        else:
            assert points == pytest.approx(expected(way, name)), name
    for group, words in case.report:
        if group == "line":
            found = room.lines[case.learner]
        else:
            found = [one.text for one in room.preflight.findings if case.learner in one.students and one.group == group]
        assert any(words in line for line in found), found or room.preflight.findings


def test_no_neighbour_lost_or_won_anything(room: Room) -> None:
    crowd = gradebook(room.root)
    for table, rows in room.alone.rows.items():
        mine, theirs = (
            [row for row in some if any(f"'{name}'" in row for name in HONEST)] for some in (rows, crowd[table])
        )
        assert mine == theirs, table
    assert len(room.alone.rows["student"]) == len(HONEST)
    assert {name: data for name, data in files(room.root).items() if name.split("/")[1] in HONEST} == room.alone.files


def test_nothing_outside_a_learner_s_own_folder_changed(room: Room) -> None:
    assert outside(room.root) == room.before
    assert not room.canary.exists()
    assert {path.name for path in room.root.parent.parent.iterdir()} == {"all", "came"}
    assert {path.name for path in room.root.parent.iterdir()} == {"grading"}
    learners = {case.learner for case in CASES} | set(HONEST)
    for step in ("submitted", "autograded", "feedback"):
        assert {path.name for path in (room.root / step).iterdir() if not path.name.startswith(".")} <= learners


def test_the_batch_goes_on(room: Room) -> None:
    assert not room.report.stopped
    graded = {student for student, _ in room.points}
    assert graded == {case.learner for case in CASES if case.earns} | set(HONEST)


def test_no_key_comes_out_and_no_script_goes_in(room: Room) -> None:
    keys = [path.read_bytes()[:200] for path in (room.root / "keys").glob("*.json")]
    for step in ("autograded", "feedback"):
        for path in (room.root / step).rglob("*"):
            if not path.is_file():
                continue
            data = path.read_bytes()
            assert path.parent.name == "responses" or b"<script" not in data, path
            assert b"<img src=x" not in data, path
            assert b"<svg onload" not in data, path
            if path.suffix == ".jsonl" and "log-is-the-key" not in path.parts:
                assert not any(key in data for key in keys), path


def test_the_report_is_one_line_each_and_speaks_of_no_honest_neighbour_s_own(room: Room) -> None:
    for one in room.preflight.findings:
        assert len(one.text) < 500, one
        if set(one.students) & set(HONEST):
            assert one.group == "copy"
    seen = [(one.group, one.students, one.where) for one in room.preflight.findings if one.group != "copy"]
    assert len(seen) == len(set(seen))


def test_there_are_enough_of_them_and_each_says_what_stock_does() -> None:
    assert len(CASES) >= 60
    for case in CASES:
        assert case.what.endswith("."), case.folder.name
        assert case.stock.split()[0].rstrip(":,") in {"falls", "stands", "none", "not"}, case.folder.name
        assert not case.shown or case.stock.startswith("falls"), case.folder.name
