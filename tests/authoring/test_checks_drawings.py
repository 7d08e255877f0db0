"""Drawings and the messages that show them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.project import MAX_DRAWING_BYTES
from support.project import SVG, findings, put

if TYPE_CHECKING:
    from pathlib import Path

    from support.project import Files

PAPER = "alder/documents/paper.svg"


def test_a_drawing_that_is_not_there(tmp_path: Path) -> None:
    change = put("alder/scenario.yaml", ("scenes", 1, "messages", 2, "asset"), "papers.svg")
    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [("SS080", "alder/scenario.yaml")]
    assert "there is paper.svg" in found[0][3]


def test_a_drawing_that_nobody_shows(tmp_path: Path) -> None:
    found = findings(tmp_path, _add)
    assert [one[:2] for one in found] == [("SS084", "alder/documents/other.svg")]


def _add(content: Files) -> None:
    content["alder/documents/other.svg"] = SVG


def test_a_drawing_with_a_fault(tmp_path: Path) -> None:
    def change(content: Files) -> None:
        content[PAPER] = SVG.replace("模拟材料 DOCUMENT FICTIF", "avis")

    assert [one[:2] for one in findings(tmp_path, change)] == [("SS083", PAPER)]


def test_a_drawing_that_is_too_large(tmp_path: Path) -> None:
    def change(content: Files) -> None:
        content[PAPER] = SVG + " " * MAX_DRAWING_BYTES

    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [("SS081", PAPER)]
    assert "larger than" in found[0][3]
