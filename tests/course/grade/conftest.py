"""What the tests of this room share: a released course whose blueprint nbgrader has made."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from course.grade.room import blanks, hand_in, ours
from course.nbcourse import NbCourse

if TYPE_CHECKING:
    from collections.abc import Iterator


# What tests of this room need besides is in the one course that all of them copy: another setting would have each of
# them make its blueprint again. A database is named by a file beside, so that the setting stays the same.
SETTINGS = """
from pathlib import Path

c.LateSubmissionPlugin.penalty_method = "zero"
c.ExecutePreprocessor.startup_timeout = 600  # a kernel of stock nbgrader's, on a busy machine
database = Path(__file__).with_name("db_url.txt")
if database.exists():
    c.CourseDirectory.db_url = database.read_text()
"""


@pytest.fixture(scope="session")
def prepared(released: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NbCourse]:
    """A course with its blueprint; tests copy it."""
    root = tmp_path_factory.mktemp("prepared") / "grading"
    shutil.copytree(released.root, root)
    shutil.rmtree(root / "submitted", ignore_errors=True)
    course = NbCourse(root, released.home)
    with (root / "nbgrader_config.py").open("a") as file:
        file.write(SETTINGS)
    shutil.copy(root / "gradebook.db", root / "before.db")
    hand_in(root, "nobody", None, blanks(course))
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("HOME", str(released.home))
        patch.setenv("IPYTHONDIR", str(released.home / "ipython"))
        patch.setenv("JUPYTER_PLATFORM_DIRS", "1")
        assert ours(root).made_blueprint
        for step in ("submitted", "autograded", "feedback"):
            shutil.rmtree(root / step)
        (root / "before.db").replace(root / "gradebook.db")
        yield course
