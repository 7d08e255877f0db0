from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from cohort.gradebooks import write_gradebook
from cohort.room import put
from safetystring.cohort.gather import CohortError
from safetystring.cohort.gradebook import read_gradebook

if TYPE_CHECKING:
    from pathlib import Path


def test_points_come_by_learner_scenario_and_cell(tmp_path: Path) -> None:
    path = write_gradebook(
        tmp_path / "gradebook.db", {"A01": {"cedar": {"item-01": 2.0, "verdict": 1.5, "reflection": 1}}}
    )
    one, other = read_gradebook(path)
    assert (one.learner, one.module, one.scenario) == ("A01", "m1", "cedar")
    assert one.cells["item-01"] == (2.0, 2.0)
    assert one.cells["verdict"] == (1.5, 2.0)
    assert one.cells["reflection"] == (1.0, 2.0)
    assert one.cells["item-02"] == (0.0, 2.0)
    assert other.scenario == "maple"


def test_a_manual_score_goes_before_the_automatic_one(tmp_path: Path) -> None:
    path = write_gradebook(tmp_path / "gradebook.db", {"A01": {"cedar": {"item-01": 2.0}}})
    with closing(sqlite3.connect(path)) as database, database:
        database.execute("UPDATE grade SET manual_score = 0.5 WHERE auto_score = 2.0")
    assert read_gradebook(path)[0].cells["item-01"] == (0.5, 2.0)


def test_it_is_opened_for_reading_only(tmp_path: Path) -> None:
    folder = tmp_path / "a folder #1?"
    folder.mkdir()
    path = write_gradebook(tmp_path / "gradebook.db", {"A01": {}}).rename(folder / "gradebook.db")
    before = path.read_bytes()
    read_gradebook(path)
    assert path.read_bytes() == before
    assert [file.name for file in folder.iterdir()] == ["gradebook.db"]


@pytest.mark.parametrize("data", [b"", b"no database at all, and longer than a header of a hundred bytes" * 4])
def test_what_is_no_gradebook_is_said(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(CohortError, match=r"expected the gradebook\.db"):
        read_gradebook(put(tmp_path / "gradebook.db", data))
