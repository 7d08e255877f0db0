"""A learner's written answers: found in a notebook of unknown origin, and made harmless.

Standard library only: the grading of a class uses this without loading nbgrader.
"""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from safetystring.course.notebook import ANSWER_STUB

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_ANSWER = 20_000
"""Characters kept of one written answer."""
_OPEN, _CLOSE = '<pre style="white-space:pre-wrap">', "</pre>"
_SIGN = re.compile(r"[!-/:-@\[-`{-~]")


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
    """Return a written answer as text that is only text, whatever shows it.

    nbgrader's pages put a cell's Markdown and HTML into the grader's browser, links to ``javascript:`` and formulas for
    MathJax included. So it becomes one preformatted block (which MathJax leaves alone), each of its ASCII signs an HTML
    entity (which no Markdown takes for markup). What stands before it, as released, is kept; so is a cell nobody wrote
    in.
    """
    if text == released:
        return text
    question, stub, _ = released.partition(ANSWER_STUB)
    starts = (question + stub, question) if stub else ()
    kept = next((start for start in starts if text.startswith(start)), "")
    own = text.removeprefix(kept)
    if not own.strip():
        return text
    return (f"{kept.rstrip()}\n\n" if kept.strip() else "") + _OPEN + _SIGN.sub(_entity, own.strip("\n")) + _CLOSE


def own_words(shown: str) -> str:
    """Return what the learner wrote, given the end of a cell that :func:`harmless` made."""
    return html.unescape(shown.strip().removeprefix(_OPEN).removesuffix(_CLOSE))


def _entity(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
