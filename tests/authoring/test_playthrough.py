"""The form of a playthrough: what is written wrongly is named at its line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.playthrough import played

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = [
    # steps from line 3 on, code, line, words of the sentence
    ("- chose: o01", "SS013", 3, "did you mean `choose`?"),
    ("- leaves", "SS013", 3, "did you mean `leave`?"),
    ("- 7", "SS013", 3, "found `7`"),
    ("- {}", "SS013", 3, "found `nothing`"),
    ("-", "SS013", 3, "found `nothing`"),
    ("- [leave]", "SS013", 3, "expected one of choose"),
    ("- choose", "SS012", 3, "expected a mapping"),
    ("- leave: chek", "SS013", 3, "did you mean `check`?"),
    ("- do: look", "SS013", 3, "expected one of pause, look_up, tell, report"),
    ("- do: pause\n  leave: check", "SS011", 4, "`leave` is no field here"),
    ("- choose: o01\n  mark: {m03: money}", "SS011", 4, "`mark` is no field here"),
    ("- choose: first", "SS018", 3, "neutral id"),
    ("- mark: {}", "SS017", 3, "at least 1"),
    ("- mark: {third: money}", "SS018", 3, "neutral id"),
    ("- mark: {m03: [money]}", "SS012", 3, "expected a text"),
    ("- unmark: []", "SS017", 3, "at least 1"),
    ("- verdict: sure", "SS012", 3, "expected a whole number"),
    ("- verdict: 101", "SS016", 3, "at most 100"),
    ("- verdict: 98.5", "SS012", 3, "expected a whole number"),
    ("- leave\n- expect: {outcom: safe}", "SS011", 4, "did you mean `outcome`?"),
    ("- leave\n- expect: {outcome: good}", "SS013", 4, "safe, cautious, harmful"),
    ("- expect: {points: many}", "SS012", 3, "expected a list"),
    ("- expect: {points: [1, 2, 3]}", "SS017", 3, "at most 2"),
    ("- expect: {points: 1.5e400}", "SS012", 3, "expected a list"),
    ("- expect: {points: 99999999}", "SS016", 3, "at most 10000"),
    ("- expect: {cells: {m03: true}}", "SS012", 3, "expected a list"),
    ("- expect: {sees: 3}", "SS012", 3, "expected a list"),
    (" []", "SS017", 3, "at least 1"),
]


@pytest.mark.parametrize(("steps", "code", "line", "words"), BROKEN)
def test_what_does_not_fit_is_named_at_its_line(tmp_path: Path, steps: str, code: str, line: int, words: str) -> None:
    ((found, at, sentence),) = played(tmp_path, steps)
    assert (found, at) == (code, line)
    assert words in sentence


def test_one_or_a_list_a_number_or_a_range(tmp_path: Path) -> None:
    steps = """\
- expect: {sees: m01, unseen: [m03, m05], text: "Message 1 in English"}
- leave
- verdict: 100
- finish
- expect: {points: [0, 36], max: 36}
"""
    assert played(tmp_path, steps) == []
