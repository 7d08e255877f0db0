from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import ipywidgets
import pytest

from player import sample
from player.front import Sent, labels, press, tell
from player.sample import events_of
from safetystring.player.entries import entries
from safetystring.player.events import Attempt, Chose, Debriefed, Helped, Language, Resumed, Skipped
from safetystring.player.log import read
from safetystring.player.run import Run
from safetystring.player.script import Course
from safetystring.player.widget import Player
from safetystring.player.words import strings, word
from safetystring.scenario import Slot, Text

if TYPE_CHECKING:
    from pathlib import Path

    from player.conftest import Make


def test_a_player_that_nobody_looks_at_writes_nothing(player: Player, tmp_path: Path) -> None:
    assert list(tmp_path.iterdir()) == []
    assert player.phase == "intro"
    assert player.view.entries == []
    assert labels(player) == [word("zh", "start")]
    tell(player, "ready")
    press(player)
    assert player.view.phase == "practice"
    assert labels(player) == [word("zh", "practice_go")]
    assert list(tmp_path.iterdir()) == []


def test_the_way_on_is_told_where_a_screen_shows_it_and_the_list_read_for_no_other(path: Path, tmp_path: Path) -> None:
    asked: list[str] = []

    def onward(lang: str) -> dict[str, str]:
        asked.append(lang)
        return {"title": lang}

    course = Course.of(sample.make())
    first = Player(Run(course, path), tmp_path, onward=onward)
    assert first.view.onward == {"title": "zh"}
    first.language("fr")
    assert first.view.onward == {"title": "fr"}
    first.begin()
    asked.clear()
    again = Player(Run(course, path), tmp_path, onward=onward)
    again.language("en")
    assert (again.phase, again.view.onward, asked) == ("play", {}, [])
    assert all([again.leave(), again.verdict(2), again.finish_rest(), again.finish_review()])
    assert (again.phase, again.view.onward, asked) == ("debrief", {"title": "en"}, ["en"])
    again.language("zh")
    assert (again.view.onward, asked) == ({"title": "zh"}, ["en", "zh"])


def test_from_the_intro_to_the_debrief_by_pressing(player: Player, path: Path, course: Course) -> None:
    tell(player, "ready")
    press(player)
    press(player)
    assert player.view.phase == "play"
    assert labels(player) == ["answer中", "let it ring中"]
    assert player.choices.buttons[0]._dom_classes == ("sp-option", "sp-do")
    tell(player, "shown", ids=["m01"])
    tell(player, "mark", id="m01", family="money")
    assert player.view.marks == {"m01": "money"}
    press(player, 0)
    tell(player, "shown", ids=["m02", "m03", "m04", "m05"])
    press(player, 0)
    assert labels(player) == []
    tell(player, "shown", ids=["m06", "m08", "m09"])
    assert player.view.phase == "verdict"
    press(player)
    assert word("zh", "verdict_first") in player.choices.children[0].value
    assert player.view.phase == "verdict"
    player.choices.pick(85)
    press(player)
    assert player.view.phase == "review"
    assert player.view.debrief == {}
    tell(player, "unmark", id="m01")
    press(player)
    assert (player.view.phase, player.view.debrief) == ("debrief", {"said": "85 zh"})
    tell(player, "read")
    found = read(path, course)
    assert found.problems == ()
    assert found.plays[0].session == player.run.session
    assert isinstance(events_of(path.read_bytes())[-1], Debriefed)


def test_from_the_intro_to_the_debrief_from_python(player: Player) -> None:
    acts = [
        player.begin(),
        player.mark("m01", "money"),
        player.unmark("m01"),
        player.choose("o01"),
        player.leave(),
        player.verdict(90),
        player.finish_rest(),
        player.finish_review(),
    ]
    assert acts == [True] * 8
    assert repr(player) == "Player('alder', 'debrief')"
    assert player.restart()
    assert player.view.phase == "play"
    assert player.view.debrief == {}


