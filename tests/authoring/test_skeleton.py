"""The skeleton as values: alike in all that shows, whatever the truth."""

from __future__ import annotations

import json
from typing import Any

from safetystring.authoring.emit import Noted
from safetystring.authoring.skeleton import CUES, Plan, playthrough, skeleton

PLAN = Plan(
    module="m1",
    channel="call",
    lang="zh",
    flags=(("claimed_official", "A1"),) * len(CUES),
    sources=("A1",),
    contacts=("police",),
)


def _plain(value: object) -> Any:  # noqa: ANN401 - plain JSON
    return json.loads(json.dumps(value, default=lambda one: one.value if isinstance(one, Noted) else str(one)))


def test_twins_are_alike_in_all_that_shows() -> None:
    scam, genuine = _plain(skeleton("oak", "elm", "scam", PLAN)), _plain(skeleton("elm", "oak", "genuine", PLAN))
    for field in ("title", "notes", "themes", "minutes", "spine", "setting", "cast"):
        assert scam[field] == genuine[field], field
    forms = [
        [[(message["id"], message["form"]) for message in scene["messages"]] for scene in one["scenes"]]
        for one in (scam, genuine)
    ]
    assert forms[0] == forms[1]


def test_cues_on_the_scam_and_lookalikes_on_the_twin() -> None:
    for truth, field, count in (("scam", "cue", 5), ("genuine", "lookalike", 4)):
        scenes = _plain(skeleton("oak", "elm", truth, PLAN))["scenes"]  # type: ignore[arg-type]
        assert sum(field in message for scene in scenes for message in scene["messages"]) == count


def test_a_call_begins_by_ringing() -> None:
    scenes = _plain(skeleton("oak", "elm", "scam", PLAN))["scenes"]
    assert [scene["channel"] for scene in scenes] == ["ring", "call", "call", "call"]


def test_the_first_playthrough_marks_every_cue() -> None:
    plain = _plain(playthrough("scam", PLAN, ("identity",) * 5))
    marks = [message for step in plain["steps"] if "mark" in step for message in step["mark"]]
    assert tuple(marks) == CUES
