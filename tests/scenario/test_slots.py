from __future__ import annotations

import json
import subprocess
import sys
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.scenario import LANGUAGES, Slot, Text, decode, encode
from safetystring.scenario.slots import draw, drawn, draws, fill, placeholders, shown, stray

DESK = Slot(name="desk", rows=tuple({"": Text(n, n, n)} for n in ("316", "208", "427")))
FRIEND = Slot(
    name="friend",
    rows=(
        {"name": Text("小周", "Zhou", "Zhou"), "they": Text("她", "she", "elle")},
        {"name": Text("小吴", "Wu", "Wu"), "they": Text("他", "he", "il")},
    ),
)
SEEDS = st.integers(min_value=0, max_value=2**32 - 1)

FILLED = [
    ("plain", "plain"),
    ("desk {desk}", "desk 316"),
    ("{friend.name}: {friend.they}", "Zhou: she"),
    ("{{desk}}", "{desk}"),
    ("{{{desk}}}", "{316}"),
    ("{unknown} {friend.age} {friend}", "{unknown} {friend.age} {friend}"),
    ("{ desk } {Desk} {desk.} {", "{ desk } {Desk} {desk.} {"),
    ({"a": ["{desk}", 3, None, True]}, {"a": ["316", 3, None, True]}),
]


@pytest.mark.parametrize(("value", "expected"), FILLED)
def test_filling(value: object, expected: object) -> None:
    assert fill(value, drawn((DESK, FRIEND), None, "en")) == expected


@pytest.mark.parametrize(
    ("text", "left"),
    [("{desk} {{ }}", ""), ("{ desk }", "{}"), ("{desk", "{"), ("desk}", "}"), ("{{desk}", "}"), ("{a.b.c}", "{}")],
)
def test_what_is_no_placeholder(text: str, left: str) -> None:
    assert stray(text) == left


def test_placeholders_of_plain_data() -> None:
    assert placeholders({"a": ["{desk} {{no}}", {"b": "{friend.name}"}], "c": 3}) == {"desk", "friend.name"}


def test_a_filled_value_is_not_filled_again() -> None:
    slot = Slot(name="a", rows=({"": Text("{b}", "{b}", "{b}")},))
    other = Slot(name="b", rows=({"": Text("x", "x", "x")},))
    assert fill("{a}", drawn((slot, other), None, "en")) == "{b}"


@given(SEEDS)
def test_parts_come_from_one_row(seed: int) -> None:
    values = drawn((FRIEND,), seed, "fr")
    assert (values["friend.name"], values["friend.they"]) in {("Zhou", "elle"), ("Wu", "il")}


@given(SEEDS, st.integers(min_value=2, max_value=11))
def test_another_slot_changes_nothing_and_another_row_draws_only_to_itself(seed: int, rows: int) -> None:
    alone = draws((DESK,), seed)
    assert draws((FRIEND, DESK), seed)["desk"] == alone["desk"]
    assert draw("desk", rows + 1, seed) in (draw("desk", rows, seed), rows)


def test_every_row_is_drawn_about_as_often() -> None:
    counts = Counter(draw("desk", 4, seed) for seed in range(4_000))
    assert set(counts) == {0, 1, 2, 3}
    assert max(counts.values()) < 1.2 * min(counts.values())


def test_draws_are_the_same_in_another_process() -> None:
    code = "from safetystring.scenario.slots import draw; print([draw('desk', 5, seed) for seed in range(40)])"
    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert json.loads(told.stdout) == [draw("desk", 5, seed) for seed in range(40)]


def test_these_draws_are_permanent() -> None:
    """Logs in the field are told again by them."""
    assert [draw("desk", 3, seed) for seed in range(12)] == [2, 0, 1, 2, 1, 1, 0, 0, 0, 1, 0, 2]


def test_a_whole_value_as_it_reads() -> None:
    text = Text("{friend.name}，{friend.they}", "{friend.name}, {friend.they}", "{friend.name}, {friend.they}")
    slot = Slot(name="kept", rows=({"": Text("{desk}", "{desk}", "{desk}")},))
    assert shown(text, (FRIEND,)) == Text("小周，她", "Zhou, she", "Zhou, elle")
    assert decode(Slot, encode(slot)) == slot
    for lang in LANGUAGES:
        seeds = {shown(text, (FRIEND,), seed).get(lang) for seed in range(20)}
        assert len(seeds) == 2
