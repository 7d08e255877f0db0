"""`safetystring build`: from scenarios to notebooks, and to an nbgrader course."""

from __future__ import annotations

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from safetystring.authoring.coverage import write_coverage
from safetystring.authoring.diagnostics import errors
from safetystring.authoring.picture.course import write_course
from safetystring.authoring.project import Project, load_project
from safetystring.authoring.schema import write_schema
from safetystring.course.build import SELF_STUDY_SALT, BuildError, Built, build_course, build_notebooks, course_salt
from safetystring.course.catalogue import catalogue, compile_all

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetystring.authoring.diagnostics import Diagnostic

_FINDINGS, _USAGE = 1, 2
_PUBLIC = Path("scenarios")
_NOTEBOOKS = Path("notebooks")
_PICTURE = Path("docs/images/course.svg")
_COVERAGE = Path("docs/coverage.md")


class ReleaseMode(StrEnum):
    """The two releases."""

    training = "training"
    exam = "exam"


def build(
    *,
    mode: Annotated[ReleaseMode, typer.Option(help="An exam hands out no debrief and no key.")] = ReleaseMode.training,
    scenarios: Annotated[Path, typer.Option(help="The folder of scenarios; an exam's is a private one.")] = _PUBLIC,
    course: Annotated[Path, typer.Option(help="The nbgrader course that is written.")] = Path("grading"),
    generated: Annotated[bool, typer.Option("--generated", help="Only notebooks/, which is kept in git.")] = False,
) -> None:
    """Build the learners' notebooks and the nbgrader course from the scenarios.

    notebooks/ is written from this repository's own scenarios only. Files that did not change are left alone.
    """
    public = scenarios.resolve() == _PUBLIC.resolve()
    if generated and (mode is ReleaseMode.exam or not public):
        _stop("--generated writes notebooks/ from scenarios/: leave out --mode and --scenarios", _USAGE)
    if not scenarios.is_dir():
        _stop(f"{scenarios} is no folder: run this in the course's folder, or name one with --scenarios", _USAGE)
    project = _checked(scenarios, public=public)
    if mode is ReleaseMode.exam and public:
        _say("warning: these scenarios are public, and their answers with them; an exam takes a private folder:")
        _say("         safetystring build --mode exam --scenarios DIR")
    try:
        if public and mode is ReleaseMode.training:
            compiled = compile_all(project, SELF_STUDY_SALT, "training")
            write_schema(scenarios)
            write_course(_PICTURE, project)
            write_coverage(_COVERAGE, project)
            _report(build_notebooks(_NOTEBOOKS, compiled.values(), catalogue(project, compiled)))
        if not generated:
            chosen = compile_all(project, course_salt(course), mode.value)
            _report(build_course(course, chosen.values(), catalogue(project, chosen).modules))
    except (BuildError, OSError) as error:
        _stop(str(error), _FINDINGS)


def _checked(scenarios: Path, *, public: bool) -> Project:
    loaded = load_project(scenarios, None if public else _PUBLIC)
    if loaded.project is None:
        _findings(errors(loaded.diagnostics))
        _stop("nothing was built: mend these first (`safetystring check` explains each)", _FINDINGS)
    return loaded.project


def _findings(found: Iterable[Diagnostic]) -> None:
    for one in found:
        _say(str(one))


def _report(built: Built) -> None:
    for line in built.warnings:
        _say(f"warning: {line}")
    changes = built.changes
    numbers = f"{len(changes.written)} written, {len(changes.unchanged)} unchanged, {len(changes.removed)} removed"
    print(f"{built.folder}: {numbers}")


def _say(line: str) -> None:
    print(line, file=sys.stderr)


def _stop(line: str, code: int) -> NoReturn:
    _say(line)
    raise typer.Exit(code)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(build)
