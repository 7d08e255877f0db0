"""What one learner handed in, read as data: every name expected, every size bounded, no link followed.

:func:`take` is the one door between a submitted folder and the grading; whatever is odd about it becomes a line.
"""

from __future__ import annotations

import json
import os
import stat
from collections.abc import Mapping
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.course.answers import EXCHANGE_NOTES, MAX_LOG, MAX_NOTE, MAX_NOTEBOOK
from safetystring.course.written import written_answers
from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_FILE = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
_DIR_FD = os.open in os.supports_dir_fd


@dataclass(frozen=True, slots=True, kw_only=True)
class Submission:
    """The answers of one learner to one assignment.

    Attributes
    ----------
    written
        By notebook that was handed in: text by cell id. A notebook that was not handed in is missing here.
    logs
        By notebook: the response log's bytes, at most one more than the largest log that is read.
    notes
        By name: nbgrader's own little files, the time of handing in among them.
    odd
        One line on each part that could not be taken as it was.
    """

    written: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    logs: Mapping[str, bytes] = field(default_factory=dict)
    notes: Mapping[str, bytes] = field(default_factory=dict)
    odd: tuple[str, ...] = ()


class _OddError(Exception):
    """A part is not taken; the message is the end of a line."""


def take(folder: Path | str, notebooks: Iterable[str], blank: Mapping[str, bytes]) -> Submission:
    """Read what lies in a submitted folder.

    Parameters
    ----------
    folder
        ``submitted/<learner>/<assignment>``.
    notebooks
        The assignment's notebooks by name.
    blank
        The released notebooks' bytes: an untouched one is known by them and not read further.

    Never raises for what a learner handed in; OSError only where the folder itself cannot be read.
    """
    written: dict[str, Mapping[str, str]] = {}
    logs: dict[str, bytes] = {}
    notes: dict[str, bytes] = {}
    odd: list[str] = []

    def read(name: str, limit: int, *, cut: bool = False) -> bytes | None:
        try:
            return _read(place, name, limit, cut=cut)
        except _OddError as error:
            odd.append(f"{name} {error}")
            return None

    place = _open_folder(folder)
    try:
        responses = _responses(place, odd)
        for name in notebooks:
            data = read(f"{name}.ipynb", MAX_NOTEBOOK)
            if data is not None:
                written[name] = {} if data == blank.get(name) else _written(data, name, odd)
            elif _exists(place, f"{name}.ipynb"):
                written[name] = {}  # there, and not to be read: graded as released
            log = read(f"responses/{name}.jsonl", MAX_LOG, cut=True) if responses else None
            if log is not None:
                logs[name] = log
        for name in EXCHANGE_NOTES:
            note = read(name, MAX_NOTE)
            if note is not None:
                notes[name] = note
    finally:
        _close(place)
    return Submission(written=written, logs=logs, notes=notes, odd=tuple(odd))


def _written(data: bytes, name: str, odd: list[str]) -> Mapping[str, str]:
    try:
        notebook = json.loads(data)
    except (ValueError, RecursionError):
        notebook = None
    if not isinstance(notebook, dict) or not isinstance(notebook.get("cells"), list):
        odd.append(f"{name}.ipynb is no notebook that can be read: graded without its written answers")
        return {}
    return written_answers(notebook["cells"])


# A place is a descriptor of the folder where the system can open relative to one, so that nothing can be put in its
# way between two looks; elsewhere (Windows) it is the path.


def _open_folder(folder: Path | str) -> int | Path:
    if _DIR_FD:
        return os.open(folder, _FOLDER)
    folder = Path(folder)
    if folder.is_symlink() or not folder.is_dir():
        raise NotADirectoryError(folder)
    return folder


def _close(place: int | Path) -> None:
    if isinstance(place, int):
        os.close(place)


def _responses(place: int | Path, odd: list[str]) -> bool:
    """Whether there is a folder of logs that is no link."""
    status = _status(place, "responses")
    if status is None:
        return False
    if not stat.S_ISDIR(status.st_mode):
        odd.append("responses is a link or no folder: graded without answers")
        return False
    return True


def _status(place: int | Path, name: str) -> os.stat_result | None:
    try:
        if isinstance(place, int):
            return os.stat(name, dir_fd=place, follow_symlinks=False)
        return (place / name).lstat()
    except OSError:
        return None


def _exists(place: int | Path, name: str) -> bool:
    return _status(place, name) is not None


def _read(place: int | Path, name: str, limit: int, *, cut: bool) -> bytes | None:
    """Return a regular file's bytes, None where there is none; `cut` allows one byte more than `limit` and no more."""
    try:
        descriptor = os.open(name, _FILE, dir_fd=place) if isinstance(place, int) else os.open(place / name, _FILE)
    except FileNotFoundError:
        return None
    except OSError as error:
        raise _OddError(f"is a link or cannot be opened ({error.strerror}): left out") from None
    try:
        status = os.fstat(descriptor)
        if not stat.S_ISREG(status.st_mode):
            raise _OddError("is no ordinary file: left out")
        if status.st_nlink > 1:
            # It may be another's file, a key say, under a name of the learner's: graded work would hold a copy of it.
            raise _OddError("has a second name on this disk (a hard link): left out; a true copy of it is taken")
        if status.st_size > limit and not cut:
            raise _OddError(f"is larger than {limit:,} bytes: left out")
        return _all(descriptor, min(status.st_size, limit) + 1)
    except OSError as error:
        raise _OddError(f"cannot be read ({error.strerror}): left out") from None
    finally:
        os.close(descriptor)


def _all(descriptor: int, limit: int) -> bytes:
    data = os.read(descriptor, limit)
    if len(data) in (0, limit):
        return data
    parts = [data]
    left = limit - len(data)
    while left > 0 and (more := os.read(descriptor, left)):
        parts.append(more)
        left -= len(more)
    return b"".join(parts)
