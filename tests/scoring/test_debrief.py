from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from safetystring.scenario import (
    LANGUAGES,
    Document,
    FileCard,
    Lang,
    LinkCard,
    Message,
    Text,
    Transfer,
    Voice,
)
from safetystring.scoring.assess import assess
from safetystring.scoring.debrief import explain, quote
from scoring.plays import CUES, pair, random_run, run, text

if TYPE_CHECKING:
    from random import Random

    from safetystring.scenario.model import Attachment

SCAM, GENUINE = pair("scam"), pair("genuine")
FIELDS = {
    "": {"truth", "verdict", "summary", "real", "first_sign", "say", "do", "contacts", "asked", "paid", "ending"}
    | {"items", "other_marks", "decisions", "score", "cells"}
    | {"left_by", "way_out", "moves", "noticed", "loss_avoided", "accounts"},
    "items": {"message", "quote", "kind", "result", "red_flag", "family", "marked_family", "decisive", "why", "instead"}
    | {"say", "source", "url"},
    "other_marks": {"message", "quote"},
    "decisions": {"prompt", "chosen", "rating", "consequence", "better"},
    "cells": {"id", "points", "max", "label"},
    "contacts": {"id", "name", "purpose", "value", "hours", "checked_on", "certain", "urgent"},
}
"""The fields that docs/player.md gives."""


def told(truth: str = "scam", lang: Lang = "en", **habits: Any) -> dict[str, Any]:  # noqa: ANN401 - the arguments of run()
    made, answers = pair(truth)
    return explain(run(made, **habits).session, made, answers, lang)


def item(debrief: dict[str, Any], message: str) -> dict[str, Any]:
    found: dict[str, Any] = next(entry for entry in debrief["items"] if entry["message"] == message)
    return found


@pytest.mark.parametrize("truth", ["scam", "genuine"])
@given(random=st.randoms(use_true_random=False), lang=st.sampled_from(LANGUAGES))
@settings(max_examples=40, deadline=None)
def test_any_run_is_told_in_the_documented_form(truth: str, random: Random, lang: Lang) -> None:
    made, answers = pair(truth)
    session = random_run(made, random).session
    debrief = explain(session, made, answers, lang)
    assert debrief == json.loads(json.dumps(debrief, allow_nan=False))
    assert debrief.keys() == FIELDS[""]
    for part in ("items", "other_marks", "decisions", "cells", "contacts"):
        for entry in debrief[part]:
            assert entry.keys() == FIELDS[part]
    assert debrief["score"]["points"] == assess(session, made, answers).points


def test_a_cue_is_explained_in_its_place() -> None:
    debrief = told(marks={"m05": "money"})
    assert item(debrief, "m05") == {
        "message": "m05",
        "quote": "message 5",
        "kind": "cue",
        "result": "wrong_family",
        "red_flag": "flag channel",
        "family": "family channel",
        "marked_family": "family money",
        "decisive": False,
        "why": "why m05",
        "instead": "what a real one does",
        "say": "say this",
        "source": "an embassy, a notice, September 2022",
        "url": "https://example.org/",
    }
    assert item(debrief, "m01")["instead"] == "own instead"
    assert item(debrief, "m13")["decisive"] is True


def test_a_lookalike_is_explained_too() -> None:
    debrief = told("genuine", marks={"m02": "money"})
    assert [entry["message"] for entry in debrief["items"]] == ["m02", "m06", "m11"]
    assert item(debrief, "m02") | {"quote": ""} == {
        "message": "m02",
        "quote": "",
        "kind": "lookalike",
        "result": "false_alarm",
        "red_flag": None,
        "family": None,
        "marked_family": "family money",
        "decisive": False,
        "why": "odd but fine",
        "instead": None,
        "say": None,
        "source": None,
        "url": None,
    }
    assert item(debrief, "m06")["result"] == "correct"


def test_items_follow_the_conversation_and_hold_every_cue_even_after_hanging_up() -> None:
    for leave in (False, True):
        messages = [entry["message"] for entry in told(leave=leave)["items"]]
        assert messages == sorted([*CUES, "m02", "m06", "m11"])


def test_a_mark_taken_back_in_the_review_is_rightly_left_alone() -> None:
    debrief = told(marks={"m02": "money"}, review={"m02": None})
    assert item(debrief, "m02")["result"] == "correct"


def test_other_marks_are_named_whether_or_not_they_are_items() -> None:
    debrief = told(marks=dict.fromkeys(["m03", "m09", "m01", "m02"], "identity"))
    assert debrief["other_marks"] == [
        {"message": "m03", "quote": "message 3"},
        {"message": "m09", "quote": "message 9"},
    ]


