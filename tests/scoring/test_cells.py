from __future__ import annotations

import dataclasses
import math
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetystring.player.events import Skipped
from safetystring.scenario import counterpart_ids
from safetystring.scoring.cells import (
    cell_maxima,
    cells,
    clamp,
    decision_points,
    false_alarm_points,
    item_points,
    item_result,
    verdict_points,
)
from scoring.plays import CUES, FAMILIES, SHORTCUTS, Run, Shortcut, pair, random_run, result_of, run, shortcut

if TYPE_CHECKING:
    from random import Random

    from safetystring.scenario import Key, Scenario

SCAM, GENUINE, DRILL = pair("scam"), pair("genuine"), pair("drill")
IDS = [f"item-{n:02d}" for n in range(1, 13)] + ["decision-01", "decision-02", "decision-03", "false-alarms", "verdict"]

ITEMS = [
    # cue, mark when its first showing ended, mark at the end, result, points
    ("money", "money", "money", "hit", 2.0),
    ("money", None, "money", "late", 1.0),
    ("money", "channel", "money", "late", 1.0),
    ("money", "channel", "channel", "wrong_family", 1.0),
    ("money", "channel", "identity", "wrong_family", 1.0),
    ("money", "money", "channel", "wrong_family", 1.0),
    ("money", None, "channel", "wrong_family", 0.5),
    ("money", None, None, "miss", 0.0),
    ("money", "money", None, "miss", 0.0),
    ("money", "channel", None, "miss", 0.0),
    (None, None, None, "correct", 2.0),
    (None, "money", None, "taken_back", 1.0),
    (None, None, "money", "false_alarm", 0.0),
    (None, "money", "money", "false_alarm", 0.0),
    (None, "money", "channel", "false_alarm", 0.0),
]


@pytest.mark.parametrize(("cue", "first", "final", "result", "points"), ITEMS)
def test_an_item_by_its_marks(
    cue: str | None, first: str | None, final: str | None, result: str, points: float
) -> None:
    assert item_result(cue, first, final) == result
    assert item_points(cue, first, final) == points


def test_a_message_marked_and_taken_back_within_its_first_showing_counts_as_unmarked() -> None:
    made, answers = SCAM
    steady, wavering = Run(made), Run(made)
    for played in (steady, wavering):
        played.see({"m01": "identity", "m02": "money"} if played is wavering else {})
    wavering.take_back(["m01", "m02"])
    for played in (steady, wavering):
        played.play({}, ())
        played.judge(50, {})
        played.review({})
    assert cells(wavering.session, made, answers) == cells(steady.session, made, answers)


DECISIONS = [
    # truth, options preferred, leaves, points of decision-01, -02, -03
    ("scam", ["o02"], False, (2, 2, 2)),
    ("scam", ["o01", "o06"], False, (1, 2, 2)),
    ("scam", ["o03", "o04", "o07"], False, (0, 0, 0)),
    ("scam", ["o03", "o05", "o08"], False, (0, 1, 1)),
    ("scam", [], True, (2, 2, 2)),
    ("genuine", [], True, (1, 1, 1)),
    ("genuine", ["o02"], False, (0, 0, 0)),
    ("genuine", ["o03", "o06"], False, (2, 0, 0)),
    ("genuine", ["o03", "o05", "o07"], False, (2, 2, 2)),
    ("genuine", ["o01", "o04", "o08"], False, (1, 1, 1)),
]


@pytest.mark.parametrize(("truth", "options", "leave", "points"), DECISIONS)
def test_a_decision_by_its_rating_or_by_the_end(
    truth: str, options: list[str], *, leave: bool, points: tuple[int, ...]
) -> None:
    made, answers = pair(truth)
    session = run(made, options=options, leave=leave).session
    assert tuple(decision_points(session, answers, choice) for choice in answers.decisions) == points


def test_a_decision_that_a_way_round_left_out_counts_by_the_authored_ending() -> None:
    made, answers = SCAM
    session = run(made, options=["o01", "o05", "o08"]).session  # ends by itself, at e04: cautious
    answers = dataclasses.replace(answers, decisions=("c01", "c02", "c03", "c09"))
    assert decision_points(session, answers, "c09") == 1.0


def test_the_end_counts_by_its_outcome_and_the_bare_way_out_does_not() -> None:
    made, answers = SCAM
    answers = dataclasses.replace(answers, leave="e03")  # told with a harmful ending, still the right thing to do
    assert decision_points(run(made, leave=True).session, answers, "c01") == 2.0
    assert decision_points(run(made, options=["o02"]).session, answers, "c03") == 2.0


