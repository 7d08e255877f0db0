from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from cohort.gradebooks import write_gradebook
from cohort.room import log, put, shelf, write_room
from cohort.test_gather import archive
from cohort.test_shelf import write_keys
from safetystring.cohort import CohortError, ShelfError, load, pair, simulate
from safetystring.cohort.report import render
from safetystring.cohort.summary import summarise
from safetystring.scenario import content_hash
from scoring import plays

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.cohort import Cohort

SHELF = shelf()


def statuses(cohort: Cohort) -> dict[tuple[str, str], str]:
    rows = cohort.runs[["learner", "scenario", "status"]].itertuples(index=False)
    return {(row.learner, row.scenario): row.status for row in rows}  # type: ignore[misc] # columns' names


def test_an_empty_folder_is_an_empty_cohort(tmp_path: Path) -> None:
    cohort = load(tmp_path, SHELF)
    assert cohort.runs.empty
    assert cohort.problems == ()


def test_folders_and_archives_may_lie_side_by_side(tmp_path: Path) -> None:
    put(tmp_path / "A01" / "m1" / "responses" / "cedar.jsonl", log(seed=1))
    archive(tmp_path / "answers_A02_m1.zip", {"m1/responses/cedar.jsonl": log(seed=2)})
    cohort = load(tmp_path, SHELF)
    assert statuses(cohort) == {("A01", "cedar"): "scored", ("A02", "cedar"): "scored"}
    assert set(cohort.runs["module"]) == {"m1"}
    assert cohort.problems == ()


@pytest.mark.parametrize(
    ("data", "status", "words"),
    [
        (b"", "empty", ""),
        (b"\xff\xfe\x00 no text", "unreadable", "the last line is unfinished"),
        (b'{"e": "attempt"}\n', "unreadable", "line 1"),
        (b"[" * 100_000 + b"\n", "unreadable", "line 1"),
        (b"null\n" * 30, "unreadable", "more lines left out"),
        (log("maple"), "unreadable", "an attempt at another scenario"),
        (log(profile="quitter", seed=3), "unfinished", ""),
    ],
)
def test_a_hostile_or_broken_log_is_a_row_and_a_line(tmp_path: Path, data: bytes, status: str, words: str) -> None:
    put(tmp_path / "A01" / "responses" / "cedar.jsonl", data)
    put(tmp_path / "A02" / "responses" / "cedar.jsonl", log())
    cohort = load(tmp_path, SHELF)
    assert statuses(cohort) == {("A01", "cedar"): status, ("A02", "cedar"): "scored"}
    assert words in "\n".join(cohort.problems)
    assert bool(cohort.problems) == bool(words)
    assert set(cohort.items["learner"]) == {"A02"}


def test_a_link_is_a_row_and_a_line(tmp_path: Path) -> None:
    (tmp_path / "A01").mkdir()
    (tmp_path / "A01" / "cedar.jsonl").symlink_to(put(tmp_path / "elsewhere.txt", log()))
    cohort = load(tmp_path, SHELF)
    assert statuses(cohort) == {("A01", "cedar"): "unreadable"}
    assert cohort.problems == ("A01/cedar.jsonl: left out, it is a link",)


def test_a_renamed_log_is_known_by_its_first_line(tmp_path: Path) -> None:
    put(tmp_path / "A01" / "my answers (2).jsonl", log())
    assert statuses(load(tmp_path, SHELF)) == {("A01", "cedar"): "scored"}


def test_a_scenario_without_a_key_is_said(tmp_path: Path) -> None:
    put(tmp_path / "A01" / "maple.jsonl", log("maple"))
    cohort = load(tmp_path, {"cedar": SHELF["cedar"]})
    assert statuses(cohort) == {("A01", "maple"): "no key"}
    assert "--keys" in cohort.problems[0]


