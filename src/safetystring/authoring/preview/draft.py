"""One scenario as it stands on the disk at this moment, compiled as soon as it can be played."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.compile import Shared, compile_scenario
from safetystring.authoring.models import WrittenScenario
from safetystring.authoring.project import read_drawings, read_file
from safetystring.authoring.shared import Contacts, RedFlags, Sources
from safetystring.authoring.subject import File
from safetystring.player.launch import is_sound
from safetystring.scenario import Key, Scenario

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.project import M

SHARED_FILES = ("red_flags.yaml", "sources.yaml", "contacts.yaml")
_SALT = "preview"
"""Draws which messages without a note are items; a preview does not tell an author which, a course has its own."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A scenario that can be played: as written, and compiled."""

    file: File[WrittenScenario]
    scenario: Scenario
    key: Key


class Shelf:
    """Reads files, each once until it changes: parsing them is what takes time. May be passed as a project's reader."""

    def __init__(self) -> None:
        self._kept: dict[tuple[Path, type[BaseModel]], tuple[object, object, tuple[Diagnostic, ...]]] = {}

    def __call__(self, path: Path, model: type[M], found: list[Diagnostic]) -> File[M] | None:
        """Return the file as it is now; add to `found` what is wrong with it."""
        stamp = stamped(path)
        kept = self._kept.get((path, model))
        if kept is None or stamp is None or kept[0] != stamp:
            own: list[Diagnostic] = []
            kept = stamp, read_file(path, model, own), tuple(own)
            self._kept[path, model] = kept
        found.extend(kept[2])
        return kept[1]  # type: ignore[return-value] # what was kept under a model is a file of that model


def stamped(path: Path) -> tuple[int, int, int] | None:
    """Return what changes when the file does, or None where there is none."""
    try:
        known = path.stat()
    except OSError:
        return None
    return known.st_mtime_ns, known.st_size, known.st_ino


def read_draft(folder: Path, name: str, shelf: Shelf) -> Draft | None:
    """Return the scenario `name` of `folder`, or None if it cannot be played as it stands.

    It need not pass the checks: a conversation without its twin, or with a cue too few, is played all the same, and a
    drawing that is not there yet is stood in for.
    """
    unused: list[Diagnostic] = []
    file = shelf(folder / name / "scenario.yaml", WrittenScenario, unused)
    red_flags = shelf(folder / "red_flags.yaml", RedFlags, unused)
    sources = shelf(folder / "sources.yaml", Sources, unused)
    contacts = shelf(folder / "contacts.yaml", Contacts, unused)
    if file is None or red_flags is None or sources is None or contacts is None:
        return None
    drawings = _Drawings(read_drawings(folder / name / "documents"))
    shared = Shared(red_flags.written, sources.written, contacts.written)
    try:
        scenario, key = compile_scenario(file.written, shared, drawings, _SALT)
    except (KeyError, ValueError):
        return None  # something is named that is not there; the checks say what, and where
    return Draft(file, scenario, key) if is_sound(scenario) else None


class _Drawings(Mapping[str, str]):
    """The drawings of a folder; one that is missing is a sheet with its name on it."""

    def __init__(self, read: Mapping[str, bytes | str]) -> None:
        self._read = read

    def __getitem__(self, name: str) -> str:
        data = self._read.get(name)
        return data.decode("utf-8-sig", "replace") if isinstance(data, bytes) else _sheet(name)

    def __iter__(self) -> Iterator[str]:
        return iter(self._read)

    def __len__(self) -> int:
        return len(self._read)


def _sheet(name: str) -> str:
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 400"><rect width="300" height="400" fill="#eee"/>'
        '<text x="150" y="190" text-anchor="middle" font-family="sans-serif" font-size="15">documents/</text>'
        '<text x="150" y="212" text-anchor="middle" font-family="sans-serif" font-size="15">'
        f"{html.escape(name)}</text></svg>"
    )