def test_an_option_without_a_rating_is_worth_nothing() -> None:
    made, answers = SCAM
    answers = dataclasses.replace(answers, outcomes={}, endings={})
    assert decision_points(run(made).session, answers, "c01") == 0.0


OTHERS = ["m09", "m14", "m16", "m17", "m18", "m19", "m20"]


@pytest.mark.parametrize(
    ("marked", "points"),
    [
        ([], 4.0),
        (OTHERS[:1], 4 * (1 - 3 / 7)),
        (OTHERS[:2], 4 * (1 - 6 / 7)),
        (OTHERS[:3], 0.0),
        (OTHERS, 0.0),
        ([*CUES, "m02", "m03"], 4.0),  # items have cells of their own
    ],
)
def test_false_alarms_by_the_share_marked_at_the_end(marked: list[str], points: float) -> None:
    made, answers = SCAM
    session = run(made, options=["o08"], marks=dict.fromkeys(marked, "money")).session
    assert false_alarm_points(session, made, answers) == pytest.approx(points)


def test_only_what_was_shown_counts_among_the_others() -> None:
    made, answers = SCAM
    # The branch's m17 and m18 were never seen, nor the reply m04: five others, one of them marked.
    session = run(made, options=["o07"], marks={"m09": "money"}).session
    assert false_alarm_points(session, made, answers) == pytest.approx(4 * (1 - 3 / 5))


def test_marks_taken_back_are_no_false_alarms() -> None:
    made, answers = SCAM
    session = run(made, marks={"m09": "money"}, review={"m09": None}).session
    assert false_alarm_points(session, made, answers) == 4.0


def test_a_cue_outside_the_items_is_no_false_alarm() -> None:
    made, answers = SCAM
    answers = dataclasses.replace(answers, items=tuple(item for item in answers.items if item != "m13"))
    session = run(made, marks={"m13": "money"}).session
    assert false_alarm_points(session, made, answers) == 4.0


def test_without_other_messages_there_is_no_false_alarm() -> None:
    made, answers = SCAM
    answers = dataclasses.replace(answers, items=tuple(sorted(counterpart_ids(made))))
    assert false_alarm_points(run(made).session, made, answers) == 4.0


@pytest.mark.parametrize(
    ("percent", "scam", "points"),
    [
        (100, True, 2.0),
        (0, True, 0.0),
        (0, False, 2.0),
        (100, False, 0.0),
        (50, True, 1.5),
        (50, False, 1.5),
        (85, True, 2 * (1 - 0.15**2)),
        (15, True, 2 * (1 - 0.85**2)),
        (None, True, 0.0),
        (None, False, 0.0),
    ],
)
def test_the_verdict(percent: int | None, *, scam: bool, points: float) -> None:
    assert verdict_points(percent, scam=scam) == pytest.approx(points)


PLAYED = [
    # truth, shortcut, items, decisions, false alarms, verdict
    ("scam", "never", 0, 0, 0, 0),
    ("scam", "hung up", 12, 6, 4, 1.9992),
    ("scam", "all", 8, 1, 0, 1.9992),
    ("scam", "nothing", 12, 1, 4, 0.0792),
    ("scam", "pruned", 14, 1, 4, 1.9992),
    ("scam", "first option", 12, 1, 4, 1.5),
    ("scam", "good", 24, 6, 4, 1.9992),
    ("genuine", "never", 0, 0, 0, 0),
    ("genuine", "hung up", 24, 3, 4, 0.0792),
    ("genuine", "all", 0, 4, 0, 0.0792),
    ("genuine", "nothing", 24, 4, 4, 1.9992),
    ("genuine", "pruned", 12, 4, 4, 1.9992),
    ("genuine", "first option", 24, 4, 4, 1.5),
    ("genuine", "good", 24, 6, 4, 1.9992),
]


@pytest.mark.parametrize(("truth", "name", "items", "decisions", "alarms", "verdict"), PLAYED)
def test_the_shortcuts(  # noqa: PLR0913 - the columns of the table
    truth: str, name: Shortcut, *, items: float, decisions: float, alarms: float, verdict: float
) -> None:
    made, answers = pair(truth)
    table = cells(result_of(shortcut(name, made, answers)), made, answers)
    assert list(table) == IDS
    sums = [
        sum(cell.points for cell_id, cell in table.items() if cell_id.startswith(kind))
        for kind in ("item", "decision", "false-alarms", "verdict")
    ]
    assert sums == pytest.approx([items, decisions, alarms, verdict])


def test_every_shortcut_is_in_the_table() -> None:
    assert {(row[0], row[1]) for row in PLAYED} == {
        (truth, name) for truth in ("scam", "genuine") for name in SHORTCUTS
    }


