from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cohort.room import TRUTHS, log
from safetystring.cohort.frames import COLUMNS, Rows, frame, minutes, scored_rows
from safetystring.cohort.shelf import Pair
from safetystring.player.events import Acted, Event, Left
from safetystring.player.log import parse, scored
from safetystring.player.script import Course
from safetystring.scoring.assess import assess
from scoring import plays

if TYPE_CHECKING:
    import pandas as pd

    from safetystring.cohort import Cohort


@pytest.mark.parametrize("name", COLUMNS)
def test_an_empty_frame_has_its_columns_and_types(name: str) -> None:
    made = frame(name, [])
    assert list(made.columns) == list(COLUMNS[name])
    assert made.empty
    assert [str(kind) for kind in made.dtypes] == list(COLUMNS[name].values())


def frames(cohort: Cohort) -> dict[str, pd.DataFrame]:
    return {name: getattr(cohort, name) for name in COLUMNS}


def test_a_filled_frame_has_the_same_types_as_an_empty_one(forty: Cohort) -> None:
    for name, made in frames(forty).items():
        assert not made.empty
        assert made.dtypes.equals(frame(name, []).dtypes), name


def test_one_row_a_learner_scenario_and_item(forty: Cohort) -> None:
    assert len(forty.learners) == 40
    assert len(forty.runs) == 80
    assert len(forty.items) == 80 * 12
    assert len(forty.decisions) == 80 * 3
    assert len(forty.verdicts) == 80
    assert not forty.items.duplicated(["learner", "scenario", "item"]).any()


def test_what_the_items_say(forty: Cohort) -> None:
    cues = forty.items[forty.items["kind"] == "cue"]
    assert set(cues["message"]) == set(plays.CUES)
    assert (cues["truth"] == "scam").all()
    assert (cues["red_flag"] == "flag_" + cues["family"]).all()
    others = forty.items[forty.items["kind"] != "cue"]
    assert others["red_flag"].isna().all()
    assert (
        (forty.items["result"] == "miss") == (forty.items["kind"].eq("cue") & forty.items["marked_family"].isna())
    ).all()
    assert (forty.items["points"] <= forty.items["max"]).all()


def test_what_the_runs_say(forty: Cohort) -> None:
    runs = forty.runs
    assert set(runs["status"]) == {"scored"}
    assert runs["simulated"].all()
    assert runs["minutes"].between(0.2, 20).all()
    scams = runs[runs["truth"] == "scam"]
    assert set(scams["asked"]) == {28000.0}
    assert set(scams["paid"]) <= {0.0, 7000.0}
    assert (scams["paid"] > 0).any()
    assert set(runs["outcome"].dropna()) == {"safe", "cautious", "harmful"}


def test_what_a_learner_did_on_their_own() -> None:
    made, answers = plays.pair(TRUTHS["cedar"])
    played = plays.Run(made)
    events: tuple[Event, ...] = (Acted(act="pause"), Acted(act="look_up"), Left(by="check"))
    for event in events:
        played.do(event)
    played.judge(98, {})
    played.review({})
    play = scored(parse(plays.log_of(played), Course.of(made)))
    assert play is not None
    found = assess(play.session, made, answers)
    pair_of = Pair(Course.of(made), answers, 0.0)
    row = scored_rows({"learner": "a", "module": "m1", "scenario": made.id}, play, found, pair_of).runs[0]
    moves = ("left", "left_by", "looked_up", "verified", "told", "reported", "paused")
    assert [row[name] for name in moves] == [True, "check", True, True, False, False, 1]


def test_a_pause_counts_two_minutes_at_most() -> None:
    made, _ = plays.pair(TRUTHS["cedar"])
    lines = log().split(b"\n")
    late = [line.replace(b'"at":17', b'"at":18') for line in lines[5:]]  # three years later, the learner goes on
    whole, torn = (scored(parse(b"\n".join(part), Course.of(made))) for part in (lines, [*lines[:5], *late]))
    assert whole is not None
    assert torn is not None
    assert minutes(whole) - 2 <= minutes(torn) <= minutes(whole) + 2


def test_no_rows_make_an_empty_cohort() -> None:
    cohort = Rows().frames((), {})
    assert all(made.empty for made in frames(cohort).values())
