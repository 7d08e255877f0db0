from __future__ import annotations

import pytest

from safetystring.player.events import Skipped
from safetystring.scoring.ending import ending_id, ending_of, ending_rating
from scoring.plays import Run, pair, run

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
