"""The gradebook's rows: what an assignment consists of, what is there of its learners, and what grading writes."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from safetystring.course.grade.errors import GradeError, stock
from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from safetystring.course.grade.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class NotebookRows:
    """One notebook of an assignment in the database: ids of its graded and written cells, by name in their order."""

    id: str
    name: str
    kernelspec: str | None
    grades: Mapping[str, str]
    maxima: Mapping[str, float]
    written: Mapping[str, str]
    tasks: tuple[str, ...]
    sources: tuple[tuple[Any, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AssignmentRows:
    """An assignment in the database, its notebooks by name, and the database's revision."""

    id: str
    name: str
    due: datetime | None
    revision: str
    notebooks: Mapping[str, NotebookRows]

    def content(self) -> list[Any]:
        """Return what a blueprint depends on, without the ids."""
        return [
            [one.name, one.kernelspec, list(one.maxima.items()), list(one.written), list(one.tasks), list(one.sources)]
            for one in self.notebooks.values()
        ]


@dataclass(slots=True, kw_only=True)
class Earlier:
    """What the gradebook holds of one submission: ids, the time allowed beyond the due date, a person's marks.

    By notebook and cell, `grades` are id, the scorer's points, a person's, extra credit, and whether it waits for a
    person; `comments` are id and a person's words. `penalties` are by notebook.
    """

    id: str
    timestamp: datetime | None
    extension: Any
    notebooks: dict[str, str] = field(default_factory=dict)
    penalties: dict[str, float | None] = field(default_factory=dict)
    grades: dict[tuple[str, str], tuple[str, float | None, float | None, float | None, bool]] = field(
        default_factory=dict
    )
    comments: dict[tuple[str, str], tuple[str, str | None]] = field(default_factory=dict)


def read_assignment(store: Store, name: str) -> AssignmentRows:
    """Return the assignment's rows.

    Raises
    ------
    GradeError
        If the database has no such assignment, or is none of nbgrader's.
    """
    try:
        versions = store.rows("SELECT version_num FROM alembic_version")
        found = store.rows("SELECT id, duedate FROM assignment WHERE name = ?", (name,))
    except Exception as error:  # each driver has its own
        raise GradeError(f"the database is no gradebook of nbgrader's, or one of another version ({error})") from error
    if not found:
        raise GradeError(f"the gradebook has no assignment {name}: run `nbgrader generate_assignment {name}` first")
    [(assignment, due)] = found
    notebooks = store.rows("SELECT id, name, kernelspec FROM notebook WHERE assignment_id = ?", (assignment,))
    if not notebooks:
        raise GradeError(f"the assignment {name} has no notebooks: run `nbgrader generate_assignment {name} --force`")
    return AssignmentRows(
        id=assignment,
        name=name,
        due=store.moment(due),
        revision=str(versions[0][0]) if versions else "",
        notebooks={one[1]: _notebook(store, one) for one in sorted(notebooks, key=lambda row: row[1])},
    )


def _notebook(store: Store, row: tuple[Any, ...]) -> NotebookRows:
    notebook, name, kernelspec = row
    cells = store.rows(
        "SELECT b.id, b.name, b.type, g.max_score, g.cell_type FROM base_cell b "
        "LEFT JOIN grade_cells g ON g.id = b.id WHERE b.notebook_id = ?",
        (notebook,),
    )
    sources = store.rows(
        "SELECT name, cell_type, locked, source, checksum FROM source_cell WHERE notebook_id = ?", (notebook,)
    )
    graded = [cell for cell in cells if cell[2] == "GradeCell"]
    return NotebookRows(
        id=notebook,
        name=name,
        kernelspec=kernelspec,
        grades={cell[1]: cell[0] for cell in graded},
        maxima={cell[1]: float(cell[3]) for cell in graded},
        written={cell[1]: cell[0] for cell in cells if cell[2] == "SolutionCell"},
        tasks=tuple(cell[1] for cell in cells if cell[2] == "TaskCell"),
        sources=tuple((source[0], source[1], bool(source[2]), source[3], source[4]) for source in sources),
    )


