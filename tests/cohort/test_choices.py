from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cohort.gradebooks import write_gradebook
from cohort.room import log, put, room, shelf
from safetystring.cohort import load
from safetystring.cohort.choices import choice_points, endings, paid

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.cohort import Cohort


def test_points_come_in_the_order_they_are_met(forty: Cohort) -> None:
    assert [(point.scenario, point.choice) for point in choice_points(forty)] == [
        (scenario, choice) for scenario in ("cedar", "maple") for choice in ("c01", "c02", "c03")
    ]


def test_shares_are_of_those_who_came_there(forty: Cohort) -> None:
    for point in choice_points(forty):
        rows = forty.decisions.query("scenario == @point.scenario and choice == @point.choice")
        here = rows[rows["option"].notna()]
        assert point.reached.value == pytest.approx(len(here) / 40)
        assert sum(option.taken.value or 0 for option in point.options) == pytest.approx(1.0)
        for option in point.options:
            assert option.taken.value == pytest.approx((here["option"] == option.option).mean())


def test_options_stand_from_safe_to_harmful(forty: Cohort) -> None:
    order = ["safe", "cautious", "harmful"]
    for point in choice_points(forty):
        ranks = [order.index(option.rating) for option in point.options]
        assert ranks == sorted(ranks)


def test_who_would_have_paid(forty: Cohort) -> None:
    whole, cedar = paid(forty)
    runs = forty.runs.query("scenario == 'cedar'")
    assert (whole.scenario, whole.asked, cedar.scenario, cedar.asked) == (None, None, "cedar", 28000.0)
    assert cedar.would.value == pytest.approx((runs["paid"] > 0).mean())
    assert 0 < (cedar.would.value or 0) < 1


def test_the_sum_of_fewer_than_five_payers_is_not_told(tmp_path: Path) -> None:
    for seed in range(12):
        put(tmp_path / f"A{seed}" / "cedar.jsonl", log(profile="hang-up", seed=seed))
    for number, data in enumerate(_payers(4)):
        put(tmp_path / f"P{number}" / "cedar.jsonl", data)
    four = paid(load(tmp_path, shelf()))[0]
    assert four.would.value == pytest.approx(4 / 16)
    assert four.typical is None
    assert four.each.hidden
    put(tmp_path / "P4" / "cedar.jsonl", _payers(5)[-1])
    five = paid(load(tmp_path, shelf()))[0]
    assert five.typical == 7000.0
    assert five.each.value == pytest.approx(5 * 7000 / 17)


def _payers(count: int) -> list[bytes]:
    made: list[bytes] = []
    for seed in range(200):
        data = log(profile="trusting", seed=seed)
        if b'"o07"' in data and b'"reviewed"' in data and len(made) < count:
            made.append(data)
    return made


def test_endings_add_up(forty: Cohort) -> None:
    scam, genuine = endings(forty)
    assert (scam.scam, genuine.scam) == (True, False)
    for one in (scam, genuine):
        assert sum(part.value or 0 for part in (one.safe, one.cautious, one.harmful)) == pytest.approx(1.0)


def test_leaving_a_genuine_caller_is_cautious_and_a_scam_safe(tmp_path: Path) -> None:
    for seed in range(6):
        for name in ("cedar", "maple"):
            put(tmp_path / f"A{seed}" / f"{name}.jsonl", log(name, "hang-up", seed))
    scam, genuine = endings(load(tmp_path, shelf()))
    assert (scam.safe.value, genuine.cautious.value) == (1.0, 1.0)


def test_a_small_room_is_hidden(tmp_path: Path) -> None:
    four = room(tmp_path, 4)
    for point in choice_points(four):
        assert point.reached.hidden
        assert all(option.taken.value is None for option in point.options)
    assert all(one.would.hidden and one.typical is None and one.each.hidden for one in paid(four))
    assert all(one.safe.hidden for one in endings(four))


def test_grades_alone_tell_no_decisions_and_no_money(tmp_path: Path) -> None:
    path = write_gradebook(tmp_path / "gradebook.db", {f"A{n}": {"cedar": {"verdict": 1.0}} for n in range(6)})
    cohort = load(path, shelf())
    assert len(cohort.decisions) == 18
    assert not (*choice_points(cohort), *paid(cohort), *endings(cohort))
