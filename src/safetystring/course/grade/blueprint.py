"""A graded notebook with holes: what nbgrader makes of an assignment's notebooks before any learner's answers."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

FORMAT = 1
"""Version of the cached form."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hole:
    """A place in a notebook's JSON: the ``points`` of a cell, its ``written`` text, or what the ``player`` showed.

    `depth` is how many spaces its line is indented.
    """

    kind: str
    cell: str
    depth: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One notebook of an assignment.

    Attributes
    ----------
    name
        Of the notebook, which is the scenario's id.
    pieces, holes
        The graded notebook's text, cut at its holes: one piece more than there are holes.
    maxima
        Points of each cell that the scorer fills, in the notebook's order.
    written
        Released text of each cell a learner writes in.
    written_maxima
        Their points, where a person gives any.
    start
        Text of the notebook's first cell, which holds the title.
    """

    name: str
    pieces: tuple[str, ...]
    holes: tuple[Hole, ...]
    maxima: Mapping[str, float]
    written: Mapping[str, str]
    written_maxima: Mapping[str, float]
    start: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """What the course's `nbgrader_config.py` comes to, as far as grading needs it.

    `penalty` is "none", "zero" or "plugin" (a plugin of the course's own). `permissions` are the octal modes of the
    files in the folders of graded work and of feedback. Folders are relative to the course. `ignore` are
    nbgrader's patterns of names that are not copied, `files` all that may hold settings, whether they are there or not.
    """

    course_id: str
    db_url: str
    penalty: str
    submitted: str
    autograded: str
    feedback: str
    permissions: tuple[int, ...]
    ignore: tuple[str, ...]
    files: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Blueprint:
    """Everything about an assignment that does not depend on a learner.

    `revision` is the database revision of the nbgrader that made it.
    """

    assignment: str
    revision: str
    pages: tuple[Page, ...]


def cut(notebook: Mapping[str, Any], marks: Mapping[str, Hole]) -> tuple[tuple[str, ...], tuple[Hole, ...]]:
    """Write a notebook as nbgrader does and cut it where the JSON strings in `marks` stand.

    Returns
    -------
    The pieces and the holes between them.
    """
    text = dump(notebook) + "\n"
    places = sorted((text.index(json.dumps(mark)), mark) for mark in marks)
    pieces, holes, end = [], [], 0
    for place, mark in places:
        pieces.append(text[end:place])
        line = text[text.rfind("\n", 0, place) + 1 : place]
        holes.append(dataclasses.replace(marks[mark], depth=len(line) - len(line.lstrip())))
        end = place + len(json.dumps(mark))
    return (*pieces, text[end:]), tuple(holes)


def dump(value: object) -> str:
    """Return JSON exactly as nbformat writes a notebook."""
    return json.dumps(value, ensure_ascii=False, indent=1, sort_keys=True, separators=(",", ": "))


def in_lines(parts: Iterable[str], depth: int) -> bytes:
    """Return a text as nbformat stores it, a JSON list with a string a line, `depth` levels deep in a notebook.

    The text is given in parts of whole lines.
    """
    found = [listed(part, depth) for part in parts if part]
    margin = b"\n" + b" " * depth
    return b"".join((b"[", margin, b" ", (b"," + margin + b" ").join(found), margin, b"]")) if found else b"[]"


@lru_cache(maxsize=10_000)
def listed(part: str, depth: int) -> bytes:
    """Return the lines of a part as JSON strings, one below the other: debriefs share most of theirs.

    What cannot be written as UTF-8 (half a surrogate pair in a learner's text) becomes a question mark.
    """
    lines = map(encode_basestring, part.splitlines(keepends=True))
    return f",\n{' ' * (depth + 1)}".join(lines).encode("utf-8", "replace")


def indented(value: object, depth: int) -> bytes:
    """Return JSON as it stands `depth` levels deep in a notebook."""
    return dump(value).replace("\n", "\n" + " " * depth).encode("utf-8", "replace")


def filled(page: Page, values: Iterable[bytes]) -> bytes:
    """Return the notebook with its holes filled; a value is JSON, in the order of the holes."""
    first, *rest = _encoded(page.pieces)
    parts = [first]
    for value, piece in zip(values, rest, strict=True):
        parts += (value, piece)
    return b"".join(parts)


@lru_cache(maxsize=64)
def _encoded(pieces: tuple[str, ...]) -> tuple[bytes, ...]:
    return tuple(piece.encode("utf-8", "replace") for piece in pieces)
