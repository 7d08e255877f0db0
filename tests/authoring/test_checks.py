"""All families run, and a complete project is free of findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring import (
    checks,
    checks_channels,
    checks_course,
    checks_cues,
    checks_data,
    checks_decisions,
    checks_drawings,
    checks_graph,
    checks_ids,
    checks_released,
    checks_text,
    checks_todo,
    checks_twins,
    checks_whole,
)
from support.project import findings

if TYPE_CHECKING:
    from pathlib import Path

FAMILIES = (
    checks_channels,
    checks_course,
    checks_cues,
    checks_data,
    checks_decisions,
    checks_drawings,
    checks_graph,
    checks_ids,
    checks_released,
    checks_text,
    checks_todo,
    checks_twins,
    checks_whole,
)


def test_a_good_project_has_no_findings(tmp_path: Path) -> None:
    assert findings(tmp_path) == []


def test_every_check_is_run() -> None:
    written = {
        getattr(family, name)
        for family in FAMILIES
        for name in vars(family)
        if name.startswith("check_") and getattr(family, name).__module__ == family.__name__
    }
    assert written == {*checks.SCENARIO_CHECKS, *checks.WORKSPACE_CHECKS}
