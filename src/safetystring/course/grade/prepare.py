"""What only nbgrader itself can say, in a process of its own: a course's settings, an assignment's blueprint.

Run as ``python -m safetystring.course.grade.prepare settings|blueprint``; input and output are JSON. The blueprint is
what stock `nbgrader autograde` makes of an empty submission: the instructor's cells run once, no learner's ever do.
"""

from __future__ import annotations

import json
import logging
import os
import secrets
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from nbgrader.api import Gradebook, get_alembic_version
from nbgrader.apps import AutogradeApp
from nbgrader.converters import Autograde, GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from nbgrader.plugins import LateSubmissionPlugin
from nbgrader.preprocessors import AssignLatePenalties, Execute

from safetystring.course.answers import left_in_source
from safetystring.course.config import SANITIZE
from safetystring.course.exporter import FeedbackExporter
from safetystring.course.feedback import DATA
from safetystring.course.grade.blueprint import Hole, cut, dump
from safetystring.scenario import encode

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_NOBODY = "nobody"


class _RefusedError(Exception):
    """The course is set up in a way that only nbgrader itself can grade. The message says what it is."""


def settings() -> dict[str, Any]:
    """Return the settings of the course in the current folder, and the files they were read from."""
    app = _app()
    course = app.coursedir
    converter, pages = Autograde(coursedir=course, parent=app), GenerateFeedback(coursedir=course, parent=app)
    for reason in _differences(app, converter, pages):
        raise _RefusedError(reason)
    late = AssignLatePenalties(parent=converter)
    late.init_plugin()
    penalty = late.plugin_inst.penalty_method if type(late.plugin_inst) is LateSubmissionPlugin else "plugin"
    return {
        "course_id": course.course_id,
        "db_url": course.db_url,
        "penalty": penalty,
        "submitted": course.submitted_directory,
        "autograded": course.autograded_directory,
        "feedback": course.feedback_directory,
        "permissions": [int(str(converter.permissions), 8), int(str(pages.permissions), 8)],
        "ignore": list(course.ignore),
        "files": [str(path) for path in _config_files(app)],
    }


def blueprint(rows: Mapping[str, Any]) -> dict[str, Any]:
    """Return the blueprint of an assignment, given what the gradebook holds of its release."""
    app = _app()
    assignment = rows["assignment"]
    with tempfile.TemporaryDirectory(prefix="safetystring-") as name:
        root = Path(name)
        course = CourseDirectory(
            parent=app,
            root=str(root),
            db_url=f"sqlite:///{root / 'gradebook.db'}",
            assignment_id=assignment,
            student_id=_NOBODY,
        )
        _fill(course, assignment, rows["notebooks"])
        folder = Path(course.format_path(course.submitted_directory, _NOBODY, assignment))
        folder.mkdir(parents=True)
        empty = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        for page in rows["notebooks"]:
            (folder / f"{page['name']}.ipynb").write_text(json.dumps(empty), encoding="utf-8")
        Autograde(coursedir=course, parent=app).start()
        graded = Path(course.format_path(course.autograded_directory, _NOBODY, assignment))
        pages = [_page(graded / f"{page['name']}.ipynb", page) for page in rows["notebooks"]]
    return {"assignment": assignment, "revision": get_alembic_version(), "pages": pages}


def _app() -> Any:  # noqa: ANN401 - untyped outside
    app = AutogradeApp()
    app.initialize([])
    app.log.setLevel(logging.ERROR)
    return app


def _differences(app: Any, converter: Any, pages: Any) -> Iterator[str]:  # noqa: ANN401 - untyped outside
    """Yield what the configuration changes that this grading does not reproduce."""
    plain = Autograde()
    course = app.coursedir
    if converter.sanitize_preprocessors != SANITIZE:
        yield "c.Autograde.sanitize_preprocessors, or an error in nbgrader_config.py (nbgrader shows it)"
    if converter.autograde_preprocessors != plain.autograde_preprocessors:
        yield "c.Autograde.autograde_preprocessors"
    if converter.pre_convert_hook or converter.post_convert_hook or pages.pre_convert_hook or pages.post_convert_hook:
        yield "a convert hook"
    if not converter.create_student:
        yield "c.Autograde.create_student"
    if converter.exclude_overwriting != left_in_source(Path(course.root) / course.source_directory):
        yield "c.Autograde.exclude_overwriting"
    if course.directory_structure != CourseDirectory().directory_structure:
        yield "c.CourseDirectory.directory_structure"
    if course.groupshared or course.student_id_exclude or course.student_id != "*" or course.notebook_id != "*":
        yield "c.CourseDirectory.groupshared, student_id, student_id_exclude or notebook_id"
    if pages.exporter_class is not FeedbackExporter:
        yield "c.GenerateFeedback.exporter_class"
    if Execute(parent=converter).record_timing:
        yield "c.Execute.record_timing"


def _config_files(app: Any) -> Iterator[Path]:  # noqa: ANN401 - untyped outside
    for folder in dict.fromkeys([*app.config_file_paths, app.coursedir.root]):
        for name in ("jupyter_config", "nbgrader_config"):
            for suffix in (".py", ".json"):
                yield Path(folder) / f"{name}{suffix}"


