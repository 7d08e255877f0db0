"""Grading as the command line does it: a course found, a bar, what was done, what to do next; no option parser.

Loads nothing that forty submissions would have to wait for; its options and help stand in
:mod:`safetystring.cli.grade`.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetystring.course.grade.errors import GradeError
from safetystring.course.grade.run import Report, Wanted, grade_assignment
from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

DONE, FINDINGS, USAGE, INTERRUPTED = 0, 1, 2, 130
"""Exit codes."""
_MOST_LINES = 12
"""Lines about learners on a screen; `--json` has them all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The command's options; `assignments` empty means all that were handed in, `course` None the one that is here."""

    assignments: tuple[str, ...] = ()
    course: Path | None = None
    students: tuple[str, ...] = ()
    grades_only: bool = False
    force: bool = False
    no_feedback: bool = False
    feedback_only: bool = False
    database: str | None = None
    check: bool = False
    as_json: bool = False


def answer(asked: Asked) -> int:
    """Do what is asked, say what came of it, and return the exit code."""
    reports: list[Report] = []
    try:
        root = _course(asked.course)
        names = asked.assignments or _handed_in(root)
        return _check(root, names, asked) if asked.check else _grade(root, names, asked, reports)
    except GradeError as error:
        if asked.as_json:
            told = {"assignments": [_plain(one) for one in reports], "error": str(error)}
            print(json.dumps(told, ensure_ascii=False))
        print(_clean(str(error)), file=sys.stderr)
        return USAGE


def _grade(root: Path, names: Iterable[str], asked: Asked, reports: list[Report]) -> int:
    for name in names:
        wanted = Wanted(
            assignment=name,
            students=asked.students,
            grades_only=asked.grades_only,
            feedback=not asked.no_feedback,
            feedback_only=asked.feedback_only,
            force=asked.force,
            database=asked.database,
        )
        with _progress(name, hidden=asked.as_json) as tick:
            reports.append(grade_assignment(root, wanted, tick))
        if reports[-1].stopped:
            break
    if asked.as_json:
        print(json.dumps({"assignments": [_plain(one) for one in reports]}, ensure_ascii=False))
    else:
        for report in reports:
            if asked.feedback_only:
                _tell_pages(report, root)
            else:
                _tell(report, root, asked)
    if any(report.stopped for report in reports):
        return INTERRUPTED
    return FINDINGS if any(report.notices for report in reports) else DONE


def _check(root: Path, names: Iterable[str], asked: Asked) -> int:
    from safetystring.cli import oddities  # noqa: PLC0415 - loaded only where it is needed
    from safetystring.course.preflight.look import Preflight, look  # noqa: PLC0415 - as above

    found: list[Preflight] = []
    for name in names:
        with _progress(name, hidden=asked.as_json) as tick:
            found.append(look(root, name, asked.students, tick=tick))
    if asked.as_json:
        print(json.dumps({"checked": [oddities.plain(one) for one in found]}, ensure_ascii=False))
    else:
        for one in found:
            for line in oddities.lines(one):
                print(_clean(line))
    return FINDINGS if any(one.findings for one in found) else DONE


def _course(given: Path | None) -> Path:
    places = (given,) if given is not None else (Path(), Path("grading"))
    found = next((place for place in places if (place / "nbgrader_config.py").is_file()), None)
    if found is None:
        raise GradeError(
            f"{given} is no course: expected nbgrader_config.py in it; `safetystring build` makes one"
            if given is not None
            else "there is no course here: go to the folder with nbgrader_config.py, or name it with --course DIR"
        )
    return found.resolve()


def _handed_in(root: Path) -> list[str]:
    known = {path.name for path in (root / "source").glob("*") if path.is_dir()}
    found = {path.name for path in (root / "submitted").glob("*/*") if path.is_dir()} & known
    if not found:
        raise GradeError(f"nothing was handed in yet: expected {root / 'submitted'}/LEARNER/ASSIGNMENT")
    return sorted(found)


class _progress:  # noqa: N801 - used like contextlib's
    """A bar with the time left, on a terminal, once the work has taken a second: shorter work needs none."""

    def __init__(self, name: str, *, hidden: bool) -> None:
        self.name = name
        self.hidden = hidden or not sys.stderr.isatty()
        self.began = time.monotonic()
        self.bar: Any = None
        self.task: Any = None

    def __enter__(self) -> Callable[[int, int], None]:
        return self._tick

    def __exit__(self, *_: object) -> None:
        if self.bar is not None:
            self.bar.stop()

    def _tick(self, done: int, everybody: int) -> None:
        if self.hidden:
            return
        if self.bar is None:
            if time.monotonic() - self.began < 1.0:
                return
            from rich.console import Console  # noqa: PLC0415 - loaded only where it is needed
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn  # noqa: PLC0415 - loaded only where it is needed

            self.bar = Progress(
                TextColumn("{task.description}"),
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self.task = self.bar.add_task(self.name, total=everybody)
            self.bar.start()
        self.bar.update(self.task, completed=done)


def _tell(report: Report, root: Path, asked: Asked) -> None:
    """Say what was done, what to look at, and what to do next."""
    faults = [one for one in report.notices if one.kind == "fault"]
    parts = [f"{report.graded} graded in {report.seconds:.1f} s"]
    if report.skipped:
        parts.append(f"{report.skipped} graded before and not handed in again (--force grades them too)")
    if faults:
        parts.append(f"{len(faults)} not graded")
    print(f"{report.assignment}: " + ", ".join(parts))
    for line in _lines(report):
        print(line, file=sys.stderr)
    if report.stopped:
        print(f"Interrupted: what was graded is kept, {report.left} are left. Run the same again for those.")
    elif report.graded and not asked.grades_only:
        if not asked.no_feedback:
            print(f"Feedback pages: {root / 'feedback'}/LEARNER/{report.assignment}/")
        print("Next: grade the written answers (safetystring lab --facilitator, Formgrader), then safetystring report")
        print(f"What looks strange, for you to judge: safetystring grade {report.assignment} --check")


def _tell_pages(report: Report, root: Path) -> None:
    """Say whose pages were made again."""
    print(f"{report.assignment}: feedback of {report.graded} made again in {report.seconds:.1f} s")
    for line in _lines(report):
        print(line, file=sys.stderr)
    if report.stopped:
        print(f"Interrupted: {report.left} are left. Run the same again.")
    elif report.graded:
        print(f"Feedback pages: {root / 'feedback'}/LEARNER/{report.assignment}/")


def _lines(report: Report) -> Iterator[str]:
    order = sorted(report.notices, key=lambda one: (one.kind != "fault", one.student))
    for one in order[:_MOST_LINES]:
        yield _clean(f"  {one.student}: {one.text}")
    if len(order) > _MOST_LINES:
        yield f"  … and {len(order) - _MOST_LINES} more, all of them with --json"


def _plain(report: Report) -> dict[str, Any]:
    """Return the fixed JSON form of a report."""
    return {
        "assignment": report.assignment,
        "graded": report.graded,
        "skipped": report.skipped,
        "left": report.left,
        "stopped": report.stopped,
        "made_blueprint": report.made_blueprint,
        "seconds": round(report.seconds, 3),
        "notices": [{"student": one.student, "kind": one.kind, "text": one.text} for one in report.notices],
    }


def _clean(text: str) -> str:
    """Return `text` without what a terminal would obey or could not show."""
    return "".join(character if character.isprintable() else "�" for character in text)
