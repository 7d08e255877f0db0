"""Folders that appear whole or not at all: written beside under a fixed other name, then renamed.

What an interrupted run left behind has that name, and the next run for the same learner clears it away.
"""

# ruff: noqa: PTH102, PTH103, PTH104 - a Path for each file would cost as much as writing it

from __future__ import annotations

import os
import shutil
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

_NEW, _OLD = ".new-", ".old-"
_FRESH = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


def put_tree(folder: Path | str, files: Mapping[str, bytes], mode: int) -> None:
    """Make `folder` hold exactly `files` (bytes by relative path), each with the permissions `mode`.

    Raises
    ------
    OSError
        If something cannot be written; the folder is then as it was.
    """
    target = os.fspath(folder)
    parent, name = os.path.split(target)
    new, old = f"{parent}/{_NEW}{name}", f"{parent}/{_OLD}{name}"
    _begin(parent, new)
    try:
        made: set[str] = set()
        for path, data in files.items():
            inner = path.rpartition("/")[0]
            if inner and inner not in made:
                if "/" in inner:
                    os.makedirs(f"{new}/{inner}", exist_ok=True)
                elif not any(one.startswith(f"{inner}/") for one in made):
                    os.mkdir(f"{new}/{inner}")
                made.add(inner)
            _write(f"{new}/{path}", data, mode)
    except BaseException:
        shutil.rmtree(new, ignore_errors=True)
        raise
    try:
        os.rename(new, target)
    except OSError:
        # Something is there already: it steps aside, and goes once its successor is in place.
        if not os.path.lexists(target):
            raise
        shutil.rmtree(old, ignore_errors=True)
        os.rename(target, old)
        os.rename(new, target)
        shutil.rmtree(old)


def _begin(parent: str, new: str) -> None:
    """Make the empty folder `new`, clearing away what an interrupted run left of it."""
    try:
        os.mkdir(new)
    except FileNotFoundError:
        try:
            os.mkdir(parent)
        except OSError:  # more than one is missing, or another program was faster
            os.makedirs(parent, exist_ok=True)
        os.mkdir(new)
    except FileExistsError:
        shutil.rmtree(new)
        os.mkdir(new)


def clear_leftovers(folder: Path) -> None:
    """Remove what an interrupted run left beside `folder`."""
    for prefix in (_NEW, _OLD):
        shutil.rmtree(folder.with_name(f"{prefix}{folder.name}"), ignore_errors=True)


@cache
def _mask() -> int:
    """Return the permissions that new files of this process do not get."""
    mask = os.umask(0o077)
    os.umask(mask)
    return mask


def _write(path: str, data: bytes, mode: int) -> None:
    descriptor = os.open(path, _FRESH, mode)
    try:
        done = os.write(descriptor, data) if data else 0
        while done < len(data):
            done += os.write(descriptor, memoryview(data)[done:])
        if os.name == "posix" and mode & _mask():
            os.fchmod(descriptor, mode)
    finally:
        os.close(descriptor)
