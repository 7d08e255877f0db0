"""All families of checks, in the order in which they are run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.checks_channels import check_channels, check_groups, check_screens
from safetystring.authoring.checks_course import check_options_over_all, check_truth_over_all
from safetystring.authoring.checks_cues import check_amounts, check_first_sign, check_notes, check_sources, check_spread
from safetystring.authoring.checks_data import check_drawn, check_fiction
from safetystring.authoring.checks_decisions import check_options, check_tells
from safetystring.authoring.checks_drawings import check_drawings
from safetystring.authoring.checks_graph import check_exits, check_reach, check_spine, check_used
from safetystring.authoring.checks_ids import check_ids, check_modules, check_places, check_shared, check_taxonomy
from safetystring.authoring.checks_released import check_released, check_released_scenarios
from safetystring.authoring.checks_slots import check_slots
from safetystring.authoring.checks_text import check_shared_texts, check_texts
from safetystring.authoring.checks_todo import check_shared_todo, check_todo
from safetystring.authoring.checks_twins import check_balance, check_twin
from safetystring.authoring.checks_whole import check_care, check_minutes, check_money, check_urgent
from safetystring.authoring.renderings import through_renderings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.subject import Folder, Workspace

SCENARIO_CHECKS: tuple[Callable[[Folder, Workspace], Iterator[Diagnostic]], ...] = (
    check_ids,
    check_places,
    check_shared,
    check_exits,
    check_reach,
    check_spine,
    check_used,
    check_notes,
    check_amounts,
    check_spread,
    check_sources,
    check_first_sign,
    check_options,
    check_tells,
    check_twin,
    check_fiction,
    check_drawn,
    check_drawings,
    check_texts,
    check_todo,
    check_minutes,
    check_care,
    check_money,
    check_channels,
    check_groups,
    check_screens,
    check_released,
)
WORKSPACE_CHECKS: tuple[Callable[[Workspace], Iterator[Diagnostic]], ...] = (
    check_taxonomy,
    check_modules,
    check_balance,
    check_shared_texts,
    check_shared_todo,
    check_urgent,
    check_released_scenarios,
    check_options_over_all,
    check_truth_over_all,
)


def run(workspace: Workspace) -> Iterator[Diagnostic]:
    """Yield what all checks find."""
    for check in WORKSPACE_CHECKS:
        yield from check(workspace)
    for folder in workspace.scenarios.values():
        yield from check_slots(folder)
        yield from through_renderings(
            folder, lambda one: _all_of(one, workspace), lambda one: check_texts(one, workspace)
        )


def _all_of(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    for look in SCENARIO_CHECKS:
        yield from look(folder, workspace)
