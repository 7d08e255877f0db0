"""Twins and modules."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.project import DROP, both, files, findings, put, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

ALDER = "alder/scenario.yaml"
BIRCH = "birch/scenario.yaml"

CASES: list[tuple[Callable[[Files], None], list[tuple[str, str, str]]]] = [
    (both(put(ALDER, ("twin",), DROP), put(BIRCH, ("twin",), DROP)), [("SS060", ALDER, "a scam without a twin")]),
    (
        put(ALDER, ("twin",), "brich"),
        [("SS060", ALDER, "did you mean `birch`?"), ("SS061", BIRCH, "`alder` names `brich`")],
    ),
    (put(ALDER, ("twin",), "alder"), [("SS060", ALDER, "no other scenario"), ("SS061", BIRCH, "")]),
    (put(BIRCH, ("twin",), DROP), [("SS061", ALDER, "`birch` names no twin")]),
    (
        put(BIRCH, ("notes",), text("Another note")),
        [("SS063", ALDER, "the content note differs"), ("SS063", BIRCH, "of its twin `alder`")],
    ),
    (put(BIRCH, ("notes",), DROP), [("SS063", ALDER, ""), ("SS063", BIRCH, "")]),
    (put(BIRCH, ("themes",), []), [("SS063", ALDER, "none"), ("SS063", BIRCH, "authority")]),
    (
        both(put(BIRCH, ("scenes", 3, "choice"), DROP), put(BIRCH, ("scenes", 3, "goto"), "s04")),
        [("SS064", ALDER, "spine, 2 on"), ("SS064", BIRCH, "2 choice points"), ("SS036", BIRCH, "`e03`")],
    ),
    (put(BIRCH, ("minutes",), 3), [("SS066", ALDER, "2 minutes"), ("SS066", BIRCH, "3 minutes")]),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, change: Callable[[Files], None], expected: list[tuple[str, str, str]]) -> None:
    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [one[:2] for one in expected], found
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one[3]


def test_twins_in_different_modules(tmp_path: Path) -> None:
    def change(content: Files) -> None:
        content["modules.yaml"]["m2"] = {**files()["modules.yaml"]["m1"], "scenarios": ["birch"]}
        content["modules.yaml"]["m1"]["scenarios"] = ["alder"]
        content[BIRCH]["module"] = "m2"

    found = [one[:2] for one in findings(tmp_path, change)]
    assert found == [("SS065", ALDER), ("SS065", BIRCH), ("SS067", "modules.yaml")]


def test_twins_of_one_truth(tmp_path: Path) -> None:
    found = [one[:2] for one in findings(tmp_path, put(BIRCH, ("truth",), "scam"))]
    assert ("SS062", ALDER) in found
    assert ("SS062", BIRCH) in found
    assert ("SS067", "modules.yaml") in found


def test_a_broken_twin_is_said_once(tmp_path: Path) -> None:
    assert [one[:2] for one in findings(tmp_path, put(BIRCH, ("truth",), DROP))] == [("SS010", BIRCH)]
