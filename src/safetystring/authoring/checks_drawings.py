"""Drawings: there, harmless, watermarked, shown (SS080 to SS084)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.attach import assets
from safetystring.authoring.diagnostics import WHOLE_FILE, finding
from safetystring.authoring.drawing import problems
from safetystring.authoring.subject import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import Folder, Workspace


def check_drawings(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that every drawing that a message shows lies in documents/, and every one that lies there is shown."""
    file = folder.file
    shown: set[str] = set()
    for placed in messages(file.written):
        for index, asset in enumerate(assets(placed.message)):
            shown.add(asset)
            if asset not in folder.drawings:
                there = ", ".join(sorted(folder.drawings)) or "no drawing"
                step: Where = ("papers", index, "asset") if placed.message.form == "compare" else ("asset",)
                message = f"there is no {folder.shown}/documents/{asset}"
                yield file.report("SS080", (*placed.where, *step), message, f"there is {there}")
    for name, data in folder.drawings.items():
        path = f"{folder.shown}/documents/{name}"
        if name not in shown:
            yield finding("SS084", path, WHOLE_FILE, "no message shows this drawing")
        if isinstance(data, str):
            yield finding("SS081", path, WHOLE_FILE, data)
        else:
            yield from (finding(code, path, WHOLE_FILE, message) for code, message in problems(data))
