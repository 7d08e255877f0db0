"""What `safetystring check --options` writes: a sheet to guess from, a reader's score, or what a plain reader finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from safetystring.authoring import guess, tells
from safetystring.authoring.project import load_project
from safetystring.scenario import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from safetystring.authoring.guess import Point
    from safetystring.authoring.project import Project
    from safetystring.scenario import Lang

MAX_BYTES = 1_000_000
"""Most bytes of a file of answers."""
_FINDINGS, _USAGE = 1, 2


def guessed(
    chosen: Sequence[tuple[Path, Path]], lang: str | None, seed: str, count: int | None, answers: Path | None
) -> None:
    """Print the sheet of what was chosen; with `answers`, the score of that file.

    Raises
    ------
    typer.Exit
        2 where something was asked that cannot be done, 1 where the scenarios cannot be read or the goal is not met.
    """
    if lang not in (None, *LANGUAGES):
        raise _refused(f"--lang is one of {', '.join(LANGUAGES)}; found {lang}", _USAGE)
    known: Lang = next((one for one in LANGUAGES if one == lang), "zh")
    if seed != seed.strip() or not seed or len(seed.split()) > 1:
        raise _refused("--seed is one word or number", _USAGE)
    text = _text_of(answers) if answers is not None else None
    drawn = guess.mixed(_points(chosen, known), seed, count)
    if not drawn:
        raise _refused("there is no choice point to guess at below PATH", _USAGE)
    if text is None:
        _print(guess.sheet(drawn, known, seed))
        return
    found = guess.read_guesses(text, drawn, known, seed)
    if found.wrong:
        raise _refused("\n".join(f"{answers}: {one}" for one in found.wrong), _USAGE)
    _print(guess.result(drawn, found.picked))
    if not guess.share(drawn, found.picked).met:
        raise typer.Exit(_FINDINGS)


def told(chosen: Sequence[tuple[Path, Path]], lang: str | None) -> None:
    """Print what a plain reader finds, language by language or in `lang`, and by what. It always learns from all."""
    if lang not in (None, *LANGUAGES):
        raise _refused(f"--lang is one of {', '.join(LANGUAGES)}; found {lang}", _USAGE)
    projects = _projects(chosen)
    for one in (one for one in LANGUAGES if lang in (None, one)):
        for project, names in projects:
            every = guess.points(project.scenarios, one)
            if every:
                _print(_told(every, names, one))


def _told(every: Sequence[Point], names: set[str], lang: Lang) -> Iterator[str]:
    picked = tells.picks(every, lang)
    share = guess.share(every, {at: one.place for at, one in enumerate(picked)})
    low, high = share.interval
    yield (
        f"{lang}: a plain reader of options finds {share.safe} of {share.n}, {share.safe / share.n:.0%} "
        f"(95 %: {low:.0%} to {high:.0%}); goal at most {share.goal:.0%}: {'met' if share.met else 'NOT met'}"
    )
    yield "  what tells it most:"
    yield from tells.lines(tells.tells(every, lang))
    its = [(point, pick) for point, pick in zip(every, picked, strict=True) if point.scenario in names]
    yield "  where it is right and surest:"
    for point, text in tells.sure([point for point, _ in its], [pick for _, pick in its]):
        yield f"  {point.scenario} {point.id}  {text}"


def _projects(chosen: Sequence[tuple[Path, Path]]) -> list[tuple[Project, set[str]]]:
    """Return each project with the scenarios of it that were asked for."""
    found = []
    for root in dict.fromkeys(root for _, root in chosen):
        project = load_project(root).project
        if project is None:
            raise _refused(f"{root} has errors: mend what `safetystring check` says there first", _FINDINGS)
        asked = [path.absolute() for path, its in chosen if its == root]
        names = {name for name in project.scenarios if any(_below(root.absolute() / name, path) for path in asked)}
        found.append((project, names))
    return found


def _below(folder: Path, path: Path) -> bool:
    return folder == path or path in folder.parents or folder in path.parents


def _points(chosen: Sequence[tuple[Path, Path]], lang: Lang) -> list[Point]:
    return [point for project, names in _projects(chosen) for point in guess.points(project.scenarios, lang, names)]


def _text_of(path: Path) -> str:
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise _refused(
            f"{path} cannot be read ({error.strerror}): expected a file with lines like “12 B”", _USAGE
        ) from None
    if len(data) > MAX_BYTES:
        raise _refused(f"{path} is larger than {MAX_BYTES:,} bytes: expected lines like “12 B”", _USAGE)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise _refused(f"{path}: line {line}: not UTF-8; save it as UTF-8 text", _USAGE) from None


def _print(lines: Iterable[str]) -> None:
    for line in lines:
        typer.echo(_clean(line))


def _refused(message: str, code: int) -> typer.Exit:
    for line in message.splitlines():
        typer.echo(_clean(line), err=True)
    return typer.Exit(code)


def _clean(text: str) -> str:
    """Return `text` without control characters, which a terminal would obey."""
    return "".join(one if one.isprintable() or one in "\u00a0\u202f" else "�" for one in text)
