"""What `safetystring check --explore` plays, and what it says of it to people and to programs."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.console import Console
from rich.progress import Progress

from safetystring.authoring import explore
from safetystring.authoring.diagnostics import Diagnostic
from safetystring.authoring.shortcuts import pooled, table, to_json

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from safetystring.authoring.explore import Exploration
    from safetystring.authoring.project import Loaded

_FEW = 2
"""Scenarios up to which the shortcuts are shown of each; beyond, of modules and the course."""
_MANY = 4
"""Scenarios from which on playing every path takes long enough for a progress bar."""


@dataclass(slots=True)
class Explored:
    """What `--explore` found: findings, lines for a person, and plain JSON by scenario and by module."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    scenarios: list[dict[str, object]] = field(default_factory=list)
    pooled: dict[str, object] = field(default_factory=dict)


def explore_all(loaded: dict[Path, Loaded], chosen: list[tuple[Path, Path]]) -> Explored:
    """Play what was asked for; a scam's twin too, and the course only where all of it was asked for."""
    made = Explored()
    for root, one in loaded.items():
        if one.project is None:
            continue
        project = one.project
        asked = [path.absolute() for path, its_root in chosen if its_root == root]
        whole = root.absolute() in asked
        names = {name for name in project.scenarios if whole or _asked(root.absolute() / name, asked)}
        scams = [project.scenarios[name] for name in names if project.scenarios[name].truth == "scam"]
        wanted = names | {one.twin for one in scams if one.twin is not None}
        played = list(_tracked(explore.explore_project(project, wanted), len(wanted)))
        found = [exploration for exploration in played if exploration.scenario in names]
        made.diagnostics += [finding for exploration in found for finding in exploration.diagnostics]
        made.diagnostics += [f for f in explore.judge_pairs(project, played) if _below_any(f, names, project.shown)]
        made.lines += [line for exploration in found for line in exploration.lines()]
        made.scenarios += [exploration.to_json() for exploration in found]
        scopes = {f"{exploration.scenario}": [exploration] for exploration in found} if len(found) <= _FEW else {}
        if whole:
            made.diagnostics += explore.judge_course(project, played)
            modules = {name: [one for one in played if one.module == name] for name in project.modules}
            if len(modules) > 1:
                scopes |= {f"module {name}": its for name, its in modules.items()}
            scopes["the course"] = played
        for name, its in scopes.items():
            total = pooled(one.earned for one in its)
            made.lines += [f"shortcuts in {name}: points and discernment, by verdict", *table(total)]
            if whole:
                made.pooled[name] = to_json(total)
    return made


def _asked(folder: Path, asked: list[Path]) -> bool:
    return any(path == folder or folder in path.parents for path in asked)


def _below_any(one: Diagnostic, names: Iterable[str], shown: str) -> bool:
    return any(one.path.startswith(f"{shown}/{name}/") for name in names)


def _tracked(played: Iterable[Exploration], total: int) -> Iterable[Exploration]:
    """Show how far it has come, where that takes long enough to be seen."""
    with Progress(console=Console(stderr=True), transient=True, disable=total < _MANY) as progress:
        yield from progress.track(played, total=total, description="playing every path")
