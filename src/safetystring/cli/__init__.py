"""The command line: one thin module a command, imported only when that command is asked for."""

from __future__ import annotations

import sys


def main() -> None:
    """Run `safetystring`."""
    if sys.argv[1:2] == ["grade"]:
        from safetystring.cli.quick import grade  # noqa: PLC0415 - only this command has a short way

        code = grade(sys.argv[2:])
        if code is not None:
            sys.exit(code)
    from safetystring.cli.app import app  # noqa: PLC0415 - typer is an extra: importing the package must not need it

    app()