def test_without_a_verdict_or_a_finished_review_every_cell_is_nothing() -> None:
    made, answers = SCAM
    played = Run(made)
    right = dict(CUES)
    states = [played.session]
    played.play(right, ["o02"])
    states.append(played.session)
    played.judge(98, right)
    states.append(played.session)
    for session in states:
        assert {cell.points for cell in cells(session, made, answers).values()} == {0.0}
    played.review({})
    assert cells(played.session, made, answers)["item-01"].points == 2.0


def test_a_skipped_theme_costs_nothing() -> None:
    made, answers = SCAM
    played = Run(made)
    played.do(Skipped())
    table = cells(played.session, made, answers)
    assert {cell: value.points for cell, value in table.items()} == cell_maxima(answers)


def test_a_drill_has_no_cells() -> None:
    made, answers = DRILL
    assert cells(run(made).session, made, answers) == {}
    assert cell_maxima(answers) == {}


def test_a_twin_cannot_be_told_by_its_cells() -> None:
    assert cell_maxima(SCAM[1]) == cell_maxima(GENUINE[1])
    assert list(cell_maxima(SCAM[1])) == IDS
    assert sum(cell_maxima(SCAM[1]).values()) == 24 + 6 + 4 + 2


@pytest.mark.parametrize(
    ("points", "maximum", "expected"),
    [
        (1, 2, 1.0),
        (True, 2, 1.0),
        (-1.0, 2, 0.0),
        (3.0, 2, 2.0),
        (math.nan, 2, 0.0),
        (math.inf, 2, 2.0),
        (-math.inf, 2, 0.0),
    ],
)
def test_clamp_gives_a_plain_float(points: float, maximum: float, expected: float) -> None:
    result = clamp(points, maximum)
    assert result == expected
    assert type(result) is float


@pytest.mark.parametrize(("made", "answers"), [SCAM, GENUINE], ids=["scam", "genuine"])
@given(random=st.randoms(use_true_random=False))
@settings(max_examples=80, deadline=None)
def test_every_cell_of_any_run_is_a_float_within_its_bounds(made: Scenario, answers: Key, random: Random) -> None:
    for cell in cells(random_run(made, random).session, made, answers).values():
        assert type(cell.points) is float
        assert 0.0 <= cell.points <= cell.maximum


FAMILY = st.sampled_from(FAMILIES)
MARKABLE = sorted(counterpart_ids(SCAM[0]))
MARKS = st.dictionaries(st.sampled_from(MARKABLE), FAMILY)
REVIEW = st.dictionaries(st.sampled_from(["m01", "m02", "m05", "m09", "m10"]), st.none() | FAMILY)
OPTIONS = st.lists(st.sampled_from([f"o{n:02d}" for n in range(1, 10)]))


def total(
    truth: str, marks: dict[str, str], review: dict[str, str | None], options: list[str], percent: int = 50
) -> float:
    made, answers = pair(truth)
    session = run(made, marks=marks, review=review, options=options, verdict=percent).session
    return sum(cell.points for cell in cells(session, made, answers).values())


def without(marks: dict[str, str], message: str) -> dict[str, str]:
    return {key: value for key, value in marks.items() if key != message}


@given(marks=MARKS, review=REVIEW, options=OPTIONS, cue=st.sampled_from(sorted(CUES)), wrong=st.none() | FAMILY)
@settings(max_examples=80, deadline=None)
def test_one_more_right_mark_in_time_never_lowers_the_total(
    marks: dict[str, str], review: dict[str, str | None], options: list[str], cue: str, wrong: str | None
) -> None:
    review.pop(cue, None)
    before = without(marks, cue) | ({cue: wrong} if wrong is not None else {})
    after = without(marks, cue) | {cue: CUES[cue]}
    assert total("scam", after, review, options) >= total("scam", before, review, options)


@pytest.mark.parametrize("truth", ["scam", "genuine"])
@given(marks=MARKS, options=OPTIONS, message=st.sampled_from(MARKABLE), family=FAMILY)
@settings(max_examples=60, deadline=None)
def test_a_mark_where_nothing_is_wrong_never_raises_the_total(
    truth: str, marks: dict[str, str], options: list[str], message: str, family: str
) -> None:
    if truth == "scam" and message in CUES:
        return
    before = without(marks, message)
    assert total(truth, before | {message: family}, {}, options) <= total(truth, before, {}, options)


@given(marks=MARKS, percent=st.integers(0, 99))
@settings(max_examples=40, deadline=None)
def test_a_surer_right_verdict_never_lowers_the_total(marks: dict[str, str], percent: int) -> None:
    assert total("scam", marks, {}, [], percent + 1) > total("scam", marks, {}, [], percent)
    assert total("genuine", marks, {}, [], percent + 1) < total("genuine", marks, {}, [], percent)
