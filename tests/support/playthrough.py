"""Playing steps over the small project of `support.project`, as an author would write them."""

from __future__ import annotations

import tempfile
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.authoring.playthroughs import try_playthroughs
from support.project import project

if TYPE_CHECKING:
    from safetystring.authoring.project import Project


@cache
def small() -> Project:
    """Return the small project, read and checked once for all."""
    with tempfile.TemporaryDirectory() as folder:
        return project(Path(folder))


def played(folder: Path, steps: str, scenario: str = "alder") -> list[tuple[str, int, str]]:
    """Write one playthrough with these steps, one a line, and return what is found: code, line, sentence with hint.

    The first step stands on line 3.
    """
    file = folder / scenario / "playthroughs" / "one.yaml"
    file.parent.mkdir(parents=True)
    file.write_text(f"title: one\nsteps:\n{steps}", encoding="utf-8")
    tried = try_playthroughs(folder, small())
    assert tried.count <= 1
    return [(one.code, one.line, f"{one.message} ({one.hint})") for one in tried.diagnostics]
