"""`safetystring lab`: JupyterLab on the start page, set up for a learner or for a facilitator."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Annotated

import typer
from jupyter_core.paths import jupyter_runtime_dir

from safetystring.jupyter import Audience, environment, transport


def command(audience: Audience, notebooks: Path, grading: Path, extra: list[str]) -> list[str]:
    """Return the command line that opens JupyterLab for `audience`."""
    folder, page = (notebooks, "/doc/tree/start.ipynb") if audience == "learner" else (grading, "/lab")
    return [
        sys.executable,
        "-m",
        "jupyterlab",
        f"--ServerApp.root_dir={folder.resolve()}",
        f"--LabApp.default_url={page}",
        f"--KernelManager.transport={transport(jupyter_runtime_dir())}",
        *extra,
    ]


def lab(
    context: typer.Context,
    *,
    facilitator: Annotated[bool, typer.Option(help="With nbgrader's buttons, on the course in grading/.")] = False,
    notebooks: Annotated[Path, typer.Option(help="The learner's folder.")] = Path("notebooks"),
    grading: Annotated[Path, typer.Option(help="The nbgrader course.")] = Path("grading"),
) -> None:
    """Open JupyterLab on the start page. What follows `--` goes to JupyterLab, `-- --no-browser` say."""
    audience: Audience = "facilitator" if facilitator else "learner"
    needed = grading if facilitator else notebooks / "start.ipynb"
    if not needed.exists():
        typer.echo(f"{needed} is not here: run this in the course's folder, or build it with `safetystring build`.")
        raise typer.Exit(2)
    os.environ.update(environment(audience, os.environ))
    arguments = command(audience, notebooks, grading, context.args)
    if facilitator:
        os.chdir(grading)  # where nbgrader's lab extensions look for nbgrader_config.py
    os.execv(arguments[0], arguments)  # noqa: S606 - no shell wanted: Ctrl-C reaches JupyterLab itself


def register(app: typer.Typer) -> None:
    """Add the command to `app`."""
    app.command(context_settings={"allow_extra_args": True, "ignore_unknown_options": True})(lab)
