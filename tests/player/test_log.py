from __future__ import annotations

import json
import os
import time
from random import Random
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player import sample
from player.sample import header, raw
from safetystring.player.events import (
    Chose,
    Debriefed,
    Event,
    Left,
    Marked,
    Resumed,
    Reviewed,
    Reviewing,
    Shown,
    Verdict,
)
from safetystring.player.log import (
    MAX_BYTES,
    MAX_CHOICES,
    MAX_LINE_BYTES,
    MAX_LINES,
    MAX_PROBLEMS,
    LogRead,
    read,
    scored,
)
from safetystring.player.log import parse as parse_log
from safetystring.player.script import Course
from safetystring.player.session import fold
from scoring import plays

if TYPE_CHECKING:
    from pathlib import Path

SCENARIO = sample.make()
COURSE = Course.of(SCENARIO)
WHOLE: tuple[Event, ...] = (
    Shown(ids=("m01",)),
    Marked(id="m01", family="identity"),
    Chose(choice="c01", option="o02"),
    Verdict(percent=85),
    Reviewing(),
    Reviewed(),
    Debriefed(),
)


def parse(data: bytes, course: Course) -> LogRead:
    """Read a log both ways, with its lines and, as grading does, without: the same comes of it."""
    found, short = parse_log(data, course), parse_log(data, course, lines=False)
    assert (short.problems, short.last) == (found.problems, found.last)
    assert [(play.attempt, play.session) for play in short.plays] == [
        (play.attempt, play.session) for play in found.plays
    ]
    assert not any(play.lines for play in short.plays)
    return found


def log(*events: Event, first: int = 1) -> bytes:
    return b"".join(raw(first + index, event) for index, event in enumerate(events))


GOOD = log(header(SCENARIO), *WHOLE)


def test_a_whole_attempt_is_the_fold_of_its_events() -> None:
    found = parse(GOOD, COURSE)
    assert found.problems == ()
    assert found.last == 1 + len(WHOLE)
    (play,) = found.plays
    assert play.session == fold(header(SCENARIO), WHOLE, COURSE)
    assert len(play.lines) == 1 + len(WHOLE)


def test_an_empty_log_has_nothing_to_score() -> None:
    assert parse(b"", COURSE) == LogRead()
    assert scored(parse(b"\n \n", COURSE)) is None


def test_the_first_finished_attempt_is_scored_else_the_last() -> None:
    begun = log(header(SCENARIO), Shown(ids=("m01",)))
    finished = log(header(SCENARIO, 2), *WHOLE, first=3)
    third = log(header(SCENARIO, 3), Left(), first=20)
    attempts = [
        (begun, 1),
        (begun + finished, 2),
        (begun + finished + third, 2),
        (begun + log(header(SCENARIO, 2), Left(), first=3), 2),
    ]
    for data, expected in attempts:
        found = scored(parse(data, COURSE))
        assert found is not None
        assert found.attempt.attempt == expected


BEFORE = log(header(SCENARIO), Shown(ids=("m01",)))
AFTER = raw(4, Marked(id="m01", family="money"))
START = b'{"n":3,"at":1,"w":"aaaaaa","e":"marked","id":"m01",'

