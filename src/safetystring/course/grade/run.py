"""Grading an assignment from end to end: who is to be graded, learner after learner, one transaction at the end."""

from __future__ import annotations

import errno
import os
import signal
import stat
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import field, replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.course.grade import cache, ledger, lock
from safetystring.course.grade.blueprint import Settings
from safetystring.course.grade.errors import GradeError, Notice
from safetystring.course.grade.late import handed_in, moment
from safetystring.course.grade.learner import Class, Graded, feedback_of, grade
from safetystring.course.grade.room import open_room
from safetystring.course.grade.store import Store, open_store
from safetystring.course.grade.submission import take
from safetystring.course.grade.trees import clear_leftovers, put_tree
from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from datetime import datetime
    from types import FrameType

    from safetystring.course.grade.ledger import Earlier

_CHUNK = 100
"""Learners whose rows are held at a time."""
_MACHINE = {errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO, errno.ENOMEM, errno.EMFILE, errno.ENFILE}
"""What is wrong with the machine and not with a submission."""

Tick = Callable[[int, int], None]
"""Called with how many learners are done, out of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What is to be done: an assignment, some of its learners (none named: all), and which parts of it."""

    assignment: str
    students: tuple[str, ...] = ()
    grades_only: bool = False
    feedback: bool = True
    feedback_only: bool = False
    force: bool = False
    database: str | None = None


@dataclass(slots=True, kw_only=True)
class Report:
    """What was done: learners graded, those who were graded before, lines about some, and whether it was cut short."""

    assignment: str
    graded: int = 0
    skipped: int = 0
    notices: list[Notice] = field(default_factory=list)
    stopped: bool = False
    left: int = 0
    made_blueprint: bool = False
    seconds: float = 0.0


def grade_assignment(root: Path, wanted: Wanted, tick: Tick = lambda _done, _all: None) -> Report:
    """Grade an assignment of the course in `root`.

    What is done when Ctrl-C is pressed is kept; what a killed process leaves, the next run makes good.

    Raises
    ------
    GradeError
        If nothing can be graded, or the gradebook or the disk cannot be written; the gradebook is then as it was.
    """
    began = time.monotonic()
    settings = cache.settings(root)
    work = root / settings.autograded
    with lock.only_one(work):
        store = open_store(wanted.database or settings.db_url)
        try:
            report = _run(root, settings, wanted, store, tick)
        except BaseException:
            with suppress(Exception):
                store.connection.rollback()
            raise
        finally:
            with suppress(Exception):
                store.connection.close()
    report.seconds = time.monotonic() - began
    return report


def _run(root: Path, settings: Settings, wanted: Wanted, store: Store, tick: Tick) -> Report:
    report = Report(assignment=wanted.assignment)
    assignment = ledger.read_assignment(store, wanted.assignment)
    blueprint, report.made_blueprint = cache.blueprint(root, assignment, settings)
    ledger.check(assignment, blueprint.revision)
    room = open_room(root, settings, assignment, blueprint, store)
    work = root / settings.autograded
    interrupted = lock.under_way(work, wanted.assignment)
    if wanted.feedback_only:
        return _pages(root, settings, wanted, room, interrupted, report, tick)
    todo = _todo(root, settings, wanted, ledger.graded_students(store, assignment), interrupted, report)
    if not todo:
        return report
    _machine(lambda: lock.begin(work, wanted.assignment, {*todo, *interrupted}))
    ledger.ensure_courses(store, settings.course_id)
    batch = _Batch(root, settings, wanted, room, interrupted, report)
    with _interrupts() as stopped:
        for chunk in _chunks(todo, _CHUNK):
            earlier = ledger.read_earlier(store, assignment, chunk)
            rows = []
            for student in chunk:
                if stopped():
                    break
                made = batch.one(student, earlier.get(student))
                if made is not None:
                    rows.append(made.rows)
                tick(report.graded + len(batch.faults), len(todo))
            _written(lambda rows=rows, earlier=earlier: ledger.write(store, assignment, rows, earlier))  # type: ignore[misc]
            if stopped():
                report.stopped = True
                report.left = len(todo) - report.graded - len(batch.faults)
                break
        _written(store.connection.commit)
    lock.end(work, wanted.assignment)
    return report


