"""Writing generated files: atomically, only where they changed, and removing those that are generated no longer."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

MANIFEST = ".generated.json"
"""In the folder that holds them, the relative paths of the files made there; what it does not name is never removed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """What a write did, as sorted relative paths."""

    written: tuple[str, ...]
    unchanged: tuple[str, ...]
    removed: tuple[str, ...]


def write_tree(root: Path, files: Mapping[str, str], *, private: str | None = None) -> Changes:
    """Make `root` hold `files` (text by relative POSIX path), and drop what an earlier call made and this one does not.

    Each file appears whole or not at all, and an unchanged one keeps its time of change. Those whose path begins with
    `private` are readable by their owner only.

    Raises
    ------
    ValueError
        If a path leads out of `root`.
    OSError
        If a file cannot be written.
    """
    for name in files:
        _inside(name)
    modes = {name: 0o600 if private is not None and name.startswith(private) else 0o644 for name in files}
    written = tuple(name for name in sorted(files) if write_text(root / name, files[name], mode=modes[name]))
    gone = _manifest(root) - files.keys()
    removed = tuple(name for name in sorted(gone) if _remove(root, name))
    write_text(root / MANIFEST, json.dumps(sorted(files), indent=0) + "\n")
    unchanged = tuple(sorted(files.keys() - set(written)))
    return Changes(written=written, unchanged=unchanged, removed=removed)


def write_text(path: Path, text: str, *, mode: int = 0o644) -> bool:
    """Write `path` atomically as UTF-8 with Unix line ends; return False where it held `text` already."""
    data = text.encode()
    if path.is_file() and path.read_bytes() == data:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    # Beside the target, so that the rename stays within one file system.
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}")
    try:
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode)
        with os.fdopen(descriptor, "wb") as file:
            file.write(data)
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    return True


def _manifest(root: Path) -> set[str]:
    """Return the paths that the last call made. A damaged manifest names nothing: rather leave a file than lose one."""
    try:
        names = json.loads((root / MANIFEST).read_text(encoding="utf-8"))
        return {str(_inside(name)) for name in names if isinstance(name, str)}
    except (OSError, ValueError, TypeError):
        return set()


def _inside(name: str) -> PurePosixPath:
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts:
        raise ValueError(f"{name!r} is no path inside the folder")
    return path


def _remove(root: Path, name: str) -> bool:
    path = root / name
    if not path.is_file():
        return False
    path.unlink()
    for folder in _between(path.parent, root):
        try:
            folder.rmdir()
        except OSError:
            break  # not empty
    return True


def _between(folder: Path, root: Path) -> Iterable[Path]:
    while folder not in (root, folder.parent):
        yield folder
        folder = folder.parent
