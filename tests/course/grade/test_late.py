from __future__ import annotations

from datetime import datetime, timedelta

import pytest
from nbgrader.utils import parse_utc

from safetystring.course.grade.late import bounded, handed_in, moment, seconds_late
from safetystring.course.grade.ledger import AssignmentRows, Earlier

NOON = datetime(2026, 11, 23, 12)  # noqa: DTZ001 - nbgrader keeps UTC without a zone


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-23 10:00:00 UTC",
        "2026-11-23 10:00:00.0 UTC",
        "2026-11-23 10:00:00.123456 UTC",
        "2026-11-23 10:00:00.5 UTC",
        "2026-11-23 10:00:00 Europe/Paris",
        "2026-11-23T10:00:00+08:00",
        "2015-02-02 15:58:23.948203 PST",
    ],
)
def test_times_are_read_as_nbgrader_reads_them(text: str) -> None:
    assert moment(text) == parse_utc(text)


@pytest.mark.parametrize(
    ("raw", "known", "odd"),
    [(None, False, False), (b" \n", False, False), (b"yesterday", False, True), (b"\xff\x00", False, True)],
)
def test_a_time_that_is_none(raw: bytes | None, known: bool, odd: bool) -> None:  # noqa: FBT001 - a table's columns
    when, doubt = handed_in({} if raw is None else {"timestamp.txt": raw})
    assert (when is not None, doubt is not None) == (known, odd)


@pytest.mark.parametrize(
    ("due", "when", "before", "allowed", "late"),
    [
        (None, NOON, None, None, 0.0),
        (NOON, None, None, None, 0.0),
        (NOON, NOON, None, None, 0.0),
        (NOON, NOON + timedelta(seconds=1), None, None, 1.0),
        (NOON, NOON + timedelta(hours=2), None, timedelta(hours=3), 0.0),
        (NOON, None, NOON + timedelta(minutes=1), None, 60.0),
    ],
)
def test_how_late(
    due: datetime | None, when: datetime | None, before: datetime | None, allowed: timedelta | None, late: float
) -> None:
    assignment = AssignmentRows(id="a", name="m1", due=due, revision="", notebooks={})
    earlier = Earlier(id="s", timestamp=before, extension=allowed) if before or allowed else None
    assert seconds_late(assignment, when, earlier) == late


@pytest.mark.parametrize(("penalty", "expected"), [(None, None), (-1.0, 0.0), (3.0, 3.0), (99.0, 10.0)])
def test_a_penalty_lies_between_nothing_and_all(penalty: float | None, expected: float | None) -> None:
    assert bounded(penalty, 10.0) == expected
