"""The facilitator's table of who sent what: a CSV with the columns file and learner, as any spreadsheet saves it."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from safetystring.course.answers import RefusedError
from safetystring.course.incoming.owners import is_name, plain
from safetystring.player.log import read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

MAX_TABLE = 5_000_000
_ENCODINGS = ("utf-8-sig", "utf-16", "gb18030")
_RISKY = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula."""


def read_table(path: Path) -> dict[str, str]:
    """Return the learner by outer name. Rows with an empty learner are passed over.

    Raises
    ------
    RefusedError
        If it cannot be read; the message names the line.
    """
    try:
        data = read_bytes(path, MAX_TABLE)
    except OSError as error:
        raise RefusedError(f"{path} cannot be read ({error.strerror or error})") from None
    if len(data) > MAX_TABLE:
        raise RefusedError(f"{path} is larger than {MAX_TABLE // 1_000_000} MB")
    text = _text(data, path)
    first = text.split("\n", 1)[0]
    delimiter = max(",;\t", key=first.count)
    rows = csv.reader(io.StringIO(text), delimiter=delimiter)
    found: dict[str, str] = {}
    try:
        for row in rows:
            cells = [cell.strip() for cell in row] + ["", ""]
            file, learner = cells[0].removeprefix("'"), cells[1]
            if not file or not learner or (file.lower(), learner.lower()) == ("file", "learner"):
                continue
            if not is_name(learner):
                raise RefusedError(
                    f"{path}:{rows.line_num}: {learner[:40]!r} can be no learner: letters, digits and . _ @ - only"
                )
            if found.setdefault(plain(file), learner) != learner:
                raise RefusedError(f"{path}:{rows.line_num}: {file[:60]!r} stands there for two learners")
    except csv.Error as error:
        raise RefusedError(f"{path}:{rows.line_num}: no CSV that can be read ({error})") from None
    if not found:
        raise RefusedError(f"{path}: expected lines like cedar-from-li.jsonl,A01 below a line file,learner")
    return found


def write_table(path: Path, outers: Iterable[str]) -> None:
    """Write a table to fill in, with a learner's name still missing in each line. An existing one is left alone.

    Raises
    ------
    FileExistsError
        If there is one.
    OSError
        If it cannot be written.
    """
    with path.open("x", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("file", "learner"))
        for outer in sorted(outers):
            name = outer.encode("utf-8", "replace").decode()
            writer.writerow((f"'{name}" if name.startswith(_RISKY) else name, ""))


def _text(data: bytes, path: Path) -> str:
    encodings = _ENCODINGS if data[:2] in (b"\xff\xfe", b"\xfe\xff") else (_ENCODINGS[0], _ENCODINGS[2])
    for encoding in encodings:
        try:
            return data.decode(encoding)
        except UnicodeError:
            continue
    raise RefusedError(f"{path}: save it as CSV in UTF-8")
