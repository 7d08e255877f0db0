"""The command line: one thin module a command, imported only when that command is asked for."""

from __future__ import annotations


def main() -> None:
    """Run `safetystring`."""
    from safetystring.cli.app import app  # noqa: PLC0415 - typer is an extra: importing the package must not need it

    app()
