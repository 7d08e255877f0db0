from __future__ import annotations

import os
from typing import TYPE_CHECKING

from safetystring.course.preflight import files
from safetystring.course.preflight.files import extra

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_what_is_no_part_of_the_assignment_is_named_by_kind(tmp_path: Path) -> None:
    (tmp_path / "responses").mkdir()
    for name in ("cedar.ipynb", "responses/cedar.jsonl", "timestamp.txt", "README.md", ".DS_Store"):
        (tmp_path / name).touch()
    (tmp_path / "data").mkdir()
    assert list(extra(tmp_path, ["cedar"], ["README.md", "data/cedar.json"])) == []
    for name in ("ipywidgets.py", "CEDAR.ipynb", "responses/cédar.jsonl", "con.txt", "a", "b", "c", "d"):
        (tmp_path / name).touch()
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "link").symlink_to("/etc")
    assert list(extra(tmp_path, ["cedar"], ["README.md"])) == [
        "ipywidgets.py: a program beside the notebooks: not run, left out",
        "link, pipe: a link, pipe or device: left out",
        "CEDAR.ipynb: a name that differs from the real one only in capitals or accents: left out",
        "con.txt: a name that Windows keeps for itself: left out",
        "a, b, c and 2 more: no part of the assignment: left out",
    ]


def test_a_linked_folder_is_not_looked_into_and_a_full_one_not_to_its_end(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "responses").symlink_to(tmp_path)
    (tmp_path / "secret").touch()
    assert list(extra(tmp_path / "in", ["cedar"], [])) == []
    monkeypatch.setattr(files, "MAX_LISTED", 3)
    for number in range(9):
        (tmp_path / f"{number}").touch()
    assert next(extra(tmp_path, ["cedar"], [])).startswith("more than 3 files")
