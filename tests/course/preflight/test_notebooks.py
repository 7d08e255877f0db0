from __future__ import annotations

import copy
import json
from typing import TYPE_CHECKING, Any

import pytest

from safetystring.course.preflight.notebooks import cells_of, changes

if TYPE_CHECKING:
    from collections.abc import Callable


def cell(name: str, kind: str = "code", **marks: object) -> dict[str, Any]:
    return {
        "cell_type": kind,
        "id": name,
        "metadata": {"nbgrader": {"grade_id": name, "points": 2, "grade": True, "locked": True, **marks}},
        "source": [f"score({name!r})"],
        "outputs": [],
    }


BLANK = {"nbformat": 4, "cells": [cell("item-01"), cell("item-02"), cell("reflection", "markdown", solution=True)]}


def said(change: Callable[[dict[str, Any]], object]) -> list[str]:
    page = copy.deepcopy(BLANK)
    change(page)
    return list(changes(json.dumps(page).encode(), json.dumps(BLANK).encode()))


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (lambda page: page["cells"].pop(0), "1 cell deleted or renamed (item-01)"),
        (lambda page: page["cells"].append(page["cells"][1]), "1 cell there more than once (item-02)"),
        (lambda page: page["cells"].append(cell("mine")), "1 cell of somebody's own that asks to be graded (mine)"),
        (lambda page: page["cells"][0]["metadata"]["nbgrader"].update(points=100), "other points or settings"),
        (lambda page: page["cells"][0]["metadata"]["nbgrader"].update(locked=False), "other points or settings"),
        (lambda page: page["cells"][0].update(source="2.0"), "another text than released (item-01)"),
        (lambda page: page["cells"][0].update(cell_type="markdown"), "of another kind"),
        (lambda page: page["cells"].append({"cell_type": "code", "source": "1"}), "code of its own: it was not run"),
        (lambda page: page["cells"][2].update(source="<SCRIPT>"), "a script"),
        (lambda page: page.update(nbformat=3), "notebook format '3', expected 4"),
    ],
)
def test_each_change_is_named(change: Callable[[dict[str, Any]], object], words: str) -> None:
    assert any(words in line for line in said(change)), said(change)


def test_writing_and_running_is_no_change() -> None:
    def use(page: dict[str, Any]) -> None:
        page["cells"][2]["source"] = ["my answer"]
        page["cells"][0]["outputs"] = [{"output_type": "stream"}]
        page["cells"][0]["metadata"]["nbgrader"]["checksum"] = "x"
        page["cells"].append({"cell_type": "code", "source": "", "metadata": {}})

    assert said(use) == []


@pytest.mark.parametrize(
    "cells", [[3, None, "x"], [{"metadata": 3}], [{"metadata": {"nbgrader": []}, "source": [1]}], []]
)
def test_anything_may_stand_for_a_cell(cells: list[object]) -> None:
    assert said(lambda page: page.update(cells=cells))


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b"[" * 100_000, b'{"cells": 3}', b"\xff"])
def test_what_is_no_notebook(data: bytes) -> None:
    assert cells_of(data) is None
    assert list(changes(data, json.dumps(BLANK).encode())) == []
