"""The fold itself, each state reached twice: straight, and by way of a log's bytes.

Whole runs, straight and with a crash after every act, are in `test_run.py`.
"""

from __future__ import annotations

import dataclasses

import pytest

from player import sample
from player.sample import header, raw
from safetystring.player.events import (
    Act,
    Acted,
    Chose,
    Debriefed,
    Event,
    Helped,
    Language,
    Left,
    Marked,
    Picked,
    Resumed,
    Reviewed,
    Reviewing,
    Shown,
    Skipped,
    Unmarked,
    Verdict,
    WayOut,
)
from safetystring.player.log import parse
from safetystring.player.script import Course, MessageEntry, OptionEntry, SceneEntry
from safetystring.player.session import EventRefusedError, Session, fold, start, step, voices

SCENARIO = sample.make()
COURSE = Course.of(SCENARIO)
ANSWER = Chose(choice="c01", option="o01")
YES = Chose(choice="c02", option="o03")
ALL_OF_S02 = Shown(ids=("m02", "m03", "m04", "m05"))


def after(*events: Event) -> Session:
    session = fold(header(SCENARIO), events, COURSE)
    data = b"".join(raw(n, event) for n, event in enumerate((header(SCENARIO), *events), start=1))
    (play,) = parse(data, COURSE).plays
    assert play.session == session
    return session


def test_an_attempt_starts_with_the_first_scene_sent_and_nothing_painted() -> None:
    session = start(header(SCENARIO), COURSE)
    assert session.script == (SceneEntry("s01"), MessageEntry("m01"))
    assert (session.phase, session.choice, session.pending) == ("play", "c01", ("m01",))


PHASES: list[tuple[tuple[Event, ...], str]] = [
    ((), "play"),
    ((ANSWER,), "play"),
    ((ANSWER, YES), "play"),
    ((ANSWER, YES, Shown(ids=("m06", "m08", "m09"))), "verdict"),
    ((Chose(choice="c01", option="o02"),), "verdict"),
    ((ANSWER, Chose(choice="c02", option="o05")), "play"),
    ((ANSWER, Chose(choice="c02", option="o05"), Shown(ids=("m10",))), "verdict"),
    ((Left(),), "verdict"),
    ((Left(), Verdict(percent=0)), "rest"),
    ((ANSWER, YES, Shown(ids=("m06", "m08", "m09")), Verdict(percent=100)), "review"),
    ((Left(), Verdict(percent=2), Reviewing()), "review"),
    ((Left(), Verdict(percent=2), Reviewing(), Reviewed()), "debrief"),
    ((Left(), Verdict(percent=2), Reviewing(), Reviewed(), Debriefed()), "debrief"),
    ((Skipped(),), "skipped"),
    ((Skipped(), Helped(), Resumed(), Language(lang="fr")), "skipped"),
]


@pytest.mark.parametrize(("events", "phase"), PHASES)
def test_the_phase_follows_from_the_events(events: tuple[Event, ...], phase: str) -> None:
    assert after(*events).phase == phase


REFUSED: list[tuple[tuple[Event, ...], Event]] = [
    ((), Marked(id="m01", family="money")),
    ((Shown(ids=("m01",)),), Marked(id="m01", family="love")),
    ((ANSWER, ALL_OF_S02), Marked(id="m04", family="money")),
    ((ANSWER, ALL_OF_S02), Marked(id="m05", family="money")),
    ((), Unmarked(id="m01")),
    ((), YES),
    ((ANSWER,), ANSWER),
    ((), Verdict(percent=50)),
    ((Left(),), Verdict(percent=101)),
    ((Left(), Verdict(percent=5)), Verdict(percent=6)),
    ((Left(),), Left()),
    ((Left(),), Shown(ids=("m02",))),
    ((Left(),), Skipped()),
    ((), Reviewing()),
    ((), Reviewed()),
    ((), Debriefed()),
    ((Left(), Verdict(percent=2), Reviewing(), Reviewed()), Marked(id="m02", family="money")),
    ((), header(SCENARIO, 2)),
    ((Left(),), Acted(act="look_up")),
]


def test_what_a_learner_does_beside_the_conversation_changes_nothing_in_it() -> None:
    acts: tuple[Act, ...] = ("pause", "look_up", "tell", "report")
    session = after(ANSWER, *(Acted(act=act) for act in acts))
    assert session == dataclasses.replace(after(ANSWER), acts=acts)


@pytest.mark.parametrize("by", ["hang_up", "check", "tell", "report"])
def test_every_way_out_leads_to_the_verdict(by: WayOut) -> None:
    session = after(Left(by=by))
    assert (session.phase, session.left, session.left_by) == ("verdict", True, by)


def test_a_theme_that_needs_no_care_cannot_be_skipped() -> None:
    plain = Course.of(sample.make(themes=("authority",)))
    with pytest.raises(EventRefusedError, match="cannot be skipped"):
        step(start(header(plain.scenario), plain), Skipped(), plain)