def _pages(  # noqa: PLR0913, PLR0917 - each is one thing the result depends on
    root: Path, settings: Settings, wanted: Wanted, room: Class, interrupted: set[str], report: Report, tick: Tick
) -> Report:
    """Make the feedback of those who are graded again, with what a person has given since. The gradebook is only read.

    Each learner's pages are replaced as a whole, so a run that was cut short needs no making good: it is run again.
    """
    known = ledger.graded_students(room.store, room.assignment)
    everybody = _todo(root, settings, replace(wanted, force=True), known, interrupted, report)
    batch = _Batch(root, settings, wanted, room, interrupted, report)
    with _interrupts() as stopped:
        for chunk in _chunks(everybody, _CHUNK):
            earlier = ledger.read_earlier(room.store, room.assignment, chunk)
            for student in chunk:
                if stopped():
                    report.stopped = True
                    report.left = len(everybody) - report.graded - report.skipped - len(batch.faults)
                    return report
                folder = root / settings.submitted / student / wanted.assignment
                if student in interrupted or _is_new(root, settings, wanted, folder, student, known):
                    report.skipped += 1
                    report.notices.append(Notice(student, "note", "not graded yet, or handed in again: grade first"))
                else:
                    batch.one(student, earlier.get(student))
                tick(report.graded + report.skipped + len(batch.faults), len(everybody))
    return report


@dataclass(slots=True)
class _Batch:
    root: Path
    settings: Settings
    wanted: Wanted
    room: Class
    interrupted: set[str]
    report: Report
    faults: list[str] = field(default_factory=list)
    _steps: dict[str, str] = field(default_factory=dict)

    def one(self, student: str, earlier: Earlier | None) -> Graded | None:
        """Grade one learner and put their files in place; a fault of theirs is one line and touches nobody else."""
        try:
            return self._one(student, earlier)
        except OSError as error:
            if error.errno in _MACHINE:
                raise GradeError(_disk(error)) from None
            return self._fault(student, f"not graded: {error.strerror or error}")
        except UnicodeError:
            return self._fault(student, "not graded: the folder's name is no text; rename it")
        except Exception as error:  # noqa: BLE001 - whatever one submission brings, the others go on
            return self._fault(student, f"not graded: {type(error).__name__}: {error}")

    def _one(self, student: str, earlier: Earlier | None) -> Graded | None:
        student.encode()
        wanted, settings = self.wanted, self.settings
        submission = take(self._place(settings.submitted, student), self.room.sheets, self.room.blank)
        if not submission.written and not submission.logs:
            return self._fault(student, "nothing to grade: neither a notebook nor answers were handed in")
        when, doubt = handed_in(submission.notes)
        if earlier is not None and not _complete(self.room, earlier):
            return self._fault(
                student,
                "not graded: the assignment has changed since their first submission; "
                "`nbgrader db student remove`, or keep the assignment as it was",
            )
        if wanted.feedback_only and earlier is not None:
            self._put(student, settings.feedback, feedback_of(self.room, submission, earlier), settings.permissions[1])
            self.report.graded += 1
            return None
        made = grade(self.room, student, submission, when, earlier, files=not wanted.grades_only, pages=wanted.feedback)
        self._put(student, settings.autograded, made.work, settings.permissions[0])
        self._put(student, settings.feedback, made.feedback, settings.permissions[1])
        lines = [*submission.odd, *([doubt] if doubt else [])]
        self.report.notices += [Notice(student, "note", line) for line in lines]
        self.report.graded += 1
        return made

    def _place(self, step: str, student: str) -> str:
        """Return a learner's folder in a step. It is asked for at each file tree, so it is no Path."""
        base = self._steps.get(step)
        if base is None:
            base = self._steps[step] = str(self.root / step)
        return f"{base}/{student}/{self.wanted.assignment}"

    def _put(self, student: str, step: str, files: object, mode: int) -> None:
        if files is None:
            return
        folder = self._place(step, student)
        if student in self.interrupted:
            clear_leftovers(Path(folder))
        put_tree(folder, files, mode)  # type: ignore[arg-type]

    def _fault(self, student: str, text: str) -> Graded | None:
        self.faults.append(student)
        self.report.notices.append(Notice(student, "fault", text))
        return None


