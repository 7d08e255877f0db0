"""`safetystring grade`: a class graded at once, with nbgrader's results."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads the hints
from typing import Annotated

import typer

from safetystring.cli import grading


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
    asked = grading.Asked(
        assignments=tuple(assignments or ()),
        course=course,
        students=tuple(student or ()),
        grades_only=grades_only,
        force=force,
        no_feedback=no_feedback,
        feedback_only=feedback_only,
        database=db,
        check=check,
        as_json=as_json,
    )
    raise typer.Exit(grading.answer(asked))


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("grade")(command)
