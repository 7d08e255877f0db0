"""What a learner may hand in, and how it is read: the answers of one assignment, bounded, and nothing else.

A submission is read through :class:`Part` objects, whether it is an archive or a folder, by the same rules: known
names only, regular files only, each within its size, symbolic links refused.
"""

from __future__ import annotations

import json
import os
import re
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, BinaryIO

from safetystring.player.log import MAX_BYTES
from safetystring.scenario.record import dataclass

if TYPE_CHECKING:
    import zipfile

MAX_ARCHIVE = 20_000_000
"""Bytes of one archive; a learner's answers are some tens of kilobytes."""
MAX_PARTS = 400
"""Entries of one archive or folder."""
MAX_NOTEBOOK = 4_000_000
MAX_LOG = MAX_BYTES
MAX_NOTE = 1_000
"""Bytes of nbgrader's own little text files."""
EXCHANGE_NOTES = ("timestamp.txt", "submission_secret.txt")
"""What `nbgrader submit` adds in the exchange."""

_CODE = r"[A-Za-z0-9][A-Za-z0-9-]{0,31}"
_ARCHIVE = re.compile(rf"(?:^|.*[^A-Za-z0-9-])answers_(?P<code>{_CODE})_(?P<module>[a-z0-9-]+?)(?:[ _-]?\(\d+\))?\.zip")
_IGNORED_PARTS = frozenset({"__MACOSX", ".ipynb_checkpoints"})


class RefusedError(ValueError):
    """A submission is not taken, or a part of it. The message is one line for the facilitator."""


@dataclass(frozen=True, slots=True)
class Part:
    """One entry of a submission: its path within, its stated size in bytes, and how to read at most so many bytes.

    `modified` is in seconds since 1970, as an archive states it; None where it states none.
    """

    path: PurePosixPath
    size: int
    read: Callable[[int], bytes]
    modified: float | None = None


@dataclass(frozen=True, slots=True)
class Answers:
    """What was taken of a submission: data by relative path, and one line on each thing that was not."""

    files: Mapping[str, bytes]
    refused: tuple[str, ...]


def code_of(archive_name: str, module: str) -> str:
    """Return the learner's code from the name of a downloaded archive, ``answers_<code>_<module>.zip``.

    A learning platform may have put its own words before the name, and a browser `` (1)`` behind it. Nothing inside an
    archive has a say in whose it is.

    Raises
    ------
    RefusedError
        If the name has another form or belongs to another module.
    """
    match = _ARCHIVE.fullmatch(archive_name)
    if match is None:
        raise RefusedError(f"expected a name like answers_CODE_{module}.zip")
    if match["module"] != module:
        raise RefusedError(f"it belongs to the assignment {match['module']}, not to {module}")
    return match["code"]


def expected(scenario_ids: frozenset[str], *, notes: bool = False) -> Mapping[str, int]:
    """Return what an assignment's submission may hold: the largest size in bytes by relative path."""
    notebooks = {f"{scenario}.ipynb": MAX_NOTEBOOK for scenario in scenario_ids}
    logs = {f"responses/{scenario}.jsonl": MAX_LOG for scenario in scenario_ids}
    return notebooks | logs | (dict.fromkeys(EXCHANGE_NOTES, MAX_NOTE) if notes else {})


def left_in_source(source: Path) -> dict[str, list[str]]:
    """Return what of each assignment's source is not copied to graded work, by assignment: logs and conversations."""
    if not source.is_dir():
        return {}
    found = {}
    for folder in sorted(folder for folder in source.iterdir() if folder.is_dir()):
        names = [path.stem for path in sorted(folder.glob("*.ipynb"))]
        data = [f"data/{name}{suffix}" for name in names for suffix in (".json", ".debrief")]
        found[folder.name] = [f"responses/{name}.jsonl" for name in names] + data
    return found


def take(parts: Iterator[Part], wanted: Mapping[str, int]) -> Answers:
    """Read the wanted parts. What is not wanted is passed over in silence; what cannot be taken is named.

    One folder around everything is allowed: unpacking and packing again makes one.

    Raises
    ------
    RefusedError
        If there are more than :data:`MAX_PARTS` entries.
    """
    files: dict[str, bytes] = {}
    refused: list[str] = []
    for number, part in enumerate(parts, 1):
        if number > MAX_PARTS:
            raise RefusedError(f"more than {MAX_PARTS} files inside")
        name = _wanted_name(part.path, wanted)
        if name is None:
            continue
        try:
            if name in files:
                raise RefusedError("it is there twice")  # noqa: TRY301 - every way of refusing a part ends below
            files[name] = _bounded(part, wanted[name])
        except RefusedError as error:
            refused.append(f"{name}: {error}")
    return Answers(files, tuple(refused))


