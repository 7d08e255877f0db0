"""`safetystring preview`: a scenario in the real player while it is being written."""

from __future__ import annotations

import asyncio
import signal
import sys
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from safetystring.authoring.preview.desk import Desk
from safetystring.authoring.preview.server import serve
from safetystring.cli.named import Tongue, named, stop

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetystring.scenario import Lang


def preview(
    scenario: Annotated[str, typer.Argument(metavar="ID", help="The scenario, by the name of its folder.")],
    *,
    lang: Annotated[Tongue | None, typer.Option(help="One language; without it, the one it is written in.")] = None,
    scenarios: Annotated[Path, typer.Option(help="The folder of scenarios.")] = Path("scenarios"),
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes a free one.")] = 0,
    browser: Annotated[bool, typer.Option(help="Open a browser tab.")] = True,
) -> None:
    """Show a scenario in the real player, again at each save, at the place where you were.

    The tab also shows what `safetystring check` finds, the key, and all three languages side by side. Answers given in
    it are kept nowhere. Ctrl-C ends it.
    """
    name = named(scenario, scenarios)
    desk = Desk(scenarios, name)
    draft = desk.read()
    first: Lang = lang.value if lang is not None else draft.scenario.source_lang if draft is not None else "zh"
    try:
        asyncio.run(_serve(desk, first, port, _ready(desk.path, browser=browser)))
    except (KeyboardInterrupt, asyncio.CancelledError):
        _say("preview ended")
    except OSError as error:
        stop(f"port {port} cannot be had ({error.strerror}): leave out --port, or name another")


async def _serve(desk: Desk, lang: Lang, port: int, ready: Callable[[str], None]) -> None:
    """Serve until Ctrl-C or a polite kill, either of which tidies up."""
    task = asyncio.current_task()
    if task is not None and sys.platform != "win32":  # asyncio has no signals of its own there
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, task.cancel)
    await serve(desk, (lang,), port, ready)


def _ready(path: str, *, browser: bool) -> Callable[[str], None]:
    def ready(url: str) -> None:
        _say(f"{path}: {url}")
        _say("save the file and look; Ctrl-C ends the preview")
        if browser:
            webbrowser.open(url)

    return ready


def _say(line: str) -> None:
    print(line, flush=True)


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command()(preview)