BAD_LINES = [
    (b"nonsense\n", "not JSON"),
    (b"\xff\xfe{}\n", "UTF-8"),
    (b'{"n":3\n', "not JSON"),
    (START + b'"family":NaN}\n', "NaN"),
    (START + b'"family":-Infinity}\n', "Infinity"),
    (START + b'"family":"\\ud800"}\n', "UTF-8"),
    (START + b'"family":"money","family":"money"}\n', "twice"),
    (START + b'"family":' + b"[" * 4000 + b"]" * 4000 + b"}\n", "nested"),
    (START + b'"family":"' + b"x" * MAX_LINE_BYTES + b'"}\n', "longer"),
    (START + b'"family":' + b"9" * 5000 + b"}\n", "not JSON"),
    (START + b'"family":"magic"}\n', "no family"),
    (START + b'"family":null}\n', "family"),
    (START + b'"family":"money","extra":1}\n', "unknown field"),
    (b"[1,2,3]\n", "expected an object"),
    (b'{"n":3,"at":1,"w":"aaaaaa","e":"hacked"}\n', "not an event"),
    (b'{"n":true,"at":1,"w":"aaaaaa","e":"left"}\n', "whole number"),
    (b'{"n":3,"at":1e999,"w":"aaaaaa","e":"left"}\n', "whole number"),
    (raw(2, Left()), "expected 3"),
    (raw(1, Left()), "expected 3"),
    (raw(99_999, Left()), "expected 3"),
    (raw(3, Left(), window="bbbbbb"), "another window"),
    (raw(3, Marked(id="m09", family="money")), "cannot be marked"),
    (raw(3, Chose(choice="c02", option="o03")), "not open"),
    (raw(3, Chose(choice="c01", option="o09")), "no option"),
    (raw(3, Shown(ids=("m99",))), "was not sent"),
    (raw(3, Verdict(percent=50)), "not open"),
    (raw(3, Debriefed()), "debriefed"),
]


@pytest.mark.parametrize(("line", "reason"), BAD_LINES, ids=range(len(BAD_LINES)))
def test_a_line_that_does_not_follow_is_refused_with_its_number_and_the_rest_goes_on(line: bytes, reason: str) -> None:
    found = parse(BEFORE + line + AFTER, COURSE)
    (problem,) = found.problems
    assert (problem.line, reason in problem.reason) == (3, True), problem
    assert found.plays[0].session.marks == {"m01": "money"}


BAD_HEADERS = [
    ({"format": 3}, "newer"),
    ({"scenario": "maple"}, "another scenario"),
    ({"attempt": 0}, "out of range"),
    ({"seed": -1}, "out of range"),
    ({"seed": 2**60}, "out of range"),
    ({"started": "yesterday"}, "ISO 8601"),
    ({"started": "2026-11-23T10:00:00"}, "ISO 8601"),
    ({"lang": "de"}, "expected one of"),
    ({"release": "beta"}, "expected one of"),
]


@pytest.mark.parametrize(("changes", "reason"), BAD_HEADERS)
def test_what_stands_under_a_refused_header_counts_for_no_attempt(changes: dict[str, object], reason: str) -> None:
    bad = raw(3, header(SCENARIO, 2, **changes))
    found = parse(BEFORE + bad + AFTER, COURSE)
    assert [problem.line for problem in found.problems] == [3, 4]
    assert reason in found.problems[0].reason
    assert "no attempt is open" in found.problems[1].reason
    assert [play.session.marks for play in found.plays] == [{}]


def test_a_header_out_of_turn_is_refused_and_one_of_an_edited_scenario_is_kept() -> None:
    again = parse(BEFORE + raw(3, header(SCENARIO, 1)), COURSE)
    assert "attempt 1 after attempt 1" in again.problems[0].reason
    edited = parse(raw(1, header(SCENARIO, hash="0" * 64)) + raw(2, Left()), COURSE)
    assert [problem.kind for problem in edited.problems] == ["changed"]
    assert edited.plays[0].session.left


def test_a_copied_line_changes_nothing() -> None:
    lines = GOOD.splitlines(keepends=True)
    for line in lines:
        found = parse(GOOD + line, COURSE)
        assert found.plays == parse(GOOD, COURSE).plays
        assert [problem.kind for problem in found.problems] == ["refused"]


def test_a_torn_last_line_is_dropped_and_said_to_be() -> None:
    for cut in range(1, len(AFTER)):
        found = parse(BEFORE + AFTER[:-cut], COURSE)
        assert [problem.kind for problem in found.problems] == ["torn"]
        assert found.plays == parse(BEFORE, COURSE).plays


def test_a_torn_line_that_was_written_past_is_no_refusal() -> None:
    found = parse(BEFORE + AFTER[:20] + b"\n" + raw(3, Resumed(), "bbbbbb"), COURSE)
    assert [(problem.line, problem.kind) for problem in found.problems] == [(3, "torn")]


