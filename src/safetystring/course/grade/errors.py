"""What stops the grading of an assignment, and what concerns one learner only."""

from __future__ import annotations

from typing import Literal

from safetystring.scenario.record import dataclass


class GradeError(Exception):
    """Nothing can be graded. The message says why and what to do, in a facilitator's words."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One line about one learner: a ``fault`` (not graded) or a ``note`` (graded, and somebody should know)."""

    student: str
    kind: Literal["fault", "note"]
    text: str


def stock(assignment: str) -> str:
    """Return the way back to nbgrader itself, as the end of a message."""
    return f"(nbgrader itself still works: `nbgrader autograde {assignment}`)"
