"""`safetystring score`: the points of one response log, cell by cell."""

from __future__ import annotations

import json
from collections.abc import Iterator  # noqa: TC003 - beside Path and Annotated, which typer reads at run time
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer
from rich.console import Console
from rich.table import Table
from rich.text import Text

from safetystring.player.log import MAX_BYTES, LogRead, load_line, parse, read_bytes, scored
from safetystring.player.script import Course
from safetystring.scenario import FormatError, Key, Scenario
from safetystring.scoring.assess import Assessment, assess
from safetystring.scoring.find import NoKeyError, find, is_id, read_any_key, trusted_keys
from safetystring.scoring.labels import label

if TYPE_CHECKING:
    from safetystring.scenario import Lang

_FINDINGS, _USAGE = 1, 2
_MOST_PROBLEMS = 20
"""Lines of problems on a screen; `--json` has them all."""
_WORDS = {
    "scored": "scored",
    "unfinished": "not finished: no verdict, or the review was not closed, so every cell is 0",
    "skipped": "skipped: the theme was not wanted, so every cell is excused",
    "drill": "a drill has no score",
}


class Language(StrEnum):
    """The languages that names can be shown in."""

    zh = "zh"
    en = "en"
    fr = "fr"


class _UsageError(Exception):
    """What the person typed cannot be done; the message says what was expected."""


@dataclass(frozen=True, slots=True)
class _Scored:
    key: Key
    assessment: Assessment
    problems: tuple[str, ...]


def score(
    log: Annotated[Path, typer.Argument(metavar="LOG", help="A response log, responses/<scenario-id>.jsonl.")],
    *,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of a table.")] = False,
    key: Annotated[
        Path | None,
        typer.Option(metavar="FILE", help="The scenario's key, keys/<id>.json or data/<id>.debrief; found by itself"),
    ] = None,
    lang: Annotated[Language, typer.Option(help="Language of the red flags' names.")] = Language.en,
) -> None:
    """Score one response log, cell by cell.

    Exit code 0: scored as it stands. 1: scored, and lines of the log were left out or the scenario has changed since.
    2: there is no such log or no key for it.
    """
    try:
        result = _score(log, key)
    except _UsageError as error:
        typer.echo(_clean(str(error)), err=True)
        raise typer.Exit(_USAGE) from None
    if as_json:
        typer.echo(json.dumps(to_json(result.assessment, result.problems)))
    else:
        _show(result, lang.value)
    if result.problems:
        raise typer.Exit(_FINDINGS)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(score)


def to_json(assessment: Assessment, problems: tuple[str, ...] = ()) -> dict[str, Any]:
    """Return the fixed JSON form of one scored log."""
    return {
        "scenario": assessment.scenario,
        "status": assessment.status,
        "cells": {cell: {"points": value.points, "max": value.maximum} for cell, value in assessment.cells.items()},
        "verdict": assessment.verdict,
        "points": assessment.points,
        "max": assessment.maximum,
        "discernment": assessment.discernment,
        "problems": list(problems),
    }


def _score(log: Path, key_file: Path | None) -> _Scored:
    data = _read(log)
    scenario, key = _find(log, data, key_file)
    read = parse(data, Course.of(scenario))
    play = scored(read)
    assessment = assess(play.session if play is not None else None, scenario, key)
    return _Scored(key, assessment, _problems(read))


def _read(log: Path) -> bytes:
    try:
        return read_bytes(log, MAX_BYTES)
    except FileNotFoundError:
        raise _UsageError(f"{log} is not there: expected a response log, responses/<scenario-id>.jsonl") from None
    except OSError as error:
        raise _UsageError(f"{log} cannot be read: {error.strerror or error}") from None


def _find(log: Path, data: bytes, key_file: Path | None) -> tuple[Scenario, Key]:
    # The folder of the answers: responses/ stands in it. A log that was moved elsewhere stands in it itself.
    folder = log.absolute().parent
    root = folder.parent if folder.name == "responses" else folder
    if key_file is not None:
        scenario_id, keys = _id_of_key(key_file), [key_file]
    else:
        scenario_id = _id_of_log(log, data)
        keys = [*trusted_keys(scenario_id, root), *_other_keys(scenario_id, root)]
    public = [root / "data" / f"{scenario_id}.json"]
    if key_file is not None:
        public = [
            key_file.parent / f"{scenario_id}.json",
            key_file.parent.parent / "data" / f"{scenario_id}.json",
            *public,
        ]
    try:
        return find(scenario_id, keys, public)
    except NoKeyError as error:
        raise _UsageError(f"{error}, or say where it is with --key FILE" if key_file is None else str(error)) from None


def _other_keys(scenario_id: str, root: Path) -> Iterator[Path]:
    yield Path("grading") / "keys" / f"{scenario_id}.json"
    yield Path("keys") / f"{scenario_id}.json"
    yield root / "data" / f"{scenario_id}.debrief"


def _id_of_key(key_file: Path) -> str:
    try:
        return read_any_key(key_file).id
    except FormatError as error:
        raise _UsageError(f"{key_file} is no key ({error}): expected keys/<id>.json or data/<id>.debrief") from None


def _id_of_log(log: Path, data: bytes) -> str:
    """Return the scenario's id: from the log's first line, else from its name."""
    try:
        event = load_line(data.split(b"\n", 1)[0]).event
    except FormatError:
        event = None
    found = getattr(event, "scenario", log.stem)
    if log.suffix != ".jsonl" and found == log.stem:
        raise _UsageError(f"{log} is no response log: expected responses/<scenario-id>.jsonl")
    if not is_id(found):
        raise _UsageError(f"{log} names no scenario: expected responses/<scenario-id>.jsonl")
    return str(found)


def _problems(read: LogRead) -> tuple[str, ...]:
    return tuple(
        f"line {problem.line}: {problem.reason}" if problem.line else problem.reason for problem in read.problems
    )


def _show(result: _Scored, lang: Lang) -> None:
    console = Console()
    assessment = result.assessment
    # Nothing of the log or the scenario is read as rich's markup: Text takes it as it is.
    console.print(Text(f"{assessment.scenario}: {_WORDS[assessment.status]}"))
    if assessment.cells:
        console.print(_table(result, lang))
    if assessment.verdict is not None:
        console.print(Text(f"Verdict: {assessment.verdict} % likely a scam (it was {result.key.truth})"))
    if assessment.discernment is not None:
        console.print(Text(f"Discernment: {assessment.discernment:.0%} (0 % is marking nothing and guessing)"))
    for problem in result.problems[:_MOST_PROBLEMS]:
        console.print(Text(_clean(problem), style="yellow"))
    if len(result.problems) > _MOST_PROBLEMS:
        console.print(Text(f"… and {len(result.problems) - _MOST_PROBLEMS} more, all of them with --json"))


def _table(result: _Scored, lang: Lang) -> Table:
    assessment = result.assessment
    outcomes: dict[str, str] = {item.cell: item.result.replace("_", " ") for item in assessment.items}
    outcomes |= {decision.cell: decision.rating or "" for decision in assessment.decisions}
    table = Table("Cell", "What it was", "Result", show_footer=True)
    table.add_column("Points", justify="right", footer=f"{assessment.points:g} / {assessment.maximum:g}")
    for cell, value in assessment.cells.items():
        name = Text(_clean(label(cell, lang, result.key)))
        table.add_row(cell, name, outcomes.get(cell, ""), f"{value.points:.3g} / {value.maximum:g}")
    return table


def _clean(text: str) -> str:
    """Return `text` without control characters, which a terminal would obey."""
    return "".join(character if character.isprintable() else "�" for character in text)
