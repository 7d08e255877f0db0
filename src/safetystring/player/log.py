"""Reading a response log: from bytes of unknown origin to attempts, each folded into a session.

A log comes back from a learner's machine, so nothing in it is trusted: sizes are bounded, every line stands or falls
by itself, and reading never raises. What was left out is said, with its line number.
"""

from __future__ import annotations

import json
import os
import re
import stat
from datetime import datetime
from typing import TYPE_CHECKING, Any, Literal, NoReturn

from safetystring.player.events import FORMAT, FORMATS, Attempt, Chose, Event, Line, Resumed, Shown, from_json
from safetystring.player.session import EventRefusedError, Session, paint, start, step
from safetystring.scenario import FormatError
from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.player.script import Course

MAX_BYTES = 1_000_000
"""Bytes of one log. A whole attempt takes about 10 kB."""
MAX_LINES = 20_000
MAX_LINE_BYTES = 8_192
MAX_CHOICES = 200
"""Options taken in one attempt. A scenario with a loop is left long before."""
MAX_PROBLEMS = 1_000
"""Lines left out before the rest is given up: past this, the file is no log."""
_MAX_GAP = 1_000
"""By how much `n` may rise from one line to the next: one wild number must not shut out all that follow."""
_MAX_NESTING = 8
"""Opening brackets in one line; an event has two."""
_MAX_NUMBER = 2**53
_HEADER = re.compile(rb'"e"\s*:\s*"attempt"')
_USUAL = re.compile(
    rb'\{"n": ?([1-9]\d{0,14}), ?"at": ?([1-9]\d{0,14}), ?"w": ?"([0-9A-Za-z]{1,16})", ?("e".*)', re.DOTALL
)
"""A line as the player writes it: its number, its time, its window, and the event behind them."""
_KNOWN_EVENTS = 4_096
_known: dict[bytes, Event] = {}
"""Events by their text behind such a beginning. Learners of a class do much the same, and each text is checked once."""


@dataclass(frozen=True, slots=True)
class Problem:
    """A line that was left out (`torn`, `refused`), a file too long (`size`), or a header that differs (`changed`).

    `changed` is only noted: the attempt is kept. `line` counts from 1; 0 means the file as a whole.
    """

    line: int
    kind: Literal["torn", "refused", "changed", "size"]
    reason: str


@dataclass(frozen=True, slots=True)
class Play:
    """One attempt: its header, the state it came to, and the lines that count, the header's first, where wanted."""

    attempt: Attempt
    session: Session
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class LogRead:
    """What a log holds.

    Attributes
    ----------
    plays
        Every attempt of this scenario, in order.
    problems
        What was left out or noted, in order.
    last
        The highest `n` that counts; 0 in an empty log.
    """

    plays: tuple[Play, ...] = ()
    problems: tuple[Problem, ...] = ()
    last: int = 0


def scored(log: LogRead) -> Play | None:
    """Return the attempt that is scored: the first with a finished review, else the last one, else None."""
    finished = (play for play in log.plays if play.session.reviewed)
    return next(finished, log.plays[-1] if log.plays else None)


def read_bytes(path: Path, limit: int = MAX_BYTES) -> bytes:
    """Return up to `limit` + 1 bytes of a regular file, following no link and waiting for no pipe.

    Raises
    ------
    OSError
        If there is no such file, it cannot be read, or it is not a regular one.
    """
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    descriptor = os.open(path, flags)
    with os.fdopen(descriptor, "rb") as file:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(f"{path.name} is not a regular file")
        return file.read(limit + 1)


def read(path: Path, course: Course) -> LogRead:
    """Read the log at `path`; one that is missing is empty, one that cannot be read says so. Never raises."""
    try:
        return parse(read_bytes(path), course)
    except FileNotFoundError:
        return LogRead()
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        return LogRead(problems=(Problem(0, "refused", f"the file cannot be read: {reason}"),))


def parse(data: bytes, course: Course, *, lines: bool = True) -> LogRead:
    """Read a log. Never raises, whatever `data` is. With `lines` false the plays have none: scoring needs none."""
    reader = _Reader(course, lines=lines)
    if len(data) > MAX_BYTES:
        reader.note(0, "size", f"the file is longer than {MAX_BYTES} bytes; the rest was not read")
        data = data[:MAX_BYTES]
    *whole, tail = data.split(b"\n")
    for number, raw in enumerate(whole, start=1):
        if number > MAX_LINES:
            reader.note(number, "size", f"the file has more than {MAX_LINES} lines; the rest was not read")
            break
        if len(reader.problems) >= MAX_PROBLEMS:
            reader.note(number, "size", f"more than {MAX_PROBLEMS} lines do not follow; the rest was not read")
            break
        reader.feed(number, raw)
    else:
        if tail.strip():
            reader.note(len(whole) + 1, "torn", "the last line is unfinished")
    reader.close()
    return LogRead(tuple(reader.plays), tuple(reader.problems), reader.last)


def load_line(raw: bytes) -> Line:
    """Read one line of a log.

    Raises
    ------
    FormatError
        If it is no event of the documented form.
    """
    if len(raw) > MAX_LINE_BYTES:
        raise FormatError(f"longer than {MAX_LINE_BYTES} bytes")
    usual = _USUAL.fullmatch(raw)
    if usual is None:
        return _load_any(raw)
    event = _known.get(usual[4])
    return _line(usual, event) if event is not None else _learnt(raw, usual[4])


