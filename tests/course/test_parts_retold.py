from __future__ import annotations

from typing import Any

import pytest

from course.test_feedback import EVIL, Tags
from safetystring.course import parts_retold
from safetystring.course.words import words

W = words("en")
LINE: dict[str, Any] = {
    "kind": "message", "id": "m1", "side": "in", "name": "Li", "time": "", "text": EVIL, "card": "", "mine": True,
}  # fmt: skip
ITEM: dict[str, Any] = {
    "quote": EVIL, "kind": "cue", "result": "hit", "red_flag": EVIL, "family": "haste", "marked_family": None,
    "decisive": False, "why": EVIL, "instead": None, "say": None, "source": None, "url": None,
}  # fmt: skip


@pytest.mark.parametrize(
    ("change", "by"),
    [
        ({}, "Li"),
        ({"name": ""}, "Bank"),
        ({"time": "09:12"}, "Li · 09:12"),
        ({"side": "out"}, W["you"]),
        ({"kind": "option", "side": "out", "mine": False}, W["rest_option"]),
    ],
)
def test_a_line_says_who_speaks(change: dict[str, Any], by: str) -> None:
    part = parts_retold.line(W, LINE | change, "Bank", "")
    assert f'<p class="sp-by">{by}</p>' in part
    assert "script" not in Tags(part).tags


@pytest.mark.parametrize(("text", "card", "shown"), [("a", "b", "a<br><span"), ("", "b", "><span"), ("b", "b", ">b<")])
def test_what_is_attached_is_named_once(text: str, card: str, shown: str) -> None:
    assert shown in parts_retold.line(W, LINE | {"text": text, "card": card}, "", "")


@pytest.mark.parametrize(
    ("change", "there"),
    [
        ({"decisive": True}, W["decisive"]),
        ({"instead": "i"}, W["instead"]),
        ({"say": "s"}, W["say_here"]),
        ({"source": "s", "url": "u.example"}, "u.example"),
        ({"kind": "lookalike"}, W["kind_lookalike"]),
        ({"result": "wrong_family", "marked_family": "greed"}, "greed"),
    ],
)
def test_a_note_tells_what_is_known(change: dict[str, Any], there: str) -> None:
    made, plain = (parts_retold.note(W, ITEM | more, first=False) for more in (change, {}))
    assert there in made
    assert there not in plain
    assert (Tags(made).open, "script" in Tags(made).tags) == ([], False)


def test_the_opening_counts() -> None:
    assert "2 × " in parts_retold.opening(W, [("hit", 2)])
    assert "sp-tally" not in parts_retold.opening(W, [])