def test_the_same_learners_same_log_twice_counts_once_in_silence(tmp_path: Path) -> None:
    for name in ("answers_A01_m1.zip", "answers_A01_m1 (1).zip"):
        archive(tmp_path / name, {"responses/cedar.jsonl": log()})
    cohort = load(tmp_path, SHELF)
    assert statuses(cohort) == {("A01", "cedar"): "scored"}
    assert cohort.problems == ()


def test_of_two_different_logs_the_first_finished_one_counts_and_it_is_noted(tmp_path: Path) -> None:
    logs = {"answers_A01_m1.zip": log(profile="quitter", seed=3), "answers_A01_m1 (1).zip": log(seed=2)}
    for name, data in logs.items():
        archive(tmp_path / name, {"responses/cedar.jsonl": data})
    cohort = load(tmp_path, SHELF)
    assert statuses(cohort) == {("A01", "cedar"): "scored"}
    assert "2 different logs of 'cedar'" in cohort.problems[0]
    assert "(1).zip" in cohort.problems[0]


def test_a_drill_is_a_row_and_counts_nowhere(tmp_path: Path) -> None:
    made, answers = plays.pair("drill")
    drill = dataclasses.replace(made, kind="drill", hash="")
    drill = dataclasses.replace(drill, hash=content_hash(drill))
    key = dataclasses.replace(answers, hash=drill.hash)
    data = simulate(drill, key, "careful", 1)
    assert b'"e":"reviewed"' in data
    assert b'"e":"verdict"' not in data
    put(tmp_path / "A01" / "m9" / "responses" / f"{drill.id}.jsonl", data)
    put(tmp_path / "A01" / "m1" / "responses" / "cedar.jsonl", log())
    cohort = load(tmp_path, {**SHELF, drill.id: pair(drill, key)})
    assert statuses(cohort) == {("A01", drill.id): "drill", ("A01", "cedar"): "scored"}
    assert {*cohort.items["scenario"], *cohort.decisions["scenario"], *cohort.verdicts["scenario"]} == {"cedar"}
    assert cohort.problems == ()
    assert drill.id not in render(summarise(cohort, k=1), "en")


def test_a_neighbours_log_counts_once(tmp_path: Path) -> None:
    for learner in ("A01", "A02", "A03"):
        put(tmp_path / learner / "cedar.jsonl", log())
    cohort = load(tmp_path, SHELF)
    assert statuses(cohort) == {("A01", "cedar"): "scored", ("A02", "cedar"): "copy", ("A03", "cedar"): "copy"}
    assert cohort.problems[0] == "A02/cedar.jsonl: byte for byte the log of A01; counted once"
    assert set(cohort.items["learner"]) == {"A01"}


def test_learners_are_counted(tmp_path: Path) -> None:
    put(tmp_path / "A01" / "cedar.jsonl", log())
    put(tmp_path / "A01" / "maple.jsonl", log("maple", "quitter", 3))
    (row,) = load(tmp_path, SHELF).learners.to_dict("records")
    assert row == {"learner": "A01", "runs": 2, "scored": 1, "simulated": True}


def test_a_real_learner_is_not_called_simulated(tmp_path: Path) -> None:
    put(tmp_path / "A01" / "cedar.jsonl", log().replace(b"simula", b"a1b2c3"))
    cohort = load(tmp_path, SHELF)
    assert not cohort.runs["simulated"].any()
    assert not cohort.learners["simulated"].any()


def test_a_gradebook_alone(tmp_path: Path) -> None:
    path = write_gradebook(tmp_path / "gradebook.db", {"A01": {"cedar": {"item-01": 2.0, "verdict": 2.0}}, "A02": {}})
    cohort = load(path, SHELF)
    assert statuses(cohort) == {
        ("A01", "cedar"): "scored",
        ("A01", "maple"): "unfinished",
        ("A02", "cedar"): "unfinished",
        ("A02", "maple"): "unfinished",
    }
    assert set(cohort.runs["origin"]) == {"gradebook"}
    everything = "".join(made.to_csv() for made in (cohort.runs, cohort.learners, cohort.items))
    assert "Xiaoming" not in everything
    assert "lin@" not in everything


