"""The files that came, each with its outer name: those of a folder, or of a learning platform's one big archive.

Nothing is unpacked on the disk, no link is followed, and every size and count is bounded.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path, PurePosixPath

from safetystring.course.answers import Part, RefusedError, open_archive
from safetystring.player.log import read_bytes

MAX_FILES = 50_000
"""Files of one folder or bulk archive: 300 learners with 100 files each are 30,000."""
MAX_DEPTH = 6
MAX_BULK = 4_000_000_000
"""Bytes of a platform's archive of everybody's files."""
_PASSED_OVER = frozenset({"__MACOSX", ".ipynb_checkpoints", "__pycache__"})


@dataclass(frozen=True, slots=True)
class Parcel:
    """One file that came.

    Attributes
    ----------
    path
        Its path below the folder or in the bulk archive: the outer name.
    modified
        Seconds since 1970.
    read
        Returns at most so many bytes; raises RefusedError.
    """

    path: PurePosixPath
    modified: float
    read: Callable[[int], bytes]


@contextmanager
def opened(place: Path, report: Callable[[str], None]) -> Iterator[Iterator[Parcel]]:
    """Open a folder, a bulk archive (a zip named by itself), or a single file; what is left out goes to `report`.

    Raises
    ------
    RefusedError
        If there is nothing at `place` that can be read.
    """
    if place.is_symlink():
        raise RefusedError(f"{place} is a link: name what it leads to")
    if place.is_dir():
        yield _folder(place, report)
    elif place.suffix.lower() == ".zip":
        with open_archive(place, limit=MAX_BULK, most=MAX_FILES) as parts:
            yield _bulk(parts, place)
    elif place.is_file():
        yield iter([_file(place, PurePosixPath(place.name))])
    else:
        raise RefusedError(f"{place} is not here: expected a folder of files that came, or a platform's zip file")


def _folder(root: Path, report: Callable[[str], None]) -> Iterator[Parcel]:
    count = 0
    for folder, inner, names in os.walk(root):
        here = Path(folder)
        if len(here.parts) - len(root.parts) >= MAX_DEPTH and inner:
            report(f"{here.relative_to(root).as_posix()}: folders in it are too deep and were not looked into")
            inner[:] = []
        for name in sorted(name for name in inner if (here / name).is_symlink()):
            report(f"{(here / name).relative_to(root).as_posix()}: not taken: it is a link")
        inner[:] = sorted(name for name in inner if name not in _PASSED_OVER)
        for name in sorted(names):
            if name.startswith("."):
                continue
            count += 1
            if count > MAX_FILES:
                report(f"more than {MAX_FILES:,} files: the rest was not looked at")
                return
            path = here / name
            inside = PurePosixPath(path.relative_to(root).as_posix())
            try:
                mode = path.lstat().st_mode
            except OSError as error:
                report(f"{inside}: not taken: {error.strerror}")
                continue
            if stat.S_ISREG(mode):
                yield _file(path, inside)
            else:
                report(f"{inside}: not taken: it is a link or no ordinary file")


def _file(path: Path, inside: PurePosixPath) -> Parcel:
    return Parcel(inside, path.stat().st_mtime, partial(_read, path))


def _read(path: Path, limit: int) -> bytes:
    try:
        return read_bytes(path, limit)
    except OSError as error:
        raise RefusedError(f"it cannot be read ({error.strerror or error})") from error


def _bulk(parts: Iterator[Part], place: Path) -> Iterator[Parcel]:
    for part in parts:
        names = part.path.parts
        if part.path.is_absolute() or ".." in names or _PASSED_OVER & set(names) or part.path.name.startswith("."):
            continue
        yield Parcel(part.path, part.modified or place.stat().st_mtime, part.read)
