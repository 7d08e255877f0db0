from __future__ import annotations

import dataclasses
import os
import subprocess
import sys
from pathlib import Path
from statistics import fmean
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cohort.room import TRUTHS, log
from safetystring.cohort import PROFILES, Profile, simulate
from safetystring.cohort.simulate import VERDICTS, WINDOW
from safetystring.player.events import Attempt, Chose, Debriefed, Left, Marked, Verdict
from safetystring.player.log import LogRead, Play, parse, scored
from safetystring.player.script import Course
from safetystring.scenario import content_hash, counterpart_ids
from safetystring.scoring.assess import assess
from scoring import plays

if TYPE_CHECKING:
    from safetystring.player.session import Session

OPENED = [name for name in PROFILES if name != "never"]


def read(data: bytes, scenario: str = "cedar") -> LogRead:
    made, _ = plays.pair(TRUTHS[scenario])
    return parse(data, Course.of(made))


def play(data: bytes, scenario: str = "cedar") -> Play:
    found = scored(read(data, scenario))
    assert found is not None
    return found


def session(profile: str, seed: int = 1, scenario: str = "cedar") -> Session:
    return play(log(scenario, profile, seed), scenario).session


@given(st.sampled_from(OPENED), st.sampled_from(sorted(TRUTHS)), st.integers(min_value=-(2**40), max_value=2**40))
@settings(max_examples=60, deadline=None)
def test_every_log_reads_without_a_problem(profile: str, scenario: str, seed: int) -> None:
    found = read(log(scenario, profile, seed), scenario)
    assert found.problems == ()
    assert len(found.plays) == 1
    assert found.plays[0].session.verdict in VERDICTS


def test_the_same_seed_gives_the_same_bytes_and_another_one_others() -> None:
    assert log(seed=7) == log(seed=7)
    assert log(seed=7) != log(seed=8)
    assert log(seed=7) != log(profile="trusting", seed=7)


def test_the_bytes_do_not_hang_on_pythons_salted_hash() -> None:
    code = "from cohort.room import log; import sys; sys.stdout.buffer.write(log(seed=7))"
    folder = Path(__file__).parents[1]
    runs = [
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=folder,
            env=os.environ | {"PYTHONHASHSEED": salt},
            check=True,
            capture_output=True,
        )
        for salt in ("1", "2")
    ]
    assert runs[0].stdout == runs[1].stdout == log(seed=7)


def test_every_line_says_that_it_is_simulated() -> None:
    assert {line.window for line in play(log()).lines} == {WINDOW}
    assert not set(WINDOW) <= set("0123456789abcdef"), "a real window id could be this"


def test_the_clock_goes_forward() -> None:
    times = [line.at for line in play(log()).lines]
    assert times == sorted(times)
    assert times[-1] - times[0] > 20_000


def test_nobody_who_never_opens_it_leaves_a_log() -> None:
    assert log(profile="never") == b""


def test_mark_all_marks_everything_it_was_shown() -> None:
    made, _ = plays.pair("scam")
    one = session("mark-all")
    assert one.marks.keys() == counterpart_ids(made) & one.shown.keys()
    assert len(one.marks) >= 12


def test_pruning_leaves_only_cues() -> None:
    one = session("mark-all-then-prune")
    assert set(one.marks) == set(plays.CUES)
    assert set(one.first_marks) > set(plays.CUES)


@pytest.mark.parametrize("seed", range(5))
def test_mark_none_marks_nothing(seed: int) -> None:
    assert not session("mark-none", seed).first_marks


@pytest.mark.parametrize("seed", range(5))
def test_the_first_option_is_taken_each_time(seed: int) -> None:
    made, _ = plays.pair("scam")
    choices = Course.of(made).choices
    chosen = session("first-option", seed).chosen
    assert chosen
    assert all(option == choices[choice].options[0].id for choice, option in chosen.items())


def test_hanging_up_sees_one_message() -> None:
    one = session("hang-up")
    assert one.left
    assert [message for message, phase in one.shown.items() if phase == "play"] == ["m01"]
    assert one.reviewed


def test_a_quitter_mostly_stops_before_the_review() -> None:
    stopped = [not session("quitter", seed).reviewed for seed in range(40)]
    assert 24 <= sum(stopped) <= 38


def test_a_careful_learner_judges_better_than_a_trusting_one_and_than_any_shortcut() -> None:
    def discernment(profile: str) -> float:
        points = floor = most = 0.0
        for name, truth in TRUTHS.items():
            made, answers = plays.pair(truth)
            for seed in range(30):
                found = assess(session(profile, seed, name), made, answers)
                assert found.baseline is not None
                points, floor, most = points + found.points, floor + found.baseline, most + found.maximum
        return (points - floor) / (most - floor)

    careful = discernment("careful")
    others = {name: discernment(name) for name in ("trusting", "random", "suspicious", "mark-all", "mark-none")}
    assert all(careful > other + 0.2 for other in others.values()), (careful, others)


def test_one_learner_has_one_ability_on_every_scenario() -> None:
    spread = dataclasses.replace(PROFILES["careful"], cue=0.5, spread=3.0)
    hits: dict[str, list[int]] = {"cedar": [], "birch": []}
    for name, marked in hits.items():
        made = plays.scenario(name)
        answers = plays.key(made, "scam")
        for seed in range(40):
            found = scored(parse(simulate(made, answers, spread, seed), Course.of(made)))
            assert found is not None
            marked.append(len(found.session.first_marks.keys() & answers.cues.keys()))
    pairs = list(zip(hits["cedar"], hits["birch"], strict=True))
    means = fmean(hits["cedar"]), fmean(hits["birch"])
    together = fmean((first - means[0]) * (second - means[1]) for first, second in pairs)
    assert together > 1.0


def test_a_conversation_that_goes_round_in_circles_is_left() -> None:
    made, answers = plays.pair("scam")
    scenes = dict(made.scenes)
    first = scenes["s01"]
    assert first.choice is not None
    options = tuple(dataclasses.replace(option, goto="s01", replies=()) for option in first.choice.options)
    scenes["s01"] = dataclasses.replace(first, choice=dataclasses.replace(first.choice, options=options))
    circle = dataclasses.replace(made, scenes=scenes, hash="")
    circle = dataclasses.replace(circle, hash=content_hash(circle))
    data = simulate(circle, dataclasses.replace(answers, hash=circle.hash), "mark-none", 1)
    found = parse(data, Course.of(circle))
    assert found.problems == ()
    events = [line.event for line in found.plays[0].lines]
    assert sum(isinstance(event, Chose) for event in events) == 60
    assert any(isinstance(event, Left) for event in events)


def test_a_profile_of_ones_own() -> None:
    made, answers = plays.pair("scam")
    perfect = Profile(
        cue=1.0, lookalike=0.0, other=0.0, family=1.0, spread=0.0, options=(1, 0, 0), scam=98.0, doubt=0.0
    )
    events = [line.event for line in play(simulate(made, answers, perfect, 1)).lines]
    assert isinstance(events[0], Attempt)
    assert {event.id: event.family for event in events if isinstance(event, Marked)} == plays.CUES
    assert Verdict(percent=98) in events
    assert events[-1] == Debriefed()


def test_an_unknown_profile_is_refused() -> None:
    with pytest.raises(KeyError, match="brave"):
        log(profile="brave")
