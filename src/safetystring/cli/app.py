"""The table of commands, and a typer group that imports a command's module only when it is asked for.

So `safetystring score --help` loads neither pydantic nor pandas. Each module has `register(app)`, which adds its one
command to a typer app. A command whose module is not part of this installation is not listed; one that lacks an extra
says which.
"""

from __future__ import annotations

import importlib
import importlib.util
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

PACKAGE = "safetystring.cli"
COMMANDS: dict[str, tuple[str, str]] = {
    # command: (the extra it needs, what the list of commands says of it)
    "lab": ("all", "Open JupyterLab on the start page."),
    "check": ("author", "Check scenarios: file, line and column of everything to mend."),
    "new": ("author", "Write a new scenario and its twin, the texts still to be written."),
    "preview": ("author", "Play a scenario while it is being written; each save shows at once."),
    "graph": ("author", "Draw a scenario's scenes, options, cues and endings, or the whole course."),
    "build": ("author,course", "Build the notebooks and the nbgrader course from the scenarios."),
    "collect": ("course", "Collect answers that came by e-mail, by a learning platform or on a stick."),
    "grade": ("course", "Grade a class: nbgrader's results, hundreds of times faster, without learners' code."),
    "score": ("cli", "Score one response log, cell by cell."),
    "simulate": ("cli", "Make response logs of simulated learners."),
    "report": ("cohort", "Report on a course: which red flags were seen."),
}


class Lazy(TyperGroup):
    """A group whose commands are imported when they are run; their one-line help stands in :data:`COMMANDS`."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ANN401, ARG002 - the context's class has moved between typers
        """Return the commands that this installation has, in the table's order."""
        return [name for name in COMMANDS if _installed(name)]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ANN401 - as above
        """Return a command as the list of commands shows it, or itself once it is loaded."""
        if cmd_name not in self.commands and cmd_name in self.list_commands(ctx):
            self.commands[cmd_name] = _listed(cmd_name)
        return self.commands.get(cmd_name)

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:  # noqa: ANN401 - as above
        """Load the command that was asked for; name a close one where there is none such."""
        for name in self.list_commands(ctx):
            self.commands[name] = _loaded(name) if args[:1] == [name] else _listed(name)
        return super().resolve_command(ctx, args)


app = typer.Typer(cls=Lazy, no_args_is_help=True, add_completion=False, pretty_exceptions_enable=False)


@app.callback()
def _about() -> None:
    """Safety String: practise fraud conversations, and see which red flags were caught."""


def _installed(name: str) -> bool:
    return importlib.util.find_spec(f"{PACKAGE}.{name}") is not None


def _listed(name: str) -> Any:  # noqa: ANN401 - as above
    stand_in = typer.Typer(add_completion=False)
    stand_in.command(name, help=COMMANDS[name][1])(_about)
    return get_command(stand_in)


def _loaded(name: str) -> Any:  # noqa: ANN401 - as above
    try:
        module = importlib.import_module(f"{PACKAGE}.{name}")
    except ModuleNotFoundError as error:
        if (error.name or "").startswith("safetystring"):
            raise  # a fault of ours, not an extra that is missing
        extra = COMMANDS[name][0]
        typer.echo(f"`safetystring {name}` needs {error.name}: pip install 'safetystring[{extra},cli]'", err=True)
        raise typer.Exit(2) from None
    single = typer.Typer(add_completion=False)
    module.register(single)
    command = get_command(single)
    return getattr(command, "commands", {}).get(name, command)
