"""What a parcel holds: answers to a conversation, a notebook, or a whole archive of a learner's, by assignment."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING

from safetystring.course.answers import (
    MAX_ARCHIVE,
    MAX_LOG,
    MAX_NOTEBOOK,
    RefusedError,
    archive_parts,
    expected,
    is_notebook,
    take,
)
from safetystring.player.events import Attempt
from safetystring.player.log import MAX_LINE_BYTES, load_line
from safetystring.scenario import FormatError

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import PurePosixPath

    from safetystring.course.incoming.parcels import Parcel

_NO_ANSWERS = frozenset(
    {".pdf", ".png", ".jpg", ".jpeg", ".gif", ".svg", ".html", ".htm", ".eml", ".msg", ".docx", ".xlsx", ".csv", ".py"}
)
_FIRST_LINES = 50
"""Lines of a log among which its first header is looked for."""
_COUNTED = re.compile(r"[ _-]?(?:\(\d+\)|-\d+|- ?copy|copy)$", re.IGNORECASE)

Pieces = dict[str, dict[str, bytes]]
"""By assignment, the data by relative path."""


def pieces_of(parcel: Parcel, assignments: Mapping[str, str], report: Callable[[str], None]) -> Pieces:
    """Return what a parcel holds for each assignment.

    Parameters
    ----------
    assignments
        The assignment of each scenario.
    report
        Takes a line on each part of an archive that was not taken.

    Raises
    ------
    RefusedError
        If it holds nothing for any; the message is the end of a line.
    """
    suffix = parcel.path.suffix.lower()
    if suffix == ".zip":
        return _archive(parcel, assignments, report)
    if suffix == ".ipynb":
        return _notebook(parcel, assignments)
    if suffix in _NO_ANSWERS:
        raise RefusedError("no file of answers")
    return _log(parcel, assignments)


def _archive(parcel: Parcel, assignments: Mapping[str, str], report: Callable[[str], None]) -> Pieces:
    data = parcel.read(MAX_ARCHIVE + 1)
    if len(data) > MAX_ARCHIVE:
        raise RefusedError(f"larger than {MAX_ARCHIVE // 1_000_000} MB")
    with archive_parts(io.BytesIO(data)) as parts:
        answers = take(parts, expected(frozenset(assignments)))
    for line in answers.refused:
        report(line)
    if not answers.files:
        raise RefusedError("it holds no answers to any conversation of this course")
    found: Pieces = {}
    for name, part in answers.files.items():
        scenario = name.removeprefix("responses/").rpartition(".")[0]
        found.setdefault(assignments[scenario], {})[name] = part
    return found


def _notebook(parcel: Parcel, assignments: Mapping[str, str]) -> Pieces:
    scenario = _named(parcel.path, assignments)
    if scenario is None:
        raise RefusedError("a notebook whose name says no conversation of this course: give it its own name again")
    data = parcel.read(MAX_NOTEBOOK + 1)
    if len(data) > MAX_NOTEBOOK:
        raise RefusedError(f"larger than {MAX_NOTEBOOK:,} bytes")
    if not is_notebook(data):
        raise RefusedError("no notebook that can be read")
    return {assignments[scenario]: {f"{scenario}.ipynb": data}}


def _named(path: PurePosixPath, assignments: Mapping[str, str]) -> str | None:
    stem = _COUNTED.sub("", path.stem).lower()
    fitting = [name for name in assignments if re.search(rf"(?:^|[^a-z0-9-]){re.escape(name)}$", stem)]
    return max(fitting, key=len, default=None)


def _log(parcel: Parcel, assignments: Mapping[str, str]) -> Pieces:
    data = parcel.read(MAX_LOG + 1)
    for raw in data.split(b"\n", _FIRST_LINES)[:_FIRST_LINES]:
        if len(raw) > MAX_LINE_BYTES or not raw.strip():
            continue
        try:
            event = load_line(raw).event
        except FormatError:
            continue
        if isinstance(event, Attempt):
            if event.scenario not in assignments:
                raise RefusedError(f"answers to {event.scenario[:40]!r}, which is no conversation of this course")
            return {assignments[event.scenario]: {f"responses/{event.scenario}.jsonl": data}}
    raise RefusedError("no file of answers: none of its first lines begins a conversation")
