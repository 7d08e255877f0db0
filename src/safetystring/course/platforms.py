"""`nbgrader export` for learning platforms: a row a learner, a column an assignment, in the form their imports read.

Both forms are as the importers read them (Moodle's `gradeimport_csv_load_data`, Canvas's `GradebookImporter`), which
decides three things that look arbitrary below: what identifies a learner, what an empty cell means, and the points row.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbgrader.api import MissingEntry
from nbgrader.plugins import ExportPlugin

from safetystring.course.table import write_table

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True, kw_only=True)
class Learner:
    """A learner as a gradebook knows them; `points` by assignment, none where nothing was handed in."""

    id: str
    first_name: str
    last_name: str
    email: str
    lms_id: str
    points: Mapping[str, float]

    @property
    def name(self) -> str:
        """Family name first, as a sorted list of a class has it; the id where no name is known."""
        return ", ".join(filter(None, (self.last_name, self.first_name))) or self.id


Table = tuple[list[str], list[list[object]]]


def moodle(learners: Sequence[Learner], maxima: Mapping[str, float]) -> Table:
    """Return the columns and rows for Moodle: Grades, Import, CSV file.

    A column that identifies a learner is there only where everyone has it: to Moodle an empty one is the learner of
    the row above, and one it does not know ends the import. An empty grade is none.
    """
    known: list[tuple[str, list[str]]] = [
        ("Username", [one.id for one in learners]),
        ("ID number", [one.lms_id for one in learners]),
        ("Email address", [one.email for one in learners]),
    ]
    identities = [(name, values) for name, values in known if all(values)]
    columns = [name for name, _ in identities] + ["Last name", "First name", *maxima]
    rows: list[list[object]] = [
        [*(values[n] for _, values in identities), one.last_name, one.first_name, *(one.points.get(a) for a in maxima)]
        for n, one in enumerate(learners)
    ]
    return columns, rows


def canvas(learners: Sequence[Learner], maxima: Mapping[str, float]) -> Table:
    """Return the columns and rows for Canvas: Grades, Import.

    Canvas looks a learner up by its own number, then by the SIS id, then by the login, then by the name, and takes an
    assignment it does not know for a new one, worth what the row "Points Possible" says. An empty grade is none.
    """
    columns = ["Student", "ID", "SIS User ID", "SIS Login ID", "Section", *maxima]
    possible: list[object] = ["Points Possible", "", "", "", "", *maxima.values()]
    rows: list[list[object]] = [
        [one.name, one.lms_id, one.id, one.id, "", *(_cents(one.points.get(a)) for a in maxima)] for one in learners
    ]
    return columns, [possible, *rows]


def _cents(points: float | None) -> float | None:
    """Canvas keeps two decimals."""
    return None if points is None else round(points, 2)


class _PlatformExport(ExportPlugin):  # type: ignore[misc]  # nbgrader ships no types
    """What both have in common: the gradebook's totals, late penalties taken off."""

    default_name = ""

    def export(self, gradebook: Any) -> None:  # noqa: ANN401 - nbgrader's database
        """Write the table to `--to`, or to a file of the default name; say what still waits for a person."""
        path = Path(self.to or self.default_name)
        chosen, students = ({str(name) for name in names} for names in (self.assignment, self.student))
        maxima = {
            one.name: float(one.max_score)
            for one in sorted(gradebook.assignments, key=lambda one: one.name)
            if not chosen or one.name in chosen
        }
        learners = [
            Learner(
                id=one.id,
                first_name=one.first_name or "",
                last_name=one.last_name or "",
                email=one.email or "",
                lms_id=one.lms_user_id or "",
                points=self._points(gradebook, one.id, maxima),
            )
            for one in sorted(gradebook.students, key=lambda one: one.id)
            if not students or one.id in students
        ]
        columns, rows = self.table(learners, maxima)
        write_table(path, columns, rows)
        self.log.info("%d learners written to %s", len(learners), path)

    def table(self, learners: Sequence[Learner], maxima: Mapping[str, float]) -> Table:
        """Return the platform's form."""
        raise NotImplementedError

    def _points(self, gradebook: Any, student: str, names: Mapping[str, float]) -> dict[str, float]:  # noqa: ANN401
        points = {}
        for name in names:
            try:
                found = gradebook.find_submission(name, student)
            except MissingEntry:
                continue
            points[name] = max(0.0, found.score - (found.late_submission_penalty or 0.0))
            if found.needs_manual_grade:
                self.log.warning("%s: an answer in %s is not graded yet: exported without its points", student, name)
        return points


class MoodleExport(_PlatformExport):
    """For Moodle's "CSV file" under Grades, Import."""

    default_name = "moodle.csv"

    def table(self, learners: Sequence[Learner], maxima: Mapping[str, float]) -> Table:
        """Return Moodle's form."""
        return moodle(learners, maxima)


class CanvasExport(_PlatformExport):
    """For Canvas's "Import" on the Grades page."""

    default_name = "canvas.csv"

    def table(self, learners: Sequence[Learner], maxima: Mapping[str, float]) -> Table:
        """Return Canvas's form."""
        return canvas(learners, maxima)
