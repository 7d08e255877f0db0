from __future__ import annotations

from typing import Any

import pytest

from course.test_feedback import EVIL, Tags
from safetystring.course import parts_debrief
from safetystring.course.words import words

W = words("en")
D: dict[str, Any] = {"truth": "scam", "verdict": 80, "summary": EVIL, "asked": 900, "paid": 200, "real": EVIL}
CONTACT = {"name": EVIL, "value": "17", "purpose": "", "hours": None, "checked_on": "2026-11-23", "certain": True}


@pytest.mark.parametrize(
    ("change", "there", "absent"),
    [
        ({}, ["left:80%", "€900", "€200", "€700"], []),
        ({"verdict": None}, ["€900"], ["sp-scale"]),
        ({"asked": 0}, ["left:80%"], ["sp-money"]),
        ({"paid": 900}, ["sp-money"], ["€0"]),
    ],
)
def test_the_opening_shows_what_there_was(change: dict[str, Any], there: list[str], absent: list[str]) -> None:
    part = parts_debrief.opening(W, D | change, {"outcome": "safe", "title": EVIL, "text": EVIL})
    assert [one for one in there if one not in part] == []
    assert [one for one in absent if one in part] == []
    assert "script" not in Tags(part).tags


@pytest.mark.parametrize(
    ("chosen", "rating", "better", "there", "absent"),
    [
        ("a", "safe", "b", ["chosen", "rating_safe"], ["better"]),
        ("a", "harmful", "b", ["chosen", "rating_harmful", "better"], ["not_reached"]),
        (None, None, "b", ["not_reached", "better"], ["chosen"]),
    ],
)
def test_a_decision_says_what_had_been_better(
    chosen: str | None, rating: str | None, better: str, there: list[str], absent: list[str]
) -> None:
    made = {"prompt": EVIL, "chosen": chosen, "rating": rating, "consequence": None, "better": better}
    part = parts_debrief.decision(W, made)
    assert [name for name in there if W[name] not in part] == []
    assert [name for name in absent if f"<small>{W[name]}" in part or f"<h4>{W[name]}" in part] == []
    assert Tags(part).open == []


def test_whom_to_turn_to() -> None:
    unsure = {**CONTACT, "purpose": "p", "hours": "9–5", "certain": False}
    part = parts_debrief.closing(W, D | {"say": [EVIL], "do": ["d"], "contacts": [CONTACT, unsure]})
    assert part.count(W["help_uncertain"]) == 1
    assert part.count("9–5") == 1
    assert (Tags(part).tags.count("li"), "script" in Tags(part).tags) == (3, False)


def test_a_drill_is_neither_one_thing_nor_the_other() -> None:
    assert not parts_debrief.closing(W, D | {"truth": "drill", "say": [], "do": [], "contacts": []})
