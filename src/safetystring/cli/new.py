"""`safetystring new`: a new scenario and its twin, everything in place but the words."""

from __future__ import annotations

import os
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from safetystring.authoring.draft import Draft, DraftError, Wanted, draft
from safetystring.authoring.project import show

if TYPE_CHECKING:
    from collections.abc import Mapping


_FAILED, _USAGE = 1, 2


class ChannelName(StrEnum):
    """Where a skeleton's conversation takes place; a call begins by ringing."""

    call = "call"
    video = "video"
    chat = "chat"
    group = "group"
    sms = "sms"
    mail = "mail"
    app = "app"
    web = "web"


class LangName(StrEnum):
    """The languages a scenario can be written in first."""

    zh = "zh"
    en = "en"
    fr = "fr"


def new(  # noqa: PLR0913 - one parameter an option of the command line
    name: Annotated[str, typer.Argument(metavar="ID", help="A neutral word: learners see it.")],
    *,
    origin: Annotated[
        str, typer.Option("--from", help="A scenario whose structure is taken, a notice (A1 …), or skeleton.")
    ] = "skeleton",
    twin: Annotated[str | None, typer.Option(help="The genuine twin's name; without it a free word is taken.")] = None,
    module: Annotated[str | None, typer.Option(help="Of modules.yaml; a new name makes a new module.")] = None,
    channel: Annotated[
        ChannelName, typer.Option(help="Where a skeleton's conversation takes place.")
    ] = ChannelName.call,
    lang: Annotated[LangName, typer.Option(help="The language it is first written in.")] = LangName.zh,
    scenarios: Annotated[Path, typer.Option(help="The folder of scenarios.")] = Path("scenarios"),
) -> None:
    """Write a new scam scenario and its genuine twin, everything in place but the words.

    They pass `safetystring check` but for the texts that say TODO. Nothing that is there is overwritten.
    """
    if not scenarios.is_dir():
        typer.echo(f"{scenarios} is no folder: run this in the course's folder, or name one with --scenarios", err=True)
        raise typer.Exit(_USAGE)
    wanted = Wanted(name=name, origin=origin, twin=twin, module=module, channel=channel.value, lang=lang.value)
    try:
        made = draft(scenarios, wanted)
    except (DraftError, OSError, UnicodeError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(_USAGE) from None
    try:
        _write(scenarios, made.files)
        _replace(scenarios / "modules.yaml", made.modules)
    except OSError as error:
        typer.echo(f"could not be written: {error}", err=True)
        raise typer.Exit(_FAILED) from None
    _say(scenarios, name, made)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(new)


def _write(folder: Path, files: Mapping[str, str | bytes]) -> None:
    for name, content in files.items():
        file = folder / name
        file.parent.mkdir(parents=True, exist_ok=True)
        with file.open("xb") as stream:  # x: never over a file that is there
            stream.write(content.encode() if isinstance(content, str) else content)


def _replace(file: Path, text: str) -> None:
    """Write beside the file, then put it in its place, so that it is never half written."""
    beside = file.with_name(f".{file.name}.new")
    beside.write_text(text, encoding="utf-8", newline="\n")
    os.replace(beside, file)  # noqa: PTH105 - Path.replace is the same; this says what is meant


def _say(folder: Path, name: str, made: Draft) -> None:
    shown = show(folder)
    typer.echo(f"{len(made.files)} files written: {shown}/{name}/ (the scam), {shown}/{made.twin}/ (its genuine twin)")
    typer.echo(f"both added to `{made.module}` in {shown}/modules.yaml")
    typer.echo("")
    typer.echo("Next:")
    typer.echo(f"  1. write the texts that say TODO, top to bottom: {shown}/{name}/scenario.yaml")
    typer.echo(f"  2. see it as a learner does while you write:     safetystring preview {name}")
    typer.echo(f"  3. see what is left to do, with its line:        safetystring check {shown}/{name}")