def test_buttons_are_reused_and_a_late_double_click_does_nothing(player: Player, path: Path, sent: Sent) -> None:
    player.begin()
    first = player.choices.buttons
    first[0].click()
    assert not any(isinstance(event, Chose) for event in events_of(path.read_bytes())), "nothing to answer was seen yet"
    tell(player, "shown", ids=["m01"])
    first[0].click()
    first[0].click()
    first[1].click()
    assert sum(isinstance(event, Chose) for event in events_of(path.read_bytes())) == 1
    assert player.choices.buttons[:2] == first
    player.choose("o04")
    player.choose("o07")
    opened = sum(kind == "comm_open" for kind, _ in sent)
    for _ in range(5):
        player.choose("o07")
    assert sum(kind == "comm_open" for kind, _ in sent) == opened
    assert labels(player) == ["go on中", "again中"]


def test_leaving_sends_the_list_anew_and_the_rest_grows_it(player: Player) -> None:
    player.begin()
    player.choose("o01")
    tell(player, "shown", ids=["m02"])
    tell(player, "leave")
    session = player.run.session
    assert session is not None
    assert player.view.entries == entries(session, player.run.course, "zh")
    assert player.view.entries[-1]["id"] == "m02"
    player.verdict(50)
    assert player.view.rest_from == player.view.shown + 1 == 6
    assert player.view.entries[-1]["id"] == "m09"


def test_the_language_changes_every_text_and_keeps_the_place(player: Player, path: Path) -> None:
    player.begin()
    player.choose("o01")
    player.mark("m02", "money")
    tell(player, "language", lang="fr")
    assert (player.view.lang, player.view.strings) == ("fr", strings("fr"))
    assert player.view.about["title"] == "title fr"
    assert [entry["text"] for entry in player.view.entries if entry["kind"] == "message"][1] == "m02 fr"
    assert (player.view.shown, player.view.marks) == (5, {"m02": "money"})
    assert labels(player) == ["yes fr", "who? fr", "stop fr"]
    assert Language(lang="fr") in events_of(path.read_bytes())
    for odd in ("de", "", None, 7, ["fr"]):
        tell(player, "language", lang=odd)
    assert player.view.lang == "fr"


def test_a_picked_verdict_outlives_a_change_of_language(player: Player) -> None:
    player.begin()
    player.leave()
    player.choices.pick(35)
    tell(player, "language", lang="en")
    assert player.choices.step == 35
    press(player)
    assert player.run.session is not None
    assert player.run.session.verdict == 35


def test_a_new_attempt_picks_its_verdict_anew(player: Player) -> None:
    player.begin()
    player.leave()
    player.choices.pick(35)
    press(player)
    player.restart()
    player.leave()
    assert player.choices.step is None


def test_the_debrief_is_made_once_a_language(player: Player) -> None:
    for act in (player.begin, player.leave, lambda: player.verdict(2), player.finish_rest, player.finish_review):
        act()
    assert player.view.debrief == {"said": "2 zh"}
    player.language("fr")
    assert player.view.debrief == {"said": "2 fr"}


def test_running_the_cell_again_resumes_at_the_same_message(make: Make, path: Path) -> None:
    first = make()
    first.begin()
    first.choose("o01")
    tell(first, "shown", ids=["m02"])
    first.language("en")
    before = path.read_bytes()
    again = make()
    assert path.read_bytes() == before
    assert (again.view.phase, again.view.lang, again.view.shown) == ("play", "en", 5)
    assert again.view.entries == first.view.entries
    tell(again, "ready")
    assert isinstance(events_of(path.read_bytes())[-1], Resumed)
    first.choose("o03")
    assert first.view.notice["kind"] == "moved"
    assert again.view.notice == {}
    assert again.choose("o03")


def test_a_window_that_comes_in_late_shows_what_the_other_did(make: Make) -> None:
    first, second = make(), make()
    tell(first, "ready")
    first.begin()
    first.choose("o01")
    tell(second, "ready")
    assert second.view.phase == "intro"  # it still shows what it knew; nothing is claimed by looking at the intro
    press(second)
    press(second)
    assert second.view.entries == first.view.entries
    assert labels(second) == labels(first)


def test_help_and_skip(player: Player, path: Path) -> None:
    tell(player, "help")
    assert not path.exists()
    tell(player, "skip_theme")
    assert (player.view.phase, labels(player)) == ("skipped", [])
    tell(player, "help")
    assert [type(event) for event in events_of(path.read_bytes())] == [Attempt, Skipped, Helped]
    tell(player, "restart")
    assert player.view.phase == "play"