def _fill(course: Any, assignment: str, notebooks: list[dict[str, Any]]) -> None:  # noqa: ANN401 - untyped outside
    """Give a gradebook of its own what the real one holds of the release."""
    with Gradebook(course.db_url, course.course_id) as gradebook:
        gradebook.add_assignment(assignment, course_id=course.course_id)
        for page in notebooks:
            place = (page["name"], assignment)
            gradebook.add_notebook(*place, kernelspec=page["kernelspec"])
            kinds = {source[0]: source[1] for source in page["sources"]}
            for cell, points in page["maxima"].items():
                gradebook.add_grade_cell(cell, *place, max_score=points, cell_type=kinds[cell])
            for cell in page["written"]:
                gradebook.add_solution_cell(cell, *place)
            for cell, kind, locked, text, checksum in page["sources"]:
                gradebook.add_source_cell(cell, *place, cell_type=kind, locked=locked, source=text, checksum=checksum)


def _page(path: Path, rows: Mapping[str, Any]) -> dict[str, Any]:
    """Cut one graded notebook at its holes.

    Raises
    ------
    _RefusedError
        If it holds anything graded that is no cell of a scenario.
    """
    text = path.read_text(encoding="utf-8")
    notebook = json.loads(text)
    name = rows["name"]
    if dump(notebook) + "\n" != text:
        raise _RefusedError(f"{name}: nbgrader writes notebooks in another form than expected")
    cutter = _Cutter(name)
    for cell in notebook["cells"]:
        cutter.cell(cell)
    if sorted((*cutter.maxima, *cutter.written_maxima)) != sorted(rows["maxima"]):
        raise _RefusedError(f"{name}: its graded cells are not those of the gradebook")
    pieces, holes = cut(notebook, cutter.marks)
    return {
        "name": name,
        "pieces": pieces,
        "holes": [encode(one) for one in holes],
        "maxima": cutter.maxima,
        "written": cutter.written,
        "written_maxima": cutter.written_maxima,
        "start": cutter.start,
    }


@dataclass(slots=True)
class _Cutter:
    """Puts marks where the holes will be, cell by cell, and collects what the cells are worth."""

    name: str
    marks: dict[str, Hole] = field(default_factory=dict)
    maxima: dict[str, float] = field(default_factory=dict)
    written: dict[str, str] = field(default_factory=dict)
    written_maxima: dict[str, float] = field(default_factory=dict)
    start: str = ""

    def cell(self, cell: dict[str, Any]) -> None:
        marked = cell["metadata"].get("nbgrader", {})
        cell_id, source = marked.get("grade_id"), "".join(cell["source"])
        if cell_id == "start":
            self.start = source
        if marked.get("solution"):
            self._answer(cell, cell_id, source)
        elif marked.get("grade"):
            shown = _shown(cell, self.name)
            calls = f'score("{self.name}", "{cell_id}")' in source.splitlines()
            if not calls or "".join(shown.get("text/plain", "")) != "0.0":
                raise _RefusedError(f"{self.name}: the graded cell {cell_id} is no cell of a scenario")
            self.maxima[cell_id] = float(marked["points"])
            shown["text/plain"] = self._hole("points", cell_id)
        elif cell["cell_type"] == "code":
            if cell_id != "player" or DATA not in _shown(cell, self.name):
                raise _RefusedError(f"{self.name}: the cell {cell_id} is not known here")
            cell["outputs"][0]["data"] = self._hole("player", cell_id)

    def _answer(self, cell: dict[str, Any], cell_id: str, source: str) -> None:
        if cell["cell_type"] != "markdown":
            raise _RefusedError(f"{self.name}: {cell_id} is a cell in which learners write code")
        self.written[cell_id] = source
        if cell["metadata"]["nbgrader"].get("grade"):
            self.written_maxima[cell_id] = float(cell["metadata"]["nbgrader"]["points"])
        cell["source"] = self._hole("written", cell_id)

    def _hole(self, kind: str, cell: str) -> str:
        mark = secrets.token_hex(16)
        self.marks[mark] = Hole(kind=kind, cell=cell)
        return mark


def _shown(cell: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - untyped outside
    outputs = cell.get("outputs", [])
    if len(outputs) != 1 or outputs[0]["output_type"] != "execute_result" or outputs[0]["metadata"]:
        raise _RefusedError(f"{name}: a cell shows something else than one result")
    return outputs[0]["data"]


def main() -> int:
    """Answer on standard output: the result, or `refused` with the reason."""
    out = os.dup(1)
    os.dup2(2, 1)  # whatever else prints goes to stderr
    try:
        answer = settings() if sys.argv[1] == "settings" else blueprint(json.load(sys.stdin))
    except _RefusedError as error:
        answer = {"refused": str(error)}
    with os.fdopen(out, "w", encoding="utf-8") as file:
        json.dump(answer, file, ensure_ascii=False)
    return 0


if __name__ == "__main__":
    sys.exit(main())
