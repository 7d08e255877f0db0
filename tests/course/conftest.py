"""What the tests of this room share: a course that was released once."""

from __future__ import annotations

import pytest

from course.nbcourse import NbCourse, make_course


@pytest.fixture(scope="session")
def released(tmp_path_factory: pytest.TempPathFactory) -> NbCourse:
    """A course whose assignment is generated and released; tests that change it copy it."""
    course = make_course(tmp_path_factory.mktemp("course"))
    course.run("generate_assignment", "m1")
    course.run("release_assignment", "m1")
    return course
