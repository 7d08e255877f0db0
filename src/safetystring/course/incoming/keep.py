"""Putting what came into `submitted`: new beside old, the old kept aside when it is replaced, nothing half done."""

from __future__ import annotations

import os
import secrets
import shutil
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from safetystring.course.answers import expected, folder_parts, take
from safetystring.course.collector import completed, joined
from safetystring.course.grade.trees import put_tree

if TYPE_CHECKING:
    from collections.abc import Mapping

ASIDE = "replaced"
"""Folder of the course in which what was replaced is kept: ``replaced/<learner>/<assignment>/<time>/``."""
_MODE = 0o644


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What became of a learner's answers to an assignment, and where the earlier ones are, if any were replaced."""

    what: Literal["new", "replaced", "unchanged"]
    aside: Path | None = None
    contradicts: bool = False


def keep(folder: Path, aside: Path, files: Mapping[str, bytes], blank: Mapping[str, bytes], modified: float) -> Kept:
    """Make `folder` hold `files` beside what it held; what is replaced goes to a folder of its own below `aside`.

    Logs only ever grow, so of two that begin alike the longer one counts; otherwise the new one does.

    Parameters
    ----------
    folder
        ``submitted/<learner>/<assignment>``.
    files
        Data by relative path.
    blank
        The released notebooks: they stand in for those that are missing.
    modified
        When it was sent, in seconds since 1970.

    Raises
    ------
    OSError
        If something cannot be written; the folder is then as it was.
    """
    new = folder.with_name(f".incoming-{folder.name}")
    if not os.path.lexists(folder) and new.is_dir() and any(aside.glob("*")):
        new.rename(folder)  # the power went between the two renames below
    there = take(folder_parts(folder, wanted), wanted).files if _usable(folder) and (wanted := _wanted(blank)) else {}
    both = joined(there, files)
    whole = both if both is not None else {**there, **files}
    whole, _ = completed(whole, blank)
    if there and all(there.get(name) == data for name, data in whole.items()):
        return Kept(what="unchanged")
    whole = {
        **whole,
        "timestamp.txt": datetime.fromtimestamp(modified, UTC).strftime("%Y-%m-%d %H:%M:%S UTC").encode(),
        # Without it `nbgrader release_feedback` stops at work that did not come through the exchange.
        "submission_secret.txt": there.get("submission_secret.txt") or secrets.token_hex(64).encode(),
    }
    if not os.path.lexists(folder):
        put_tree(folder, whole, _MODE)
        return Kept(what="new")
    shutil.rmtree(new, ignore_errors=True)
    put_tree(new, whole, _MODE)
    old = put_aside(aside)
    folder.rename(old)
    new.rename(folder)
    return Kept(what="replaced", aside=old, contradicts=both is None)


def put_aside(aside: Path) -> Path:
    """Return a fresh place below `aside`, named by the time, whose parent is there."""
    aside.mkdir(parents=True, exist_ok=True)
    stamp = datetime.now(UTC).strftime("%Y-%m-%d_%H%M%S")
    place, number = aside / stamp, 1
    while os.path.lexists(place):
        number += 1
        place = aside / f"{stamp}-{number}"
    return place


def _wanted(blank: Mapping[str, bytes]) -> Mapping[str, int]:
    return expected(frozenset(name.removesuffix(".ipynb") for name in blank), notes=True)


def _usable(folder: Path) -> bool:
    return folder.is_dir() and not folder.is_symlink()