def graded_students(store: Store, assignment: AssignmentRows) -> set[str]:
    """Return the learners of whom the gradebook holds a submission."""
    found = store.rows("SELECT student_id FROM submitted_assignment WHERE assignment_id = ?", (assignment.id,))
    return {row[0] for row in found}


def read_earlier(store: Store, assignment: AssignmentRows, students: Sequence[str]) -> dict[str, Earlier]:
    """Return what the gradebook holds of these learners' submissions, by learner."""
    found: dict[str, Earlier] = {}
    for row in store.among(
        "SELECT student_id, id, timestamp, extension FROM submitted_assignment "
        "WHERE assignment_id = ? AND student_id IN (…)",
        students,
        (assignment.id,),
    ):
        found[row[0]] = Earlier(id=row[1], timestamp=store.moment(row[2]), extension=store.length(row[3]))
    if not found:
        return found
    owner = {one.id: one for one in found.values()}
    for page in assignment.notebooks.values():
        place: dict[str, Earlier] = {}
        for row in store.among(
            "SELECT assignment_id, id, late_submission_penalty FROM submitted_notebook "
            "WHERE notebook_id = ? AND assignment_id IN (…)",
            list(owner),
            (page.id,),
        ):
            place[row[1]] = owner[row[0]]
            owner[row[0]].notebooks[page.name] = row[1]
            owner[row[0]].penalties[page.name] = row[2]
        # By cell: the only index of these tables begins with it.
        for cell, key in page.grades.items():
            for row in store.among(
                "SELECT notebook_id, id, auto_score, manual_score, extra_credit, needs_manual_grade FROM grade "
                "WHERE cell_id = ? AND notebook_id IN (…)",
                list(place),
                (key,),
            ):
                place[row[0]].grades[page.name, cell] = (row[1], row[2], row[3], row[4], bool(row[5]))
        for cell, key in page.written.items():
            for row in store.among(
                "SELECT notebook_id, id, manual_comment FROM comment WHERE cell_id = ? AND notebook_id IN (…)",
                list(place),
                (key,),
            ):
                place[row[0]].comments[page.name, cell] = (row[1], row[2])
    return found


@dataclass(slots=True, kw_only=True)
class PageRows:
    """What grading found out about one notebook of one learner.

    Attributes
    ----------
    converted
        Whether the notebook was handed in; one that was not gets zeros and no late penalty.
    scores
        By graded cell; None waits for a person.
    comments
        By written cell; None where the learner wrote something.
    penalty
        For lateness, or None.
    kept
        Whether all this is the gradebook's own, and nothing was graded.
    """

    converted: bool
    scores: Mapping[str, float | None]
    comments: Mapping[str, str | None]
    penalty: float | None = None
    kept: bool = False


@dataclass(slots=True, kw_only=True)
class StudentRows:
    """What grading found out about one learner."""

    student: str
    timestamp: datetime | None
    pages: Mapping[str, PageRows]


def write(
    store: Store, assignment: AssignmentRows, rows: Iterable[StudentRows], earlier: Mapping[str, Earlier]
) -> None:
    """Write what was found out, as nbgrader would row by row. Nothing is committed.

    A person's marks, comments and extra credit stay as they are.
    """
    batch = _Batch(store, assignment)
    chosen = list(rows)
    known = {row[0] for row in store.among("SELECT id FROM student WHERE id IN (…)", [one.student for one in chosen])}
    for one in chosen:
        if one.student not in known:
            batch.students.append((one.student,))
        there = earlier.get(one.student)
        if there is None:
            batch.add(one)
        else:
            batch.change(one, there)
    batch.flush()


def ensure_courses(store: Store, course_id: str) -> None:
    """Add the courses that nbgrader makes when it opens a gradebook, where they are missing."""
    known = {row[0] for row in store.rows("SELECT id FROM course")}
    store.write("INSERT INTO course (id) VALUES (?)", [(one,) for one in {course_id, "default_course"} - known if one])


