"""The graded cells of one scenario, as pure functions of a session, the scenario and its key.

Each function here is one row of the design's table "Scores of a scenario". Every result is a plain Python float
between 0 and the cell's maximum, whatever it is given: a grader that meets NaN, a negative number or NumPy's float
would award full points.

Two small points the table leaves open are settled so:

* A cue that is not among the twelve items is left out of the false alarms too: nobody loses points for seeing what is
  there. (The author's check allows at most eight cues, so this is a guard.)
* An option the key does not rate, or a run whose ending the key does not know, is worth 0.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Literal

from safetystring.scenario import counterpart_ids
from safetystring.scenario.record import dataclass
from safetystring.scoring.ending import unreached_rating

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.player.session import Session
    from safetystring.scenario import Key, Scenario

Result = Literal["hit", "late", "wrong_family", "miss", "false_alarm", "taken_back", "correct"]

ITEM = 2.0
DECISION = 2.0
FALSE_ALARMS = 4.0
VERDICT = 2.0

RATING_POINTS: Mapping[str, float] = {"safe": 2.0, "cautious": 1.0, "harmful": 0.0}
_SLOPE = 3.0
"""A third of the other messages marked leaves nothing of the false-alarm points."""


@dataclass(frozen=True, slots=True)
class Cell:
    """Points of one graded cell, out of `maximum`."""

    points: float
    maximum: float


def cells(session: Session | None, scenario: Scenario, key: Key) -> dict[str, Cell]:
    """Return every cell of the scenario by id, in the order in which a gradebook lists them.

    A drill has none. Without a verdict and a finished review each is 0; a theme the learner did not want to meet is
    excused, each cell at its maximum. `session` None means that the scenario was never opened.
    """
    maxima = cell_maxima(key)
    if session is not None and session.phase == "skipped":
        return {cell: Cell(maximum, maximum) for cell, maximum in maxima.items()}
    if session is None or not finished(session):
        return {cell: Cell(0.0, maximum) for cell, maximum in maxima.items()}
    points = {
        **{item_cell(n): item_points(*marks_of(session, key, message)) for n, message in enumerate(key.items, 1)},
        **{decision_cell(n): decision_points(session, key, choice) for n, choice in enumerate(key.decisions, 1)},
        "false-alarms": false_alarm_points(session, scenario, key),
        "verdict": verdict_points(session.verdict, scam=key.truth == "scam"),
    }
    return {cell: Cell(clamp(points[cell], maximum), maximum) for cell, maximum in maxima.items()}


def cell_maxima(key: Key) -> dict[str, float]:
    """Return each cell's maximum by id, in order. It tells nothing: a scam and its twin have the same."""
    if key.truth == "drill":
        return {}
    return {
        **{item_cell(n): ITEM for n, _ in enumerate(key.items, 1)},
        **{decision_cell(n): DECISION for n, _ in enumerate(key.decisions, 1)},
        "false-alarms": FALSE_ALARMS,
        "verdict": VERDICT,
    }


def finished(session: Session) -> bool:
    """Whether the run has its verdict and its review, so that it can be scored."""
    return session.verdict is not None and session.reviewed


def item_cell(number: int) -> str:
    """Return the cell id of the item with this number, from 1."""
    return f"item-{number:02d}"


def decision_cell(number: int) -> str:
    """Return the cell id of the decision with this number, from 1."""
    return f"decision-{number:02d}"


def marks_of(session: Session, key: Key, message: str) -> tuple[str | None, str | None, str | None]:
    """Return the family of the message's cue, of its mark when its first showing ended, and of its mark at the end.

    Each is None where there is none. A message marked and unmarked within its first showing counts as never marked.
    """
    cue = key.cues.get(message)
    return cue.family if cue is not None else None, session.first_marks.get(message), session.marks.get(message)


def item_result(cue: str | None, first: str | None, final: str | None) -> Result:
    """Return what became of one item.

    ``late`` is a cue that got its right family in the review only; ``taken_back`` a message in order, whose mark was
    removed in the review.
    """
    if cue is None:
        if final is not None:
            return "false_alarm"
        return "correct" if first is None else "taken_back"
    if final is None:
        return "miss"
    if final != cue:
        return "wrong_family"
    return "hit" if first == cue else "late"


def item_points(cue: str | None, first: str | None, final: str | None) -> float:
    """Return the points of one item, 0 to 2.

    A wrong family is worth 1 when the message was marked in time and a half when only the review brought it; any mark
    is better than none on a cue, and none is better than any elsewhere.
    """
    match item_result(cue, first, final):
        case "hit" | "correct":
            return 2.0
        case "late" | "taken_back":
            return 1.0
        case "wrong_family":
            return 0.5 if first is None else 1.0
        case "miss" | "false_alarm":
            return 0.0


def decision_points(session: Session, key: Key, choice: str) -> float:
    """Return the points of one choice point of the spine, 0 to 2: by the option taken, else by the run's end."""
    taken = session.chosen.get(choice)
    if taken is None:
        return RATING_POINTS.get(unreached_rating(session, key, choice) or "", 0.0)
    outcome = key.outcomes.get(taken)
    return RATING_POINTS.get(outcome.rating, 0.0) if outcome is not None else 0.0


def other_messages(session: Session, scenario: Scenario, key: Key) -> frozenset[str]:
    """Return the counterpart's messages this learner saw that are neither items nor cues."""
    return (counterpart_ids(scenario) & session.shown.keys()) - set(key.items) - key.cues.keys()


def false_alarm_points(session: Session, scenario: Scenario, key: Key) -> float:
    """Return 4 × max(0, 1 − 3 × the share of the other messages shown that are marked at the end)."""
    others = other_messages(session, scenario, key)
    share = len(others & session.marks.keys()) / len(others) if others else 0.0
    return clamp(FALSE_ALARMS * (1.0 - _SLOPE * share), FALSE_ALARMS)


def verdict_points(percent: int | None, *, scam: bool) -> float:
    """Return 2 × (1 − (p − y)²), the quadratic score (Brier 1950) of a verdict given in percent; without one, 0."""
    if percent is None:
        return 0.0
    return clamp(VERDICT * (1.0 - (percent / 100.0 - float(scam)) ** 2), VERDICT)


def clamp(points: float, maximum: float) -> float:
    """Return `points` as a plain float in [0, maximum]; what is no number is 0."""
    value = float(points)
    return 0.0 if math.isnan(value) else min(max(value, 0.0), float(maximum))
