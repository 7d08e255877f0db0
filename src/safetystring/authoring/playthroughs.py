"""All playthroughs of a `scenarios/` folder: read, played, and what is not as they expect."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.compile import compile_scenario
from safetystring.authoring.diagnostics import WHOLE_FILE, Diagnostic, finding
from safetystring.authoring.explain import validate
from safetystring.authoring.playing import Straight, play_through
from safetystring.authoring.playthrough import WrittenPlaythrough
from safetystring.authoring.project import show
from safetystring.authoring.source import load
from safetystring.authoring.subject import File
from safetystring.player.script import Course
from safetystring.scenario.slots import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from safetystring.authoring.project import Project
    from safetystring.scenario import Key, Scenario

FOLDER = "playthroughs"
MOST_FILES = 100
"""Of one scenario."""
SALTS = ("one", "two", "three")
"""Draws of the items under which an expectation has to hold."""


@dataclass(frozen=True, slots=True)
class Tried:
    """How many playthroughs there are, and what is to be mended in them."""

    count: int
    diagnostics: tuple[Diagnostic, ...]


def try_playthroughs(folder: Path, project: Project | None) -> Tried:
    """Read every playthrough below `folder`; play those of a project that is free of errors. Never raises on a file."""
    count = 0
    found: list[Diagnostic] = []
    names = sorted(project.scenarios) if project is not None else _names(folder)
    for name in names:
        files = list(read(folder / name, found))
        count += len(files)
        if project is not None and files:
            course, keys = prepare(project, name)
            for file in files:
                found.extend(play_through(file, course, keys, Straight(course)))
    return Tried(count, tuple(found))


def prepare(project: Project, name: str) -> tuple[Course, tuple[Key, ...]]:
    """Return a scenario ready to play, with the first value of each slot, and its key under every of :data:`SALTS`."""
    made: list[tuple[Scenario, Key]] = [
        compile_scenario(project.scenarios[name], project.shared, project.drawings[name], salt) for salt in SALTS
    ]
    scenario = shown(made[0][0], made[0][0].slots)
    return Course.of(scenario), tuple(shown(key, key.slots) for _, key in made)  # a key has parts of its own


def read(scenario: Path, found: list[Diagnostic]) -> Iterator[File[WrittenPlaythrough]]:
    """Yield the playthroughs of one scenario's folder that fit their model; the others go to `found`."""
    folder = scenario / FOLDER
    if not folder.is_dir():
        return
    files = sorted(file for file in folder.iterdir() if file.suffix in (".yaml", ".yml"))
    if len(files) > MOST_FILES:
        message = f"{len(files)} playthroughs; at most {MOST_FILES} are read"
        found.append(finding("SS002", show(folder), WHOLE_FILE, message))
    for file in files[:MOST_FILES]:
        located = load(file, show(file))
        written = located if isinstance(located, Diagnostic) else validate(WrittenPlaythrough, located)
        if isinstance(written, WrittenPlaythrough) and not isinstance(located, Diagnostic):
            yield File(located, written)
        else:
            found.extend((written,) if isinstance(written, Diagnostic) else written)  # type: ignore[arg-type]


def _names(folder: Path) -> list[str]:
    if not folder.is_dir():
        return []
    return sorted(path.name for path in folder.iterdir() if (path / FOLDER).is_dir() and not path.name.startswith("."))
