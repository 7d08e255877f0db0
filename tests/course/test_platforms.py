from __future__ import annotations

import pytest

from safetystring.course.platforms import Learner, canvas, moodle

MAXIMA = {"m1": 38.0, "m2": 40.0}


def learner(student: str, email: str = "", lms: str = "", last: str = "", **points: float) -> Learner:
    return Learner(
        id=student, first_name="小雨" if last else "", last_name=last, email=email, lms_id=lms, points=points
    )


LIN = learner("A01", "lin@example.org", "17", "林", m1=31.123456)
MAX = learner("A02", "", "18", m1=0.0, m2=12.5)


def test_moodle_has_a_column_for_each_assignment_and_none_for_what_was_not_handed_in() -> None:
    columns, rows = moodle([LIN], MAXIMA)
    assert columns == ["Username", "ID number", "Email address", "Last name", "First name", "m1", "m2"]
    assert rows == [["A01", "17", "lin@example.org", "林", "小雨", 31.123456, None]]


def test_moodle_gets_no_identity_that_somebody_lacks() -> None:
    """An empty one would give a learner's points to the one above."""
    columns, rows = moodle([LIN, MAX], MAXIMA)
    assert columns == ["Username", "ID number", "Last name", "First name", "m1", "m2"]
    assert rows[1] == ["A02", "18", "", "", 0.0, 12.5]


def canvas_reads(columns: list[str], rows: list[list[object]]) -> list[list[object]]:
    """Check what Canvas's importer asks of a file before it reads a row."""
    assert "Student" in columns[0]
    assert "ID" in columns[1]
    assert columns[2:4] == ["SIS User ID", "SIS Login ID"]
    assert "Section" in columns[4]
    assert "Points Possible" in str(rows[0][0])
    assert {len(row) for row in rows} == {len(columns)}
    return rows[1:]


def test_canvas_finds_learners_and_what_an_assignment_is_worth() -> None:
    columns, rows = canvas([LIN, MAX], MAXIMA)
    assert columns[5:] == ["m1", "m2"]
    assert rows[0][5:] == [38.0, 40.0]
    assert canvas_reads(columns, rows) == [
        ["林, 小雨", "17", "A01", "A01", "", 31.12, None],
        ["A02", "18", "A02", "A02", "", 0.0, 12.5],
    ]


@pytest.mark.parametrize("form", [moodle, canvas])
def test_an_empty_class_is_an_empty_table(form: object) -> None:
    assert callable(form)
    columns, rows = form([], MAXIMA)
    assert [row for row in rows if row[0] != "Points Possible"] == []
    assert columns[-2:] == ["m1", "m2"]
