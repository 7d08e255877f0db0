"""Building a course on disk: the notebooks of this repository, and the sources and keys of an nbgrader course."""

from __future__ import annotations

import os
import secrets
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.course.files import Changes, write_text, write_tree
from safetystring.course.release import Compiled, course_files, self_study_files
from safetystring.course.start import start_files
from safetystring.scenario import FormatError, read_key

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safetystring.player.catalogue import Catalogue, Module

SELF_STUDY_SALT = "safetystring self-study"
"""Draws the items of the notebooks in this repository. Everybody knows it, so everybody builds the same files."""
_KEYS = "keys"
_SALT = "salt.txt"


class BuildError(ValueError):
    """A course cannot be built. The message says what was expected and how to mend it."""


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the folder, its changes, and what the facilitator should know, one line each."""

    folder: Path
    changes: Changes
    warnings: tuple[str, ...] = ()


def build_notebooks(folder: Path, compiled: Iterable[Compiled], catalogue: Catalogue) -> Built:
    """Write what a learner alone opens: the start page, and the notebooks of each module."""
    return Built(folder, write_tree(folder, {**self_study_files(compiled), **start_files(catalogue)}))


def build_course(folder: Path, compiled: Iterable[Compiled], modules: Iterable[Module] = ()) -> Built:
    """Write an nbgrader course's sources and keys, and its `nbgrader_config.py` where there is none.

    Keys are readable by their owner only: on a shared machine learners have accounts too.
    """
    chosen = tuple(compiled)
    warnings = tuple(_overtaken(folder, chosen)) + tuple(_left_over(folder, chosen))
    _private_folder(folder / _KEYS)
    changes = write_tree(folder, course_files(chosen, modules), private=f"{_KEYS}/")
    config = folder / "nbgrader_config.py"
    if not config.exists():
        # Imported here: the notebooks of this repository are built without nbgrader.
        from safetystring.course.config import CONFIG_FILE  # noqa: PLC0415

        write_text(config, CONFIG_FILE)
    return Built(folder, changes, warnings)


def course_salt(folder: Path) -> str:
    """Return the secret that draws a course's items, made at its first build and kept with its keys.

    Raises
    ------
    BuildError
        If the file is there and empty: another secret would change every item of a course that may have been graded.
    """
    path = folder / _KEYS / _SALT
    if not path.exists():
        _private_folder(path.parent)
        write_text(path, secrets.token_hex(16) + "\n", mode=0o600)
    salt = path.read_text(encoding="utf-8").strip()
    if not salt:
        raise BuildError(f"{path} is empty: put back the one of the first build, or delete it to begin a new course")
    return salt


def _private_folder(folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    if os.name == "posix":
        folder.chmod(0o700)


def _overtaken(folder: Path, compiled: Iterable[Compiled]) -> Iterator[str]:
    """Yield a warning for each scenario that was edited after answers to it came in."""
    for one in compiled:
        scenario = one.scenario
        try:
            before = read_key(folder / _KEYS / f"{scenario.id}.json")
        except FormatError:
            continue
        came_in = list(folder.glob(f"submitted/*/{scenario.module}/responses/{scenario.id}.jsonl"))
        if came_in and (before.hash, before.items) != (one.key.hash, one.key.items):
            yield (
                f"{scenario.id}: edited since {len(came_in)} people handed in answers to it; they will be scored by "
                "the new version (to keep the old one, build into a new folder: --course)"
            )


def _left_over(folder: Path, compiled: Iterable[Compiled]) -> Iterator[str]:
    """Yield a warning for each debrief that still lies where an exam would hand it out."""
    modules = {one.scenario.module for one in compiled if one.scenario.release == "exam"}
    for module in sorted(modules):
        found = [*folder.glob(f"release/{module}/data/*.debrief")]
        if found:
            yield (
                f"release/{module} still holds the debrief of a training build: "
                f"run `nbgrader generate_assignment {module} --force` before you release the exam"
            )