def _line(usual: re.Match[bytes], event: Event) -> Line:
    return Line(n=int(usual[1]), at=int(usual[2]), window=usual[3].decode("ascii"), event=event)


def _learnt(raw: bytes, text: bytes) -> Line:
    line = _load_any(raw)
    if not isinstance(line.event, Attempt):
        if len(_known) >= _KNOWN_EVENTS:
            _known.clear()
        # The beginning is complete in itself, so the rest means the same behind any other.
        _known[text] = line.event
    return line


def _load_any(raw: bytes) -> Line:
    if raw.count(b"[") + raw.count(b"{") > _MAX_NESTING:
        raise FormatError("too deeply nested")
    try:
        text = raw.decode("utf-8")
        value = json.loads(text, parse_constant=_no_constant, object_pairs_hook=_no_repeats)
        if "\\u" in text:
            json.dumps(value, ensure_ascii=False).encode("utf-8")  # refuses half a surrogate pair
    except UnicodeError:
        raise FormatError("not valid UTF-8") from None
    except ValueError as error:
        raise FormatError(f"not JSON ({error})") from None
    line = from_json(value)
    if isinstance(line.event, Attempt):
        _check_header(line.event)
    return line


def _no_constant(name: str) -> NoReturn:
    raise ValueError(f"{name} is no JSON")


def _no_repeats(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a field stands twice")
    return made


def _check_header(attempt: Attempt) -> None:
    if attempt.format not in FORMATS:
        raise FormatError(f"format {attempt.format}, expected {FORMAT}: a newer version wrote it")
    if not 0 < attempt.attempt <= MAX_LINES or not 0 <= attempt.seed < _MAX_NUMBER:
        raise FormatError("a number of the header is out of range")
    try:
        moment = datetime.fromisoformat(attempt.started)
    except ValueError:
        moment = None
    if moment is None or moment.tzinfo is None:
        raise FormatError("started: expected a time in ISO 8601 with its zone")


class _Reader:
    """Folds line after line. An attempt's state is open (`session`) from its header to the next header."""

    def __init__(self, course: Course, *, lines: bool) -> None:
        self.course = course
        self.keep = lines
        self.plays: list[Play] = []
        self.problems: list[Problem] = []
        self.last = 0
        self._session: Session | None = None
        self._lines: list[Line] = []
        self._owner, self._window = "", b""
        self._choices = 0

    def note(self, number: int, kind: Literal["torn", "refused", "changed", "size"], reason: str) -> None:
        self.problems.append(Problem(number, kind, reason))

    def feed(self, number: int, raw: bytes) -> None:
        usual = _USUAL.fullmatch(raw) if not self.keep and len(raw) <= MAX_LINE_BYTES else None
        event = _known.get(usual[4]) if usual is not None else None
        if type(event) is Shown and self._paint(usual, event):  # type: ignore[arg-type]
            return
        if event is None and not raw.strip():
            return
        try:
            self._accept(number, load_line(raw) if event is None else _line(usual, event))  # type: ignore[arg-type]
        except FormatError as error:
            if _HEADER.search(raw):
                self.close()  # what follows belongs to a header that does not count
            self.note(number, "refused" if raw.rstrip().endswith(b"}") else "torn", str(error))
        except EventRefusedError as error:
            self.note(number, "refused", str(error))

    def _paint(self, usual: re.Match[bytes], event: Shown) -> bool:
        """Take most lines of most logs in at once: a message painted in its turn. False leaves it to the long way."""
        number, session = int(usual[1]), self._session
        if session is None or not self.last < number <= self.last + _MAX_GAP or usual[3] != self._window:
            return False
        if not paint(session, event.ids):
            return False
        self.last = number
        return True

    def _accept(self, number: int, line: Line) -> None:
        if not self.last < line.n <= self.last + _MAX_GAP:
            raise EventRefusedError(f"n is {line.n}, expected {self.last + 1}: a line is missing, repeated or moved")
        if isinstance(line.event, Attempt):
            self._open(number, line, line.event)
        else:
            self._follow(line, line.event)
        self.last = line.n

    def _open(self, number: int, line: Line, attempt: Attempt) -> None:
        self.close()
        if attempt.scenario != self.course.scenario.id:
            raise EventRefusedError(f"an attempt at another scenario, {attempt.scenario[:40]!r}")
        if self.plays and attempt.attempt <= self.plays[-1].attempt.attempt:
            raise EventRefusedError(f"attempt {attempt.attempt} after attempt {self.plays[-1].attempt.attempt}")
        if attempt.hash != self.course.scenario.hash:
            self.note(number, "changed", "the scenario was edited since this attempt began")
        self._session = start(attempt, self.course)
        self._lines, self._choices = [line], 0
        self._own(line.window)

    def _own(self, window: str) -> None:
        self._owner, self._window = window, window.encode("utf-8", "replace")

    def _follow(self, line: Line, event: Event) -> None:
        if self._session is None:
            raise EventRefusedError("no attempt is open")
        if isinstance(event, Resumed):
            self._own(line.window)
        elif line.window != self._owner:
            raise EventRefusedError("another window had taken the log over")
        if isinstance(event, Chose):
            self._choices += 1
            if self._choices > MAX_CHOICES:
                raise EventRefusedError(f"more than {MAX_CHOICES} choices in one attempt")
        self._session = step(self._session, event, self.course)
        if self.keep:
            self._lines.append(line)

    def close(self) -> None:
        """End the open attempt, if there is one."""
        if self._session is not None:
            self.plays.append(Play(self._session.attempt, self._session, tuple(self._lines) if self.keep else ()))
        self._session = None
