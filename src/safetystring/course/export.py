"""`nbgrader export` with the red flags' names: one row per learner, scenario and cell, as a table or as JSON Lines."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbgrader.plugins import ExportPlugin

from safetystring.course.table import write_table
from safetystring.player.log import read, scored
from safetystring.player.script import Course
from safetystring.scenario import LANGUAGES, FormatError, Key, Scenario, read_key, read_scenario
from safetystring.scoring.labels import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

COLUMNS = (
    "student_id",
    "last_name",
    "first_name",
    "assignment",
    "scenario",
    "truth",
    "cell",
    "kind",
    "red_flag",
    "red_flag_zh",
    "red_flag_en",
    "red_flag_fr",
    "family",
    "marked_family",
    "label_zh",
    "label_en",
    "label_fr",
    "points",
    "max_points",
    "needs_manual_grade",
    "submitted_at",
)


def describe(cell: str, key: Key, marks: Mapping[str, str]) -> dict[str, object]:
    """Return what the key says of a cell, with the family the learner's mark gave it.

    Parameters
    ----------
    marks
        Family by marked message, as it stood at the end.
    """
    labels: dict[str, object] = {f"label_{lang}": label(cell, lang, key) for lang in LANGUAGES}
    if not cell.startswith("item-"):
        return {"kind": cell.rpartition("-")[0] if cell.startswith("decision-") else cell, **labels}
    number = int(cell.removeprefix("item-"))
    if not 0 < number <= len(key.items):
        return labels
    message = key.items[number - 1]
    marked = marks.get(message)
    cue = key.cues.get(message)
    if cue is None:
        return {"kind": "lookalike" if message in key.lookalikes else "other", "marked_family": marked, **labels}
    flag = key.red_flags.get(cue.red_flag)
    names = {f"red_flag_{lang}": flag.name.get(lang) for lang in LANGUAGES} if flag is not None else {}
    return {"kind": "cue", "red_flag": cue.red_flag, "family": cue.family, "marked_family": marked, **names, **labels}


class RedFlagExport(ExportPlugin):  # type: ignore[misc]  # nbgrader ships no types
    """Exports the gradebook with what each cell is about, as a table for a spreadsheet."""

    default_name = "grades.csv"

    def export(self, gradebook: Any) -> None:  # noqa: ANN401 - nbgrader's database
        """Write the rows to `--to`, or to a file of the default name."""
        path = Path(self.to or self.default_name)
        number = self.write(path, self._rows(gradebook))
        self.log.info("%d rows written to %s", number, path)

    def write(self, path: Path, rows: Iterable[Mapping[str, object]]) -> int:
        """Write the rows and return their number."""
        return write_table(path, COLUMNS, ([row.get(column) for column in COLUMNS] for row in rows))

    def _rows(self, gradebook: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401
        assignments = {str(name) for name in self.assignment}
        students = {str(name) for name in self.student}
        root = Path(self.parent.coursedir.root)
        for assignment in sorted(gradebook.assignments, key=lambda one: one.name):
            if assignments and assignment.name not in assignments:
                continue
            for submission in sorted(assignment.submissions, key=lambda one: one.student_id):
                if students and submission.student_id not in students:
                    continue
                for notebook in sorted(submission.notebooks, key=lambda one: one.name):
                    yield from self._notebook(root, assignment, submission, notebook)

    def _notebook(self, root: Path, assignment: Any, submission: Any, notebook: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401
        student = submission.student
        try:
            key: Key | None = read_key(root / "keys" / f"{notebook.name}.json")
        except FormatError as error:
            self.log.warning("exported without names: %s", error)
            key = None
        coursedir = self.parent.coursedir
        folder = Path(coursedir.format_path(coursedir.submitted_directory, student.id, assignment.name))
        marks = _marks(root, folder, notebook.name)
        for grade in sorted(notebook.grades, key=lambda one: one.name):
            yield {
                "student_id": student.id,
                "last_name": student.last_name,
                "first_name": student.first_name,
                "assignment": assignment.name,
                "scenario": notebook.name,
                "truth": key.truth if key is not None else None,
                "cell": grade.name,
                "points": grade.score,
                "max_points": grade.max_score,
                "needs_manual_grade": bool(grade.needs_manual_grade),
                "submitted_at": submission.timestamp,
                **(describe(grade.name, key, marks) if key is not None else {}),
            }


class JsonLinesExport(RedFlagExport):
    """Exports the same rows as JSON Lines, for programs: one object a line, every column there, null where unknown.

    Nothing is altered on the way: a program that makes a table of it for a spreadsheet has to see to formulas itself.
    """

    default_name = "grades.jsonl"

    def write(self, path: Path, rows: Iterable[Mapping[str, object]]) -> int:
        """Write the rows and return their number."""
        number = 0
        with path.open("w", encoding="utf-8", errors="replace", newline="\n") as file:
            for number, row in enumerate(rows, 1):  # noqa: B007 - counts for the caller
                line = {column: _plain(row.get(column)) for column in COLUMNS}
                file.write(json.dumps(line, ensure_ascii=False, allow_nan=False) + "\n")
        return number


def _plain(value: object) -> object:
    return value.strftime("%Y-%m-%dT%H:%M:%SZ") if isinstance(value, datetime) else value


def _marks(root: Path, folder: Path, scenario_id: str) -> Mapping[str, str]:
    """Return the marks of the run that is scored; none where its log or the scenario cannot be read."""
    try:
        scenario: Scenario = read_scenario(root / "keys" / f"{scenario_id}.scenario.json")
    except FormatError:
        return {}
    play = scored(read(folder / "responses" / f"{scenario_id}.jsonl", Course.of(scenario)))
    return play.session.marks if play is not None else {}
