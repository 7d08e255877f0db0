"""`safetystring check`: everything that is to be mended in the scenarios, with file, line and column."""

from __future__ import annotations

import datetime as dt
import difflib
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.text import Text

from safetystring.authoring.codes import CODES
from safetystring.authoring.diagnostics import in_order
from safetystring.authoring.pages import read_page
from safetystring.authoring.playthroughs import try_playthroughs
from safetystring.authoring.project import load_project
from safetystring.authoring.recheck import Recheck, recheck
from safetystring.authoring.recheck import lines as recheck_lines
from safetystring.authoring.record import record
from safetystring.authoring.sarif import to_sarif
from safetystring.authoring.summary import counts, summary
from safetystring.cli.asked import AskedError, is_below, root_of
from safetystring.cli.mending import mend

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.project import Loaded
    from safetystring.cli.explored import Explored

_FINDINGS, _USAGE = 1, 2
_COLOURS = {"error": "red", "warning": "yellow"}


def check(  # noqa: PLR0913 - one parameter an option
    paths: Annotated[
        list[Path] | None,
        typer.Argument(metavar="[PATH…]", help="A scenarios folder, a scenario's folder, or a file of one."),
    ] = None,
    *,
    explore: Annotated[bool, typer.Option("--explore", help="Also play every path of each scenario.")] = False,
    fix: Annotated[bool, typer.Option("--fix", help="First mend what is mechanical, in place, and show it.")] = False,
    stamp: Annotated[
        bool, typer.Option("--stamp", help="With --fix: the translations have been read against their source.")
    ] = False,
    record_release: Annotated[
        bool, typer.Option("--record-release", help="Write released.json: these ids may now be answered.")
    ] = False,
    explain: Annotated[
        str | None, typer.Option("--explain", metavar="CODE", help="Print the page of a code, SS052 for instance.")
    ] = None,
    options: Annotated[
        bool, typer.Option("--options", help="Instead: print the options without their conversations, to guess from.")
    ] = False,
    answers: Annotated[
        Path | None,
        typer.Option("--answers", metavar="FILE", help="With --options: score these guesses, “12 B” a line."),
    ] = None,
    tells: Annotated[
        bool, typer.Option("--tells", help="With --options: what a plain reader finds by words alone, and by which.")
    ] = False,
    lang: Annotated[str | None, typer.Option("--lang", help="With --options: zh (the default), en or fr.")] = None,
    seed: Annotated[str | None, typer.Option("--seed", help="With --options: what the order is drawn by (1).")] = None,
    count: Annotated[
        int | None, typer.Option("--count", min=1, metavar="N", help="With --options: so many choice points.")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object instead of lines.")] = False,
    as_sarif: Annotated[bool, typer.Option("--sarif", help="SARIF 2.1.0 instead of lines.")] = False,
) -> None:
    """Check scenarios, and play their playthroughs: file, line and column of everything to mend.

    Exit code 0: nothing to mend (warnings ask a person to look). 1: at least one error. 2: there is nothing to check
    at PATH, or the options do not go together.
    """
    if explain is not None:
        _explain(explain)
        return
    try:
        chosen = [(path, root_of(path)) for path in paths or [Path("scenarios")]]
        _together(chosen, stamp and not fix, as_json and as_sarif, record_release)
        _with_options(options, tells or (answers, lang, seed, count) != (None, None, None, None))
        mended = list(mend(chosen, stamp=stamp)) if fix else []
    except (AskedError, OSError) as error:
        typer.echo(_clean(str(error)), err=True)
        raise typer.Exit(_USAGE) from None
    if options:
        from safetystring.cli.guessed import guessed, told  # noqa: PLC0415 - wanted here only

        told(chosen, lang) if tells else guessed(chosen, lang, seed or "1", count, answers)
        return
    loaded = {root: load_project(root) for root in dict.fromkeys(root for _, root in chosen)}
    tried = {root: try_playthroughs(root, one.project) for root, one in loaded.items()}
    every = {root: (*one.diagnostics, *tried[root].diagnostics) for root, one in loaded.items()}
    found = [one for path, root in chosen for one in every[root] if is_below(one.path, path, root)]
    if explore:
        from safetystring.cli.explored import explore_all  # noqa: PLC0415 - the scorer, wanted here only
    played = explore_all(loaded, chosen) if explore else None
    diagnostics = in_order([*found, *(played.diagnostics if played is not None else ())])
    again = _recheck(loaded, chosen)
    if as_sarif:
        typer.echo(json.dumps(to_sarif(diagnostics), ensure_ascii=False, indent=1))
    elif as_json:
        typer.echo(json.dumps(_to_json(diagnostics, played, again, mended), ensure_ascii=False))
    else:
        numbers = {
            "scenarios": sum(len(one.project.scenarios) for one in loaded.values() if one.project is not None),
            "playthroughs": sum(one.count for one in tried.values()),
        }
        _show(diagnostics, (mended, played.lines if played is not None else ()), numbers, again)
    failed = any(one.severity == "error" for one in diagnostics)
    if record_release:
        failed = not _record(loaded)
    if failed:
        raise typer.Exit(_FINDINGS)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(check)


def today() -> dt.date:
    """Return the day from which the age of a help line is counted."""
    return dt.datetime.now(tz=dt.UTC).date()


def _together(chosen: Iterable[tuple[Path, Path]], stamp_alone: bool, two_forms: bool, recording: bool) -> None:
    if stamp_alone:
        raise AskedError("--stamp goes with --fix: it writes into the files, and says that somebody has read them")
    if two_forms:
        raise AskedError("--json or --sarif, one of them")
    if recording and any(path.absolute() != root.absolute() for path, root in chosen):
        raise AskedError("--record-release takes a whole scenarios folder: a release is all of it")


def _with_options(options: bool, others: bool) -> None:
    if others and not options:
        raise AskedError("--answers, --tells, --lang, --seed and --count go with --options")


def _explain(code: str) -> None:
    name = code.strip().upper()
    if name not in CODES:
        close = difflib.get_close_matches(name, CODES, n=1, cutoff=0.5)
        hint = f"; did you mean {close[0]}?" if close else ""
        typer.echo(_clean(f"there is no code {name}{hint} (they are SS and three digits: SS052)"), err=True)
        raise typer.Exit(_USAGE)
    severity, title = CODES[name]
    typer.echo(read_page(name) or f"{name} {severity}: {title}")


def _record(loaded: Mapping[Path, Loaded]) -> bool:
    """Record the release of each folder; return whether all could be."""
    done = True
    for root, one in loaded.items():
        recorded = record(root, one)
        done = done and recorded.written
        typer.echo(_clean(recorded.said), err=not recorded.written)
    return done


def _recheck(loaded: Mapping[Path, Loaded], chosen: Sequence[tuple[Path, Path]]) -> list[Recheck]:
    found = [one for path, root in chosen for one in recheck(loaded[root].workspace, today()) if _asks(one, path, root)]
    return list(dict.fromkeys(found))


def _asks(one: Recheck, path: Path, root: Path) -> bool:
    return is_below(one.path, path, root)


def _to_json(
    diagnostics: tuple[Diagnostic, ...], played: Explored | None, again: Iterable[Recheck], mended: Sequence[str]
) -> dict[str, object]:
    by_file = counts(diagnostics)
    total = {name: sum(one[name] for one in by_file.values()) for name in ("error", "warning")}
    made: dict[str, object] = {
        "diagnostics": [one.to_json() for one in diagnostics],
        "summary": {**total, "files": by_file},
        "recheck": [{"path": one.path, "line": one.line, "name": one.name, "why": one.why} for one in again],
    }
    made |= {"mended": list(mended)} if mended else {}
    return made | ({"explored": played.scenarios, "shortcuts": played.pooled} if played is not None else {})


def _show(
    diagnostics: tuple[Diagnostic, ...],
    before: tuple[Iterable[str], Iterable[str]],
    numbers: Mapping[str, int],
    again: Sequence[Recheck],
) -> None:
    # Text takes what a file says as it is; soft_wrap keeps a finding on one line, so that an editor can follow it.
    console = Console(soft_wrap=True, highlight=False)
    mended, played = before
    for line in mended:
        console.print(Text(_clean(line), style="cyan"))
    for one in diagnostics:
        console.print(Text(_clean(str(one)), style=_COLOURS[one.severity]))
    for line in played:
        console.print(Text(_clean(line)))
    if diagnostics:
        head, *rest = summary(diagnostics)
        console.print()
        console.print(Text(_clean(head), style="bold"))
        for line in rest:
            console.print(Text(_clean(line)))
    else:
        checked = ", ".join(f"{count} {name}" for name, count in numbers.items() if count or name == "scenarios")
        console.print(Text(f"{checked}, nothing to mend", style="green"))
    if again:
        console.print(Text("Before a release, a person looks these up again:", style="bold"))
        for line in recheck_lines(again):
            console.print(Text(f"  {_clean(line)}"))


def _clean(text: str) -> str:
    """Return `text` without control characters, which a terminal would obey."""
    return "".join(character if character.isprintable() or character in "\u00a0\u202f" else "�" for character in text)
