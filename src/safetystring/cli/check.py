"""`safetystring check`: everything that is to be mended in the scenarios, with file, line and column."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from safetystring.authoring.diagnostics import in_order
from safetystring.authoring.playthroughs import try_playthroughs
from safetystring.authoring.project import load_project, show

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.cli.explored import Explored

_FINDINGS, _USAGE = 1, 2
_COLOURS = {"error": "red", "warning": "yellow"}


class _UsageError(Exception):
    """What the person typed cannot be done; the message says what was expected."""


def check(
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH…]", help="A scenarios folder, a scenario's folder, or a file of one."),
    ] = None,
    *,
    explore: Annotated[bool, typer.Option("--explore", help="Also play every path of each scenario.")] = False,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
) -> None:
    """Check scenarios, and play their playthroughs: file, line and column of everything to mend.

    Exit code 0: nothing to mend (warnings ask a person to look). 1: at least one error. 2: there is nothing to check
    at PATH.
    """
    try:
        chosen = [(path, _root(path)) for path in paths or [Path("scenarios")]]
    except _UsageError as error:
        typer.echo(_clean(str(error)), err=True)
        raise typer.Exit(_USAGE) from None
    loaded = {root: load_project(root) for root in dict.fromkeys(root for _, root in chosen)}
    tried = {root: try_playthroughs(root, one.project) for root, one in loaded.items()}
    every = {root: (*one.diagnostics, *tried[root].diagnostics) for root, one in loaded.items()}
    found = [one for path, root in chosen for one in every[root] if _below(one, path, root)]
    if explore:
        from safetystring.cli.explored import explore_all  # noqa: PLC0415 - the scorer, wanted here only
    played = explore_all(loaded, chosen) if explore else None
    diagnostics = in_order([*found, *(played.diagnostics if played is not None else ())])
    counts = {
        "scenarios": sum(len(one.project.scenarios) for one in loaded.values() if one.project is not None),
        "playthroughs": sum(one.count for one in tried.values()),
    }
    if as_json:
        typer.echo(json.dumps(_to_json(diagnostics, played), ensure_ascii=False))
    else:
        _show(diagnostics, played.lines if played is not None else (), counts)
    if any(one.severity == "error" for one in diagnostics):
        raise typer.Exit(_FINDINGS)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(check)


def _root(path: Path) -> Path:
    """Return the scenarios folder that `path` is, or lies in."""
    if not path.exists():
        hint = (
            " (run this in the project's folder, or say where the scenarios are)" if path == Path("scenarios") else ""
        )
        raise _UsageError(
            f"{path} is not there: expected a scenarios folder, a scenario's folder, or a file of one{hint}"
        )
    start = path.absolute()
    for folder in (start, *start.parents[:3]):
        if (folder / "modules.yaml").is_file() or (folder / "red_flags.yaml").is_file():
            return Path(path) if folder == start else folder
    if path.is_dir():
        return path.absolute().parent if (path / "scenario.yaml").is_file() else path
    raise _UsageError(f"{path} belongs to no scenarios folder: expected modules.yaml in a folder above it")


def _below(one: Diagnostic, path: Path, root: Path) -> bool:
    """Whether a finding is about what was asked for: all of a folder, or one file and those beside it."""
    if path.absolute() == root.absolute():
        return True
    asked = show(path)
    return one.path == asked or one.path.startswith(f"{asked}/")


def _to_json(diagnostics: Iterable[Diagnostic], played: Explored | None) -> dict[str, object]:
    made: dict[str, object] = {"diagnostics": [one.to_json() for one in diagnostics]}
    return made | ({"explored": played.scenarios, "shortcuts": played.pooled} if played is not None else {})


def _show(diagnostics: tuple[Diagnostic, ...], played: Iterable[str], counts: Mapping[str, int]) -> None:
    # Text takes what a file says as it is; soft_wrap keeps a finding on one line, so that an editor can follow it.
    console = Console(soft_wrap=True, highlight=False)
    for one in diagnostics:
        console.print(Text(_clean(str(one)), style=_COLOURS[one.severity]))
    for line in played:
        console.print(Text(_clean(line)))
    counted = Counter(one.severity for one in diagnostics)
    if not diagnostics:
        checked = ", ".join(f"{count} {name}" for name, count in counts.items() if count or name == "scenarios")
        console.print(Text(f"{checked}, nothing to mend", style="green"))
    else:
        console.print(Text(f"{_number(counted['error'], 'error')}, {_number(counted['warning'], 'warning')}", "bold"))


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 else f"{count} {word}s"


def _clean(text: str) -> str:
    """Return `text` without control characters, which a terminal would obey."""
    return "".join(character if character.isprintable() or character in "\u00a0\u202f" else "�" for character in text)
