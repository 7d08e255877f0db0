"""Drawings: there, harmless, watermarked, shown (SS080 to SS084)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.diagnostics import WHOLE_FILE, finding
from safetystring.authoring.drawing import problems
from safetystring.authoring.models import DrawingMessage
from safetystring.authoring.subject import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.subject import Folder, Workspace


def check_drawings(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that every drawing that a message shows lies in documents/, and every one that lies there is shown."""
    file = folder.file
    shown: set[str] = set()
    for placed in messages(file.written):
        if not isinstance(placed.message, DrawingMessage):
            continue
        shown.add(placed.message.asset)
        if placed.message.asset not in folder.drawings:
            there = ", ".join(sorted(folder.drawings)) or "no drawing"
            message = f"there is no {folder.shown}/documents/{placed.message.asset}"
            yield file.report("SS080", (*placed.where, "asset"), message, f"there is {there}")
    for name, data in folder.drawings.items():
        path = f"{folder.shown}/documents/{name}"
        if name not in shown:
            yield finding("SS084", path, WHOLE_FILE, "no message shows this drawing")
        if isinstance(data, str):
            yield finding("SS081", path, WHOLE_FILE, data)
        else:
            yield from (finding(code, path, WHOLE_FILE, message) for code, message in problems(data))