def _todo(  # noqa: PLR0913, PLR0917 - each is one thing the result depends on
    root: Path, settings: Settings, wanted: Wanted, known: set[str], interrupted: set[str], report: Report
) -> list[str]:
    """Return the learners to grade, and count those who are left as they are."""
    submitted = root / settings.submitted
    if not submitted.is_dir():
        raise GradeError(f"{submitted} is not there: collect the answers first (`nbgrader zip_collect` or `collect`)")
    names = sorted(entry.name for entry in os.scandir(submitted) if not entry.name.startswith("."))
    if wanted.students:
        missing = set(wanted.students) - set(names)
        if missing:
            raise GradeError(f"nobody called {', '.join(sorted(missing))} handed in anything: see {submitted}")
        names = sorted(set(wanted.students))
    todo, others = [], 0
    for name in names:
        folder = submitted / name / wanted.assignment
        if not os.path.lexists(folder):
            others += 1
        elif wanted.force or name in interrupted or _is_new(root, settings, wanted, folder, name, known):
            todo.append(name)
        else:
            report.skipped += 1
    if others == len(names):
        raise GradeError(f"nobody handed in {wanted.assignment}: expected {submitted}/LEARNER/{wanted.assignment}")
    return todo


def _is_new(root: Path, settings: Settings, wanted: Wanted, folder: Path, student: str, known: set[str]) -> bool:  # noqa: PLR0913, PLR0917 - each is one thing the result depends on
    """Whether nbgrader would grade it: not graded yet, or handed in again since."""
    graded = root / settings.autograded / student / wanted.assignment
    if student not in known or not (graded.is_dir() or wanted.grades_only):
        return True
    now, before = _time(folder), _time(graded)
    return now is not None and before is not None and now > before


def _time(folder: Path) -> datetime | None:
    path = folder / "timestamp.txt"
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            return None
        with path.open("rb") as file:
            return moment(file.read(200).decode("utf-8", "replace").strip())
    except (OSError, ValueError, OverflowError):
        return None


def _complete(room: Class, earlier: Earlier) -> bool:
    pages = room.assignment.notebooks.values()
    return all(
        page.name in earlier.notebooks
        and all((page.name, cell) in earlier.grades for cell in page.grades)
        and all((page.name, cell) in earlier.comments for cell in page.written)
        for page in pages
    )


def _written(action: Callable[[], None]) -> None:
    """Write to the database; whatever goes wrong there concerns everybody."""
    try:
        action()
    except Exception as error:
        raise GradeError(
            f"the gradebook could not be written ({error}): nothing in it has changed; mend that and run this again"
        ) from error


def _machine(action: Callable[[], None]) -> None:
    try:
        action()
    except OSError as error:
        raise GradeError(_disk(error)) from None


def _disk(error: OSError) -> str:
    return (
        f"{error.filename or 'the course'} cannot be written ({error.strerror}): nothing in the gradebook has changed; "
        "mend that and run this again, it will finish the rest"
    )


def _chunks(items: Iterable[str], size: int) -> Iterator[Sequence[str]]:
    rest = iter(items)
    while chunk := list(islice(rest, size)):
        yield chunk


@contextmanager
def _interrupts() -> Iterator[Callable[[], bool]]:
    """Let Ctrl-C wait for the learner under way; a second one stops at once."""
    pressed = False

    def press(_number: int, _frame: FrameType | None) -> None:
        nonlocal pressed
        if pressed:
            raise KeyboardInterrupt
        pressed = True

    try:
        before = signal.signal(signal.SIGINT, press)
    except ValueError:  # not the main thread: nobody presses Ctrl-C there
        yield lambda: False
        return
    try:
        yield lambda: pressed
    finally:
        signal.signal(signal.SIGINT, before)
