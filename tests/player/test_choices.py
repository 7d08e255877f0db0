from __future__ import annotations

from functools import partial

import pytest
from comm.base_comm import BaseComm

from safetystring.player.choices import Carried, ChoiceArea, Press, Question


@pytest.fixture
def area() -> ChoiceArea:
    return ChoiceArea()


def question(key: str, *words: str, done: list[str], **more: object) -> Question:
    presses = tuple(Press(word, ("sp-option",), partial(done.append, word)) for word in words)
    return Question(key, presses=presses, **more)  # type: ignore[arg-type] # a test names the fields it sets


def test_a_press_does_what_its_button_says(area: ChoiceArea) -> None:
    done: list[str] = []
    area.ask(question("q1", "a", "b", done=done, prompt="which?"))
    assert [button.description for button in area.buttons] == ["a", "b"]
    area.buttons[1].click()
    assert done == ["b"]


def test_a_button_of_an_older_question_does_nothing(area: ChoiceArea) -> None:
    done: list[str] = []
    area.ask(question("q1", "a", "b", "c", done=done))
    old = area.buttons
    area.ask(question("q2", "d", done=done))
    for button in old:
        button.click()
    assert done == []
    area.buttons[0].click()
    assert done == ["d"]


def test_a_question_behind_messages_takes_the_buttons_over(area: ChoiceArea) -> None:
    done: list[str] = []
    area.ask(question("q1", "a", "b", done=done))
    before = area.buttons
    area.ask(question("q2", "c", "d", "e", done=done, behind=True))
    assert area.buttons[:2] == before
    assert [button.description for button in area.buttons] == ["c", "d", "e"]
    area.ask(question("q3", "f", done=done))
    assert not set(area.buttons) & set(before)


def test_what_is_carried_is_not_sent_as_well(area: ChoiceArea, monkeypatch: pytest.MonkeyPatch) -> None:
    done: list[str] = []
    area.ask(question("q1", "a", "b", done=done, prompt="which?"))
    messages: list[object] = []
    monkeypatch.setattr(BaseComm, "send", lambda *_, **__: messages.append(1))
    carried: Carried = {}
    area.ask(question("q2", "a", "c", done=done, prompt="and now?", behind=True), carried)
    assert messages == []
    assert carried == {
        area.children[0].model_id: {"value": '<div class="sp-ask">and now?</div>'},
        area.buttons[1].model_id: {"description": "c"},
    }
    assert [button.get_state("description") for button in area.buttons] == [{"description": "a"}, {"description": "c"}]


def test_the_same_question_is_not_drawn_again(area: ChoiceArea) -> None:
    done: list[str] = []
    area.ask(question("q1", "a", done=done))
    before = area.buttons
    area.ask(question("q1", "b", done=done))
    assert area.buttons == before
    assert before[0].description == "a"
    area.ask(question("q2", "b", done=done))
    assert area.buttons != before


def test_buttons_beyond_the_question_s_stay_unseen_and_do_nothing(area: ChoiceArea) -> None:
    done: list[str] = []
    area.ask(question("q1", "a", "b", "c", done=done))
    standing = area.children[1].children
    area.ask(question("q2", "d", done=done, behind=True))
    assert area.children[1].children == standing
    assert [button._dom_classes for button in standing] == [("sp-option",), ("sp-unused",), ("sp-unused",)]
    for button in standing:
        button.click()
    assert done == ["d"]


def test_two_sets_of_buttons_take_turns(area: ChoiceArea) -> None:
    done: list[str] = []
    seen = []
    for number in range(6):
        area.ask(question(f"q{number}", "a", "b", done=done))
        seen.append(area.buttons)
    assert seen[0] == seen[2] == seen[4]
    assert seen[1] == seen[3] == seen[5]
    assert not set(seen[0]) & set(seen[1])


def test_a_verdict_is_picked_kept_over_a_new_wording_and_gone_with_the_next_question(area: ChoiceArea) -> None:
    done: list[str] = []
    area.ask(question("v-en", "lock", done=done, steps=(("no", 2), ("yes", 98))))
    assert area.step is None
    area.pick(98)
    area.ask(question("v-fr", "lock", done=done, steps=(("non", 2), ("oui", 98))))
    assert area.step == 98
    area.ask(question("q", done=done))
    assert area.step is None
    assert area.buttons == ()


def test_words_are_text_not_markup(area: ChoiceArea) -> None:
    area.say("<b>", "a & b")
    assert area.children[0].value == '<div class="sp-ask">&lt;b&gt;</div><div class="sp-hint">a &amp; b</div>'