def test_without_a_front_end_the_cell_says_what_to_do(player: Player) -> None:
    bundle = player._repr_mimebundle_()
    assert bundle is not None
    assert bundle["text/plain"].splitlines() == [word(lang, "run_cell") for lang in ("zh", "en", "fr")]
    assert bundle["application/vnd.jupyter.widget-view+json"]["model_id"] == player.model_id


@pytest.mark.usefixtures("sent")
def test_what_the_learner_is_told_cannot_break_the_page(tmp_path: Path) -> None:
    evil = sample.text("<img src=x onerror=alert(1)>")
    scenes = {**sample.make().scenes}
    ring = scenes["s01"]
    assert ring.choice is not None
    choice = type(ring.choice)(id="c01", prompt=evil, options=ring.choice.options)
    scenes["s01"] = type(ring)(id="s01", channel="ring", contact="p01", messages=ring.messages, choice=choice)
    run = Run(Course.of(sample.make(scenes=scenes)), tmp_path / "responses" / "alder.jsonl")
    player = Player(run, tmp_path)
    player.begin()
    assert "<img" not in player.choices.children[0].value
    assert "&lt;img" in player.choices.children[0].value


@pytest.mark.usefixtures("sent")
def test_by_default_the_debrief_comes_later(course: Course, path: Path, tmp_path: Path) -> None:
    player = Player(Run(course, path), tmp_path)
    for act in (player.begin, player.leave, lambda: player.verdict(2), player.finish_rest, player.finish_review):
        act()
    assert player.view.debrief == {"later": True}


def test_another_attempt_tells_another_setting_and_asks_in_its_words(path: Path, tmp_path: Path) -> None:
    slot = Slot(name="day", rows=tuple({"": Text(day, day, day)} for day in ("Monday", "Friday")))
    plain = sample.make()
    scene = plain.scenes["s01"]
    assert scene.choice is not None
    answer, ring = scene.choice.options
    option = dataclasses.replace(answer, text=Text("{day}", "{day}", "{day}"))
    choice = dataclasses.replace(scene.choice, options=(option, ring))
    scenes = {**plain.scenes, "s01": dataclasses.replace(scene, choice=choice)}
    made = sample.make(slots=(slot,), setting=Text("{day}", "{day}", "{day}"), scenes=scenes)
    player = Player(Run(Course.of(made), path), tmp_path)
    told = player.view.about["setting"]
    player.begin()
    assert player.view.about["setting"] == told == player.choices.buttons[0].description
    player.restart()
    assert {told, player.view.about["setting"]} == {"Monday", "Friday"}
    assert player.choices.buttons[0].description == player.view.about["setting"]
    player.choose("o01")
    assert player.view.entries[-1]["seq"] == len(player.view.entries)
    assert player.view.about["setting"] in [entry.get("text") for entry in player.view.entries]
    again = Player(Run(Course.of(made), path), tmp_path)
    assert again.view.about["setting"] == player.view.about["setting"]
    assert again.view.entries == player.view.entries


def test_an_older_log_of_a_drill_is_taken_up_and_its_marks_are_not_shown(path: Path, tmp_path: Path) -> None:
    older = sample.make()
    run = Run(Course.of(older), path)
    assert run.begin()
    assert run.mark("m01", "money")
    # The same log under what is a drill now, as one from before drills were without marks.
    player = Player(Run(Course.of(dataclasses.replace(older, kind="drill")), path), tmp_path)
    assert player.run.session is not None
    assert player.run.session.marks == {"m01": "money"}
    assert (player.phase, player.view.marks, player.view.about["families"]) == ("play", {}, [])
    assert all([player.leave(), player.finish_rest(), player.finish_review()])
    assert (player.phase, player.view.marks) == ("debrief", {})


@pytest.mark.parametrize("begun", [False, True])
def test_each_widget_says_all_it_has_to_say_as_it_is_made(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, begun: bool
) -> None:
    course = Course.of(sample.make())
    if begun:
        Run(course, path).begin()
    later: list[object] = []
    monkeypatch.setattr(ipywidgets.Widget, "_send", lambda self, *_, **__: later.append(self))
    player = Player(Run(course, path), tmp_path)
    assert later == [], "no message behind the one that makes the widget"
    assert labels(player)
    assert (player.phase, bool(player.view.entries)) == (("play", True) if begun else ("intro", False))
    assert {*player._dom_classes, *player.choices._dom_classes} == {"sp-player", "sp-choices"}
    player.language("en")
    assert later, "what changes is sent"