class _Batch:
    """Collects the rows of some learners by statement."""

    def __init__(self, store: Store, assignment: AssignmentRows) -> None:
        self.store = store
        self.assignment = assignment
        self.students: list[tuple[object, ...]] = []
        self._submissions: list[tuple[object, ...]] = []
        self._notebooks: list[tuple[object, ...]] = []
        self._grades: list[tuple[object, ...]] = []
        self._comments: list[tuple[object, ...]] = []
        self._times: list[tuple[object, ...]] = []
        self._scores: list[tuple[object, ...]] = []
        self._says: list[tuple[object, ...]] = []
        self._penalties: list[tuple[object, ...]] = []

    def add(self, one: StudentRows) -> None:
        store = self.store
        no, yes = store.truth(value=False), store.truth(value=True)
        submission = new_id()
        when = store.stored(one.timestamp) if one.timestamp is not None else None
        self._submissions.append((submission, self.assignment.id, one.student, when))
        for name, page in self.assignment.notebooks.items():
            made = one.pages[name]
            notebook = new_id()
            self._notebooks.append((notebook, submission, page.id, no, made.penalty))
            for cell, key in page.grades.items():
                score = made.scores[cell]
                self._grades.append((new_id(), notebook, key, score, yes if score is None else no))
            for cell, key in page.written.items():
                self._comments.append((new_id(), notebook, key, made.comments.get(cell)))

    def change(self, one: StudentRows, there: Earlier) -> None:
        store = self.store
        no, yes = store.truth(value=False), store.truth(value=True)
        if one.timestamp is not None:
            self._times.append((store.stored(one.timestamp), there.id))
        for name, made in one.pages.items():
            for cell, score in made.scores.items():
                key, _, manual, *_ = there.grades[name, cell]
                waits = made.converted and (manual is not None or score is None)
                self._scores.append((score, yes if waits else no, key))
            if made.converted:
                self._says += [(text, there.comments[name, cell][0]) for cell, text in made.comments.items()]
                self._penalties.append((made.penalty, there.notebooks[name]))

    def flush(self) -> None:
        write = self.store.write
        write("INSERT INTO student (id) VALUES (?)", self.students)
        write(
            "INSERT INTO submitted_assignment (id, assignment_id, student_id, timestamp) VALUES (?, ?, ?, ?)",
            self._submissions,
        )
        write(
            "INSERT INTO submitted_notebook (id, assignment_id, notebook_id, flagged, late_submission_penalty) "
            "VALUES (?, ?, ?, ?, ?)",
            self._notebooks,
        )
        write(
            "INSERT INTO grade (id, notebook_id, cell_id, auto_score, needs_manual_grade) VALUES (?, ?, ?, ?, ?)",
            self._grades,
        )
        write("INSERT INTO comment (id, notebook_id, cell_id, auto_comment) VALUES (?, ?, ?, ?)", self._comments)
        write("UPDATE submitted_assignment SET timestamp = ? WHERE id = ?", self._times)
        write("UPDATE grade SET auto_score = ?, needs_manual_grade = ? WHERE id = ?", self._scores)
        write("UPDATE comment SET auto_comment = ? WHERE id = ?", self._says)
        write("UPDATE submitted_notebook SET late_submission_penalty = ? WHERE id = ?", self._penalties)


def new_id() -> str:
    """Return an id as nbgrader makes them: 32 random hexadecimal digits."""
    return os.urandom(16).hex()


def check(assignment: AssignmentRows, revision: str) -> None:
    """Make sure that the gradebook is of the version that is installed.

    Raises
    ------
    GradeError
        If it is not, with how to mend it.
    """
    if assignment.revision != revision:
        raise GradeError(
            f"the gradebook has the revision {assignment.revision or '(none)'}, this nbgrader works with {revision}: "
            "make a copy of gradebook.db, then run `nbgrader db upgrade`"
        )
    for one in assignment.notebooks.values():
        if one.tasks:
            raise GradeError(
                f"{one.name} has a task cell ({one.tasks[0]}), which only nbgrader grades {stock(assignment.name)}"
            )
