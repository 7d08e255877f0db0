"""Texts that still say TODO, as `safetystring new` writes them (SS120)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from safetystring.authoring.checks_text import texts
from safetystring.scenario.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.subject import File, Folder, Workspace

_TODO = re.compile(r"\bTODO\b")


def check_todo(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that every text of a scenario is written."""
    yield from _unwritten(folder.file)


def check_shared_todo(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that every text of the modules is written."""
    if workspace.modules is not None:
        yield from _unwritten(workspace.modules)


def unwritten(value: object) -> bool:
    """Whether a text among plain data still says TODO."""
    return any(_TODO.search(str(text.get(lang))) for _, text in texts(value) for lang in LANGUAGES)


def _unwritten(file: File[Any]) -> Iterator[Diagnostic]:
    for where, text in texts(file.source.root):
        left = [lang for lang in LANGUAGES if isinstance(text.get(lang), str) and _TODO.search(text[lang])]
        if left:
            message = f"still to be written in {', '.join(left)}"
            yield file.report("SS120", (*where, left[0]), message, "write it, and take TODO away")
