"""The author's desk: one scenario's file and what it rests on, the last version that could be played, all findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.preview.draft import SHARED_FILES, Draft, Shelf, read_draft, stamped
from safetystring.authoring.preview.place import Place
from safetystring.authoring.project import load_project, show

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.authoring.diagnostics import Diagnostic

_MOST_FILES = 2000
"""Files that are watched; a folder of more is no folder of scenarios."""


class Desk:
    """What the preview reads. Nothing outside `folder` is read, and nothing is written.

    Attributes
    ----------
    draft
        The last version that could be played, or None while there was none.
    stale
        Whether the file has changed to something that cannot be played.
    place
        Where the last tab stood, so that the browser's own reload loses nothing.
    found
        What the checks found last, or None while they have not been through the present files.
    """

    def __init__(self, folder: Path, name: str) -> None:
        self.folder = folder
        self.name = name
        self.draft: Draft | None = None
        self.stale = False
        self.place = Place()
        self.found: tuple[Diagnostic, ...] | None = None
        self._shelf = Shelf()

    @property
    def path(self) -> str:
        """The scenario's file, as shown to the author."""
        return f"{show(self.folder / self.name)}/scenario.yaml"

    def stamps(self) -> tuple[object, ...]:
        """Return a value that differs as soon as a file of the scenario, or shared data, was saved."""
        own = self.folder / self.name
        shared = (self.folder / name for name in (*SHARED_FILES, "modules.yaml"))
        drawings = sorted((own / "documents").glob("*.svg"))[:_MOST_FILES]
        others = sorted(self.folder.glob("*/scenario.yaml"))[:_MOST_FILES]
        return tuple((str(path), stamped(path)) for path in (*shared, *drawings, *others))

    def read(self) -> Draft | None:
        """Read the scenario; keep the last version if the present one cannot be played."""
        draft = read_draft(self.folder, self.name, self._shelf)
        self.stale = draft is None
        self.found = None
        self.draft = draft or self.draft
        return self.draft

    def findings(self) -> tuple[Diagnostic, ...]:
        """Return what `safetystring check` has to say of this scenario's folder."""
        folder = show(self.folder / self.name)
        found = load_project(self.folder, read=self._shelf).diagnostics
        return tuple(one for one in found if one.path == folder or one.path.startswith(f"{folder}/"))
