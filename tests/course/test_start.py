"""The start page is one button and one cell, and its catalogue is read back as it was."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import nbformat

from player.test_catalogue import COURSE
from safetystring.course.start import start_files
from safetystring.player.catalogue import read_catalogue

if TYPE_CHECKING:
    from pathlib import Path


def test_the_page_is_a_valid_notebook_with_one_code_cell() -> None:
    page = nbformat.from_dict(json.loads(start_files(COURSE)["start.ipynb"]))  # type: ignore[no-untyped-call] # typed in part
    nbformat.validate(page)
    assert [cell.cell_type for cell in page.cells] == ["markdown", "code"]
    assert page.cells[0].metadata.tags == ["notebook-only"]
    assert "notebook:run-all-cells" in page.cells[0].source
    assert page.cells[1].metadata.jupyter.source_hidden


def test_the_catalogue_is_read_back(tmp_path: Path) -> None:
    for name, text in start_files(COURSE).items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert read_catalogue(tmp_path) == COURSE
    assert json.loads((tmp_path / "course.json").read_text("utf-8"))["format"] == 1
