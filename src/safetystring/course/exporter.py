"""The page `nbgrader generate_feedback` makes: total, debrief, written answer, then each part's points.

nbgrader's own page has no `lang`, fetches MathJax from the network and shows the hidden tests' code.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING, Any

from nbconvert.exporters import Exporter
from nbgrader.api import Gradebook
from nbgrader.utils import is_grade, is_solution
from traitlets import default

from safetystring.course.feedback import DATA, environment
from safetystring.course.notebook import ANSWER_STUB
from safetystring.course.words import words
from safetystring.scenario import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safetystring.scenario import Lang

_NO_RESPONSE = "No response."
"""What nbgrader itself writes, in English, where nothing was written; the page says so in the learner's language."""


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
        return environment().get_template("page.html.j2").render(page=page), resources


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
    debrief, data = _debrief(cells)
    lang: Lang = data["lang"] if data.get("lang") in LANGUAGES else "zh"
    found = data.get("labels")
    labels: Mapping[str, Any] = found if isinstance(found, dict) else {}
    scored = [cell for cell in cells if is_grade(cell)]
    return {
        "lang": words(lang)["lang_tag"],
        "words": words(lang),
        "title": _title(cells, lang) or str(graded.get("notebook", "")),
        "score": graded.get("score"),
        "max": graded.get("max_score"),
        "late": graded.get("late_penalty") or 0,
        "debrief": debrief,
        "parts": [_part(cell, labels) for cell in scored if not is_solution(cell)],
        "written": [_written(cell, waiting) for cell in cells if is_solution(cell)],
    }


def _waiting(graded: Mapping[str, Any]) -> frozenset[str]:
    if "db_url" not in graded:
        return frozenset()
    with Gradebook(graded["db_url"]) as gradebook:
        notebook = gradebook.find_submission_notebook(graded["notebook"], graded["assignment"], graded["student"])
        return frozenset(grade.name for grade in notebook.grades if grade.needs_manual_grade)


def _part(cell: Any, labels: Mapping[str, Any]) -> dict[str, Any]:  # noqa: ANN401 - a notebook's cell
    marks = cell.metadata.nbgrader
    return {"label": str(labels.get(marks.grade_id, marks.grade_id)), "points": marks.score, "max": marks.points}


def _written(cell: Any, waiting: frozenset[str]) -> dict[str, Any]:  # noqa: ANN401 - a notebook's cell
    marks = cell.metadata.nbgrader
    _, stub, after = cell.source.partition(ANSWER_STUB)
    text = after if stub else cell.source
    # The question stands above as one HTML paragraph a language; the answer is what follows it.
    # Escaped on its way in (see preprocessors.harmless), and again by the template.
    text = html.unescape(text.rpartition("</p>")[2].strip())
    comment = marks.get("comment") or ""
    if comment == _NO_RESPONSE:
        comment = ""
    points = None if marks.grade_id in waiting else marks.get("score")
    return {"text": text, "comment": comment, "points": points, "max": marks.get("points")}


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


def _title(cells: Iterable[Any], lang: Lang) -> str:
    """Return the scenario's title in one language, from the notebook's first cell."""
    for cell in cells:
        if cell.get("id") == "start" or cell.get("metadata", {}).get("nbgrader", {}).get("grade_id") == "start":
            _, _, rest = cell.source.partition(f'lang="{lang}">')
            return html.unescape(rest.partition("</")[0])
    return ""
