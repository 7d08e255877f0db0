"""Reading grades out of nbgrader's gradebook.db: pseudonyms and points, never names or addresses."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safetystring.cohort.gather import CohortError

if TYPE_CHECKING:
    from pathlib import Path

MAX_ROWS = 3_000_000

# A table's student has a name and an address beside the id: only the id is asked for.
_GRADES = """
SELECT sa.student_id, a.name, n.name, b.name, g.max_score, COALESCE(gr.manual_score, gr.auto_score, 0)
FROM grade gr
JOIN base_cell b ON b.id = gr.cell_id
JOIN grade_cells g ON g.id = b.id
JOIN submitted_notebook sn ON sn.id = gr.notebook_id
JOIN notebook n ON n.id = sn.notebook_id
JOIN submitted_assignment sa ON sa.id = sn.assignment_id
JOIN assignment a ON a.id = sa.assignment_id
ORDER BY sa.student_id, a.name, n.name, b.name
LIMIT ?
"""


@dataclass(frozen=True, slots=True)
class Graded:
    """One learner's grades in one notebook: (points, maximum) by cell id. The notebook's name is the scenario's id."""

    learner: str
    module: str
    scenario: str
    cells: dict[str, tuple[float, float]] = field(default_factory=dict)


def read_gradebook(path: Path) -> list[Graded]:
    """Return the grades of every submitted notebook. The database is opened for reading only.

    Raises
    ------
    CohortError
        If the file is no gradebook of nbgrader's.
    """
    made: dict[tuple[str, str, str], Graded] = {}
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            for learner, module, scenario, cell, maximum, points in database.execute(_GRADES, (MAX_ROWS,)):
                where = (str(learner), str(module), str(scenario))
                made.setdefault(where, Graded(*where)).cells[str(cell)] = (float(points), float(maximum or 0.0))
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise CohortError(
            f"{path} cannot be read as nbgrader's gradebook ({error}): expected the gradebook.db that "
            "`safetystring grade` or `nbgrader autograde` writes"
        ) from error
    return list(made.values())
