"""Progress in one file: packing every response log of the course, and putting one back.

A file to restore comes from a stranger: it is read as data, within bounds, and only logs of scenarios that are here,
under their own names, are written. A log that is here is never lost: it is kept beside the one that takes its place.
"""

from __future__ import annotations

import io
import os
import re
import zipfile
import zlib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from safetystring.player.log import MAX_BYTES, parse, read_bytes
from safetystring.player.pack import bounded, zipped
from safetystring.player.script import Course
from safetystring.scenario import FormatError, read_scenario

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

MAX_ARCHIVE = 8_000_000
"""Bytes of a file to restore. A course's logs take some hundred kilobytes, packed."""
MAX_ENTRIES = 400
MAX_TOTAL = 32_000_000
"""Bytes of all logs together, unpacked."""
KEPT = "kept"
"""Folder beside the logs for the ones that gave way."""
_NAME = re.compile(r"responses/([a-z][a-z0-9-]{0,39})\.jsonl")
_BROKEN = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError, ValueError)

Outcome = Literal["restored", "same", "both", "refused"]


class BadArchiveError(ValueError):
    """The file is no archive of progress."""


@dataclass(frozen=True, slots=True)
class Restored:
    """What became of one scenario's log: put back, nothing new in it, both versions kept, or not usable."""

    scenario: str
    outcome: Outcome


def pack_progress(places: Iterable[tuple[Path, str]]) -> bytes:
    """Return a zip archive of the response logs of these scenarios, each given as its notebook's folder and its id."""
    logs = {name: bounded(folder / "responses" / f"{name}.jsonl", MAX_BYTES) for folder, name in places}
    return zipped({f"responses/{name}.jsonl": data for name, data in sorted(logs.items()) if data})


def restore(data: bytes, places: Iterable[tuple[Path, str]]) -> tuple[Restored, ...]:
    """Put the logs of an archive back, and return what became of each.

    What is no log of a known scenario is passed over, so that a file of answers to hand in can be restored too.

    Raises
    ------
    BadArchiveError
        If it is no archive, is too large, or holds no log of this course.
    """
    homes = {name: folder for folder, name in places}
    if len(data) > MAX_ARCHIVE:
        raise BadArchiveError(f"larger than {MAX_ARCHIVE} bytes")
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            logs = dict(_logs(archive, homes))
    except _BROKEN as error:
        raise BadArchiveError(str(error)) from error
    if not logs:
        raise BadArchiveError("no log of this course")
    return tuple(Restored(name, _place(homes[name], name, log)) for name, log in logs.items())


def _logs(archive: zipfile.ZipFile, homes: Mapping[str, Path]) -> Iterator[tuple[str, bytes | None]]:
    """Yield each known scenario's log, None for one that cannot be used. Of two under one name the first counts."""
    total = 0
    seen: set[str] = set()
    for entry in archive.infolist()[:MAX_ENTRIES]:
        match = _NAME.fullmatch(entry.filename)
        name = match[1] if match else ""
        if name not in homes or name in seen:
            continue
        seen.add(name)
        log = _read(archive, entry)
        total += len(log or b"")
        yield name, log if total <= MAX_TOTAL else None


def _read(archive: zipfile.ZipFile, entry: zipfile.ZipInfo) -> bytes | None:
    try:
        with archive.open(entry) as file:
            log = file.read(MAX_BYTES + 1)  # whatever the archive says of its size
    except _BROKEN:
        return None
    return log if 0 < len(log) <= MAX_BYTES else None


def _place(folder: Path, name: str, log: bytes | None) -> Outcome:
    path = folder / "responses" / f"{name}.jsonl"
    try:
        course = Course.of(read_scenario(folder / "data" / f"{name}.json"))
        if log is None or not parse(log, course).plays:
            return "refused"
        here = _here(path)
        if here.startswith(log):
            return "same"
        if log.startswith(here):
            _write(path, log)
            return "restored"
        better = _rank(log, course) > _rank(here, course)
        _keep(path, here if better else log)
        if better:
            _write(path, log)
    except (FormatError, OSError):
        return "refused"
    return "both"


def _here(path: Path) -> bytes:
    try:
        return read_bytes(path)
    except FileNotFoundError:
        return b""


def _rank(log: bytes, course: Course) -> tuple[bool, int]:
    """Rank a finished conversation before one that is not, then the longer log."""
    return any(play.session.reviewed for play in parse(log, course).plays), len(log)


def _keep(path: Path, log: bytes) -> None:
    """Keep a version of the log under a name that nothing has yet; one that is kept already is kept once."""
    folder = path.parent / KEPT
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, MAX_ENTRIES):
        file = folder / f"{path.stem}-{number}.jsonl"
        if not os.path.lexists(file):
            _create(file, log)
            return
        if bounded(file, MAX_BYTES) == log:
            return
    raise OSError(f"more than {MAX_ENTRIES} versions are kept")


def _write(path: Path, log: bytes) -> None:
    """Put a log in its place in one step, so that a full disk leaves the old one there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(f".{path.name}.new")
    fresh.unlink(missing_ok=True)
    _create(fresh, log)
    fresh.replace(path)


def _create(path: Path, log: bytes) -> None:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    try:
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(log)
            file.flush()
            os.fsync(file.fileno())
    except OSError:
        path.unlink(missing_ok=True)
        raise
