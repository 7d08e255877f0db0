"""What stock nbgrader, as it comes, does with some of the attacks; minutes long, so only where it is asked for.

Each case runs in a course of its own, below a folder that the test deletes: its programs really run there.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from course.grade.room import blanks
from course.nbcourse import NbCourse
from support.submissions import Case, Stage, base, put, read_cases

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif("SAFETYSTRING_STOCK" not in os.environ, reason="SAFETYSTRING_STOCK=1 runs the attacks"),
]
PLAIN = """\
c = get_config()
c.CourseDirectory.course_id = "safetystring"
c.KernelManager.transport = "tcp"
c.FileNameCollectorPlugin.named_regexp = r".*answers_(?P<student_id>[A-Za-z0-9-]+)_m1/(?P<file_id>.*)"
"""
NEIGHBOUR = "zoe"
"""Comes after every attack in nbgrader's order."""


ALL = {(NEIGHBOUR, name) for name in ("cedar", "maple")}
PATIENCE = 75
"""Seconds after which a command counts as one that does not end: an honest pair of learners takes 15."""


def graded(root: Path) -> set[tuple[str, str]]:
    """Return who has points, and in which notebook."""
    query = (
        "SELECT DISTINCT s.student_id, n.name FROM grade g JOIN submitted_notebook x ON x.id = g.notebook_id "
        "JOIN notebook n ON n.id = x.notebook_id JOIN submitted_assignment s ON s.id = x.assignment_id "
        "WHERE g.auto_score > 0"
    )
    if not (root / "gradebook.db").exists():
        return set()
    with closing(sqlite3.connect(root / "gradebook.db")) as book:
        return set(book.execute(query))


def key_copies(root: Path) -> list[Path]:
    """Return what of the folders that learners see holds a piece of a key."""
    piece = (root / "keys" / "cedar.json").read_bytes()[200:400]
    found = (path for step in ("submitted", "autograded", "feedback") for path in (root / step).rglob("*"))
    return [path for path in found if path.is_file() and not path.is_symlink() and piece in path.read_bytes()]


def ended(course: NbCourse, *words: str) -> subprocess.CompletedProcess[str] | None:
    """Run a command; None where it does not end."""
    try:
        return course.attempt(*words, patience=PATIENCE)
    except subprocess.TimeoutExpired:
        return None


def write(folder: Path, stage: Stage) -> None:
    """Hand in what the honest neighbour does."""
    for name, data in base(stage, 1).items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


@pytest.mark.parametrize("case", [case for case in read_cases() if case.shown], ids=lambda case: case.folder.name)
def test_stock_falls_to_it(prepared: NbCourse, tmp_path: Path, case: Case) -> None:
    root, home = tmp_path / "grading", tmp_path / "home"
    shutil.copytree(prepared.root, root)
    shutil.copytree(prepared.home, home, symlinks=True)
    exchange = f"c.Exchange.root = {str(home / 'exchange')!r}\nc.ExchangeCollect.check_owner = False\n"
    (root / "nbgrader_config.py").write_text(PLAIN + exchange)
    stage = Stage(root, blanks(prepared), tmp_path / "canary")
    course = NbCourse(root, home)
    match case.shown:
        case "zip":
            archive = root / "downloaded" / "m1" / "archive"
            archive.mkdir(parents=True)
            put(case, archive, stage)
            done = ended(course, "zip_collect", "m1")
            assert done is None or done.returncode != 0, done.stderr
        case "collect":
            inbound = home / "exchange" / "safetystring" / "inbound"
            put(case, inbound / f"{case.learner}+m1+2026-11-23 10:00:00.0 UTC+x", stage)
            write(inbound / f"{NEIGHBOUR}+m1+2026-11-23 10:00:00.0 UTC+x", stage)
            done = ended(course, "collect", "m1")
            # It goes through them in the disk's order, so the neighbour may have come before.
            assert done is None or done.returncode != 0, done.stderr
        case _:
            put(case, root / "submitted" / case.learner / "m1", stage)
            write(root / "submitted" / NEIGHBOUR / "m1", stage)
            _graded_by_stock(case, course, stage, ended(course, "autograde", "m1"))


def _graded_by_stock(case: Case, course: NbCourse, stage: Stage, done: subprocess.CompletedProcess[str] | None) -> None:
    if case.shown == "hangs":
        assert done is None, done.stderr
        assert not graded(course.root) & ALL, "whoever comes after is not graded"
        return
    assert done is not None, "it did not end"
    match case.shown:
        case "canary":
            assert stage.canary.exists(), done.stderr
        case "aborts":
            assert done.returncode != 0, done.stderr
            assert not graded(course.root) & ALL, "whoever comes after is not graded"
        case "loses":
            found = graded(course.root)
            assert found >= ALL, "the others go on"
            assert {name for name, worth in case.earns.items() if worth == "good"} - {
                name for student, name in found if student == case.learner
            }, "what is intact counts for nothing"
        case "leaks":
            assert key_copies(course.root), done.stderr
        case other:
            pytest.fail(f"{case.folder.name}: nothing shows {other!r}")
