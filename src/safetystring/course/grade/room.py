"""What all learners of an assignment are graded by, gathered once a run: scenarios, keys, released notebooks."""

from __future__ import annotations

from fnmatch import fnmatch
from typing import TYPE_CHECKING

from safetystring.course.answers import left_in_source
from safetystring.course.grade.errors import GradeError
from safetystring.course.grade.late import penalty_rule
from safetystring.course.grade.learner import Class
from safetystring.course.grade.marking import Sheet
from safetystring.scoring.find import NoKeyError, find, trusted_keys

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safetystring.course.grade.blueprint import Blueprint, Page, Settings
    from safetystring.course.grade.ledger import AssignmentRows
    from safetystring.course.grade.store import Store


def open_room(root: Path, settings: Settings, assignment: AssignmentRows, blueprint: Blueprint, store: Store) -> Class:
    """Gather it.

    Raises
    ------
    GradeError
        If a key is missing or is another scenario's: everybody would have zeros.
    """
    pages = {page.name: page for page in blueprint.pages}
    if pages.keys() != assignment.notebooks.keys():
        raise GradeError(f"the blueprint of {assignment.name} is another assignment's: delete {root / '.safetystring'}")
    source = root / "source" / assignment.name
    return Class(
        assignment=assignment,
        sheets={name: _sheet(root, settings, assignment.name, pages[name]) for name in assignment.notebooks},
        penalty=penalty_rule(settings.penalty, root),
        store=store,
        files=_files(source, settings),
        blank=_blank(root / "release" / assignment.name, pages),
    )


def _sheet(root: Path, settings: Settings, assignment: str, page: Page) -> Sheet:
    # The same places as for the hidden tests, which run in a folder of graded work.
    keys = trusted_keys(page.name, root / settings.autograded / "_" / assignment)
    try:
        scenario, key = find(page.name, keys, [root / "source" / assignment / "data" / f"{page.name}.json"])
    except NoKeyError as error:
        raise GradeError(f"everybody would have 0 for {page.name}: {error}") from None
    return Sheet.of(page, scenario, key)


def _files(source: Path, settings: Settings) -> Mapping[str, bytes]:
    """Return the other files of the source, which nbgrader copies to everybody's graded work."""
    if not source.is_dir():
        return {}
    left = set(left_in_source(source.parent).get(source.name, ()))
    found = {}
    for path in sorted(source.rglob("*")):
        name = path.relative_to(source).as_posix()
        ignored = any(fnmatch(part, pattern) for part in name.split("/") for pattern in settings.ignore)
        if path.is_file() and path.suffix != ".ipynb" and name not in left and not ignored:
            found[name] = path.read_bytes()
    return found


def _blank(release: Path, pages: Mapping[str, Page]) -> Mapping[str, bytes]:
    """Return the released notebooks' bytes: one that comes back the same holds no written answer."""
    found = {}
    for name in pages:
        try:
            found[name] = (release / f"{name}.ipynb").read_bytes()
        except OSError:
            continue
    return found
