"""Rows in and out of a gradebook that nbgrader made."""

from __future__ import annotations

import shutil
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from course.grade.room import execute, gradebook
from safetystring.course.grade import ledger
from safetystring.course.grade.errors import GradeError
from safetystring.course.grade.ledger import AssignmentRows, PageRows, StudentRows
from safetystring.course.grade.store import Store, open_store

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from course.nbcourse import NbCourse

WHEN = datetime(2026, 11, 23, 10)  # noqa: DTZ001 - nbgrader keeps UTC without a zone


@pytest.fixture
def root(prepared: NbCourse, tmp_path: Path) -> Path:
    shutil.copy(prepared.root / "gradebook.db", tmp_path)
    return tmp_path


@pytest.fixture
def store(root: Path) -> Iterator[Store]:
    found = open_store(f"sqlite:///{root / 'gradebook.db'}")
    yield found
    found.connection.close()


def graded(
    assignment: AssignmentRows, student: str, points: float | None = 1.0, *, converted: bool = True
) -> StudentRows:
    pages = {
        name: PageRows(
            converted=converted,
            scores={cell: None if cell == "reflection" else points for cell in page.grades},
            comments=dict.fromkeys(page.written, "No response.") if converted else {},
            penalty=0.5 if converted else None,
        )
        for name, page in assignment.notebooks.items()
    }
    return StudentRows(student=student, timestamp=WHEN, pages=pages)


def test_an_assignment_is_read_with_its_cells(store: Store) -> None:
    assignment = ledger.read_assignment(store, "m1")
    assert list(assignment.notebooks) == ["cedar", "maple"]
    page = assignment.notebooks["cedar"]
    assert (page.maxima["item-01"], page.maxima["false-alarms"], list(page.written)) == (2.0, 4.0, ["reflection"])
    assert page.grades.keys() == page.maxima.keys() >= {"verdict", "reflection"}
    assert len(set(page.grades.values())) == len(page.grades)


def test_what_is_written_is_read_again(store: Store) -> None:
    assignment = ledger.read_assignment(store, "m1")
    many = [f"s{number:04}" for number in range(1_200)]  # more than one IN (…) holds
    ledger.write(store, assignment, [graded(assignment, name) for name in many], {})
    assert ledger.graded_students(store, assignment) == set(many)
    found = ledger.read_earlier(store, assignment, [*many, "nobody"])
    assert sorted(found) == many
    one = found["s0700"]
    assert (one.timestamp, one.extension, one.penalties) == (WHEN, None, {"cedar": 0.5, "maple": 0.5})
    assert one.grades["cedar", "item-01"][1:] == (1.0, None, None, False)
    assert one.grades["cedar", "reflection"][1:] == (None, None, None, True), "waits for a person"
    assert len({row[0] for row in one.grades.values()}) == len(one.grades)


def test_a_person_s_marks_and_words_stay(store: Store, root: Path) -> None:
    assignment = ledger.read_assignment(store, "m1")
    ledger.write(store, assignment, [graded(assignment, "lin"), graded(assignment, "max")], {})
    store.connection.commit()
    item = assignment.notebooks["cedar"].grades["item-01"]
    execute(
        root,
        f"UPDATE grade SET manual_score = 0.5, extra_credit = 0.25 WHERE cell_id = '{item}'",  # noqa: S608 - an id
        "UPDATE comment SET manual_comment = '好'",
    )
    earlier = ledger.read_earlier(store, assignment, ["lin"])
    ledger.write(store, assignment, [graded(assignment, "lin", 2.0)], earlier)
    now = ledger.read_earlier(store, assignment, ["lin", "max"])
    assert now["lin"].grades["cedar", "item-01"][1:] == (2.0, 0.5, 0.25, True), "nbgrader asks the person once more"
    assert now["lin"].comments["cedar", "reflection"][1] == "好"
    assert now["max"].grades["cedar", "item-02"][1] == 1.0, "another learner's"
    assert now["lin"].id == earlier["lin"].id


def test_a_notebook_that_was_not_handed_in_keeps_its_penalty_and_comments(store: Store) -> None:
    assignment = ledger.read_assignment(store, "m1")
    ledger.write(store, assignment, [graded(assignment, "lin")], {})
    earlier = ledger.read_earlier(store, assignment, ["lin"])
    ledger.write(store, assignment, [graded(assignment, "lin", 0.0, converted=False)], earlier)
    [now] = ledger.read_earlier(store, assignment, ["lin"]).values()
    assert now.grades["cedar", "item-01"][1] == 0.0
    assert now.penalties["cedar"] == 0.5


def test_nothing_is_there_before_it_is_committed(store: Store, root: Path) -> None:
    before = gradebook(root)
    assignment = ledger.read_assignment(store, "m1")
    ledger.write(store, assignment, [graded(assignment, "lin")], {})
    assert gradebook(root) == before


def test_a_course_that_nbgrader_would_add_is_added_once(store: Store) -> None:
    for _ in range(2):
        ledger.ensure_courses(store, "another")
    assert sorted(store.rows("SELECT id FROM course")) == [("another",), ("default_course",), ("safetystring",)]


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ("UPDATE alembic_version SET version_num = 'old'", "the revision old, .*nbgrader db upgrade"),
        ("DELETE FROM alembic_version", r"the revision \(none\)"),
        (
            "UPDATE base_cell SET type = 'TaskCell' WHERE name = 'reflection' AND type = 'SolutionCell'",
            "cedar has a task cell .*only nbgrader",
        ),
    ],
)
def test_another_version_or_kind_of_cell_stops_it(root: Path, change: str, said: str) -> None:
    before = open_store(f"sqlite:///{root / 'gradebook.db'}")
    revision = ledger.read_assignment(before, "m1").revision
    before.connection.close()
    execute(root, change)
    store = open_store(f"sqlite:///{root / 'gradebook.db'}")
    try:
        with pytest.raises(GradeError, match=said):
            ledger.check(ledger.read_assignment(store, "m1"), revision)
    finally:
        store.connection.close()
