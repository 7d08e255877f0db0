"""Recording a release: `check --record-release` writes `scenarios/released.json`, and nothing else does."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.diagnostics import errors
from safetystring.authoring.project import Loaded, show
from safetystring.authoring.release import to_json

if TYPE_CHECKING:
    from pathlib import Path

FILE = "released.json"
GUARD = frozenset({"SS106", "SS107", "SS108"})
"""What says that something released has changed."""


@dataclass(frozen=True, slots=True)
class Recorded:
    """Whether the index was written, and what to say."""

    written: bool
    said: str


def record(folder: Path, loaded: Loaded) -> Recorded:
    """Write the folder's index, unless something is to be mended in it first.

    What the guard itself finds (SS106 to SS108) is accepted by recording: from now on the folder as it is counts.
    """
    workspace = loaded.workspace
    left = [one for one in errors(loaded.diagnostics) if one.code not in GUARD]
    if left or workspace.broken or workspace.modules is None:
        return Recorded(written=False, said=f"no release was recorded: mend the {len(left)} errors first")
    accepted = [one for one in loaded.diagnostics if one.code in GUARD]
    scenarios = {name: one.file.written for name, one in workspace.scenarios.items()}
    text = to_json(scenarios, workspace.released.written if workspace.released is not None else None)
    try:
        (folder / FILE).write_text(text, encoding="utf-8")
    except OSError as error:
        return Recorded(written=False, said=f"{show(folder / FILE)} cannot be written ({error.strerror})")
    changed = f"; {len(accepted)} changes of what was released before are accepted" if accepted else ""
    return Recorded(written=True, said=f"{show(folder / FILE)}: {len(scenarios)} scenarios recorded{changed}")
