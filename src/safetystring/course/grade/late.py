"""When work was handed in, how late that is, and what it costs: nbgrader's rules."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from safetystring.course.grade.ledger import AssignmentRows, Earlier
    from safetystring.course.grade.store import Store

_USUAL = re.compile(r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)(?:\.(\d{1,6}))? UTC")
"""The form that nbgrader's exchange and our collector write."""

Penalty = Callable[[str, float, float], "float | None"]
"""From learner, score and seconds late to the points taken off, as nbgrader's plugins say it."""


def handed_in(notes: Mapping[str, bytes]) -> tuple[datetime | None, str | None]:
    """Return the time in a submission's ``timestamp.txt`` (UTC, without a zone), and what is wrong with it."""
    raw = notes.get("timestamp.txt")
    if raw is None:
        return None, None
    text = raw.decode("utf-8", "replace").strip()
    if not text:
        return None, None
    try:
        return moment(text), None
    except (ValueError, OverflowError):
        return None, "timestamp.txt holds no time: when it was handed in is not known"


def moment(text: str) -> datetime:
    """Return a time as nbgrader reads it.

    Raises
    ------
    ValueError, OverflowError
        If it is none.
    """
    usual = _USUAL.fullmatch(text)
    if usual is not None:
        return datetime.fromisoformat(f"{usual[1]}.{(usual[2] or '').ljust(6, '0')}")
    from nbgrader.utils import parse_utc  # noqa: PLC0415 - loaded only where it is needed

    found: datetime = parse_utc(text)
    return found


def seconds_late(assignment: AssignmentRows, when: datetime | None, earlier: Earlier | None) -> float:
    """Return by how many seconds the work is late, 0 where it is not or nothing is known."""
    when = when if when is not None else earlier.timestamp if earlier is not None else None
    due = assignment.due
    if when is None or due is None:
        return 0.0
    if earlier is not None and earlier.extension is not None:
        due += earlier.extension
    return max(0.0, (when - due).total_seconds())


def bounded(penalty: float | None, score: float) -> float | None:
    """Return a penalty between 0 and the score; None stays none."""
    return None if penalty is None else 0.0 if penalty < 0 else min(penalty, score)


def total(store: Store, scores: Sequence[float]) -> float:
    """Return a notebook's score as the database adds it up: the last digit of a penalty is the database's."""
    if store.native or not scores:
        return float(sum(scores))
    [(value,)] = store.rows(f"SELECT sum(column1) FROM (VALUES {', '.join(['(?)'] * len(scores))})", scores)  # noqa: S608 - our own names
    return float(value)


def penalty_rule(kind: str, root: Path) -> Penalty:
    """Return the course's rule; one of its own is loaded with nbgrader."""
    if kind == "none":
        return lambda _student, _score, _seconds: None
    if kind == "zero":
        return lambda _student, score, _seconds: score
    return _plugin(root)


def _plugin(root: Path) -> Penalty:
    from nbgrader.apps import AutogradeApp  # noqa: PLC0415 - loaded only where it is needed
    from nbgrader.preprocessors import AssignLatePenalties  # noqa: PLC0415 - loaded only where it is needed

    with contextlib.chdir(root):
        app = AutogradeApp()
        app.initialize([])
        assign = AssignLatePenalties(parent=app)
        assign.init_plugin()
    rule: Penalty = assign.plugin_inst.late_submission_penalty
    return rule
