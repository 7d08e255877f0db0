"""The preprocessor that makes a submitted notebook safe to grade, before anything of nbgrader's looks at it.

Every cell of a submission is put back as it was released; of the learner's notebook only the written answers are kept.
So a copied, deleted or altered grade cell harms nobody (in stock nbgrader one duplicated cell stops the whole batch),
and no code that came with a submission runs on the grader's machine.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from nbformat import from_dict
from nbgrader.api import Gradebook
from nbgrader.preprocessors import NbGraderPreprocessor

from safetystring.course.notebook import Cell, build, code_cell, markdown_cell
from safetystring.course.written import harmless, written_answers

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import Any

_ORDER = ("start", "player", "reflection", "item", "decision", "false-alarms", "verdict")


def released_order(names: Iterable[str]) -> list[str]:
    """Return cell ids in the order of the release, however a database lists them; others come last, as given."""
    return sorted(names, key=_place)


def _place(name: str) -> tuple[int, str]:
    kind = name.partition("-")[0] if name.startswith(("item-", "decision-")) else name
    return (_ORDER.index(kind), name) if kind in _ORDER else (len(_ORDER), "")


class RestoreRelease(NbGraderPreprocessor):  # type: ignore[misc]  # nbgrader ships no types
    """Rebuilds a submitted notebook from what the gradebook knows of its release."""

    def preprocess(self, nb: Any, resources: Mapping[str, Any]) -> tuple[Any, Mapping[str, Any]]:  # noqa: ANN401 - nbconvert's own types
        """Return the released notebook with the learner's written answers in it."""
        place = resources["nbgrader"]
        answers = written_answers(nb.get("cells", []))
        with Gradebook(place["db_url"]) as gradebook:
            cells = _released_cells(gradebook.find_notebook(place["notebook"], place["assignment"]), answers)
        submitted = len(nb.get("cells", []))
        if submitted != len(cells):
            self.log.info("Submission has %d cells, its release has %d: graded as released", submitted, len(cells))
        return from_dict(build(cells)), resources  # type: ignore[no-untyped-call]  # nbformat is partly typed


def _released_cells(notebook: Any, answers: Mapping[str, str]) -> list[Cell]:  # noqa: ANN401 - a row of nbgrader's database
    points = {cell.name: cell.max_score for cell in notebook.grade_cells}
    solutions = {cell.name for cell in notebook.solution_cells}
    sources = {cell.name: cell for cell in notebook.source_cells}
    cells = []
    for name in released_order(sources):
        stored = sources[name]
        own = name in solutions and not stored.locked
        text = harmless(answers.get(name, stored.source), stored.source) if own else stored.source
        marks = {
            "schema_version": 3,
            "grade_id": name,
            "grade": name in points,
            "solution": name in solutions,
            "locked": stored.locked,
            "task": False,
            "cell_type": stored.cell_type,
            "checksum": stored.checksum,
        }
        if name in points:
            marks["points"] = points[name]
        cell = code_cell(name, text) if stored.cell_type == "code" else markdown_cell(name, text)
        cell["metadata"]["nbgrader"] = marks
        cells.append(cell)
    return cells
