from __future__ import annotations

from typing import TYPE_CHECKING, Literal

import pytest

from safetystring.player.events import Left, Shown, Skipped, WayOut
from safetystring.scoring.ending import ending_id, ending_of, ending_rating, loss_avoided, unreached_rating
from scoring.plays import Run, pair, run

if TYPE_CHECKING:
    from safetystring.player.session import Session
    from safetystring.scenario import Key

ENDS = [
    # truth, options preferred, leaves, ending, what it was worth
    ("scam", ["o02"], False, "e01", "safe"),
    ("scam", ["o07"], False, "e03", "harmful"),
    ("scam", ["o08"], False, "e04", "cautious"),  # by itself, at the end of s04
    ("scam", [], True, "e01", "safe"),
    ("genuine", ["o02"], False, "e02", "harmful"),
    ("genuine", ["o08"], False, "e04", "cautious"),
    ("genuine", [], True, "e01", "cautious"),  # told with a safe ending, still a bare way out
]


@pytest.mark.parametrize(("truth", "options", "leave", "ending", "rating"), ENDS)
def test_how_a_run_ended(truth: str, options: list[str], *, leave: bool, ending: str, rating: str) -> None:
    made, answers = pair(truth)
    session = run(made, options=options, leave=leave).session
    assert ending_id(session, answers) == ending
    assert ending_rating(session, answers) == rating
    found = ending_of(session, answers)
    assert found is not None
    assert found.id == ending


def left(truth: Literal["scam", "genuine"], by: WayOut, see: int) -> tuple[Session, Key]:
    made, answers = pair(truth)
    played = Run(made)
    played.do(Shown(ids=played.session.pending[:see]))
    played.do(Left(by=by))
    return played.session, answers


WAYS = [
    # truth, way out, messages seen, what it was worth, what the choice points not reached were worth
    ("scam", "hang_up", 3, "safe", ["safe", "safe", "safe"]),
    ("scam", "check", 3, "safe", ["safe", "safe", "safe"]),
    ("scam", "tell", 3, "safe", ["safe", "safe", "safe"]),
    ("scam", "report", 3, "safe", ["safe", "safe", "safe"]),
    ("scam", "check", 0, "cautious", ["cautious", "cautious", "cautious"]),
    ("genuine", "hang_up", 3, "cautious", ["cautious", "cautious", "cautious"]),
    ("genuine", "check", 3, "safe", ["safe", "cautious", "cautious"]),
    ("genuine", "tell", 3, "cautious", ["cautious", "cautious", "cautious"]),
    ("genuine", "report", 3, "cautious", ["cautious", "cautious", "cautious"]),
    ("genuine", "check", 0, "cautious", ["cautious", "cautious", "cautious"]),
]


@pytest.mark.parametrize(("truth", "by", "see", "rating", "unreached"), WAYS)
def test_the_learners_own_ways_out(
    truth: Literal["scam", "genuine"], by: WayOut, see: int, rating: str, unreached: list[str]
) -> None:
    session, answers = left(truth, by, see)
    assert ending_rating(session, answers) == rating
    assert [unreached_rating(session, answers, choice) for choice in answers.decisions] == unreached


def test_the_rest_does_not_change_how_the_run_ended() -> None:
    made, answers = pair("scam")
    session = run(made, options=["o02"]).session  # the rest goes on to s04, which ends by itself
    assert session.rest_from is not None
    assert ending_id(session, answers) == "e01"


def test_a_run_that_has_not_ended_has_no_ending() -> None:
    made, answers = pair("scam")
    open_run, skipped = Run(made), Run(made)
    skipped.do(Skipped())
    for played in (open_run, skipped):
        assert ending_id(played.session, answers) is None
        assert ending_of(played.session, answers) is None
        assert ending_rating(played.session, answers) is None


@pytest.mark.parametrize(
    ("paid", "asked", "expected"),
    [(0, 28000, 1.0), (7000, 28000, 0.75), (28000, 28000, 0.0), (40000, 28000, 0.0), (0, 0, None), (-5, 10, 1.0)],
)
def test_loss_avoided(paid: float, asked: float, expected: float | None) -> None:
    assert loss_avoided(paid, asked) == expected
