from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from cohort.gradebooks import write_gradebook
from cohort.room import log, put, room, shelf
from safetystring.cohort import Cohort, load
from safetystring.cohort.frames import Rows
from safetystring.cohort.measures import Estimate
from safetystring.cohort.report import to_json
from safetystring.cohort.summary import Summary, summarise
from safetystring.scoring.detection import Counts, d_prime

if TYPE_CHECKING:
    from pathlib import Path


def numbers(value: object) -> list[float]:
    """Return every measured number of a summary's JSON."""
    if isinstance(value, dict):
        inner = (numbers(item) for name, item in value.items() if name not in ("k", "level", "scams", "genuine"))
        return [one for found in inner for one in found]
    if isinstance(value, list):
        return [one for item in value for one in numbers(item)]
    return [value] if isinstance(value, float) else []


def test_who_was_there(summary: Summary) -> None:
    assert (summary.learners, summary.runs, summary.scams, summary.genuine) == (40, 80, 1, 1)
    assert summary.simulated
    assert not summary.grades_only
    assert summary.left_out == {}
    assert 0.5 < (summary.minutes.value or 0) < 10


def test_messages_and_conversations_are_judged_apart(forty: Cohort, summary: Summary) -> None:
    assert summary.messages is not None
    assert summary.conversations is not None
    marked = forty.items["result"].isin(["hit", "late", "wrong_family", "false_alarm"])
    cue = forty.items["kind"] == "cue"
    counts = Counts(*(int(part.sum()) for part in (marked & cue, ~marked & cue, marked & ~cue, ~marked & ~cue)))
    assert summary.messages.d_prime.value == pytest.approx(d_prime(counts))
    scam, says = forty.verdicts["truth"] == "scam", forty.verdicts["percent"] > 50
    verdicts = Counts(*(int(part.sum()) for part in (says & scam, ~says & scam, says & ~scam, ~says & ~scam)))
    assert summary.conversations.d_prime.value == pytest.approx(d_prime(verdicts))


def test_skill_is_what_is_won_above_the_baseline(forty: Cohort, summary: Summary) -> None:
    runs = forty.runs
    expected = (runs["points"] - runs["baseline"]).sum() / (runs["max"] - runs["baseline"]).sum()
    assert summary.skill.value == pytest.approx(expected)


def test_verdict_shares_add_up(summary: Summary) -> None:
    assert [one.scam for one in summary.verdicts] == [True, False]
    for one in summary.verdicts:
        assert sum(one.shares) == pytest.approx(1.0)
        assert len(one.shares) == len(one.steps) == 7
    assert (summary.verdicts[0].mean.value or 0) > (summary.verdicts[1].mean.value or 0)


def test_the_same_cohort_gives_the_same_summary(forty: Cohort, summary: Summary) -> None:
    assert summarise(forty) == summary


@pytest.mark.parametrize("learners", [1, 2, 4])
def test_a_small_room_shows_no_measured_number(tmp_path: Path, learners: int) -> None:
    found = summarise(room(tmp_path, learners))
    assert found.learners is None
    assert numbers(to_json(found)) == []
    rows = (*found.flags, *found.false_alarms, *found.choices, *found.paid, *found.verdicts, *found.items)
    assert rows == ()


def test_five_are_enough_and_k_can_be_set(tmp_path: Path) -> None:
    five = room(tmp_path, 5)
    assert summarise(five).learners == 5
    assert numbers(to_json(summarise(five)))
    assert summarise(five, k=6).learners is None
    assert numbers(to_json(summarise(five, k=6))) == []
    with pytest.raises(ValueError, match="at least one learner"):
        summarise(five, k=0)


def test_a_small_group_inside_a_large_room_is_hidden(tmp_path: Path) -> None:
    for seed in range(9):
        put(tmp_path / f"A{seed}" / "cedar.jsonl", log(seed=seed))
    for seed in range(3):
        put(tmp_path / f"A{seed}" / "maple.jsonl", log("maple", seed=seed))
    found = summarise(load(tmp_path, shelf()))
    assert found.learners == 9
    assert [one.scam for one in found.verdicts] == [True]
    assert [one.scenario for one in found.items] == ["cedar"]
    genuine = [point for point in found.choices if point.genuine]
    assert all(option.taken == Estimate(hidden=True) for point in genuine for option in point.options)
    assert [one.safe.hidden for one in found.endings] == [False, True]
    assert found.conversations is not None
    assert found.conversations.false_alarms.hidden
    assert found.conversations.d_prime.hidden
    assert all(alarm.quote.scenario == "cedar" for alarm in found.false_alarms)


def test_no_pseudonym_is_in_a_summary(summary: Summary) -> None:
    text = json.dumps(to_json(summary))
    assert '"L0' not in text
    assert "learner_id" not in text
    assert "L012" not in text


def test_the_json_is_plain_and_whole(summary: Summary) -> None:
    plain = to_json(summary)
    assert json.loads(json.dumps(plain, allow_nan=False)) == plain
    assert plain.keys() >= {"learners", "runs", "flags", "false_alarms", "paid", "choices", "verdicts", "messages"}
    assert plain["flags"][0].keys() >= {"red_flag", "caught", "hit", "late", "decisive"}
    assert plain["flags"][0]["caught"].keys() >= {"value", "low", "high", "n", "learners", "how"}


def test_nobody_at_all() -> None:
    found = summarise(Rows().frames((), {}))
    assert found.learners == 0
    assert numbers(to_json(found)) == []


def test_what_is_left_out_is_counted_by_why(tmp_path: Path) -> None:
    for seed in range(5):
        put(tmp_path / f"A{seed}" / "cedar.jsonl", log(seed=seed))
    put(tmp_path / "B1" / "cedar.jsonl", b"junk\n")
    put(tmp_path / "B2" / "cedar.jsonl", log(seed=1))
    assert summarise(load(tmp_path, shelf())).left_out == {"unreadable": 1, "copy": 1}


def test_a_gradebook_alone_gives_what_it_can(tmp_path: Path) -> None:
    points = {f"A{n}": {"cedar": {"item-02": 2.0, "item-03": 2.0 * (n % 2), "verdict": 1.5}} for n in range(6)}
    found = summarise(load(write_gradebook(tmp_path / "gradebook.db", points), shelf()))
    assert found.grades_only
    assert found.learners == 6
    assert {flag.red_flag: flag.caught.value for flag in found.flags}["flag_identity"] == 0.0
    assert found.choices == ()
    assert dataclasses.asdict(found.minutes) == dataclasses.asdict(Estimate())
