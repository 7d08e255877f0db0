"""`safetystring report`: one page on what a room saw, missed, and saw where there was nothing."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress

from safetystring.cohort import Cohort, CohortError, ShelfError, load
from safetystring.cohort.measures import K
from safetystring.cohort.report import render, to_json
from safetystring.cohort.summary import summarise

if TYPE_CHECKING:
    from collections.abc import Iterable

_FINDINGS, _USAGE = 1, 2
_MOST_PROBLEMS = 12
"""Lines of problems on a screen; `--json` has them all."""
_TROUBLE = ("unreadable", "no key", "copy")
"""What a facilitator may want to look after."""


class Language(StrEnum):
    """The languages of the page."""

    zh = "zh"
    en = "en"
    fr = "fr"


def command(  # noqa: PLR0913 - one parameter an option of the command line
    path: Annotated[
        Path | None,
        typer.Argument(
            metavar="PATH",
            help="The nbgrader course, its gradebook.db, or a folder of logs and answers_….zip; by default grading/.",
        ),
    ] = None,
    *,
    keys: Annotated[
        Path | None,
        typer.Option(metavar="DIR", help="Compiled scenarios and keys: grading/ or notebooks/; found by itself."),
    ] = None,
    db: Annotated[
        str | None, typer.Option(metavar="URL", help="The gradebook's database; by default the course's own.")
    ] = None,
    out: Annotated[Path, typer.Option(metavar="FILE", help="The page that is written.")] = Path("report.html"),
    lang: Annotated[Language, typer.Option(help="Language of the page.")] = Language.zh,
    min_group: Annotated[int, typer.Option(min=1, help="Nothing is shown that rests on fewer learners.")] = K,
    as_json: Annotated[bool, typer.Option("--json", help="The numbers as one JSON object instead of a page.")] = False,
) -> None:
    """Report on a course: red flags caught and missed, false alarms, decisions, money; with intervals, without names.

    Exit code 0: written. 1: written, and some logs could not be read or stood there twice. 2: there is nothing to read.
    """
    place = path if path is not None else _usual()
    cohort = _load(place, keys, db)
    if not cohort.shelf:
        _stop(
            "no key was found, so nothing can be scored: name the built course with --keys grading or --keys notebooks"
        )
    summary = summarise(cohort, k=min_group)
    if as_json:
        typer.echo(json.dumps(to_json(summary) | {"problems": list(cohort.problems)}, ensure_ascii=False))
    else:
        _tell(cohort.problems)
        _write(out, render(summary, lang.value))
        typer.echo(f"{out}: {_size(summary.learners, min_group)}" + (", simulated" if summary.simulated else ""))
    if cohort.runs["status"].isin(_TROUBLE).any():
        raise typer.Exit(_FINDINGS)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("report")(command)


def _usual() -> Path:
    """Return the course one stands in, else `grading`."""
    marks = ("gradebook.db", "nbgrader_config.py", "submitted")
    return Path() if any(Path(mark).exists() for mark in marks) else Path("grading")


def _load(place: Path, keys: Path | None, database: str | None) -> Cohort:
    console = Console(stderr=True)
    try:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
            task = progress.add_task("logs", total=None)
            return load(place, keys, database=database, tick=lambda number: progress.update(task, completed=number))
    except (CohortError, ShelfError) as error:
        _stop(str(error))


def _write(out: Path, page: str) -> None:
    try:
        out.write_text(page, encoding="utf-8")
    except OSError as error:
        _stop(f"{out} cannot be written ({error.strerror}): name another place with --out")


def _tell(problems: Iterable[str]) -> None:
    lines = list(problems)
    for line in lines[:_MOST_PROBLEMS]:
        # A line may quote what stands in a learner's file: no control characters reach the terminal.
        typer.echo("".join(character if character.isprintable() else "�" for character in line), err=True)
    if len(lines) > _MOST_PROBLEMS:
        typer.echo(f"… and {len(lines) - _MOST_PROBLEMS} more, all of them with --json", err=True)


def _size(learners: int | None, k: int) -> str:
    return f"fewer than {k} learners" if learners is None else "nobody yet" if learners == 0 else f"{learners} learners"


def _stop(message: str) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(_USAGE)
