from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from safetystring.course.answers import MAX_LOG, MAX_NOTEBOOK
from safetystring.course.grade.submission import take

if TYPE_CHECKING:
    from pathlib import Path

CELL = {"cell_type": "markdown", "metadata": {"nbgrader": {"grade_id": "reflection"}}, "source": ["mi", "ne"]}
BLANK = json.dumps({"cells": [], "nbformat": 4}).encode()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "m1"
    (made / "responses").mkdir(parents=True)
    (made / "cedar.ipynb").write_text(json.dumps({"cells": [CELL], "nbformat": 4}))
    (made / "responses" / "cedar.jsonl").write_bytes(b"log")
    (made / "timestamp.txt").write_bytes(b"2026-11-23 10:00:00 UTC")
    return made


def test_what_was_handed_in_is_data(folder: Path) -> None:
    (folder / "other.py").write_text("raise SystemExit")
    found = take(folder, ("cedar", "maple"), {})
    assert found.written == {"cedar": {"reflection": "mine"}}
    assert found.logs == {"cedar": b"log"}
    assert found.notes == {"timestamp.txt": b"2026-11-23 10:00:00 UTC"}
    assert found.odd == ()


def test_an_untouched_notebook_is_known_by_its_bytes(folder: Path) -> None:
    (folder / "cedar.ipynb").write_bytes(b"not even JSON")
    found = take(folder, ("cedar",), {"cedar": b"not even JSON"})
    assert (found.written, found.odd) == ({"cedar": {}}, ())


@pytest.mark.parametrize(
    "data", [b"{torn", b"[]", b'{"cells": 3}', b"[" * 100_000, b"\xff\xfe", b" " * (MAX_NOTEBOOK + 1)]
)
def test_a_notebook_that_cannot_be_read_costs_its_written_answers_only(folder: Path, data: bytes) -> None:
    (folder / "cedar.ipynb").write_bytes(data)
    found = take(folder, ("cedar",), {})
    assert (found.written, found.logs) == ({"cedar": {}}, {"cedar": b"log"})
    [line] = found.odd
    assert line.startswith("cedar.ipynb ")


def test_a_log_is_read_up_to_its_limit(folder: Path) -> None:
    (folder / "responses" / "cedar.jsonl").write_bytes(b"x" * (MAX_LOG + 500))
    assert len(take(folder, ("cedar",), {}).logs["cedar"]) == MAX_LOG + 1


def test_links_and_pipes_are_left_out_with_a_line_each(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("key")
    for name in ("cedar.ipynb", "timestamp.txt", "responses/cedar.jsonl"):
        (folder / name).unlink()
    (folder / "cedar.ipynb").symlink_to(tmp_path / "secret")
    (folder / "timestamp.txt").mkdir()
    os.mkfifo(folder / "responses" / "cedar.jsonl")
    found = take(folder, ("cedar",), {})
    assert (found.logs, found.notes) == ({}, {})
    assert [line.split()[0] for line in found.odd] == ["cedar.ipynb", "responses/cedar.jsonl", "timestamp.txt"]


def test_a_linked_folder_of_logs_brings_nobody_else_s(folder: Path, tmp_path: Path) -> None:
    (folder / "responses").rename(tmp_path / "elsewhere")
    (folder / "responses").symlink_to(tmp_path / "elsewhere")
    found = take(folder, ("cedar",), {})
    assert found.logs == {}
    assert found.odd == ("responses is a link or no folder: graded without answers",)


def test_a_linked_submission_is_not_followed(folder: Path, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(folder)
    with pytest.raises(OSError, match=r".+"):
        take(tmp_path / "link", ("cedar",), {})
