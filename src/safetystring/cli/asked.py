"""What `safetystring check` was asked for: paths, the scenarios folder that each lies in, and what is below them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.authoring.project import show

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = ("red_flags.yaml", "sources.yaml", "contacts.yaml", "modules.yaml")


class AskedError(Exception):
    """What the person typed cannot be done; the message says what was expected."""


def root_of(path: Path) -> Path:
    """Return the scenarios folder that `path` is, or lies in.

    Raises
    ------
    AskedError
        If there is none.
    """
    if not path.exists():
        hint = (
            " (run this in the project's folder, or say where the scenarios are)" if path == Path("scenarios") else ""
        )
        raise AskedError(
            f"{path} is not there: expected a scenarios folder, a scenario's folder, or a file of one{hint}"
        )
    start = path.absolute()
    for folder in (start, *start.parents[:3]):
        if (folder / "modules.yaml").is_file() or (folder / "red_flags.yaml").is_file():
            return Path(path) if folder == start else folder
    if path.is_dir():
        return path.absolute().parent if (path / "scenario.yaml").is_file() else path
    raise AskedError(f"{path} belongs to no scenarios folder: expected modules.yaml in a folder above it")


def is_below(shown: str, path: Path, root: Path) -> bool:
    """Whether a file, by its shown name, was asked for with `path`: a folder, or a file and what lies below it."""
    if path.absolute() == root.absolute():
        return True
    asked = show(path)
    return shown == asked or shown.startswith(f"{asked}/")


def files_below(path: Path, root: Path) -> Iterator[Path]:
    """Yield the YAML files with texts that were asked for with `path`."""
    files = [root / name for name in SHARED] + sorted(root.glob("*/scenario.yaml"))
    yield from (file for file in files if file.is_file() and is_below(show(file), path, root))
