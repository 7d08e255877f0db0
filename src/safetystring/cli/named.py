"""The scenario and the language that a person names on the command line."""

from __future__ import annotations

import difflib
import re
import sys
from enum import StrEnum
from pathlib import Path
from typing import NoReturn

import typer

from safetystring.authoring.base import NAME_PATTERN

_USAGE = 2
_MOST_NAMED = 12


class Tongue(StrEnum):
    """The course's languages."""

    zh = "zh"
    en = "en"
    fr = "fr"


def named(scenario: str, scenarios: Path) -> str:
    """Return the id of a scenario of the folder, which may be given as the path of its folder or file too.

    Raises
    ------
    typer.Exit
        With code 2, if there is none such; what was expected is said on the error output.
    """
    if not scenarios.is_dir():
        stop(f"{scenarios} is no folder: run this in the project's folder, or name one with --scenarios")
    known = sorted(path.parent.name for path in scenarios.glob("*/scenario.yaml"))
    name = Path(scenario.removesuffix("scenario.yaml")).name
    if name not in known or not re.fullmatch(NAME_PATTERN, name) or not _inside(scenarios / name, scenarios):
        stop(_unknown(scenario, scenarios, known))
    return name


def stop(line: str) -> NoReturn:
    """End the command as one that was asked for in a way that cannot be done."""
    print(line, file=sys.stderr)
    raise typer.Exit(_USAGE)


def _unknown(scenario: str, scenarios: Path, known: list[str]) -> str:
    close = difflib.get_close_matches(Path(scenario).name, known, 1)
    meant = f"did you mean {close[0]}?" if close else f"there are {', '.join(known[:_MOST_NAMED]) or 'none'}"
    return f"no scenario {scenario!r} in {scenarios}: {meant}"


def _inside(folder: Path, scenarios: Path) -> bool:
    """Whether a folder lies where its name says: a link out of the scenarios is not followed."""
    return folder.resolve().parent == scenarios.resolve()
