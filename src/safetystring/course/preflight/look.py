"""Looking through an assignment's submissions, one after the other, and then at all of them together."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import UTC
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.course.answers import MAX_NOTEBOOK
from safetystring.course.grade import cache
from safetystring.course.grade.errors import GradeError
from safetystring.course.grade.late import handed_in
from safetystring.course.grade.submission import Submission, take
from safetystring.course.preflight.copies import Trace, copies, trace_of
from safetystring.course.preflight.files import extra
from safetystring.course.preflight.finding import GROUPS, Finding, Group
from safetystring.course.preflight.logs import uncounted
from safetystring.course.preflight.made import odd_signs
from safetystring.course.preflight.notebooks import changes
from safetystring.course.preflight.times import Moments, odd_times
from safetystring.player.log import parse, read_bytes, scored
from safetystring.player.script import Course
from safetystring.scenario import Key
from safetystring.scoring.find import NoKeyError, find, trusted_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from safetystring.scenario import Scenario

_TOO_MANY = 0.2
"""Share of learners who "began before the scenario was built": past this it is the course's folder that is younger
(copied, cloned), and nobody is named for it."""
_BEFORE = "before this scenario was built"


@dataclass(frozen=True, slots=True, kw_only=True)
class Preflight:
    """What was found: lines in the order of a report, out of how many learners."""

    assignment: str
    learners: int
    findings: tuple[Finding, ...]
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class _Desk:
    """What every submission is held against."""

    folder: Path
    assignment: str
    courses: Mapping[str, Course]
    keys: Mapping[str, Key]
    made: Mapping[str, int]
    blank: Mapping[str, bytes]
    source: frozenset[str]
    now: int
    traces: list[Trace] = field(default_factory=list)


def look(
    root: Path,
    assignment: str,
    students: Sequence[str] = (),
    *,
    now: float | None = None,
    tick: Callable[[int, int], None] = lambda _done, _all: None,
) -> Preflight:
    """Look through what was handed in for an assignment of the course in `root`; writes nothing.

    Parameters
    ----------
    students
        Only these; none named: all.
    now
        Seconds since 1970; by default the clock's.

    Raises
    ------
    GradeError
        If there is no such assignment, or nobody handed in anything.
    """
    began = time.monotonic()
    desk = _desk(root, assignment, int(1000 * (time.time() if now is None else now)))
    names = _names(desk, students)
    findings: list[Finding] = []
    for number, student in enumerate(names, 1):
        findings += _one(desk, student)
        tick(number, len(names))
    findings += copies(desk.traces)
    order = list(GROUPS)
    findings = _believable(findings, len(names))
    findings.sort(key=lambda one: (order.index(one.group), one.students, one.where))
    return Preflight(
        assignment=assignment, learners=len(names), findings=tuple(findings), seconds=time.monotonic() - began
    )


def _desk(root: Path, assignment: str, now: int) -> _Desk:
    source, release = root / "source" / assignment, root / "release" / assignment
    names = sorted(path.stem for path in source.glob("*.ipynb"))
    if not names:
        raise GradeError(f"there is no assignment {assignment}: expected its notebooks in {source}")
    settings = cache.settings(root)
    data = {name: source / "data" / f"{name}.json" for name in names}
    pairs = {name: _pair(root, settings.autograded, assignment, name) for name in names}
    others = (path.relative_to(source).as_posix() for path in source.rglob("*") if path.suffix != ".ipynb")
    return _Desk(
        folder=root / settings.submitted,
        assignment=assignment,
        courses={name: Course.of(scenario) for name, (scenario, _) in pairs.items()},
        keys={name: key for name, (_, key) in pairs.items()},
        made={name: int(path.stat().st_mtime * 1000) for name, path in data.items() if path.is_file()},
        blank={path.stem: path.read_bytes() for path in release.glob("*.ipynb")},
        source=frozenset(others),
        now=now,
    )


def _pair(root: Path, autograded: str, assignment: str, name: str) -> tuple[Scenario, Key]:
    keys = trusted_keys(name, root / autograded / "_" / assignment)
    try:
        return find(name, keys, [root / "source" / assignment / "data" / f"{name}.json"])
    except NoKeyError as error:
        raise GradeError(f"{name} cannot be looked at: {error}") from None


def _names(desk: _Desk, students: Sequence[str]) -> list[str]:
    if not desk.folder.is_dir():
        raise GradeError(f"{desk.folder} is not there: collect the answers first (`safetystring collect DIR`)")
    there = sorted(
        entry.name
        for entry in os.scandir(desk.folder)
        if not entry.name.startswith(".") and os.path.lexists(desk.folder / entry.name / desk.assignment)
    )
    missing = set(students) - set(there)
    if missing:
        raise GradeError(f"nobody called {', '.join(sorted(missing))} handed in {desk.assignment}")
    if not there:
        raise GradeError(f"nobody handed in {desk.assignment}: expected {desk.folder}/LEARNER/{desk.assignment}")
    return sorted(students) or there


def _one(desk: _Desk, student: str) -> list[Finding]:
    folder = desk.folder / student / desk.assignment
    found: list[Finding] = []

    def say(group: Group, lines: Iterable[str], where: str = "") -> None:
        lines = list(lines)
        if lines:
            found.append(
                Finding(group=group, students=(student,), where=(where,) if where else (), text="; ".join(lines))
            )

    try:
        student.encode()
        submission = take(folder, desk.courses, desk.blank)
    except UnicodeError:
        return [Finding(group="nothing", students=(student,), where=(), text="the folder's name is no text; rename it")]
    except OSError as error:
        text = f"the folder is a link or cannot be read ({error.strerror or error})"
        return [Finding(group="nothing", students=(student,), where=(), text=text)]
    if not submission.logs:
        say("nothing", ["no answers were handed in" + ("" if submission.written else ", and no notebook either")])
    say("files", [*submission.odd, *extra(folder, desk.courses, desk.source)])
    doubt = handed_in(submission.notes)[1]
    say("time", [doubt] if doubt else [])
    for name in desk.courses:
        say("notebook", _notebook(desk, folder, submission, name), name)
        if name in submission.logs:
            _log(desk, student, name, submission, say)
    return found


def _notebook(desk: _Desk, folder: Path, submission: Submission, name: str) -> list[str]:
    if name not in submission.written or name not in desk.blank:
        return []
    try:
        data = read_bytes(folder / f"{name}.ipynb", MAX_NOTEBOOK)
    except OSError:
        return []
    return [] if len(data) > MAX_NOTEBOOK else list(changes(data, desk.blank[name]))


def _log(
    desk: _Desk, student: str, name: str, submission: Submission, say: Callable[[Group, Iterable[str], str], None]
) -> None:
    course, data = desk.courses[name], submission.logs[name]
    read = parse(data, course)
    say("log", uncounted(read, data), name)
    play = scored(read)
    if play is None:
        return
    desk.traces.append(trace_of(student, data, play, desk.keys[name]))
    when = handed_in(submission.notes)[0]
    stamp = int(when.replace(tzinfo=UTC).timestamp() * 1000) if when is not None else None
    moments = Moments(now=desk.now, made=desk.made.get(name), handed_in=stamp)
    say("time", odd_times(play, course, moments), name)
    say("made", odd_signs(read.plays, data, course.scenario.release), name)


def _believable(findings: list[Finding], learners: int) -> list[Finding]:
    before = {one.students for one in findings if _BEFORE in one.text}
    if len(before) <= max(2, _TOO_MANY * learners):
        return findings
    kept = []
    for one in findings:
        lines = [line for line in one.text.split("; ") if _BEFORE not in line]
        if lines:
            kept.append(Finding(group=one.group, students=one.students, where=one.where, text="; ".join(lines)))
    return kept
