"""Pure builders of the course's notebooks, as nbformat 4.5 dictionaries.

Two notebooks of one kind differ in title and scenario id only: a genuine conversation's cannot be told from a scam's.
"""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from safetystring.scenario import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safetystring.scenario import Text

Cell = dict[str, Any]
Notebook = dict[str, Any]

REFLECTION_POINTS = 2

FIRST_LINE = "# ▶ 开始 · Start · Commencer"
"""What a collapsed player cell shows."""
START_BUTTON = (
    '<button data-commandlinker-command="notebook:run-all-cells" style="border: 0; font-size: 20px; '
    'padding: 12px 32px; border-radius: 28px; color: #ffffff; background-color: #a3261b">'
    "▶ 开始 · Start · Commencer</button>"
)
"""Runs the notebook in JupyterLab and Notebook 7, for somebody who has never seen a cell."""
GRADE_LINE = "# 计分 · score · points"
"""What a collapsed grade cell shows; it says nothing of what is scored there."""
ANSWER_STUB = "✎ 双击这里写 · Double-click here to write · Double-cliquez ici pour écrire"
"""What stands where the learner writes, until the learner does (nbgrader's `text_stub`)."""

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")
_REFLECTION = {
    "zh": "这段对话里，有没有哪一刻让你犹豫？是哪句话？下次遇到，你想怎么说？（两三句就好，别写真实姓名和号码）",
    "en": "Was there a moment in this conversation that made you hesitate? Which words did it? What would you say next "
    "time? (Two or three sentences; no real names or numbers.)",
    "fr": "Y a-t-il eu un moment où vous avez hésité ? À cause de quels mots ? La prochaine fois, que diriez-vous ? "
    "(Deux ou trois phrases, sans nom ni numéro réel.)",
}


def self_study(scenario_id: str, title: Text) -> Notebook:
    """Return the notebook a learner opens alone: a title with a Start button, and the player's cell.

    Raises
    ------
    ValueError
        If `scenario_id` is no scenario id.
    """
    return build([_title(title), _player(scenario_id)])


def source(scenario_id: str, title: Text, cells: Mapping[str, float]) -> Notebook:
    """Return nbgrader's source notebook: the same, an open question, and the locked grade cells.

    Parameters
    ----------
    cells
        Maximum points of each graded cell by id, in order (see :func:`safetystring.scoring.cells.cell_maxima`).

    Raises
    ------
    ValueError
        If `scenario_id` is no scenario id.
    """
    player = _with_nbgrader(_player(scenario_id), "player", locked=True)
    scored = (_grade(scenario_id, cell_id, points) for cell_id, points in cells.items())
    return build([_with_nbgrader(_title(title), "start", locked=True), player, _reflection(), *scored])


def markdown_cell(cell_id: str, text: str) -> Cell:
    """Return a Markdown cell."""
    return {"id": cell_id, "cell_type": "markdown", "metadata": {}, "source": text}


def code_cell(cell_id: str, code: str) -> Cell:
    """Return a code cell without output, its code folded away."""
    return {
        "id": cell_id,
        "cell_type": "code",
        "metadata": {"jupyter": {"source_hidden": True}},
        "execution_count": None,
        "outputs": [],
        "source": code,
    }


def to_json(notebook: Notebook) -> str:
    """Return a notebook as Jupyter writes it, so that opening and saving changes no byte that matters."""
    return json.dumps(notebook, ensure_ascii=False, indent=1, sort_keys=True) + "\n"


def build(cells: Iterable[Cell]) -> Notebook:
    """Return a notebook of these cells for the standard Python kernel."""
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    metadata = {"kernelspec": kernel, "language_info": {"name": "python"}, "title": "绷紧安全弦 · Safety String"}
    return {"cells": list(cells), "metadata": metadata, "nbformat": 4, "nbformat_minor": 5}


def _title(title: Text) -> Cell:
    names = {lang: html.escape(title.get(lang)) for lang in LANGUAGES}
    heading = f'<h1 lang="zh">{names["zh"]}</h1>'
    others = " · ".join(f'<span lang="{lang}">{names[lang]}</span>' for lang in ("en", "fr"))
    cell = markdown_cell("start", f"{heading}\n\n{others}\n\n{START_BUTTON}")
    # Voilà shows the player at once and needs no button: its template leaves out cells with this tag.
    cell["metadata"]["tags"] = ["notebook-only"]
    return cell


def _player(scenario_id: str) -> Cell:
    return code_cell("player", f'{FIRST_LINE}\nimport safetystring\n\nsafetystring.play("{_checked(scenario_id)}")')


def _reflection() -> Cell:
    questions = "\n\n".join(f'<p lang="{lang}">{_REFLECTION[lang]}</p>' for lang in LANGUAGES)
    text = f"{questions}\n\n### BEGIN SOLUTION\n\n### END SOLUTION"
    cell = markdown_cell("reflection", text)
    return _with_nbgrader(cell, "reflection", points=REFLECTION_POINTS, solution=True)


def _grade(scenario_id: str, cell_id: str, points: float) -> Cell:
    lines = [GRADE_LINE]
    if cell_id == "verdict":
        # Outside the hidden part: the one thing `nbgrader validate` can check on a learner's machine.
        lines += ["from safetystring.course.ready import ready", "", f'ready("{_checked(scenario_id)}")']
    lines += [
        "### BEGIN HIDDEN TESTS",
        "from safetystring.scoring.cell import score",
        "",
        f'score("{_checked(scenario_id)}", "{cell_id}")',
        "### END HIDDEN TESTS",
    ]
    cell = code_cell(cell_id, "\n".join(lines))
    cell["metadata"]["jupyter"]["outputs_hidden"] = True
    return _with_nbgrader(cell, cell_id, points=points, locked=True)


def _with_nbgrader(
    cell: Cell, grade_id: str, *, points: float | None = None, solution: bool = False, locked: bool = False
) -> Cell:
    marks: Mapping[str, object] = {
        "schema_version": 3,
        "grade_id": grade_id,
        "grade": points is not None,
        "solution": solution,
        "locked": locked,
        "task": False,
    }
    scored = {} if points is None else {"points": int(points) if points == int(points) else points}
    return {**cell, "metadata": {**cell["metadata"], "nbgrader": {**marks, **scored}}}


def _checked(scenario_id: str) -> str:
    """Return the id unless it could be more than an id: it is written into code."""
    if not _ID.fullmatch(scenario_id):
        raise ValueError(f"{scenario_id!r} is no scenario id: expected small letters, digits and hyphens")
    return scenario_id
