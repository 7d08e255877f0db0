"""Reading grades out of nbgrader's gradebook, SQLite or other: pseudonyms and points, never names or addresses."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from safetystring.cohort.gather import CohortError

MAX_ROWS = 3_000_000
_SQLITE = "sqlite:///"

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
LIMIT :most
"""


@dataclass(frozen=True, slots=True)
class Graded:
    """One learner's grades in one notebook: (points, maximum) by cell id. The notebook's name is the scenario's id."""

    learner: str
    module: str
    scenario: str
    cells: dict[str, tuple[float, float]] = field(default_factory=dict)


def read_gradebook(place: Path | str) -> list[Graded]:
    """Return the grades of every submitted notebook. The database is opened for reading only.

    Parameters
    ----------
    place
        A ``gradebook.db``, or a database's address in SQLAlchemy's form (``postgresql+psycopg://…``).

    Raises
    ------
    CohortError
        If it is no gradebook of nbgrader's, or cannot be reached.
    """
    if isinstance(place, str) and place.startswith(_SQLITE):
        place = Path(place.removeprefix(_SQLITE))
    rows = _served(place) if isinstance(place, str) else _lite(place)
    made: dict[tuple[str, str, str], Graded] = {}
    for learner, module, scenario, cell, maximum, points in rows:
        where = (str(learner), str(module), str(scenario))
        made.setdefault(where, Graded(*where)).cells[str(cell)] = (float(points), float(maximum or 0.0))
    return [made[where] for where in sorted(made)]


def _lite(path: Path) -> list[tuple[Any, ...]]:
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True)) as database:
            return database.execute(_GRADES.replace(":most", "?"), (MAX_ROWS,)).fetchall()
    except (sqlite3.Error, ValueError, TypeError) as error:
        raise CohortError(
            f"{path} cannot be read as nbgrader's gradebook ({error}): expected the gradebook.db that "
            "`safetystring grade` or `nbgrader autograde` writes"
        ) from error


def _served(url: str) -> list[tuple[Any, ...]]:
    try:
        from sqlalchemy import create_engine, text  # noqa: PLC0415 - comes with nbgrader; SQLite does without

        engine = create_engine(url)
        options = {"postgresql_readonly": True} if engine.dialect.name == "postgresql" else {}
        try:
            with engine.connect().execution_options(**options) as database:
                return [tuple(row) for row in database.execute(text(_GRADES), {"most": MAX_ROWS})]
        finally:
            engine.dispose()
    except Exception as error:  # noqa: BLE001 - each driver has its own
        said = str(getattr(error, "orig", None) or error).strip()
        raise CohortError(
            f"the gradebook's database cannot be read ({said.splitlines()[0] if said else type(error).__name__}): "
            "see c.CourseDirectory.db_url in nbgrader_config.py, or name it with --db"
        ) from None
