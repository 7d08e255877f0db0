from __future__ import annotations

import pytest

from cohort.room import shelf
from safetystring.cohort.gradebook import Graded
from safetystring.cohort.grades import graded_rows, percent_of
from safetystring.scoring.assess import assess
from safetystring.scoring.cells import verdict_points
from scoring import plays

SHELF = shelf()


@pytest.mark.parametrize("percent", [0, 2, 15, 35, 50, 65, 85, 98, 100])
@pytest.mark.parametrize("scam", [True, False])
def test_a_verdicts_points_tell_its_percent(percent: int, scam: bool) -> None:  # noqa: FBT001 - a table's column
    assert percent_of(verdict_points(percent, scam=scam), scam=scam) == percent


@pytest.mark.parametrize("points", [-1.0, 0.0, 2.0, 7.0])
def test_points_out_of_range_still_give_a_percentage(points: float) -> None:
    assert 0 <= percent_of(points, scam=True) <= 100


def test_grades_say_what_the_log_would_as_far_as_they_go() -> None:
    made, answers = plays.pair("scam")
    played = plays.run(made, marks={"m01": "identity", "m05": "money", "m02": "money"}, options=["o02"], verdict=85)
    known = assess(played.session, made, answers)
    graded = Graded("A01", "m1", "cedar", {cell: (one.points, one.maximum) for cell, one in known.cells.items()})
    rows = graded_rows(graded, SHELF["cedar"])
    (run,) = rows.runs
    assert (run["status"], run["origin"], run["truth"]) == ("scored", "gradebook", "scam")
    assert run["points"] == pytest.approx(known.points)
    assert run["discernment"] == pytest.approx(known.discernment)
    results = {row["message"]: row["result"] for row in rows.items}
    assert results["m01"] == "hit"
    assert results["m05"] == "partly"  # a wrong family, which a grade does not tell
    assert results["m02"] == "false_alarm"
    assert results["m13"] == "miss"
    assert results["m03"] == "correct"
    assert rows.verdicts[0]["percent"] == 85
    assert [row["points"] for row in rows.decisions] == [
        one.points for cell, one in known.cells.items() if "dec" in cell
    ]


def test_all_zero_is_not_finished() -> None:
    rows = graded_rows(Graded("A01", "m1", "cedar", {"verdict": (0.0, 2.0)}), SHELF["cedar"])
    assert (rows.runs[0]["status"], rows.items, rows.verdicts) == ("unfinished", [], [])


def test_the_open_question_is_no_part_of_the_score() -> None:
    graded = Graded("A01", "m1", "cedar", {"reflection": (2.0, 2.0)})
    assert graded_rows(graded, SHELF["cedar"]).runs[0]["status"] == "unfinished"


def test_without_a_key_only_the_points_are_known() -> None:
    rows = graded_rows(Graded("A01", "m1", "elm", {"item-01": (1.0, 2.0), "item-02": (2.0, 2.0)}), None)
    assert rows.runs[0] | {"status": "no key", "points": 3.0, "max": 4.0} == rows.runs[0]
    assert rows.items == []
