"""One grading at a time in a course, and a note of what is under way, so that a run cut off can be made good."""

from __future__ import annotations

import json
import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from safetystring.course.files import write_text
from safetystring.course.grade.errors import GradeError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@contextmanager
def only_one(folder: Path) -> Iterator[None]:
    """Hold the lock of the graded work in `folder`; it goes with the process, however that ends.

    Raises
    ------
    GradeError
        If another process holds it, or the folder cannot be written.
    """
    file = folder / ".grading.lock"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(file, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
    except OSError as error:
        raise GradeError(f"{folder} cannot be written ({error.strerror}): the graded work goes there") from None
    try:
        _lock(descriptor)
    except OSError:
        who = os.pread(descriptor, 40, 0).decode("ascii", "replace").strip() if hasattr(os, "pread") else ""
        os.close(descriptor)
        raise GradeError(
            f"another `safetystring grade` is at work in this course{f' (process {who})' if who.isdigit() else ''}: "
            "wait until it is done"
        ) from None
    try:
        os.ftruncate(descriptor, 0)
        os.write(descriptor, str(os.getpid()).encode())
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    try:
        import fcntl  # noqa: PLC0415 - loaded only where it is needed
    except ImportError:
        import msvcrt  # noqa: PLC0415 - loaded only where it is needed

        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined, unused-ignore]
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def under_way(folder: Path, assignment: str) -> set[str]:
    """Return the learners whose grading was cut off: their folders may be new while the gradebook is not."""
    try:
        found = json.loads(_file(folder, assignment).read_bytes())
        return {name for name in found["students"] if isinstance(name, str)}
    except (OSError, ValueError, KeyError, TypeError):
        return set()


def begin(folder: Path, assignment: str, students: Iterable[str]) -> None:
    """Note that these learners' grading is under way."""
    write_text(_file(folder, assignment), json.dumps({"students": sorted(students)}))


def end(folder: Path, assignment: str) -> None:
    """Note that what was under way is done."""
    _file(folder, assignment).unlink(missing_ok=True)


def _file(folder: Path, assignment: str) -> Path:
    return folder / f".grading-{assignment}.json"
