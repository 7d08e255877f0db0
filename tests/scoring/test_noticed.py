from __future__ import annotations

from typing import Any

import pytest

from safetystring.player.events import Acted, Left, Marked, Shown
from safetystring.scoring.assess import assess
from safetystring.scoring.noticed import noticed, own_part
from scoring.plays import CUES, Run, pair, run

MADE, ANSWERS = pair("scam")
FIRST, SECOND = [message for message in CUES if message in ("m01", "m02", *CUES)][:2]

NOTICED: list[tuple[dict[str, str], object]] = [
    ({}, {"first": FIRST, "caught": None, "later": None, "during": None}),
    ({FIRST: "money"}, {"first": FIRST, "caught": FIRST, "later": 0, "during": "play"}),
]


@pytest.mark.parametrize(("marks", "expected"), NOTICED)
def test_when_the_first_sign_was_caught(marks: dict[str, str], expected: object) -> None:
    assert noticed(run(MADE, marks=marks).session, MADE, ANSWERS) == expected


def test_a_later_catch_counts_the_messages_between() -> None:
    found = noticed(run(MADE, marks={SECOND: "money"}).session, MADE, ANSWERS)
    assert found is not None
    assert (found["first"], found["caught"]) == (FIRST, SECOND)
    assert found["later"] >= 1


def test_a_catch_in_the_review_is_none_in_time() -> None:
    found = noticed(run(MADE, review={FIRST: "money"}).session, MADE, ANSWERS)
    assert found is not None
    assert found["caught"] is None


def test_after_leaving_the_rest_counts_too() -> None:
    found = noticed(run(MADE, leave=True, marks={SECOND: "money"}).session, MADE, ANSWERS)
    assert found is not None
    assert found["during"] == "rest"


def test_a_genuine_conversation_has_no_first_sign() -> None:
    genuine, answers = pair("genuine")
    assert noticed(run(genuine).session, genuine, answers) is None


def test_what_was_done_besides() -> None:
    played = Run(MADE)
    played.do(Shown(ids=played.session.pending[:3]))
    for event in (Acted(act="pause"), Acted(act="pause"), Acted(act="tell")):
        played.do(event)
    played.do(Marked(id=FIRST, family="money")) if FIRST in played.session.shown else None
    played.do(Left(by="check"))
    played.judge(98, {})
    played.review({})
    told: dict[str, Any] = own_part(played.session, MADE, ANSWERS, assess(played.session, MADE, ANSWERS).loss_avoided)
    assert (told["left_by"], told["way_out"]) == ("check", "safe")
    assert told["moves"] == {"paused": 2, "looked_up": False, "verified": True, "told": True, "reported": False}
    assert told["loss_avoided"] == 1.0