@pytest.mark.parametrize(("before", "event"), REFUSED)
def test_what_does_not_follow_is_refused(before: tuple[Event, ...], event: Event) -> None:
    session = after(*before)
    with pytest.raises(EventRefusedError):
        step(session, event, COURSE)


def test_an_option_brings_its_replies_and_the_next_scene() -> None:
    added = after(ANSWER, ALL_OF_S02, YES).script[len(after(ANSWER).script) :]
    assert added == (
        OptionEntry("c02", "o03"),
        MessageEntry("m06"),
        SceneEntry("s03"),
        MessageEntry("m08"),
        MessageEntry("m09"),
    )


def test_leaving_drops_what_was_never_painted_and_the_rest_brings_it_back() -> None:
    left = after(ANSWER, Shown(ids=("m02",)), Left())
    assert left.script[-1] == MessageEntry("m02")
    judged = step(left, Verdict(percent=50), COURSE)
    assert judged.rest_from == len(left.script)
    assert judged.script[judged.rest_from :] == (
        SceneEntry("s02"),
        MessageEntry("m03"),
        MessageEntry("m04"),
        MessageEntry("m05"),
        OptionEntry("c02", "o03"),
        SceneEntry("s03"),
        MessageEntry("m08"),
        MessageEntry("m09"),
    )


def test_first_marks_are_those_of_the_first_showing() -> None:
    session = after(
        Shown(ids=("m01",)),
        Marked(id="m01", family="identity"),
        Left(),
        Verdict(percent=85),
        Shown(ids=("m02",)),
        Marked(id="m02", family="money"),
        Marked(id="m01", family="money"),
        Reviewing(),
        Unmarked(id="m02"),
        Marked(id="m08", family="money"),
    )
    assert session.first_marks == {"m01": "identity", "m02": "money"}
    assert session.marks == {"m01": "money", "m08": "money"}


def test_nothing_after_the_debrief_counts() -> None:
    done = after(Left(), Verdict(percent=2), Reviewing(), Reviewed(), Debriefed())
    assert step(done, Marked(id="m01", family="money"), COURSE) == done


def test_a_loop_of_scenes_without_a_choice_ends() -> None:
    scenes = {**SCENARIO.scenes}
    s03 = scenes["s03"]
    turning = sample.make(
        scenes={**scenes, "s03": type(s03)(id="s03", channel="chat", contact="p02", messages=s03.messages, goto="s03")}
    )
    session = fold(header(turning), (ANSWER, YES, Shown(ids=("m06", "m08", "m09"))), Course.of(turning))
    assert session.phase == "verdict"


def test_who_works_together_is_said_in_the_review_of_those_who_spoke_in_a_group() -> None:
    scenes = {name: dataclasses.replace(scene, channel="group") for name, scene in SCENARIO.scenes.items()}
    course = Course.of(dataclasses.replace(SCENARIO, scenes={**SCENARIO.scenes, "s02": scenes["s02"]}))
    review = fold(header(SCENARIO), (Left(), Verdict(percent=50), Reviewing()), course)
    assert review.phase == "review"
    assert (review.picked, voices(review, course)) == (None, ("p01",))
    for ids, kept in (((), ()), (("p01",), ("p01",)), (("p01", "p01"), ("p01",))):
        assert step(review, Picked(ids=ids), course).picked == kept
    for ids in (("p02",), ("me",), ("p01", "p09")):
        with pytest.raises(EventRefusedError):
            step(review, Picked(ids=ids), course)
    with pytest.raises(EventRefusedError):
        fold(header(SCENARIO), (Picked(ids=()),), course)
    assert voices(review, COURSE) == ()


DRILL = Course.of(dataclasses.replace(SCENARIO, kind="drill"))
END = Shown(ids=("m06", "m08", "m09"))
DRILLS: list[tuple[tuple[Event, ...], str]] = [
    ((), "play"),
    ((Left(),), "rest"),
    ((Left(by="tell"), Reviewing()), "review"),
    ((ANSWER, YES, END, Reviewed()), "debrief"),
    ((ANSWER, YES, END, Reviewed(), Debriefed()), "debrief"),
]


@pytest.mark.parametrize(("events", "phase"), DRILLS)
def test_a_drill_goes_on_without_a_verdict(events: tuple[Event, ...], phase: str) -> None:
    session = fold(header(DRILL.scenario), events, DRILL)
    data = b"".join(raw(n, event) for n, event in enumerate((header(DRILL.scenario), *events), start=1))
    (play,) = parse(data, DRILL).plays
    assert play.session == session
    assert (session.phase, session.verdict) == (phase, None)
    with pytest.raises(EventRefusedError, match="the verdict is not open"):
        step(dataclasses.replace(session, debriefed=False), Verdict(percent=50), DRILL)


def test_the_rest_of_a_drill_is_what_the_spine_still_holds() -> None:
    judged = fold(header(SCENARIO), (Left(), Verdict(percent=50)), COURSE)
    drilled = fold(header(DRILL.scenario), (Left(),), DRILL)
    assert (drilled.script, drilled.rest_from) == (judged.script, judged.rest_from)