def test_logs_beside_a_gradebook_say_more_and_are_taken(tmp_path: Path) -> None:
    write_gradebook(
        tmp_path / "gradebook.db", {"L000": {"cedar": {"verdict": 1.0}}, "A09": {"cedar": {"verdict": 1.0}}}
    )
    write_room(tmp_path / "autograded", 2)
    late = put(tmp_path / "submitted" / "L000" / "m1" / "responses" / "cedar.jsonl", log(profile="mark-none"))
    put(tmp_path / "submitted" / "A07" / "m1" / "responses" / "cedar.jsonl", log(profile="mark-all"))
    for place in (tmp_path, tmp_path / "gradebook.db"):
        cohort = load(place, SHELF)
        origin = cohort.runs.set_index(["learner", "scenario"])["origin"]
        assert origin["L000", "cedar"] == "log"
        assert origin["A09", "cedar"] == "gradebook"
        assert origin["A07", "cedar"] == "log"  # handed in, not graded yet
        graded = cohort.items.query("learner == 'L000' and scenario == 'cedar'")
        assert graded["marked_family"].notna().any(), f"{late} was not graded and must not be read"


def test_a_course_without_a_gradebook_yet(tmp_path: Path) -> None:
    write_room(tmp_path / "submitted", 3)
    cohort = load(tmp_path, SHELF)
    assert set(cohort.runs["learner"]) == {"L000", "L001", "L002"}
    assert set(cohort.runs["module"]) == {"m1"}


def test_keys_are_found_beside_the_logs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_room(tmp_path / "grading" / "submitted", 1)
    assert set(load(tmp_path / "grading").runs["status"]) == {"no key"}
    write_keys(tmp_path / "grading")
    assert set(load(tmp_path / "grading").runs["status"]) == {"scored"}
    assert set(load("grading/submitted").runs["status"]) == {"scored"}
    write_room(tmp_path / "elsewhere", 1)
    assert set(load("elsewhere").runs["status"]) == {"scored"}
    assert set(load("elsewhere", "grading/keys").runs["status"]) == {"scored"}


def test_a_learner_called_keys_hands_in_no_keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_room(tmp_path / "sent", 1)
    write_keys(tmp_path / "sent" / "keys")
    assert set(load(tmp_path / "sent").runs["status"]) == {"no key"}


def test_what_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CohortError, match="is not here"):
        load(tmp_path / "nowhere", SHELF)
    with pytest.raises(ShelfError, match="safetystring build"):
        load(tmp_path, tmp_path)


def test_the_bar_is_told_of_each_log(tmp_path: Path) -> None:
    seen: list[int] = []
    load(write_room(tmp_path, 3), SHELF, tick=seen.append)
    assert seen == [1, 2, 3, 4, 5, 6]


def test_a_flood_of_problems_is_cut(tmp_path: Path) -> None:
    for number in range(600):
        put(tmp_path / f"A{number:03d}" / "cedar.jsonl", b"x\n")
    cohort = load(tmp_path, SHELF)
    assert len(cohort.problems) == 501
    assert cohort.problems[-1] == "… and 100 more"


def test_a_second_attempt_is_counted_and_not_scored(tmp_path: Path) -> None:
    first = log(profile="mark-all").splitlines()
    second = log(profile="mark-none").splitlines()
    again = []
    for number, line in enumerate(second, len(first) + 1):
        value = json.loads(line)
        value |= {"n": number} | ({"attempt": 2} if value["e"] == "attempt" else {})
        again.append(json.dumps(value).encode())
    put(tmp_path / "A01" / "cedar.jsonl", b"\n".join([*first, *again, b""]))
    cohort = load(tmp_path, SHELF)
    assert cohort.problems == ()
    assert cohort.runs["attempts"].tolist() == [2]
    assert set(cohort.items["result"]) & {"false_alarm"}
