"""Writing a response log: one append an event, on the disk before the learner sees the effect.

The window opened last owns the log. A file lock could not say that: after a page is reloaded its old kernel may live
on and keep the lock. Each line carries its window's id instead, and the tail is read before each append; a window that
finds another's lines there writes no more. What cannot be written (full or read-only disk) is kept, in order, and
written when it can be.
"""

from __future__ import annotations

import errno
import json
import os
import secrets
import stat
import time
from typing import TYPE_CHECKING, Literal

from safetystring.player.events import Event, Line, to_json
from safetystring.player.log import MAX_BYTES, LogRead, parse, read_bytes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from safetystring.player.script import Course

Reason = Literal["full", "readonly", "other"]

_FULL = frozenset({errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)})
_READONLY = frozenset({errno.EROFS, errno.EACCES, errno.EPERM})
_NO_SYNC = frozenset({errno.EINVAL, errno.ENOSYS, getattr(errno, "ENOTSUP", errno.EINVAL)})
"""A file system without fsync (some network and browser ones): what was written is as safe as it gets there."""
_FLAGS = (
    os.O_RDWR
    | os.O_CREAT
    | os.O_APPEND
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


class MovedError(Exception):
    """Another window has taken the log over; this one writes no more."""


class StaleError(Exception):
    """The file is not as it was when read, and this window has written nothing yet: load it again."""


def _now() -> int:
    return time.time_ns() // 1_000_000


class ResponseLog:
    """One window's hand on a response log.

    Nothing touches the disk before the first :meth:`append`; :meth:`load` only reads.

    Attributes
    ----------
    path
        The log's file; its folder is made when it is first needed.
    window
        This window's id, six characters.
    owned
        Whether this window has written to the log.
    moved
        Whether another window took the log over since. Final.
    unsaved
        Why the last lines are not on the disk, or None when all are.
    """

    def __init__(self, path: Path, *, clock: Callable[[], int] = _now) -> None:
        self.path = path
        self.window = secrets.token_hex(3)
        self.owned = False
        self.moved = False
        self.unsaved: Reason | None = None
        self._clock = clock
        self._file: tuple[int, int] | None = None
        self._known = bytearray()  # what the file holds, as far as we know
        self._backlog = bytearray()  # what it should hold next
        self._next = 1

    @property
    def data(self) -> bytes:
        """All of the log as this window knows it, saved or not."""
        return bytes(self._known + self._backlog)

    def load(self, course: Course) -> LogRead:
        """Read the file as it is now, and go on from there. Never raises."""
        try:
            self._known = bytearray(read_bytes(self.path))
        except (OSError, ValueError):
            self._known = bytearray()  # missing, or not ours to read: the first append says so if it matters
        torn = bool(self._known) and not self._known.endswith(b"\n")
        self._backlog = bytearray(b"\n" if torn else b"")  # what a crash cut off stays a line of its own
        self._file = None
        found = parse(bytes(self._known), course)
        self._next = found.last + 1
        return found

    def append(self, event: Event) -> Line:
        """Append `event` and return its line. A disk that refuses it sets :attr:`unsaved`, and the line is kept.

        Raises
        ------
        StaleError
            If the file changed since :meth:`load` and this window has not written yet.
        MovedError
            If another window wrote since this one did.
        """
        if self.moved:
            raise MovedError
        line = Line(n=self._next, at=self._clock(), window=self.window, event=event)
        self._backlog += json.dumps(to_json(line), ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        try:
            self._flush()
            self.unsaved = None
        except MovedError:
            if not self.owned:
                raise StaleError from None
            self.moved = True
            raise
        except OSError as error:
            self.unsaved = _reason(error)
        self.owned = True
        self._next += 1
        return line

    def _flush(self) -> None:
        """Write the backlog. What got through is taken off it, so that a retry goes on in mid-line."""
        if len(self._known) + len(self._backlog) > MAX_BYTES:
            raise OSError(errno.EFBIG, "longer than a log may be")
        self.path.parent.mkdir(parents=True, exist_ok=True)
        descriptor = os.open(self.path, _FLAGS, 0o600)
        try:
            first = self._file is None
            self._look(descriptor)
            while self._backlog:
                written = os.write(descriptor, self._backlog)
                self._known += self._backlog[:written]
                del self._backlog[:written]
            if os.fstat(descriptor).st_size != len(self._known):
                raise MovedError  # between our look and our line; the reader refuses the line if it came second
            _sync(descriptor)
        finally:
            os.close(descriptor)
        if first:
            _sync_folder(self.path.parent)

    def _look(self, descriptor: int) -> None:
        """Compare the file with what we know of it."""
        now = os.fstat(descriptor)
        if not stat.S_ISREG(now.st_mode):
            raise OSError(errno.EINVAL, "not a regular file")
        if self._file == (now.st_dev, now.st_ino) and now.st_size == len(self._known):
            return
        os.lseek(descriptor, 0, os.SEEK_SET)
        data = os.read(descriptor, MAX_BYTES + 1)
        if not data and self.owned:
            # Deleted or emptied under us: nothing that was shown as saved may be lost.
            self._backlog[:0] = self._known
            self._known.clear()
        elif data != self._known:
            raise MovedError
        self._file = (now.st_dev, now.st_ino)


def _reason(error: OSError) -> Reason:
    if error.errno in _FULL:
        return "full"
    return "readonly" if error.errno in _READONLY else "other"


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in _NO_SYNC:
            raise


def _sync_folder(folder: Path) -> None:
    """Make a new file's name survive a power cut, where the system lets a folder be synced at all."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
