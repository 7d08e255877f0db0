"""What the tests of this room share: a released course whose blueprint nbgrader has made."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from course.grade.room import blanks, hand_in, ours
from course.nbcourse import NbCourse

if TYPE_CHECKING:
    from collections.abc import Iterator


PENALTY = 'c.LateSubmissionPlugin.penalty_method = "zero"\n'


@pytest.fixture(scope="session")
def prepared(released: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> Iterator[NbCourse]:
    """A course with its blueprint; tests copy it."""
    root = tmp_path_factory.mktemp("prepared") / "grading"
    shutil.copytree(released.root, root)
    shutil.rmtree(root / "submitted", ignore_errors=True)
    course = NbCourse(root, released.home)
    with (root / "nbgrader_config.py").open("a") as file:
        file.write(PENALTY)  # here, so that no test that needs it has to have the blueprint made again
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
