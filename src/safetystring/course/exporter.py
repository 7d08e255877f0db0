"""The page `nbgrader generate_feedback` makes: total, debrief, written answer, then each part's points.

nbgrader's own page has no `lang`, fetches MathJax from the network and shows the hidden tests' code.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter
from nbgrader.api import Gradebook
from nbgrader.utils import is_grade, is_solution
from traitlets import default

from safetystring.course.feedback import DATA
from safetystring.course.page import page_html, page_of, written_part

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping


class FeedbackExporter(Exporter):
    """Makes a graded notebook into a page that a learner can read."""

    output_mimetype = "text/html"

    @default("file_extension")
    def _file_extension_default(self) -> str:
        return ".html"

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[Any, Any]:  # noqa: ANN401 - nbconvert's own types
        """Return the page and nbconvert's resources."""
        nb, resources = super().from_notebook_node(nb, resources, **kw)
        graded = resources.get("nbgrader", {})
        page = page_data(nb.cells, graded, _waiting(graded))
        return page_html(page), resources


def page_data(cells: Iterable[Any], graded: Mapping[str, Any], waiting: frozenset[str]) -> dict[str, Any]:
    """Return what the page's template shows.

    Parameters
    ----------
    cells
        Of a graded notebook, with the points that nbgrader put into them.
    graded
        nbgrader's totals.
    waiting
        Ids of cells that a person has not graded yet: their 0 is no mark.
    """
    cells = list(cells)
    shown, data = _debrief(cells)
    return page_of(
        shown=shown,
        data=data,
        start=_start(cells),
        name=str(graded.get("notebook", "")),
        cells=[_part(cell) for cell in cells if is_grade(cell) and not is_solution(cell)],
        written=[_written(cell, waiting) for cell in cells if is_solution(cell)],
        late=graded.get("late_penalty") or 0.0,
    )


def _waiting(graded: Mapping[str, Any]) -> frozenset[str]:
    if "db_url" not in graded:
        return frozenset()
    with Gradebook(graded["db_url"]) as gradebook:
        notebook = gradebook.find_submission_notebook(graded["notebook"], graded["assignment"], graded["student"])
        return frozenset(grade.name for grade in notebook.grades if grade.needs_manual_grade)


def _part(cell: Any) -> tuple[str, float, float]:  # noqa: ANN401 - untyped outside
    marks = cell.metadata.nbgrader
    return marks.grade_id, marks.score, marks.points


def _written(cell: Any, waiting: frozenset[str]) -> dict[str, Any]:  # noqa: ANN401 - a notebook's cell
    marks = cell.metadata.nbgrader
    return written_part(
        cell.source,
        marks.get("comment"),
        marks.get("score"),
        marks.get("points"),
        waiting=marks.grade_id in waiting,
    )


def _debrief(cells: Iterable[Any]) -> tuple[str, Mapping[str, Any]]:
    """Return the HTML that the player's cell showed while grading, and its data."""
    for cell in cells:
        if cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") != "player":
            continue
        for output in cell.get("outputs", []):
            bundle = output.get("data", {})
            if DATA in bundle and isinstance(bundle[DATA], dict):
                shown = bundle.get("text/html", "")
                return shown if isinstance(shown, str) else "".join(shown), bundle[DATA]
    return "", {}


def _start(cells: Iterable[Any]) -> str:
    for cell in cells:
        if cell.get("id") == "start" or cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") == "start":
            return str(cell.source)
    return ""
