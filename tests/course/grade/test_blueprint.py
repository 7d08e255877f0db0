from __future__ import annotations

import json
from typing import Any

import nbformat
import pytest

from safetystring.course.grade.blueprint import Hole, Page, cut, filled, in_lines, indented

NOTEBOOK = {
    "cells": [
        {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "MARK-1"},
        {"cell_type": "raw", "id": "b", "metadata": {"x": "MARK-2"}, "source": ["é\n"]},
    ],
    "metadata": {},
    "nbformat": 4,
    "nbformat_minor": 5,
}


def page() -> Page:
    marks = {"MARK-1": Hole(kind="written", cell="a"), "MARK-2": Hole(kind="player", cell="b")}
    pieces, holes = cut(NOTEBOOK, marks)
    assert [(hole.cell, hole.depth) for hole in holes] == [("a", 3), ("b", 4)]
    return Page(name="n", pieces=pieces, holes=holes, maxima={}, written={}, written_maxima={}, start="")


@pytest.mark.parametrize("text", ["", "x", "one\ntwo", 'quo"te\\\n\n', "a\u2028b\x0bc", "中文 \x01 \ud83d\ude00"])
def test_a_filled_notebook_is_what_nbformat_writes(text: str) -> None:
    made = page()
    value = {"k": [1, {"z": "s"}]}
    data = filled(made, [in_lines((text,), 3), indented(value, 4)])
    expected = json.loads(json.dumps(NOTEBOOK))
    expected["cells"][0]["source"] = text
    expected["cells"][1]["metadata"]["x"] = value
    expected["cells"][1]["source"] = "é\n"
    written: Any = nbformat
    assert data == (written.writes(written.from_dict(expected)) + "\n").encode("utf-8", "surrogatepass").replace(
        b"\xed\xa0\xbd\xed\xb8\x80", b"??"
    )


def test_parts_are_one_text() -> None:
    assert in_lines(("a\n", "", "b\nc\n"), 2) == in_lines(("a\nb\nc\n",), 2)