@contextmanager
def open_archive(path: Path, *, limit: int = MAX_ARCHIVE, most: int = MAX_PARTS) -> Iterator[Iterator[Part]]:
    """Open a zip archive of at most `limit` bytes and `most` entries as parts.

    Raises
    ------
    RefusedError
        If it is too large, a symbolic link, or no readable zip archive.
    """
    with _open_regular(path) as descriptor:
        if os.fstat(descriptor).st_size > limit:
            raise RefusedError(f"larger than {limit // 1_000_000} MB")
        with os.fdopen(os.dup(descriptor), "rb") as file, archive_parts(file, most) as parts:
            yield parts


@contextmanager
def archive_parts(file: BinaryIO, most: int = MAX_PARTS) -> Iterator[Iterator[Part]]:
    """Open a zip archive that is open or in memory already.

    Raises
    ------
    RefusedError
        If it has more than `most` entries, or is no readable zip archive.
    """
    import zipfile  # noqa: PLC0415 - grading a class reads folders only

    try:
        with zipfile.ZipFile(file) as archive:
            if len(archive.infolist()) > most:
                raise RefusedError(f"more than {most:,} files inside")
            yield (_zip_part(archive, info) for info in archive.infolist() if not info.is_dir())
    except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
        if isinstance(error, RefusedError):
            raise
        raise RefusedError("it is no zip archive that can be read") from error


def folder_parts(folder: Path, wanted: Mapping[str, int]) -> Iterator[Part]:
    """Return the wanted files of a folder as parts, never following a link in a name or on the way to it."""
    for name in sorted(wanted):
        if not os.path.lexists(folder / name):
            continue
        yield Part(PurePosixPath(name), 0, partial(_read_file, folder, name))


def is_notebook(data: bytes) -> bool:
    """Whether the bytes are a notebook that nbgrader can at least open."""
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        return False
    return isinstance(value, dict) and isinstance(value.get("cells"), list) and value.get("nbformat") == 4  # noqa: PLR2004 - the format


def _wanted_name(path: PurePosixPath, wanted: Mapping[str, int]) -> str | None:
    parts = path.parts
    if path.is_absolute() or ".." in parts or _IGNORED_PARTS & set(parts):
        return None
    for start in (0, 1):
        name = "/".join(parts[start:])
        if name in wanted:
            return name
    return None


def _bounded(part: Part, limit: int) -> bytes:
    # The stated size may lie: it only saves the reading.
    if part.size > limit:
        raise RefusedError(f"larger than {limit:,} bytes")
    data = part.read(limit + 1)
    if len(data) > limit:
        raise RefusedError(f"larger than {limit:,} bytes")
    return data


def _zip_part(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> Part:
    import zipfile  # noqa: PLC0415 - as above

    def read(limit: int) -> bytes:
        kind = stat.S_IFMT(info.external_attr >> 16)
        if kind not in (0, stat.S_IFREG):
            raise RefusedError("it is a link or no ordinary file")
        if info.flag_bits & 1:
            raise RefusedError("it is locked with a password")
        try:
            with archive.open(info) as file:
                return file.read(limit)
        except (zipfile.BadZipFile, NotImplementedError, EOFError, OSError, RuntimeError, ValueError) as error:
            raise RefusedError("it is damaged") from error
        except Exception as error:
            # zlib.error, lzma.LZMAError and others share no base below Exception.
            raise RefusedError("it is damaged") from error

    # Windows archivers write backslashes; they are separators to some readers, so they are to this one.
    return Part(PurePosixPath(info.filename.replace("\\", "/")), info.file_size, read, _moment(info))


def _moment(info: zipfile.ZipInfo) -> float | None:
    """Return an entry's time: the archive keeps it without a zone, so it is taken for one of this machine's."""
    try:
        return datetime(*info.date_time).timestamp() if info.date_time[0] > 1980 else None  # noqa: DTZ001, PLR2004 - see above; 1980 means none
    except (ValueError, OverflowError, OSError):
        return None


def _read_file(folder: Path, name: str, limit: int) -> bytes:
    inner = folder
    for piece in PurePosixPath(name).parts[:-1]:
        inner /= piece
        if inner.is_symlink():
            raise RefusedError("it lies behind a link")
    with _open_regular(folder / name) as descriptor, os.fdopen(os.dup(descriptor), "rb") as file:
        if os.fstat(descriptor).st_nlink > 1:
            raise RefusedError("it has a second name on this disk (a hard link)")
        return file.read(limit)


@contextmanager
def _open_regular(path: Path) -> Iterator[int]:
    """Open without following a link and without waiting on a pipe."""
    if path.is_symlink():
        raise RefusedError("it is a link")
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        descriptor = os.open(path, flags)
    except OSError as error:
        raise RefusedError(f"it cannot be read ({error.strerror})") from error
    try:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise RefusedError("it is no ordinary file")
        yield descriptor
    finally:
        os.close(descriptor)
