"""`safetystring simulate`: response logs of simulated learners, to try the grading and the report on."""

from __future__ import annotations

import json
import random
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NoReturn

import typer
from rich.console import Console
from rich.progress import Progress

from safetystring.cohort import DEFAULT_MIX, ShelfError, open_shelf, simulate

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetystring.scenario import Key, Scenario

_FINDINGS, _USAGE = 1, 2
_MOST = 10_000
_SALT = "simulated"
"""Which messages are items depends on a course's secret salt; the conversation itself does not, nor its hash."""


class ProfileName(StrEnum):
    """The profiles by name; a test holds them to :data:`PROFILES`."""

    careful = "careful"
    trusting = "trusting"
    suspicious = "suspicious"
    hurried = "hurried"
    random = "random"
    early_leaver = "early-leaver"
    quitter = "quitter"
    never = "never"
    hang_up = "hang-up"
    mark_all = "mark-all"
    mark_all_then_prune = "mark-all-then-prune"
    mark_none = "mark-none"
    first_option = "first-option"


def command(  # noqa: PLR0913 - one parameter an option of the command line
    *,
    out: Annotated[
        Path, typer.Option(metavar="DIR", help="Where to write <learner>/<module>/responses/<scenario>.jsonl.")
    ],
    scenarios: Annotated[
        Path | None, typer.Option(metavar="DIR", help="The scenarios as written; by default scenarios/.")
    ] = None,
    keys: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Compiled scenarios and keys instead: grading/ or notebooks/.")
    ] = None,
    count: Annotated[int, typer.Option("-n", min=1, max=_MOST, help="How many learners.")] = 40,
    seed: Annotated[int, typer.Option(help="The same seed gives the same learners, byte for byte.")] = 1,
    profile: Annotated[
        list[ProfileName] | None,
        typer.Option(help="Only learners of this kind; may be given several times. By default a mixed class."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Say what was written as one JSON object.")] = False,
) -> None:
    """Let simulated learners play every scenario, and write their response logs.

    They prove the scorer, the grading and the report; they prove nothing about people. Each line they write is marked
    as simulated, and a report on them says so.

    Exit code 0: written. 1: the scenarios have errors. 2: there is nothing to play, or no place to write.
    """
    if scenarios is not None and keys is not None:
        _stop("name either --scenarios or --keys, not both", _USAGE)
    pairs = _compiled(keys) if keys is not None else _from_source(scenarios or Path("scenarios"))
    names = _names(profile, count, seed)
    written = 0
    console = Console(stderr=True)
    try:
        with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
            for number, name in enumerate(progress.track(names, description="learners"), 1):
                written += _write(out, f"sim-{number:04d}", pairs, name, seed * _MOST + number)
    except OSError as error:
        _stop(f"{error.filename or out} cannot be written: {error.strerror}", _USAGE)
    if as_json:
        told = {"out": str(out), "learners": count, "logs": written, "scenarios": [made.id for made, _ in pairs]}
        typer.echo(json.dumps(told, ensure_ascii=False))
    else:
        typer.echo(f"{written} logs of {count} simulated learners in {out}. They say nothing about people.")


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command("simulate")(command)


def _names(profile: list[ProfileName] | None, count: int, seed: int) -> list[str]:
    """Return the profile of each learner: in turn those that were asked for, else drawn from the default mix."""
    if profile:
        return [profile[number % len(profile)].value for number in range(count)]
    dice = random.Random(f"class {seed}")  # noqa: S311 - a simulation, no secret
    return dice.choices(list(DEFAULT_MIX), weights=list(DEFAULT_MIX.values()), k=count)


def _write(out: Path, learner: str, pairs: Sequence[tuple[Scenario, Key]], profile: str, seed: int) -> int:
    written = 0
    for scenario, key in pairs:
        data = simulate(scenario, key, profile, seed)
        if not data:
            continue  # never opened: no file, as with a real learner
        log = out / learner / scenario.module / "responses" / f"{scenario.id}.jsonl"
        log.parent.mkdir(parents=True, exist_ok=True)
        log.write_bytes(data)
        written += 1
    return written


def _compiled(keys: Path) -> list[tuple[Scenario, Key]]:
    try:
        return [(one.scenario, one.key) for one in open_shelf(keys).values()]
    except ShelfError as error:
        _stop(str(error), _USAGE)


def _from_source(folder: Path) -> list[tuple[Scenario, Key]]:
    if not folder.is_dir():
        _stop(f"{folder} is no folder: run this in the course's folder, or name --scenarios DIR or --keys DIR", _USAGE)
    try:
        from safetystring.authoring.project import compile_project, load_project  # noqa: PLC0415 - an extra of its own
    except ModuleNotFoundError as error:
        _stop(
            f"reading written scenarios needs {error.name}: pip install 'safetystring[author]', or use --keys", _USAGE
        )
    loaded = load_project(folder, Path("scenarios"))
    if loaded.project is None:
        _stop(f"{folder} has errors: `safetystring check {folder}` explains each", _FINDINGS)
    return list(compile_project(loaded.project, _SALT).values())


def _stop(message: str, code: int) -> NoReturn:
    typer.echo(message, err=True)
    raise typer.Exit(code)
