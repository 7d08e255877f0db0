"""`safetystring collect`: answers that came by e-mail, by a learning platform or on a stick, into the course."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer

from safetystring.course.answers import RefusedError
from safetystring.course.build import course_salt
from safetystring.course.incoming.collect import Collected, collect
from safetystring.course.incoming.keep import ASIDE
from safetystring.course.incoming.table import read_table, write_table

if TYPE_CHECKING:
    from collections.abc import Iterator

_FINDINGS, _USAGE = 1, 2
_MOST_LINES = 40
TABLE = "map.csv"


def command(  # noqa: PLR0913 - one parameter an option of the command line
    places: Annotated[
        list[Path],
        typer.Argument(metavar="PLACE...", help="Folders with the files as they came, or a platform's own zip file."),
    ],
    *,
    course: Annotated[
        Path | None, typer.Option("--course", metavar="DIR", help="The nbgrader course; by default here, or grading/.")
    ] = None,
    table: Annotated[
        Path | None,
        typer.Option("--map", metavar="FILE", help="A CSV with the columns file and learner: who sent what."),
    ] = None,
    pseudonyms: Annotated[
        bool, typer.Option("--pseudonyms", help="Give a code to each sender whom no name tells; always the same one.")
    ] = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would be taken.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was done as one JSON object.")] = False,
) -> None:
    """Collect answers, whatever the files are called: each one says itself which conversation it belongs to.

    Whose it is, is told by its outer name only: your --map, the folder or number a learning platform gave (Moodle,
    Canvas), or the code in answers_CODE_m1.zip. Where none of them tells, a table to fill in is written for you.

    Nothing is lost: what a learner sends again is put beside what is there, and what it replaces is kept in replaced/.
    Nothing of a learner's is run, and only answers and notebooks are taken.

    Exit code 0: everything was taken. 1: taken, and some files need a look. 2: nothing could be collected.
    """
    root = _course(course)
    try:
        named = read_table(table) if table is not None else {}
        secret = course_salt(root / "keys") if pseudonyms else None
        found = collect(root, places, named, secret=secret, write=not dry_run)
    except RefusedError as error:
        _stop(str(error))
    except OSError as error:
        _stop(
            f"{error.filename or root} cannot be read or written ({error.strerror or error}): mend it, run this again"
        )
    written = _offer(root, found) if found.nameless and table is None and not dry_run else None
    if as_json:
        typer.echo(json.dumps(_plain(found, root), ensure_ascii=False))
    else:
        for line in _lines(found, written, dry_run=dry_run):
            typer.echo(_clean(line))
    if not found.kept and (found.lines or found.nameless):
        raise typer.Exit(_USAGE)
    if found.lines or found.nameless:
        raise typer.Exit(_FINDINGS)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("collect")(command)


def _course(given: Path | None) -> Path:
    places = (given,) if given is not None else (Path(), Path("grading"))
    found = next((place for place in places if (place / "nbgrader_config.py").is_file()), None)
    if found is None:
        _stop("there is no course here: go to the folder with nbgrader_config.py, or name it with --course DIR")
    return found.resolve()


def _offer(root: Path, found: Collected) -> Path | None:
    """Write the table to fill in, unless there is one."""
    path = root / TABLE
    try:
        write_table(path, found.nameless)
    except OSError:
        return None
    return path


def _lines(found: Collected, table: Path | None, *, dry_run: bool) -> Iterator[str]:
    for name in sorted({assignment for _, assignment in found.kept}):
        count = Counter(kept.what for (_, assignment), kept in found.kept.items() if assignment == name)
        parts = [f"{count[what]} {what}" for what in ("new", "replaced", "unchanged") if count[what]]
        learners = sum(count.values())
        yield f"{name}: {'would take ' if dry_run else ''}{learners} learner{'s' * (learners != 1)}" + (
            "" if dry_run else f" ({', '.join(parts)})"
        )
    if any(kept.aside for kept in found.kept.values()):
        yield f"What was replaced is kept in {ASIDE}/LEARNER/ASSIGNMENT/TIME."
    if found.by["platform"]:
        yield f"{len(found.by['platform'])} named by the platform's number; for codes of your own, use --map."
    if found.lines:
        yield ""
        yield from (f"  {line}" for line in found.lines[:_MOST_LINES])
        if len(found.lines) > _MOST_LINES:
            yield f"  … and {len(found.lines) - _MOST_LINES} more, all of them with --json"
    if found.nameless:
        yield ""
        yield f"{len(found.nameless)} of the files with answers name nobody, and were not taken."
        if table is not None:
            yield f"Write who sent each into {table} (column learner), then run the same with --map {table}"
        yield "Or add --pseudonyms: each sender gets a code."
    elif found.kept and not dry_run:
        names = " ".join(sorted({assignment for _, assignment in found.kept}))
        yield f"Next: safetystring grade {names} --check, then safetystring grade {names}"
    if not found.kept and not found.lines and not found.nameless:
        yield "No files were there."


def _plain(found: Collected, root: Path) -> dict[str, object]:
    return {
        "course": str(root),
        "collected": [
            {
                "learner": learner,
                "assignment": assignment,
                "what": kept.what,
                "replaced": str(kept.aside) if kept.aside is not None else None,
            }
            for (learner, assignment), kept in sorted(found.kept.items())
        ],
        "not_taken": found.lines,
        "nameless": sorted(found.nameless),
    }


def _clean(text: str) -> str:
    """Return `text` without what a terminal would obey or could not show."""
    return "".join(character if character.isprintable() else "�" for character in text)


def _stop(message: str) -> NoReturn:
    typer.echo(_clean(message), err=True)
    raise typer.Exit(_USAGE)
