"""A table that a spreadsheet opens rightly on a double click, and in which nothing a person wrote is a formula.

UTF-8 with a byte order mark (without it Excel takes Chinese for the local code page), commas, RFC 4180's quotes and
line ends. What begins like a formula gets an apostrophe before it, as OWASP's page on CSV injection advises.
"""

from __future__ import annotations

import csv
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

_FORMULA = tuple("=+-@＝＋－＠")
"""Full-width signs are taken for the others where Chinese or Japanese is set."""
_CUT = ("\t", "\r", "\n")
"""At the start of a cell some programs split there and read on."""


def write_table(path: Path, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> int:
    """Write a table with a line of `columns` above it, and return the number of its rows."""
    number = 0
    # Half a surrogate pair, from a learner's file, becomes a question mark.
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        writer = csv.writer(file)
        writer.writerow([plain(column) for column in columns])
        for number, row in enumerate(rows, 1):  # noqa: B007 - counts for the caller
            writer.writerow([plain(value) for value in row])
    return number


def plain(value: object) -> str:
    """Return a value as a spreadsheet may hold it: one that would start a formula gets an apostrophe before it.

    What is no printed sign (a blank of any kind, a mark of direction) does not hide what follows it.
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, (int, float)):
        return f"{round(value, 6) + 0.0:.6f}".rstrip("0").rstrip(".")  # + 0.0: no minus before a zero
    text = str(value).replace("\x00", "")
    shown = next((sign for sign in text if sign.isprintable() and not sign.isspace()), "")
    return f"'{text}" if shown in _FORMULA or text.startswith(_CUT) else text
