"""Finding the response logs in a folder of submissions: in plain folders and in downloaded archives, all bounded.

Whose a log is, is told by where it lies, never by what stands in it: by the learner's folder, or the archive's name.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from safetystring.course.answers import RefusedError, open_archive
from safetystring.player.log import MAX_BYTES, read_bytes

if TYPE_CHECKING:
    from collections.abc import Iterator

MAX_DEPTH = 6
MAX_LOGS = 50_000
"""Logs of one cohort: 300 learners with 100 scenarios each are 30,000."""

_CODE = re.compile(
    r"(?:^|.*[^A-Za-z0-9-])answers_(?P<code>[A-Za-z0-9-]{1,32})_(?P<module>[a-z0-9-]+?)(?:[ _-]?\(\d+\))?"
)
_RESPONSES = "responses"
_PASSED_OVER = frozenset({".ipynb_checkpoints", "__MACOSX", "__pycache__"})


class CohortError(ValueError):
    """There is no cohort to read at this place. The message says what was expected."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One log, or the reason why there is none.

    Attributes
    ----------
    learner
        The pseudonym: a folder's name, or the code in an archive's name.
    module
        The folder between the learner and ``responses``, or the module in the archive's name; None without one.
    scenario
        The log's name without its ending.
    where
        Its path as a problem line names it.
    data
        At most ``MAX_BYTES`` + 1 bytes; None where it could not be read, and `problem` says why.
    """

    learner: str
    module: str | None
    scenario: str
    where: str
    data: bytes | None
    problem: str = ""


def gather(place: Path) -> Iterator[Found]:
    """Yield every log under `place`, sorted by path.

    Taken are ``<learner>/<module>/responses/<scenario>.jsonl`` (nbgrader's own layout, and what `simulate` writes),
    the same without a module, ``<learner>/<scenario>.jsonl``, one learner's own ``responses`` folder, one log, and
    archives ``answers_<code>_<module>.zip`` wherever they lie.

    Raises
    ------
    CohortError
        If `place` does not exist.
    """
    if place.is_file():
        yield from _file(place, PurePosixPath(place.name), place.resolve().parent.name)
        return
    if not place.is_dir():
        raise CohortError(f"{place} is not here: expected a gradebook.db, or a folder with learners' logs or zip files")
    home = place.resolve()
    # A learner's own folder is named by itself; a `responses` folder by the one it lies in.
    own = home.parent.name if home.name == _RESPONSES else home.name
    count = 0
    for path in _walk(home):
        for found in _file(path, PurePosixPath(path.relative_to(home).as_posix()), own):
            count += 1
            if count > MAX_LOGS:
                return
            yield found


def _walk(root: Path) -> Iterator[Path]:
    for folder, inner, names in os.walk(root):
        here = Path(folder)
        deep = len(here.parts) - len(root.parts) >= MAX_DEPTH
        inner[:] = [] if deep else sorted(name for name in inner if name not in _PASSED_OVER)
        for name in sorted(names):
            if name.endswith((".jsonl", ".zip")):
                yield here / name


def _file(path: Path, inside: PurePosixPath, own: str) -> Iterator[Found]:
    if path.suffix == ".zip":
        yield from _archive(path, inside)
    elif path.suffix == ".jsonl":
        learner, module = _owner(inside.parts[:-1], own)
        yield _plain(path, learner, module, inside)


def _owner(folders: tuple[str, ...], own: str) -> tuple[str, str | None]:
    """Return learner and module from the folders above a log."""
    named = folders[: folders.index(_RESPONSES)] if _RESPONSES in folders else folders
    if not named:
        return own, None
    return named[0], named[1] if len(named) > 1 else None


def _plain(path: Path, learner: str, module: str | None, inside: PurePosixPath) -> Found:
    data, problem = None, ""
    try:
        if path.is_symlink():
            problem = "it is a link"
        else:
            data = read_bytes(path)
    except OSError as error:
        problem = error.strerror or str(error)
    return Found(learner=learner, module=module, scenario=path.stem, where=str(inside), data=data, problem=problem)


def _archive(path: Path, inside: PurePosixPath) -> Iterator[Found]:
    match = _CODE.fullmatch(path.stem)
    learner, module = (match["code"], match["module"]) if match else (path.stem, None)
    try:
        with open_archive(path) as parts:
            for part in parts:
                if part.path.suffix != ".jsonl" or _PASSED_OVER & set(part.path.parts):
                    continue
                data, problem = None, ""
                try:
                    data = part.read(MAX_BYTES + 1)
                except RefusedError as error:
                    problem = str(error)
                where = f"{inside}: {part.path.name}"
                name = part.path.stem
                yield Found(learner=learner, module=module, scenario=name, where=where, data=data, problem=problem)
    except RefusedError as error:
        yield Found(learner=learner, module=module, scenario="", where=str(inside), data=None, problem=str(error))
