from __future__ import annotations

from dataclasses import replace

import pytest

from player import sample
from player.sample import header
from safetystring.player.events import Chose, Event, Left, Reviewed, Reviewing, Shown, Skipped, Verdict
from safetystring.player.questions import VERDICT_STEPS, Acts, question
from safetystring.player.script import Course
from safetystring.player.session import fold

COURSE = Course.of(sample.make())
ANSWER = Chose(choice="c01", option="o01")
END = Chose(choice="c02", option="o03")
REVIEW = (Left(), Verdict(percent=2), Reviewing())

TABLE: list[tuple[tuple[Event, ...], list[str], list[str]]] = [
    ((), ["choose o01", "choose o02"], ["sp-option sp-do", "sp-option sp-do"]),
    (
        (ANSWER,),
        ["choose o03", "choose o04", "choose o05"],
        ["sp-option sp-say", "sp-option sp-say", "sp-option sp-do"],
    ),
    ((ANSWER, END), [], []),
    ((ANSWER, END, Shown(ids=("m06", "m08", "m09"))), ["lock"], ["sp-go"]),
    ((Left(),), ["lock"], ["sp-go"]),
    (REVIEW[:2], ["finish_rest"], ["sp-go"]),
    (REVIEW, ["finish_review"], ["sp-go"]),
    ((*REVIEW, Reviewed()), [], []),
    ((Skipped(),), [], []),
]


def acts(done: list[str]) -> Acts:
    return Acts(
        practise=lambda: done.append("practise"),
        begin=lambda: done.append("begin"),
        choose=lambda option: done.append(f"choose {option}"),
        lock=lambda: done.append("lock"),
        finish_rest=lambda: done.append("finish_rest"),
        finish_review=lambda: done.append("finish_review"),
    )


@pytest.mark.parametrize(("events", "does", "classes"), TABLE)
def test_each_phase_has_its_buttons(events: tuple[Event, ...], does: list[str], classes: list[str]) -> None:
    done: list[str] = []
    asked = question(fold(header(COURSE.scenario), events, COURSE), "intro", COURSE, "en", acts(done))
    for press in asked.presses:
        press.act()
    assert done == does
    assert [" ".join(press.classes) for press in asked.presses] == classes
    assert all(press.label for press in asked.presses)
    assert [percent for _, percent in asked.steps] == (list(VERDICT_STEPS) if does == ["lock"] else [])


DRILL = Course.of(replace(COURSE.scenario, kind="drill"))
DRILLED = [((Left(),), "I’ve seen it"), ((Left(), Reviewing()), "See what I did")]


@pytest.mark.parametrize(("events", "label"), DRILLED)
def test_a_drill_asks_for_no_verdict(events: tuple[Event, ...], label: str) -> None:
    asked = question(fold(header(DRILL.scenario), events, DRILL), "intro", DRILL, "en", acts([]))
    assert [press.label for press in asked.presses] == [label]
    assert (asked.steps, "scam" in asked.prompt) == ((), False)


def test_a_drill_begins_without_the_practice() -> None:
    done: list[str] = []
    (press,) = question(None, "intro", DRILL, "en", acts(done)).presses
    press.act()
    assert done == ["begin"]


def test_before_an_attempt_there_is_one_thing_to_press() -> None:
    done: list[str] = []
    for opening in ("intro", "practice"):
        (press,) = question(None, opening, COURSE, "zh", acts(done)).presses
        assert press.classes == ("sp-go",)
        press.act()
    assert done == ["practise", "begin"]


def test_no_two_questions_of_a_run_have_one_key() -> None:
    events: list[Event] = [ANSWER, Chose(choice="c02", option="o04"), *[Chose(choice="c03", option="o07")] * 2]
    keys = set()
    for count in range(len(events) + 1):
        session = fold(header(COURSE.scenario), events[:count], COURSE)
        keys |= {question(session, "intro", COURSE, lang, acts([])).key for lang in ("zh", "fr")}
    assert len(keys) == 2 * (len(events) + 1)


@pytest.mark.parametrize(("key", "name"), [("9", "sp-key-9"), ("*", "sp-key-star"), ("#", "sp-key-hash")])
def test_an_option_that_presses_a_telephone_key_looks_like_one(key: str, name: str) -> None:
    scene = COURSE.scenario.scenes["s01"]
    assert scene.choice is not None
    first, *others = scene.choice.options
    choice = replace(scene.choice, options=(replace(first, key=key), *others))
    scenes = {**COURSE.scenario.scenes, "s01": replace(scene, choice=choice)}
    course = Course.of(replace(COURSE.scenario, scenes=scenes))
    asked = question(fold(header(course.scenario), (), course), "intro", course, "en", acts([]))
    assert asked.presses[0].classes == ("sp-option", "sp-key", name)
