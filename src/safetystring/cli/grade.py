"""`safetystring grade`: a class graded at once, with nbgrader's results."""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer

from safetystring.course.grade.errors import GradeError
from safetystring.course.grade.run import Report, Wanted, grade_assignment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_FINDINGS, _USAGE = 1, 2
_MOST_LINES = 12
"""Lines about learners on a screen; `--json` has them all."""


def command(  # noqa: PLR0913 - each is one thing the result depends on
    assignments: Annotated[
        list[str] | None,
        typer.Argument(metavar="[ASSIGNMENT]...", help="Modules to grade, m1 say; by default all that were handed in."),
    ] = None,
    *,
    course: Annotated[
        Path | None, typer.Option("--course", metavar="DIR", help="The nbgrader course; by default here, or grading/.")
    ] = None,
    student: Annotated[
        list[str] | None, typer.Option(metavar="ID", help="Only this learner; may be given several times.")
    ] = None,
    grades_only: Annotated[
        bool, typer.Option("--grades-only", help="Only the gradebook: no graded notebooks, no feedback pages.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Grade again what is graded already. Marks given by hand are kept.")
    ] = False,
    no_feedback: Annotated[bool, typer.Option("--no-feedback", help="Write no feedback pages.")] = False,
    feedback_only: Annotated[
        bool,
        typer.Option(
            "--feedback-only",
            help="Grade nothing: make the feedback pages again, with the marks and comments given by hand since.",
        ),
    ] = False,
    db: Annotated[
        str | None, typer.Option(metavar="URL", help="The gradebook's database; by default the course's own.")
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Grade nothing: list what is damaged, changed or strange, for you to judge.")
    ] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was done as one JSON object.")] = False,
) -> None:
    """Grade what learners handed in: points, graded notebooks and feedback pages, as nbgrader would make them.

    It leaves the gradebook, autograded/ and feedback/ that `nbgrader autograde` and `nbgrader generate_feedback` leave,
    hundreds of times faster, and runs nothing of a learner's. Graded before and not handed in again: left alone (see
    --force). The first run after a change of the assignment takes some seconds longer.

    --check looks before you grade, and changes nothing: what arrived damaged, which notebooks were changed, whose
    answers are the same as somebody else's, whose times cannot be. It never costs anybody a point.

    Ctrl-C keeps what is done. After any interruption, run it again: it finishes the rest.

    Exit code 0: graded. 1: graded, or looked at, and some learners need a look. 2: nothing could be
    graded. 130: interrupted.
    """
    root = _course(course)
    if check:
        _check(root, assignments or _handed_in(root), tuple(student or ()), as_json=as_json)
        return
    reports: list[Report] = []
    try:
        for name in assignments or _handed_in(root):
            wanted = Wanted(
                assignment=name,
                students=tuple(student or ()),
                grades_only=grades_only,
                feedback=not no_feedback,
                feedback_only=feedback_only,
                force=force,
                database=db,
            )
            with _progress(name, hidden=as_json) as tick:
                reports.append(grade_assignment(root, wanted, tick))
            if reports[-1].stopped:
                break
    except GradeError as error:
        _stop(str(error), reports, as_json=as_json)
    if as_json:
        typer.echo(json.dumps({"assignments": [_plain(one) for one in reports]}, ensure_ascii=False))
    else:
        for report in reports:
            if feedback_only:
                _tell_pages(report, root)
            else:
                _tell(report, root, grades_only=grades_only, feedback=not no_feedback)
    if any(report.stopped for report in reports):
        raise typer.Exit(130)
    if any(report.notices for report in reports):
        raise typer.Exit(_FINDINGS)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("grade")(command)


def _check(root: Path, assignments: list[str], students: tuple[str, ...], *, as_json: bool) -> None:
    from safetystring.cli import oddities  # noqa: PLC0415 - loaded only where it is needed
    from safetystring.course.preflight.look import Preflight, look  # noqa: PLC0415 - as above

    found: list[Preflight] = []
    for name in assignments:
        with _progress(name, hidden=as_json) as tick:
            try:
                found.append(look(root, name, students, tick=tick))
            except GradeError as error:
                _stop(str(error), [], as_json=as_json)
    if as_json:
        typer.echo(json.dumps({"checked": [oddities.plain(one) for one in found]}, ensure_ascii=False))
    else:
        for one in found:
            for line in oddities.lines(one):
                typer.echo(_clean(line))
    if any(one.findings for one in found):
        raise typer.Exit(_FINDINGS)


def _course(given: Path | None) -> Path:
    places = (given,) if given is not None else (Path(), Path("grading"))
    found = next((place for place in places if (place / "nbgrader_config.py").is_file()), None)
    if found is None:
        _stop(
            f"{given} is no course: expected nbgrader_config.py in it; `safetystring build` makes one"
            if given is not None
            else "there is no course here: go to the folder with nbgrader_config.py, or name it with --course DIR",
            [],
        )
    return found.resolve()


def _handed_in(root: Path) -> list[str]:
    known = {path.name for path in (root / "source").glob("*") if path.is_dir()}
    found = {path.name for path in (root / "submitted").glob("*/*") if path.is_dir()} & known
    if not found:
        _stop(f"nothing was handed in yet: expected {root / 'submitted'}/LEARNER/ASSIGNMENT", [])
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


def _tell(report: Report, root: Path, *, grades_only: bool, feedback: bool) -> None:
    """Say what was done, what to look at, and what to do next."""
    faults = [one for one in report.notices if one.kind == "fault"]
    parts = [f"{report.graded} graded in {report.seconds:.1f} s"]
    if report.skipped:
        parts.append(f"{report.skipped} graded before and not handed in again (--force grades them too)")
    if faults:
        parts.append(f"{len(faults)} not graded")
    typer.echo(f"{report.assignment}: " + ", ".join(parts))
    for line in _lines(report):
        typer.echo(line, err=True)
    if report.stopped:
        typer.echo(f"Interrupted: what was graded is kept, {report.left} are left. Run the same again for those.")
    elif report.graded and not grades_only:
        if feedback:
            typer.echo(f"Feedback pages: {root / 'feedback'}/LEARNER/{report.assignment}/")
        typer.echo(
            "Next: grade the written answers (safetystring lab --facilitator, Formgrader), then safetystring report"
        )
        typer.echo(f"What looks strange, for you to judge: safetystring grade {report.assignment} --check")


def _tell_pages(report: Report, root: Path) -> None:
    """Say whose pages were made again."""
    typer.echo(f"{report.assignment}: feedback of {report.graded} made again in {report.seconds:.1f} s")
    for line in _lines(report):
        typer.echo(line, err=True)
    if report.stopped:
        typer.echo(f"Interrupted: {report.left} are left. Run the same again.")
    elif report.graded:
        typer.echo(f"Feedback pages: {root / 'feedback'}/LEARNER/{report.assignment}/")


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


def _stop(message: str, reports: list[Report], *, as_json: bool = False) -> NoReturn:
    if as_json:
        typer.echo(json.dumps({"assignments": [_plain(one) for one in reports], "error": message}, ensure_ascii=False))
    typer.echo(_clean(message), err=True)
    raise typer.Exit(_USAGE)
