"""The short way to `safetystring grade`: the usual options read here, without the option parser.

typer and what it loads take longer than grading a class of forty. Anything this does not know, a wrong option or
``--help``, is left to typer, which says what it has to say.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from safetystring.cli.grading import Asked

_FLAGS = {
    "--grades-only": "grades_only",
    "--force": "force",
    "--no-feedback": "no_feedback",
    "--feedback-only": "feedback_only",
    "--check": "check",
    "--json": "as_json",
}
_VALUES = {"--course": "course", "--student": "students", "--db": "database"}
_YOUNG = 20_000
"""New objects between two searches for garbage: grading makes few cycles, and each search looks at all of them."""


def grade(words: Sequence[str]) -> int | None:
    """Grade as the words after `safetystring grade` say and return the exit code; None where typer has to read them."""
    gc.disable()  # all that loading makes is kept
    try:
        asked = parse(words)
        if asked is None:
            return None
        from safetystring.cli.grading import INTERRUPTED, answer  # noqa: PLC0415 - typer's way loads it on its own

        gc.freeze()
        gc.set_threshold(_YOUNG)
        gc.enable()
        try:
            return answer(asked)
        except KeyboardInterrupt:
            print("Aborted.", file=sys.stderr)
            return INTERRUPTED
    finally:
        gc.enable()


def parse(words: Sequence[str]) -> Asked | None:
    """Return what the words ask for, or None where one of them is not known here."""
    given: dict[str, Any] = {"assignments": (), "students": ()}
    rest = iter(words)
    for word in rest:
        name, sign, value = word.partition("=")
        if not word.startswith("-"):
            given["assignments"] += (word,)
        elif word in _FLAGS:
            given[_FLAGS[word]] = True
        elif name in _VALUES:
            value = value if sign else next(rest, "-")
            if value.startswith("-"):
                return None
            field = _VALUES[name]
            given[field] = (*given[field], value) if field == "students" else value
        else:
            return None
    if "course" in given:
        given["course"] = Path(given["course"])
    from safetystring.cli.grading import Asked  # noqa: PLC0415 - where typer reads the words, nothing is loaded twice

    return Asked(**given)
