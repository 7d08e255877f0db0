from __future__ import annotations

import dataclasses

import pytest

from safetystring.player.events import Skipped
from safetystring.scoring.assess import Assessment, assess
from safetystring.scoring.baseline import baseline_points
from safetystring.scoring.detection import Counts
from scoring.plays import CUES, Run, pair, run

SCAM, GENUINE, DRILL = pair("scam"), pair("genuine"), pair("drill")


def of(result: Assessment, message: str) -> tuple[str, str, str]:
    item = next(item for item in result.items if item.message == message)
    return item.cell, item.kind, item.result


def test_a_run_is_told_item_by_item() -> None:
    made, answers = SCAM
    session = run(
        made,
        marks={"m01": "identity", "m05": "money", "m07": "isolation", "m02": "money", "m03": "money", "m09": "money"},
        review={"m10": "identity", "m03": None, "m07": None},
        options=["o01", "o05", "o07"],
        verdict=85,
    ).session
    result = assess(session, made, answers)
    assert result.status == "scored"
    assert of(result, "m01") == ("item-07", "cue", "hit")
    assert of(result, "m05") == ("item-11", "cue", "wrong_family")
    assert of(result, "m07") == ("item-04", "cue", "miss")
    assert of(result, "m10") == ("item-05", "cue", "late")
    assert of(result, "m02") == ("item-03", "lookalike", "false_alarm")
    assert of(result, "m03") == ("item-01", "other", "taken_back")
    assert of(result, "m08") == ("item-09", "other", "correct")
    assert [item.cell for item in result.items] == [cell for cell in result.cells if cell.startswith("item")]
    assert [(decision.option, decision.rating) for decision in result.decisions] == [
        ("o01", "cautious"),
        ("o05", "cautious"),
        ("o07", "harmful"),
    ]
    assert (result.others_marked, result.others_shown) == (1, 5)
    assert (result.ending, result.paid, result.asked, result.verdict) == ("e03", 7000, 28000, 85)
    assert result.loss_avoided == 0.75
    assert result.counts == Counts(3, 3, 1, 5)
    assert result.points == pytest.approx(sum(cell.points for cell in result.cells.values()))
    assert result.maximum == 36.0
    assert result.baseline == baseline_points(made, answers)
    assert result.discernment == pytest.approx((result.points - result.baseline) / (36 - result.baseline))


def test_a_decision_not_reached_has_no_option_and_the_rating_of_the_end() -> None:
    made, answers = GENUINE
    result = assess(run(made, leave=True).session, made, answers)
    assert [(decision.option, decision.rating) for decision in result.decisions] == [(None, "cautious")] * 3
    assert result.latency is None
    assert result.loss_avoided is None


def unfinished() -> Run:
    played = Run(SCAM[0])
    played.play(dict(CUES), ["o02"])
    played.judge(98, {})
    return played


def skipped() -> Run:
    played = Run(SCAM[0])
    played.do(Skipped())
    return played


@pytest.mark.parametrize(
    ("played", "status", "points"), [(unfinished(), "unfinished", 0.0), (skipped(), "skipped", 36.0)]
)
def test_a_run_that_is_not_scored_counts_nowhere(played: Run, status: str, points: float) -> None:
    result = assess(played.session, *SCAM)
    assert (result.status, result.points, result.maximum) == (status, points, 36.0)
    assert (result.baseline, result.discernment, result.latency) == (None, None, None)
    assert (result.items, result.decisions, result.others_shown, result.others_marked) == ((), (), 0, 0)


def test_a_scenario_never_opened() -> None:
    result = assess(None, *SCAM)
    assert (result.status, result.points, result.maximum, result.verdict) == ("unfinished", 0.0, 36.0, None)
    assert (result.ending, result.paid, result.loss_avoided) == (None, None, None)


def test_a_drill_is_no_score() -> None:
    made, answers = DRILL
    result = assess(run(made).session, made, answers)
    assert (result.status, dict(result.cells), result.points, result.maximum) == ("drill", {}, 0.0, 0.0)
    assert result.discernment is None


def test_a_baseline_given_is_not_computed_again() -> None:
    made, answers = SCAM
    session = run(made).session
    assert assess(session, made, answers, baseline=0.0).discernment == pytest.approx(18.5 / 36)
    assert assess(session, made, answers, baseline=baseline_points(made, answers)) == assess(session, made, answers)


@pytest.mark.parametrize(
    ("marks", "review", "expected"),
    [
        ({"m01": "identity"}, {}, 0.0),
        ({"m01": "money"}, {}, 0.0),  # the family is another question
        ({"m07": "isolation"}, {}, 5 / 17),
        ({}, {"m01": "identity"}, 1.0),  # the review is too late
        ({"m02": "money"}, {}, 1.0),
    ],
)
def test_latency_is_counted_in_turns_of_the_counterpart(
    marks: dict[str, str], review: dict[str, str | None], expected: float
) -> None:
    made, answers = SCAM
    result = assess(run(made, marks=marks, review=review).session, made, answers)
    assert result.latency == pytest.approx(expected)


def test_the_truth_does_not_show_in_the_shape_of_a_score() -> None:
    results = [assess(run(made).session, made, answers) for made, answers in (SCAM, GENUINE)]
    assert list(results[0].cells) == list(results[1].cells)
    assert results[0].maximum == results[1].maximum


def test_a_key_that_knows_no_ending_still_scores() -> None:
    made, answers = SCAM
    result = assess(run(made).session, made, dataclasses.replace(answers, endings={}))
    assert (result.status, result.paid) == ("scored", None)
