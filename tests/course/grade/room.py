"""A class that hands in everything that grading has to cope with, and what two courses hold, ready to be compared."""

from __future__ import annotations

import json
import sqlite3
from typing import TYPE_CHECKING

from course.nbcourse import compiled, log_text
from safetystring.course.grade.run import Report, Wanted, grade_assignment
from safetystring.player.events import Skipped
from scoring import plays

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from random import Random

    from course.nbcourse import NbCourse
    from safetystring.scenario import Lang

DUE = "2026-11-23 12:00:00.000000"
ON_TIME, LATE, LATER = (f"2026-11-{day} 10:00:00.123 UTC" for day in ("23", "24", "25"))
SCAM, GENUINE = compiled()
_TABLES = {
    "course": "SELECT id FROM course",
    "student": "SELECT id, first_name, last_name, email, lms_user_id FROM student",
    "submitted_assignment": "SELECT a.name, s.student_id, s.timestamp, s.extension FROM submitted_assignment s "
    "JOIN assignment a ON a.id = s.assignment_id",
    "submitted_notebook": "SELECT n.name, s.student_id, x.flagged, x.late_submission_penalty FROM submitted_notebook x "
    "JOIN submitted_assignment s ON s.id = x.assignment_id JOIN notebook n ON n.id = x.notebook_id",
    "grade": "SELECT n.name, s.student_id, c.name, g.auto_score, g.manual_score, g.extra_credit, g.needs_manual_grade, "
    "typeof(g.auto_score), length(g.id) FROM grade g JOIN base_cell c ON c.id = g.cell_id "
    "JOIN submitted_notebook x ON x.id = g.notebook_id JOIN submitted_assignment s ON s.id = x.assignment_id "
    "JOIN notebook n ON n.id = x.notebook_id",
    "comment": "SELECT n.name, s.student_id, c.name, g.auto_comment, g.manual_comment, length(g.id) FROM comment g "
    "JOIN base_cell c ON c.id = g.cell_id JOIN submitted_notebook x ON x.id = g.notebook_id "
    "JOIN submitted_assignment s ON s.id = x.assignment_id JOIN notebook n ON n.id = x.notebook_id",
    **{
        table: f"SELECT * FROM {table}"  # noqa: S608 - our own names
        for table in (
            "alembic_version",
            "assignment",
            "notebook",
            "base_cell",
            "grade_cells",
            "solution_cells",
            "task_cells",
            "source_cell",
        )
    },
}
"""Every table, each with every column, ids of new rows (random in nbgrader too) replaced by what they stand for."""


def gradebook(root: Path) -> dict[str, list[str]]:
    """Return every row of a gradebook, in an order of its own."""
    with sqlite3.connect(root / "gradebook.db") as database:
        return {name: sorted(map(repr, database.execute(query))) for name, query in _TABLES.items()}


def files(root: Path) -> dict[str, tuple[int, bytes]]:
    """Return every file of graded work and feedback, with its permissions."""
    found = {}
    for step in ("autograded", "feedback"):
        for path in (root / step).rglob("*"):
            name = path.relative_to(root)
            if path.is_file() and not any(part.startswith(".") for part in name.parts):
                found[name.as_posix()] = (path.stat().st_mode, path.read_bytes())
    return found


def execute(root: Path, *statements: str) -> None:
    """Change a gradebook as a person does in formgrader."""
    with sqlite3.connect(root / "gradebook.db") as database:
        for statement in statements:
            database.execute(statement)


def ours(root: Path, **wanted: object) -> Report:
    return grade_assignment(root, Wanted(assignment="m1", **wanted))  # type: ignore[arg-type]


def blanks(course: NbCourse) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (course.root / "release" / "m1").glob("*.ipynb")}


def answered(page: bytes, text: str, change: Callable[[list[dict[str, object]]], object] = lambda _: None) -> bytes:
    """Return a notebook in which the learner wrote, with its cells changed as they may have changed them."""
    notebook = json.loads(page)
    for cell in notebook["cells"]:
        if cell["id"] == "reflection":
            cell["source"] = "".join(cell["source"]) + text
    change(notebook["cells"])
    return json.dumps(notebook).encode()


def played(name: plays.Shortcut, lang: Lang = "en") -> dict[str, bytes]:
    found = {}
    for one in (SCAM, GENUINE):
        run = plays.shortcut(name, one.scenario, one.key)
        if run is not None:
            found[f"responses/{one.scenario.id}.jsonl"] = log_text(run.events, one, lang).encode()
    return found


def hand_in(root: Path, student: str, when: str | None, parts: Mapping[str, bytes]) -> Path:
    """Put a submission where the collectors put it."""
    folder = root / "submitted" / student / "m1"
    note = {"timestamp.txt": when.encode()} if when is not None else {}
    for name, data in {**note, **parts}.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def small_class(course: NbCourse) -> None:
    """Six learners between whom everything occurs that changes a row or a page."""
    root, blank = course.root, blanks(course)
    hand_in(
        root,
        "lin",
        ON_TIME,
        {**played("good", "zh"), **blank, "cedar.ipynb": answered(blank["cedar.ipynb"], "\n\n我会先挂断。")},
    )

    def tamper(cells: list[dict[str, object]]) -> None:
        cells[5:8] = []
        cells.append({**cells[4], "id": "again"})
        cells.insert(0, {**cells[1], "id": "mine", "metadata": {}, "source": "raise SystemExit"})

    second = plays.log_of(plays.Run(SCAM.scenario), plays.run(SCAM.scenario, leave=True, verdict=85))
    hand_in(
        root,
        "eve",
        LATE,
        {
            **blank,
            "cedar.ipynb": answered(blank["cedar.ipynb"], "<script>alert(1)</script> a & b", tamper),
            "responses/cedar.jsonl": second,
            "responses/maple.jsonl": played("all")["responses/maple.jsonl"] + b'{"n": 9999, "torn',
            "submission_secret.txt": b"a" * 64,
        },
    )
    hand_in(root, "max", LATE, {**played("pruned", "fr"), **blank})
    # One notebook is missing, and the time is beyond the due date but within what was allowed.
    kim = {**played("hung up", "fr"), "maple.ipynb": blank["maple.ipynb"]}
    kim.pop("responses/cedar.jsonl")
    hand_in(root, "kim", LATE, kim)
    hand_in(root, "joe", None, {**blank, "responses/maple.jsonl": log_text([Skipped()], GENUINE, "zh").encode()})
    execute(root, f"UPDATE assignment SET duedate = '{DUE}'")  # noqa: S608 - our own names


def random_logs(dice: Random) -> dict[str, bytes]:
    """Return logs of anything the fold allows: odd marks, early ends, second thoughts, several attempts."""
    found = {}
    for one in (SCAM, GENUINE):
        if dice.random() < 0.1:
            continue
        runs = [plays.random_run(one.scenario, dice) for _ in range(dice.choice((1, 1, 1, 2, 3)))]
        lines = [json.loads(line) for line in plays.log_of(runs[0], *runs[1:]).splitlines()]
        lang = dice.choice(("zh", "en", "fr"))
        for line in lines:
            if "lang" in line:
                line["lang"] = lang
        found[f"responses/{one.scenario.id}.jsonl"] = "".join(json.dumps(line) + "\n" for line in lines).encode()
    return found
