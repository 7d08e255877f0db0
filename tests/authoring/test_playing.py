"""Steps, one after the other: what can be done when, and what is said where it cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.playthrough import played

if TYPE_CHECKING:
    from pathlib import Path

TURNS = [
    # steps from line 3 on, code, line, words of the sentence
    ("- choose: o99", "SS115", 3, "no option `o99`"),
    ("- choose: o03", "SS113", 3, "`c01` waits for `o01`, `o02`; `o03` answers `c02`"),
    ("- choose: o02\n- choose: o01", "SS113", 4, "nothing is asked here: the conversation is over"),
    ("- mark: {m99: money}", "SS115", 3, "no message `m99`"),
    ("- mark: {m03: money}", "SS113", 3, "has not come yet"),
    ("- mark: {m02: mony}", "SS115", 3, "did you mean `money`?"),
    ("- choose: o01\n- mark: {m06: money}", "SS113", 4, "nobody can mark `m06`"),
    ("- unmark: m02", "SS113", 3, "not marked here"),
    ("- read: m03", "SS113", 3, "has not come yet"),
    ("- verdict: 50", "SS113", 3, "waits at `c01` (choose or leave first)"),
    ("- finish", "SS113", 3, "choose or leave first"),
    ("- review", "SS113", 3, "`review` is out of turn"),
    ("- leave\n- leave", "SS113", 4, "the conversation is over, and the verdict is next"),
    ("- leave\n- finish", "SS113", 4, "the verdict is next"),
    ("- leave\n- verdict: 5\n- verdict: 6", "SS113", 5, "the rest of the conversation is on the screen"),
    ("- leave\n- verdict: 5\n- review\n- review\n- leave", "SS113", 7, "the review is open"),
    ("- leave\n- verdict: 5\n- finish\n- mark: {m01: money}", "SS113", 6, "cannot be marked any more"),
    ("- leave\n- verdict: 5\n- finish\n- finish", "SS113", 6, "the review is finished"),
    ("- skip", "SS113", 3, "`skip` is out of turn"),
]


@pytest.mark.parametrize(("steps", "code", "line", "words"), TURNS)
def test_a_step_out_of_turn_ends_the_playthrough_with_one_finding(
    tmp_path: Path, steps: str, code: str, line: int, words: str
) -> None:
    ((found, at, sentence),) = played(tmp_path, f"{steps}\n- choose: o99\n")
    assert (found, at) == (code, line)
    assert words in sentence


def test_reading_part_of_a_scene_holds_the_rest_back(tmp_path: Path) -> None:
    steps = """\
- choose: o01
- read: m04
- expect: {sees: m04, unseen: m05}
- mark: {m03: identity}
- expect: {unseen: m05}
- leave
- expect: {unseen: [m05, m07]}
- verdict: 90
- expect: {unseen: m05}
- review
- expect: {sees: [m05, m16], unseen: [m20, m21]}
"""
    assert played(tmp_path, steps) == []


def test_marks_in_the_rest_are_in_time_and_marks_in_the_review_are_late(tmp_path: Path) -> None:
    steps = """\
- leave
- verdict: 100
- mark: {m03: identity}
- review
- mark: {m05: document}
- finish
- expect: {cells: {m03: 2, m05: 1, m08: 0}}
"""
    assert played(tmp_path, steps) == []