def test_decisions_are_told_with_a_better_one_where_there_was_one() -> None:
    debrief = told(options=["o01", "o06"])
    assert debrief["decisions"] == [
        {
            "prompt": "question 1",
            "chosen": "option 1",
            "rating": "cautious",
            "consequence": "then o01",
            "better": "option 2",
        },
        {"prompt": "question 2", "chosen": "option 6", "rating": "safe", "consequence": "then o06", "better": None},
        {"prompt": "question 3", "chosen": None, "rating": None, "consequence": None, "better": "option 9"},
    ]


def test_the_frame_of_the_debrief() -> None:
    debrief = told(options=["o07"], verdict=85)
    assert (debrief["truth"], debrief["verdict"], debrief["first_sign"]) == ("scam", 85, "m01")
    assert (debrief["asked"], debrief["paid"]) == (28000, 7000)
    assert debrief["ending"] == {"outcome": "harmful", "title": "paid", "text": "gone"}
    assert (debrief["say"], debrief["do"]) == (["I will call back."], ["hang up"])
    assert debrief["contacts"][0]["hours"] is None
    assert debrief["cells"][6] == {"id": "item-07", "points": 0.0, "max": 2.0, "label": "Message 7: flag identity"}


def test_a_drill_is_told_without_a_score_and_without_a_word_of_marks() -> None:
    debrief = told("drill", marks={"m05": "money", "m09": "money"})
    assert (debrief["items"], debrief["other_marks"], debrief["noticed"]) == ([], [], None)
    assert debrief["cells"] == []
    assert debrief["score"] == {"points": 0.0, "max": 0.0, "discernment": None}


@pytest.mark.parametrize(("lang", "tail"), [("zh", " 中"), ("fr", " fr")])
def test_every_text_is_in_the_language_asked_for(lang: Lang, tail: str) -> None:
    debrief = told(lang=lang, marks={"m05": "money", "m09": "money"})
    found = item(debrief, "m05")
    texts = [debrief["summary"], debrief["real"], *debrief["say"], *debrief["do"], *debrief["ending"].values()][:-3]
    texts += [debrief["ending"]["title"], debrief["ending"]["text"], debrief["contacts"][0]["name"]]
    texts += [found[name] for name in ("quote", "red_flag", "family", "marked_family", "why", "instead", "say")]
    texts += [debrief["decisions"][0][name] for name in ("prompt", "chosen", "consequence", "better")]
    texts += [debrief["other_marks"][0]["quote"]]
    assert [words for words in texts if not words.endswith(tail)] == []


def test_a_key_with_gaps_still_explains() -> None:
    made, answers = SCAM
    answers = dataclasses.replace(answers, red_flags={}, sources={}, endings={}, outcomes={})
    debrief = explain(run(made).session, made, answers, "en")
    assert item(debrief, "m05")["red_flag"] == "flag_channel"
    assert item(debrief, "m05")["instead"] is None
    assert debrief["ending"] is None


@pytest.mark.parametrize(
    ("words", "attachment", "expected"),
    [
        ("look", Document(asset="a", caption=text("paper"), alt=text("alt")), "look"),
        ("", Document(asset="a", caption=text("paper"), alt=text("alt")), "paper"),
        ("", LinkCard(title=text("page"), url="https://example.org", site=text("site")), "page"),
        ("", FileCard(name=text("file.pdf"), size="1 MB"), "file.pdf"),
        ("", Transfer(amount="70 €", payee=text("Li")), "70 € → Li"),
        ("", Voice(seconds=3), ""),
        ("", None, ""),
    ],
)
def test_a_message_is_quoted_or_named(words: str, attachment: Attachment | None, expected: str) -> None:
    said = Text(zh=words, en=words, fr=words)
    assert quote(Message(id="m", form="text", sender="p01", text=said, attachment=attachment), "en") == expected


def test_a_group_s_accounts_are_told_with_what_the_learner_said_of_them() -> None:
    made, answers = pair("scam")
    scenes = {name: dataclasses.replace(scene, channel="group") for name, scene in made.scenes.items()}
    group = dataclasses.replace(made, scenes=scenes)
    voice = next(message.sender for message in group.scenes[group.start].messages if message.markable)
    assert voice is not None
    key = dataclasses.replace(answers, debrief=dataclasses.replace(answers.debrief, together=(voice,)))
    session = dataclasses.replace(run(group).session, picked=(voice,))
    first = explain(session, group, key, "en")["accounts"][0]
    assert (first["id"], first["together"], first["picked"]) == (voice, True, True)
    assert not any(one["picked"] for one in explain(run(group).session, group, key, "en")["accounts"])
    assert told()["accounts"] == []
