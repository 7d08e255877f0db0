from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from safetystring.course.retold import retold, talk_of
from safetystring.course.words import words
from safetystring.player.script import MessageEntry
from safetystring.scoring.debrief import Explainer
from scoring import plays

if TYPE_CHECKING:
    from safetystring.scenario import Lang


def told(name: plays.Shortcut, lang: Lang = "en") -> tuple[plays.Run, Explainer, list[str]]:
    scenario, key = plays.pair("scam")
    run = plays.shortcut(name, scenario, key)
    assert run is not None
    explainer = Explainer(scenario, key)
    talk = talk_of(run.session, explainer, lang)
    return run, explainer, retold(explainer.explain(run.session, lang), talk, lang)


@pytest.mark.parametrize("name", [name for name in plays.SHORTCUTS if name != "never"])
def test_every_message_that_was_shown_stands_once_and_in_order(name: plays.Shortcut) -> None:
    run, explainer, parts = told(name)
    page = "".join(parts)
    shown = [entry.message for entry in run.session.script if isinstance(entry, MessageEntry)]
    rows = re.findall(r'<div class="sp-words[^>]*>(.*?)(?:<br>|</div>)', page)
    texts = [explainer.messages[message].text.en for message in shown if message in run.session.shown]
    assert [row for row in rows if row in texts] == [text for text in texts if text]


@pytest.mark.parametrize("name", [name for name in plays.SHORTCUTS if name != "never"])
def test_each_note_stands_right_under_its_message(name: plays.Shortcut) -> None:
    run, explainer, parts = told(name)
    items = explainer.explain(run.session, "en")["items"]
    assert items
    for item in items:
        at = next(n for n, part in enumerate(parts) if item["quote"] in part and 'class="sp-row' in part)
        assert item["why"] in parts[at + 1]
        assert words("en")[f"result_{item['result']}"] in parts[at + 1]
        assert f'data-result="{item["result"]}"' in parts[at]


def test_a_mark_on_something_harmless_is_answered_in_place() -> None:
    run, explainer, parts = told("all")
    others = explainer.explain(run.session, "en")["other_marks"]
    assert others
    for mark in others:
        at = next(n for n, part in enumerate(parts) if mark["quote"] in part and 'class="sp-row' in part)
        assert words("en")["replay_other"] in parts[at + 1]


def test_what_was_seen_only_afterwards_is_told_apart() -> None:
    _, _, parts = told("hung up")
    line = next(n for n, part in enumerate(parts) if words("en")["replay_rest"] in part)
    assert not [part for part in parts[:line] if "sp-after" in part]
    assert [part for part in parts[line:] if "sp-after" in part]


def test_long_runs_without_a_note_are_folded_but_for_the_last_of_them() -> None:
    _, _, parts = told("nothing")
    for n, part in enumerate(parts):
        found = re.search(r"<summary>(\d+) ", part)
        if found is None:
            continue
        end = parts.index("</ol></details></li>\n", n)
        assert sum('class="sp-row' in inner for inner in parts[n:end]) == int(found[1]) >= 3
        assert not [inner for inner in parts[n:end] if "sp-note" in inner]


def test_two_runs_share_what_they_have_in_common() -> None:
    scenario, key = plays.pair("scam")
    explainer = Explainer(scenario, key)
    runs = [plays.shortcut("good", scenario, key), plays.shortcut("good", scenario, key)]
    one, two = (talk_of(run.session, explainer, "fr") for run in runs if run is not None)
    assert all(first is second for first, second in zip(one, two, strict=True))