def test_a_window_that_took_over_is_the_only_one_heard() -> None:
    data = BEFORE + raw(3, Resumed(), "bbbbbb") + raw(4, Left()) + raw(4, Marked(id="m01", family="money"), "bbbbbb")
    found = parse(data, COURSE)
    assert [(problem.line, problem.reason) for problem in found.problems] == [
        (4, "another window had taken the log over")
    ]
    assert found.plays[0].session.marks == {"m01": "money"}


def test_everything_is_bounded() -> None:
    begin = time.process_time()
    long = parse(GOOD + b" " * MAX_BYTES, COURSE)
    assert [problem.kind for problem in long.problems] == ["size"]
    assert long.plays == parse(GOOD, COURSE).plays
    assert parse(b"\n" * (MAX_LINES + 5), COURSE).problems[-1].kind == "size"
    noise = parse(GOOD + b"x\n" * (MAX_PROBLEMS + 50), COURSE)
    assert len(noise.problems) == MAX_PROBLEMS + 1
    loop = [Chose(choice="c03", option="o07")] * (MAX_CHOICES + 10)
    endless = parse(
        log(header(SCENARIO), WHOLE[0], Chose(choice="c01", option="o01"), Chose(choice="c02", option="o04"), *loop),
        COURSE,
    )
    assert len(endless.problems) == 12
    worst = log(*(event for number in range(1, 4000) for event in (header(SCENARIO, number), WHOLE[0])))
    parse(worst, COURSE)
    assert time.process_time() - begin < 10  # generous: measured 0.4 s


@given(st.binary(max_size=400), st.integers(0, len(GOOD)), st.integers(0, 40))
@settings(max_examples=300, deadline=None)
def test_no_damage_makes_reading_fail(noise: bytes, at: int, lost: int) -> None:
    found = parse(GOOD[:at] + noise + GOOD[at + lost :], COURSE)
    assert all(play.session.attempt.scenario == "alder" for play in found.plays)


@given(st.data())
@settings(max_examples=200, deadline=None)
def test_no_odd_value_makes_reading_fail(data: st.DataObject) -> None:
    lines = GOOD.splitlines()
    index = data.draw(st.integers(0, len(lines) - 1))
    value = json.loads(lines[index])
    field = data.draw(st.sampled_from(sorted(value)))
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5)
    value[field] = data.draw(
        st.recursive(
            leaves, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=2)
        )
    )
    lines[index] = json.dumps(value).encode()
    parse(b"\n".join(lines) + b"\n", COURSE)


@pytest.mark.parametrize("seed", range(40))
def test_lines_lost_doubled_and_moved_are_read_the_same_both_ways(seed: int) -> None:
    dice = Random(seed)  # noqa: S311 - a test that repeats itself
    scenario, _ = plays.pair("scam")
    runs = [plays.random_run(scenario, dice) for _ in range(2)]
    lines = plays.log_of(*runs).splitlines(keepends=True)
    for _ in range(dice.randrange(6)):
        at, to = dice.randrange(len(lines)), dice.randrange(len(lines))
        match dice.randrange(4):
            case 0:
                lines.pop(at)
            case 1:
                lines.insert(to, lines[at])
            case 2:
                lines.insert(to, lines.pop(at))
            case _:
                lines[at] = lines[at].replace(b'"w"', b'"w" ', 1).replace(b"aaaaaa", b"bbbbbb", dice.randrange(2))
    parse(b"".join(lines), Course.of(scenario))


def test_reading_a_file(tmp_path: Path) -> None:
    path = tmp_path / "alder.jsonl"
    assert read(path, COURSE) == LogRead()
    path.write_bytes(GOOD)
    assert read(path, COURSE) == parse(GOOD, COURSE)


def test_only_a_regular_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "real").write_bytes(GOOD)
    (tmp_path / "link").symlink_to(tmp_path / "real")
    os.mkfifo(tmp_path / "pipe")
    for name in ("link", "pipe", ".", "nul\0"):
        found = read(tmp_path / name, COURSE)
        assert found.plays == ()
        assert [problem.kind for problem in found.problems] == ["refused"], name
