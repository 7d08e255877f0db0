from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.models import WrittenScenario
from safetystring.authoring.preview.draft import Draft, Shelf, read_draft, stamped
from support.project import DROP, both, put, write_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from safetystring.authoring.diagnostics import Diagnostic
    from support.project import Files

ALDER = "alder/scenario.yaml"


def test_what_passes_the_checks_can_be_played(draft: Draft) -> None:
    assert draft.scenario.id == draft.key.id == "alder"
    assert draft.file.written.start == draft.scenario.start


@pytest.mark.parametrize(
    ("change", "playable"),
    [
        (put(ALDER, ("twin",), "nobody"), True),
        (put(ALDER, ("scenes", 1, "messages", 0, "cue"), DROP), True),
        (both(put(ALDER, ("minutes",), 29), put(ALDER, ("title", "fr"), "A - B")), True),
        (put(ALDER, ("start",), "s99"), False),
        (put(ALDER, ("scenes", 1, "contact"), "p99"), False),
        (put(ALDER, ("scenes", 1, "messages", 0, "cue", "red_flag"), "no_such_flag"), False),
        (put(ALDER, ("debrief", "contacts"), ["nobody"]), False),
        (put(ALDER, ("title", "fr"), DROP), False),
    ],
)
def test_what_is_not_finished_is_played_as_far_as_it_can_be(
    tmp_path: Path, change: Callable[[Files], None], *, playable: bool
) -> None:
    folder = write_project(tmp_path / "scenarios", change)
    assert (read_draft(folder, "alder", Shelf()) is not None) is playable


@pytest.mark.parametrize("text", ["", "id: [", "id: 5\n", "- a\n- b\n"])
def test_a_file_that_cannot_be_read_is_no_draft(tmp_path: Path, text: str) -> None:
    folder = write_project(tmp_path / "scenarios")
    (folder / "alder" / "scenario.yaml").write_text(text)
    assert read_draft(folder, "alder", Shelf()) is None
    assert read_draft(folder, "nobody", Shelf()) is None


def test_a_drawing_that_is_not_there_yet_is_stood_in_for(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "scenarios")
    drawing = next((folder / "alder" / "documents").glob("*.svg"))
    drawing.unlink()
    found = read_draft(folder, "alder", Shelf())
    assert found is not None
    assert drawing.name in "".join(found.scenario.assets.values())


def test_a_file_is_parsed_again_only_when_it_changed(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "scenarios")
    path, shelf = folder / "alder" / "scenario.yaml", Shelf()
    found: list[Diagnostic] = []
    first = shelf(path, WrittenScenario, found)
    assert shelf(path, WrittenScenario, found) is first
    path.write_text(path.read_text() + "\nminuts: 5\n")
    assert shelf(path, WrittenScenario, found) is None
    assert shelf(path, WrittenScenario, found) is None
    assert [one.code for one in found] == ["SS011", "SS011"]
    assert stamped(folder / "nowhere") is None
