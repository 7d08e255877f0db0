"""What lies in a submitted folder and is no part of the assignment: it is left out, and named."""

from __future__ import annotations

import os
import stat
import unicodedata
from typing import TYPE_CHECKING

from safetystring.course.answers import EXCHANGE_NOTES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator
    from pathlib import Path

MAX_LISTED = 2_000
"""Entries of a folder that are looked at."""
_USUAL = frozenset({"data", "responses", ".ipynb_checkpoints", "__pycache__", ".DS_Store", "Thumbs.db", "desktop.ini"})
_OWN_CODE = (".py", ".pyc", ".so", ".pyd", ".dll", ".dylib", ".pth")
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10))})


def extra(folder: Path, notebooks: Collection[str], source: Collection[str]) -> Iterator[str]:
    """Yield a line on each kind of extra entry in a submitted folder and its `responses`.

    Parameters
    ----------
    folder
        ``submitted/<learner>/<assignment>``; nothing in it is opened.
    notebooks
        The assignment's notebooks by name.
    source
        Relative paths of other files that the release holds.
    """
    known = {f"{name}.ipynb" for name in notebooks} | {f"responses/{name}.jsonl" for name in notebooks}
    known |= set(EXCHANGE_NOTES) | {name.split("/")[0] for name in source}
    found = list(_entries(folder))
    strange = [name for name, _ in found if name not in known and name not in _USUAL]
    if len(found) >= MAX_LISTED:
        yield f"more than {MAX_LISTED:,} files: only the answers were looked for"
    code = [name for name in strange if name.lower().endswith(_OWN_CODE)]
    special = [name for name, mode in found if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)) and name in strange]
    same = [name for name in strange if _plain(name) in {_plain(other) for other in known}]
    devices = [name for name in strange if name.rsplit("/", 1)[-1].split(".")[0].lower() in _DEVICES]
    rest = [name for name in strange if name not in {*code, *special, *same, *devices}]
    for names, text in (
        (code, "a program beside the notebooks: not run, left out"),
        (special, "a link, pipe or device: left out"),
        (same, "a name that differs from the real one only in capitals or accents: left out"),
        (devices, "a name that Windows keeps for itself: left out"),
        (rest, "no part of the assignment: left out"),
    ):
        if names:
            yield f"{_some(names)}: {text}"


def _entries(folder: Path) -> Iterator[tuple[str, int]]:
    count = 0
    for prefix in ("", "responses"):
        place = folder / prefix if prefix else folder
        if place.is_symlink():
            continue
        try:
            with os.scandir(place) as entries:
                for entry in entries:
                    count += 1
                    if count > MAX_LISTED:
                        return
                    yield f"{prefix}/{entry.name}".lstrip("/"), _mode(entry)
        except OSError:
            continue


def _mode(entry: os.DirEntry[str]) -> int:
    try:
        return entry.stat(follow_symlinks=False).st_mode
    except OSError:
        return stat.S_IFREG


def _plain(name: str) -> str:
    return unicodedata.normalize("NFKC", name).casefold()


def _some(names: list[str]) -> str:
    shown = [name[:60] for name in sorted(names)[:3]]
    return ", ".join(shown) + (f" and {len(names) - 3} more" if len(names) > 3 else "")  # noqa: PLR2004 - as many as fit a line
