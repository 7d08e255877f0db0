"""Expectations: met ones are silent, the others say what was expected and what was found."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.playthrough import played

if TYPE_CHECKING:
    from pathlib import Path

OUT = "- choose: o02\n- verdict: 100\n- finish\n"
EXPECTED = [
    # expectation after OUT (line 6), code, words of the sentence
    ("ending: e02", "SS114", "expected ending `e02`, found `e01`"),
    ("ending: e99", "SS115", "no ending `e99`"),
    ("outcome: harmful", "SS114", "expected outcome `harmful`, found `safe`"),
    ("paid: 450", "SS114", "expected paid `450`, found `0`"),
    ("points: 36", "SS114", "expected points 36, found 24"),
    ("points: [25, 36]", "SS114", "expected points 25 to 36, found 24"),
    ("max: 40", "SS114", "expected max 40, found 36"),
    ("discernment: 100", "SS114", "expected discernment 100, found"),
    ("cells: {m03: 2}", "SS114", "expected `m03` 2, found 0"),
    ("cells: {c01: 1}", "SS114", "expected `c01` 1, found 2"),
    ("cells: {verdict: 1}", "SS114", "expected `verdict` 1, found 2"),
    ("cells: {false-alarms: 1}", "SS115", "did you mean `false_alarms`?"),
    ("cells: {m20: 1}", "SS115", "`m20` is never scored"),
    ("cells: {m16: 2}", "SS116", "scored in some courses"),
    ("sees: m20", "SS114", "expected `m20` shown by now; it was not"),
    ("unseen: m01", "SS114", "expected `m01` not shown by now; it was"),
    ("unseen: m99", "SS115", "no message `m99`"),
    ("text: Never said", "SS114", "“Never said”"),
    ("open: c01", "SS114", "expected open `c01`, found none here"),
    ("open: c99", "SS115", "no choice point `c99`"),
]


@pytest.mark.parametrize(("expectation", "code", "words"), EXPECTED)
def test_what_is_not_as_expected(tmp_path: Path, expectation: str, code: str, words: str) -> None:
    ((found, line, sentence),) = played(tmp_path, f"{OUT}- expect: {{{expectation}}}\n")
    assert (found, line) == (code, 6)
    assert words in sentence


def test_what_is_as_expected(tmp_path: Path) -> None:
    steps = """\
- expect: {ending: e01, outcome: safe, paid: 0, points: 24, max: 36, discernment: [0, 60]}
- expect: {cells: {m03: 0, m04: 2, c01: 2, c03: 2, false_alarms: 4, verdict: 2}}
- expect: {sees: [m01, m16], unseen: [m20, m21], text: [You are out in English, Let it ring en français]}
"""
    assert played(tmp_path, OUT + steps) == []


def test_points_before_the_review_is_finished(tmp_path: Path) -> None:
    ((code, line, sentence),) = played(tmp_path, "- leave\n- verdict: 5\n- expect: {points: 3}\n")
    assert (code, line) == ("SS113", 5)
    assert "after `finish`" in sentence


def test_points_that_hang_on_the_draw(tmp_path: Path) -> None:
    steps = "- leave\n- verdict: 100\n- mark: {m16: money}\n- finish\n"
    ((code, _, sentence),) = played(tmp_path, f"{steps}- expect: {{points: 22}}\n")
    assert code == "SS116"
    assert "give a range" in sentence
    assert played(tmp_path / "range", f"{steps}- expect: {{points: [16, 20]}}\n") == []
