"""One finding, its line and its JSON."""

from __future__ import annotations

import json

import pytest

from safetystring.authoring.diagnostics import WHOLE_FILE, Position, errors, finding, in_order


def test_the_line_that_editors_follow() -> None:
    one = finding(
        "SS034", "scenarios/x/scenario.yaml", Position(41, 7), "scene `s01` does not lead to `s02`", "by a goto"
    )
    expected = "scenarios/x/scenario.yaml:41:7: SS034 error: scene `s01` does not lead to `s02` (by a goto)"
    assert str(one) == expected
    assert str(finding("SS084", "a.svg", WHOLE_FILE, "not shown")) == "a.svg: SS084 warning: not shown"


def test_json() -> None:
    plain = finding("SS036", "a.yaml", Position(1, 2), "words").to_json()
    assert json.loads(json.dumps(plain)) == {
        "code": "SS036",
        "severity": "warning",
        "page": "docs/diagnostics/SS036.md",
        "title": "never used",
        "path": "a.yaml",
        "line": 1,
        "column": 2,
        "message": "words",
        "hint": "",
    }


def test_an_unknown_code_is_a_slip_of_ours() -> None:
    with pytest.raises(KeyError):
        finding("SS999", "a", WHOLE_FILE, "x")


def test_order_and_severity() -> None:
    late = finding("SS034", "a", Position(10, 1), "x")
    early = finding("SS036", "a", Position(9, 5), "x")
    other = finding("SS001", "b", WHOLE_FILE, "x")
    assert in_order([other, late, early, late]) == (early, late, other)
    assert errors((early, late, other)) == (late, other)
