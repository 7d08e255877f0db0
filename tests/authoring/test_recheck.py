"""What a person looks up again."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from safetystring.authoring.project import load_project
from safetystring.authoring.recheck import lines, recheck
from support.project import both, put, write_project

if TYPE_CHECKING:
    from pathlib import Path

TODAY = dt.date(2026, 12, 1)


def test_nothing_to_look_up(tmp_path: Path) -> None:
    workspace = load_project(write_project(tmp_path)).workspace
    assert list(recheck(workspace, TODAY)) == []


def test_uncertain_old_and_unverified(tmp_path: Path) -> None:
    change = both(
        put("contacts.yaml", ("desk", "certain"), value=False),
        put("contacts.yaml", ("police", "checked_on"), "2026-05-01"),
        put("sources.yaml", ("A2", "verify"), value=True),
    )
    found = list(recheck(load_project(write_project(tmp_path, change)).workspace, TODAY))
    assert [(one.name, one.why) for one in found] == [("desk", "uncertain"), ("police", "old"), ("A2", "unverified")]
    assert all(one.line for one in found)
    assert [line.split(": ", 1)[1] for line in lines(found)] == [
        "1 said to be uncertain: desk",
        "1 last checked more than 6 months ago: police",
        "1 still to be verified: A2",
    ]


def test_a_day_that_never_was(tmp_path: Path) -> None:
    change = put("contacts.yaml", ("police", "checked_on"), "2026-02-31")
    assert [one.why for one in recheck(load_project(write_project(tmp_path, change)).workspace, TODAY)] == ["old"]


def test_a_folder_without_its_files(tmp_path: Path) -> None:
    assert list(recheck(load_project(tmp_path).workspace, TODAY)) == []
