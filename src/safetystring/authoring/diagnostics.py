"""What a check finds: one frozen value, and its two forms, a line for people and an object for programs."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass

from safetystring.authoring.codes import CODES, Severity
from safetystring.authoring.pages import page_of


@dataclass(frozen=True, slots=True, order=True)
class Position:
    """A place in a file, both counted from 1. Line 0 means the file as a whole."""

    line: int
    column: int


WHOLE_FILE = Position(0, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Diagnostic:
    """One finding.

    Attributes
    ----------
    path
        The file, as shown to the author, with forward slashes.
    line, column
        Counted from 1; both 0 where the file as a whole is meant.
    message, hint
        What was found and expected; how to mend it, may be empty.
    """

    code: str
    severity: Severity
    path: str
    line: int
    column: int
    message: str
    hint: str = ""

    def __str__(self) -> str:
        """Return the line that editors and terminals understand."""
        place = f"{self.path}:{self.line}:{self.column}" if self.line else self.path
        hint = f" ({self.hint})" if self.hint else ""
        return f"{place}: {self.code} {self.severity}: {self.message}{hint}"

    def to_json(self) -> dict[str, object]:
        """Return the finding as a plain JSON object, with its title and the page to read on."""
        return {**dataclasses.asdict(self), "title": CODES[self.code][1], "page": page_of(self.code)}


def finding(code: str, path: str, position: Position, message: str, hint: str = "") -> Diagnostic:
    """Return a finding; how grave it is follows from its code.

    Raises
    ------
    KeyError
        If the code is not in the table.
    """
    return Diagnostic(
        code=code,
        severity=CODES[code][0],
        path=path,
        line=position.line,
        column=position.column,
        message=message,
        hint=hint,
    )


def in_order(findings: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the findings as a reader goes through the files, each once."""
    unique = dict.fromkeys(findings)
    return tuple(sorted(unique, key=lambda one: (one.path, one.line, one.column, one.code, one.message)))


def errors(findings: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
    """Return those that keep a scenario from being compiled."""
    return tuple(one for one in findings if one.severity == "error")
