"""Real gradebooks, written by nbgrader itself."""

from __future__ import annotations

import os
import sys
import tempfile
import warnings
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING
from unittest.mock import patch

from nbgrader.api import Gradebook

from cohort.room import shelf
from safetystring.scoring.cells import cell_maxima

if TYPE_CHECKING:
    from collections.abc import Mapping


def write_gradebook(path: Path, points: Mapping[str, Mapping[str, Mapping[str, float]]]) -> Path:
    """Write points by learner, scenario and cell, as autograding leaves them."""
    path.write_bytes(_course())
    with warnings.catch_warnings(), Gradebook(f"sqlite:///{path}") as book:
        warnings.simplefilter("ignore")  # of nbgrader's own way with SQLAlchemy
        for learner, scenarios in points.items():
            book.add_student(learner, first_name="Xiaoming", last_name="Lin", email="lin@univ.example")
            book.add_submission("m1", learner)
            for name, cells in scenarios.items():
                for cell, value in cells.items():
                    grade = book.find_grade(cell, name, "m1", learner)
                    if cell == "reflection":
                        grade.manual_score = value
                    else:
                        grade.auto_score = value
        book.db.commit()
    return path


@cache
def _course() -> bytes:
    """Return the gradebook of the course before anybody handed in; making one takes seconds."""
    # nbgrader calls `alembic` by its bare name.
    tools = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with tempfile.TemporaryDirectory() as folder, patch.dict(os.environ, PATH=tools):
        path = Path(folder) / "gradebook.db"
        with Gradebook(f"sqlite:///{path}") as book:
            book.add_assignment("m1")
            for name, pair in shelf().items():
                book.add_notebook(name, "m1")
                for cell, maximum in cell_maxima(pair.key).items():
                    book.add_grade_cell(cell, name, "m1", max_score=maximum, cell_type="code")
                book.add_grade_cell("reflection", name, "m1", max_score=2, cell_type="markdown")
        return path.read_bytes()
