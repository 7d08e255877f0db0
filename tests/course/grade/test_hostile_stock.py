"""What stock nbgrader, as it comes, does with some of the attacks; minutes long, so only where it is asked for.

Each case runs in a course of its own, below a folder that the test deletes: its programs really run there.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
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


def graded(root: Path) -> set[str]:
    """Return who has points."""
    query = (
        "SELECT DISTINCT s.student_id FROM grade g JOIN submitted_notebook x ON x.id = g.notebook_id "
        "JOIN submitted_assignment s ON s.id = x.assignment_id WHERE g.auto_score > 0"
    )
    if not (root / "gradebook.db").exists():
        return set()
    with closing(sqlite3.connect(root / "gradebook.db")) as book:
        return {student for (student,) in book.execute(query)}


@pytest.mark.parametrize("case", [case for case in read_cases() if case.shown], ids=lambda case: case.folder.name)
def test_stock_falls_to_it(prepared: NbCourse, tmp_path: Path, case: Case) -> None:
    root = tmp_path / "grading"
    shutil.copytree(prepared.root, root)
    (root / "nbgrader_config.py").write_text(PLAIN)
    stage = Stage(root, blanks(prepared), tmp_path / "canary")
    course = NbCourse(root, prepared.home)
    if case.door != "folder":
        archive = root / "downloaded" / "m1" / "archive"
        archive.mkdir(parents=True)
        put(case, archive, stage)
        done = course.attempt("zip_collect", "m1")
        assert done.returncode != 0, done.stderr
        return
    put(case, root / "submitted" / case.learner / "m1", stage)
    for name, data in base(stage, 1).items():
        path = root / "submitted" / NEIGHBOUR / "m1" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    done = course.attempt("autograde", "m1")
    if case.shown == "canary":
        assert stage.canary.exists(), done.stderr
    else:
        assert done.returncode != 0, done.stderr
        assert NEIGHBOUR not in graded(root), "whoever comes after is not graded"
