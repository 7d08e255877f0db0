"""A whole `scenarios/` folder: read, checked, and compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from pydantic import BaseModel

from safetystring.authoring import checks
from safetystring.authoring.compile import Release, Shared, compile_scenario
from safetystring.authoring.diagnostics import WHOLE_FILE, Diagnostic, errors, finding, in_order
from safetystring.authoring.draw import shuffled
from safetystring.authoring.explain import validate
from safetystring.authoring.models import WrittenScenario
from safetystring.authoring.released import Released
from safetystring.authoring.shared import Allowed, Contacts, Modules, RedFlags, Sources, WrittenModule
from safetystring.authoring.source import load, read_bytes
from safetystring.authoring.subject import File, Folder, Workspace

if TYPE_CHECKING:
    from safetystring.scenario import Key, Scenario

M = TypeVar("M", bound=BaseModel)
NOT_SCENARIOS = frozenset({"forms"})
"""Folders of `scenarios/` that hold something else."""
MAX_SCENARIOS = 500
MAX_DRAWINGS = 40
MAX_DRAWING_BYTES = 200_000


class Reader(Protocol):
    """Reads a file of `scenarios/`; the preview's keeps what has not changed since."""

    def __call__(self, path: Path, model: type[M], found: list[Diagnostic]) -> File[M] | None:
        """Do what :func:`read_file` does."""


@dataclass(frozen=True, slots=True)
class Project:
    """A checked `scenarios/` folder. `drawings` holds SVG source by scenario and file name."""

    folder: Path
    shown: str
    shared: Shared
    modules: Mapping[str, WrittenModule]
    scenarios: Mapping[str, WrittenScenario]
    drawings: Mapping[str, Mapping[str, str]]


@dataclass(frozen=True, slots=True)
class Loaded:
    """What reading a folder came to: every finding, and the project unless one of them is an error."""

    project: Project | None
    diagnostics: tuple[Diagnostic, ...]
    workspace: Workspace


def load_project(folder: Path, shared: Path | None = None, *, read: Reader | None = None) -> Loaded:
    """Read and check a whole `scenarios/` folder. Never raises on account of what is in it.

    Parameters
    ----------
    folder
        Holds modules.yaml, the shared data, and a folder a scenario.
    shared
        Where red_flags.yaml, sources.yaml and contacts.yaml are read from if `folder` has none of its own
        (a private folder of exam scenarios).
    read
        Reads one file; by default anew, :func:`read_file`.
    """
    found: list[Diagnostic] = []
    workspace = _read(folder, shared, found, read or read_file)
    found.extend(checks.run(workspace))
    diagnostics = in_order(found)
    return Loaded(None if errors(diagnostics) else _project(folder, workspace), diagnostics, workspace)


def compile_project(project: Project, salt: str, release: Release = "training") -> Mapping[str, tuple[Scenario, Key]]:
    """Return every scenario of the project compiled, by id, modules in file order and each in its drawn order."""
    ids = [name for module in project.modules.values() for name in ordered(module)]
    return {
        name: compile_scenario(project.scenarios[name], project.shared, project.drawings[name], salt, release)
        for name in ids
    }


def ordered(module: WrittenModule) -> tuple[str, ...]:
    """Return the scenarios of a module in the order that its seed draws, the same on every machine."""
    return shuffled(module.scenarios, str(module.seed), "module")


def _project(folder: Path, workspace: Workspace) -> Project | None:
    red_flags, sources, contacts = workspace.red_flags, workspace.sources, workspace.contacts
    if red_flags is None or sources is None or contacts is None or workspace.modules is None:
        return None
    return Project(
        folder=folder,
        shown=show(folder),
        shared=Shared(red_flags.written, sources.written, contacts.written),
        modules=workspace.modules.written.root,
        scenarios={name: one.file.written for name, one in workspace.scenarios.items()},
        drawings={
            name: {asset: data.decode("utf-8-sig") for asset, data in one.drawings.items() if isinstance(data, bytes)}
            for name, one in workspace.scenarios.items()
        },
    )


def _read(folder: Path, shared: Path | None, found: list[Diagnostic], read: Reader) -> Workspace:
    def one(name: str, model: type[M]) -> File[M] | None:
        file = folder / name
        if shared is not None and model not in (Modules, Released) and not file.exists():
            file = shared / name
        return read(file, model, found)

    if not folder.is_dir():
        found.append(finding("SS001", show(folder), WHOLE_FILE, "expected a folder of scenarios here"))
        return Workspace(red_flags=None, sources=None, contacts=None, modules=None, scenarios={})
    broken: set[str] = set()
    folders = {}
    for name in _scenario_names(folder, found):
        file = read(folder / name / "scenario.yaml", WrittenScenario, found)
        if file is None:
            broken.add(name)
        else:
            folders[name] = Folder(show(folder / name), file, read_drawings(folder / name / "documents"))
    return Workspace(
        red_flags=one("red_flags.yaml", RedFlags),
        sources=one("sources.yaml", Sources),
        contacts=one("contacts.yaml", Contacts),
        modules=one("modules.yaml", Modules),
        scenarios=folders,
        broken=frozenset(broken),
        allowed=one("allowed.yaml", Allowed) if _there(folder, shared, "allowed.yaml") else None,
        released=one("released.json", Released) if _there(folder, None, "released.json") else None,
    )


def _there(folder: Path, shared: Path | None, name: str) -> bool:
    return any((place / name).exists() for place in (folder, shared) if place is not None)


def read_file(path: Path, model: type[M], found: list[Diagnostic]) -> File[M] | None:
    """Return a file that fits `model`; add to `found` what is wrong with it otherwise."""
    located = load(path, show(path))
    if isinstance(located, Diagnostic):
        found.append(located)
        return None
    written = validate(model, located)
    if isinstance(written, tuple):
        found.extend(written)
        return None
    return File(located, written)


def _scenario_names(folder: Path, found: list[Diagnostic]) -> list[str]:
    names = sorted(path.name for path in folder.iterdir() if path.is_dir() and not path.name.startswith((".", "_")))
    names = [name for name in names if name not in NOT_SCENARIOS]
    if len(names) > MAX_SCENARIOS:
        message = f"{len(names)} folders; at most {MAX_SCENARIOS} are read"
        found.append(finding("SS002", show(folder), WHOLE_FILE, message))
    empty = [name for name in names if not (folder / name / "scenario.yaml").exists()]
    found.extend(
        finding("SS008", show(folder / name), WHOLE_FILE, "a folder without scenario.yaml", "delete it or write one")
        for name in empty
    )
    return [name for name in names if name not in empty][:MAX_SCENARIOS]


def read_drawings(folder: Path) -> dict[str, bytes | str]:
    """Return the SVG files of a folder by name: their bytes, or in one sentence why they cannot be had."""
    if not folder.is_dir():
        return {}
    files = sorted(path for path in folder.iterdir() if path.suffix == ".svg")[:MAX_DRAWINGS]
    return {file.name: read_bytes(file, MAX_DRAWING_BYTES) for file in files}


def show(path: Path) -> str:
    """Return a path as the author sees it: relative to where they stand if it lies below, with forward slashes."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except (ValueError, OSError):
        return path.as_posix()
