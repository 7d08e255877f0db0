"""Recording a release."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.project import load_project
from safetystring.authoring.record import record
from support.project import both, put, write_project

if TYPE_CHECKING:
    from pathlib import Path

ALDER = "alder/scenario.yaml"


def test_recorded_guarded_and_accepted(tmp_path: Path) -> None:
    folder = write_project(tmp_path)
    first = record(folder, load_project(folder))
    assert first.written
    assert first.said.endswith("released.json: 2 scenarios recorded")
    assert load_project(folder).diagnostics == ()
    write_project(tmp_path, put(ALDER, ("scenes", 4, "messages", 0, "id"), "m99"))
    assert [one.code for one in load_project(folder).diagnostics] == ["SS106"]
    second = record(folder, load_project(folder))
    assert second.said.endswith("; 1 changes of what was released before are accepted")
    assert load_project(folder).diagnostics == ()
    write_project(tmp_path, put(ALDER, ("scenes", 4, "messages", 0, "id"), "m13"))
    assert "SS107" in [one.code for one in load_project(folder).diagnostics]


def test_not_with_errors(tmp_path: Path) -> None:
    for change in (put(ALDER, ("leave",), "e99"), both(put(ALDER, ("truth",), "scamm"))):
        folder = write_project(tmp_path, change)
        done = record(folder, load_project(folder))
        assert not done.written
        assert "mend the" in done.said
        assert not (folder / "released.json").exists()
