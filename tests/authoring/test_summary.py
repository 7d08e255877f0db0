"""What a person reads at the end."""

from __future__ import annotations

from safetystring.authoring.diagnostics import Position, finding
from safetystring.authoring.summary import counts, first, summary

A = [finding("SS021", "a.yaml", Position(1, 1), "x"), finding("SS090", "a.yaml", Position(2, 1), "x")]
B = [finding("SS096", "b.yaml", Position(1, 1), "x")]


def test_counts_by_file() -> None:
    assert counts([*A, *B]) == {"a.yaml": {"error": 2, "warning": 0}, "b.yaml": {"error": 0, "warning": 1}}


def test_one_file_needs_no_list() -> None:
    assert next(iter(summary(A))) == "2 errors, 0 warnings"


def test_several_files() -> None:
    assert list(summary([*A, *B])) == [
        "2 errors, 1 warning in 2 files",
        "  a.yaml: 2 errors, 0 warnings",
        "  b.yaml: 0 errors, 1 warning",
        "First: mend the ids of a.yaml: other findings may follow from them.",
        "First: run `safetystring check --fix`, which mends 2 of these by itself.",
        "Read on (or `safetystring check --explain SS021`):",
        "  docs/diagnostics/SS021.md  unknown scene",
        "  docs/diagnostics/SS090.md  half-width punctuation in Chinese",
        "  docs/diagnostics/SS096.md  space at the edge of a text",
    ]


def test_a_file_that_cannot_be_read_comes_before_all_else() -> None:
    broken = finding("SS004", "c.yaml", Position(1, 1), "x")
    assert next(first([*A, broken])).startswith("mend what keeps c.yaml from being read")


def test_many_files_and_codes_are_not_listed_without_end() -> None:
    many = [finding(f"SS0{number}", f"{number}.yaml", Position(1, 1), "x") for number in range(40, 55)]
    lines = list(summary(many))
    assert "  and 3 more files" in lines
    assert lines[-1] == "  and 7 more codes, in the same folder"
