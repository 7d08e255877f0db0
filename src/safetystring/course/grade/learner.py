"""One learner's submission to one assignment, graded: its rows, and the files of graded work and feedback. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from safetystring.course.grade.late import Penalty, bounded, seconds_late, total
from safetystring.course.grade.ledger import AssignmentRows, Earlier, PageRows, StudentRows
from safetystring.course.grade.marking import Marked, Sheet, mark, notebook
from safetystring.course.grade.store import Store
from safetystring.course.page import NO_RESPONSE
from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from datetime import datetime

    from safetystring.course.grade.submission import Submission

_NOTHING: Mapping[str, str] = {}


@dataclass(frozen=True, slots=True)
class Class:
    """What is the same for every learner of an assignment.

    `files` are those of source that graded work gets a copy of, `blank` the released notebooks by name.
    """

    assignment: AssignmentRows
    sheets: Mapping[str, Sheet]
    penalty: Penalty
    store: Store
    files: Mapping[str, bytes]
    blank: Mapping[str, bytes]


@dataclass(frozen=True, slots=True)
class Graded:
    """What becomes of one submission: rows, and files by relative path (None where they are not wanted)."""

    rows: StudentRows
    work: Mapping[str, bytes] | None
    feedback: Mapping[str, bytes] | None


def grade(  # noqa: PLR0913 - each is one thing the result depends on
    room: Class,
    student: str,
    submission: Submission,
    when: datetime | None,
    earlier: Earlier | None,
    *,
    files: bool,
    pages: bool,
) -> Graded:
    """Grade one submission. `when` is the time it was handed in; `files` and `pages` say what is to be written."""
    late = seconds_late(room.assignment, when, earlier)
    rows: dict[str, PageRows] = {}
    work: dict[str, bytes] = {}
    feedback: dict[str, bytes] = {}
    for name, sheet in room.sheets.items():
        log = submission.logs.get(name)
        if name not in submission.written and log is None:
            rows[name] = PageRows(
                converted=False, scores=dict.fromkeys(room.assignment.notebooks[name].grades, 0.0), comments={}
            )
            continue
        marked = mark(sheet, log or b"", submission.written.get(name, _NOTHING), shown=files)
        page = rows[name] = _rows(marked)
        if late > 0:
            scores = [_final(page, earlier, name, cell) for cell in room.assignment.notebooks[name].grades]
            score = total(room.store, scores)
            page.penalty = bounded(room.penalty(student, score, late), score)
        if files:
            work[f"{name}.ipynb"] = notebook(sheet.page, marked)
        if files and pages:
            feedback[f"{name}.html"] = _page(sheet, marked, page, earlier, name)
    kept = {f"responses/{name}.jsonl": data for name, data in submission.logs.items()}
    rest = {**kept, **submission.notes, **room.files} if files else {}
    return Graded(
        StudentRows(student=student, timestamp=when, pages=rows),
        {**work, **rest} if files else None,
        {**feedback, **rest} if files and pages else None,
    )


def feedback_of(room: Class, submission: Submission, earlier: Earlier) -> Mapping[str, bytes]:
    """Return the files of feedback as the gradebook stands: its points, its penalties, what a person gave and wrote."""
    made: dict[str, bytes] = {}
    for name, sheet in room.sheets.items():
        log = submission.logs.get(name)
        if name not in submission.written and log is None:
            continue
        marked = mark(sheet, log or b"", submission.written.get(name, _NOTHING), shown=True)
        page = _rows(marked)
        page.kept = True
        page.scores = {cell: earlier.grades[name, cell][1] for cell in room.assignment.notebooks[name].grades}
        page.penalty = earlier.penalties[name]
        made[f"{name}.html"] = _page(sheet, marked, page, earlier, name)
    kept = {f"responses/{name}.jsonl": data for name, data in submission.logs.items()}
    return {**made, **kept, **submission.notes, **room.files}


def _rows(marked: Marked) -> PageRows:
    scores: dict[str, float | None] = dict(marked.points)
    for cell in marked.page.written_maxima:
        scores[cell] = 0.0 if cell in marked.untouched else None
    comments = {cell: NO_RESPONSE if cell in marked.untouched else None for cell in marked.written}
    return PageRows(converted=True, scores=scores, comments=comments)


def _final(page: PageRows, earlier: Earlier | None, name: str, cell: str) -> float:
    """Return a cell's points as nbgrader counts them: a person's before the scorer's, with extra credit."""
    manual, extra = earlier.grades[name, cell][2:4] if earlier is not None else (None, None)
    found = manual if manual is not None else page.scores[cell]
    return found + (extra or 0.0) if found is not None else 0.0


def _waits(rows: PageRows, earlier: Earlier | None, name: str, cell: str) -> bool:
    """Whether a person has still to look at a cell: as nbgrader has it, once more after each grading."""
    if rows.kept and earlier is not None:
        return earlier.grades[name, cell][4]
    return rows.scores[cell] is None or (earlier is not None and earlier.grades[name, cell][2] is not None)


def _page(sheet: Sheet, marked: Marked, rows: PageRows, earlier: Earlier | None, name: str) -> bytes:
    from safetystring.course.page import page_html, page_of, written_part  # noqa: PLC0415 - loaded only where it is needed

    written: list[dict[str, Any]] = []
    for cell, text in marked.written.items():
        top = sheet.page.written_maxima.get(cell)
        said = earlier.comments[name, cell][1] if earlier is not None else None
        waiting = top is not None and _waits(rows, earlier, name, cell)
        points = _final(rows, earlier, name, cell) if top is not None else None
        comment = said if said is not None else rows.comments[cell]
        written.append(written_part(text, comment, points, top, waiting=waiting))
    assert marked.shown is not None  # noqa: S101 - who asked for files asked for it
    made = page_of(
        shown=marked.shown.html,
        data={"lang": marked.shown.lang, "labels": marked.shown.labels},
        start=sheet.page.start,
        name=name,
        cells=[(cell, _final(rows, earlier, name, cell), top) for cell, top in sheet.page.maxima.items()],
        written=written,
        late=rows.penalty or 0.0,
    )
    return page_html(made).encode("utf-8", "replace")
