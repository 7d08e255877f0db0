"""A learner's written answers: found in a notebook of unknown origin, and made harmless.

Standard library only: the grading of a class uses this without loading nbgrader.
"""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

from safetystring.course.notebook import ANSWER_STUB

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_ANSWER = 20_000
"""Characters kept of one written answer."""


def written_answers(cells: Iterable[object]) -> dict[str, str]:
    """Return the text of the learner's own Markdown cells by grade id, the first where there are several.

    `cells` may be anything: it comes from a learner's file.
    """
    answers: dict[str, str] = {}
    for cell in cells:
        if not isinstance(cell, dict) or cell.get("cell_type") != "markdown":
            continue
        metadata = cell.get("metadata")
        marks = metadata.get("nbgrader") if isinstance(metadata, dict) else None
        grade_id = marks.get("grade_id") if isinstance(marks, dict) else None
        text = cell.get("source")
        if isinstance(text, list):
            text = "".join(line for line in text if isinstance(line, str))
        if isinstance(grade_id, str) and isinstance(text, str):
            answers.setdefault(grade_id, text[:MAX_ANSWER])
    return answers


def harmless(text: str, released: str) -> str:
    """Return a written answer as text that is only text: nbgrader's pages put a cell's HTML into the grader's browser.

    What stands before the place to write in, as released, is kept as it is; so is a cell nobody wrote in.
    """
    if text == released:
        return text
    question, stub, _ = released.partition(ANSWER_STUB)
    kept = question if stub and text.startswith(question) else ""
    return kept + html.escape(text.removeprefix(kept), quote=False)
