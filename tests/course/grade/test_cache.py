"""What nbgrader said is kept as long as nothing it came from has changed."""

from __future__ import annotations

import json
import shutil
from typing import TYPE_CHECKING, Any, NoReturn

import pytest

from safetystring.course.grade import cache, ledger
from safetystring.course.grade.store import open_store
from safetystring.scenario import encode

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from course.nbcourse import NbCourse
    from safetystring.course.grade.ledger import AssignmentRows


def nobody(*_: object) -> NoReturn:
    raise AssertionError("nbgrader was asked")


def rows(root: Path) -> AssignmentRows:
    store = open_store(f"sqlite:///{root / 'gradebook.db'}")
    try:
        return ledger.read_assignment(store, "m1")
    finally:
        store.connection.close()


@pytest.fixture
def copied(prepared: NbCourse, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, list[list[str]]]:
    """A copy of the course, and what is asked of an nbgrader that answers as it did to the first one."""
    monkeypatch.setattr(cache, "_ask", nobody)
    chosen = cache.settings(prepared.root)
    made, new = cache.blueprint(prepared.root, rows(prepared.root), chosen)
    assert not new
    root = tmp_path / "grading"
    shutil.copytree(prepared.root, root)
    moved = json.loads(json.dumps(encode(chosen)).replace(str(prepared.root), str(root)))
    asked: list[list[str]] = []

    def ask(_root: Path, words: list[str], _given: object) -> Any:  # noqa: ANN401 - JSON
        asked.append(words)
        return moved if words == ["settings"] else encode(made)

    monkeypatch.setattr(cache, "_ask", ask)
    return root, asked


def look(root: Path) -> None:
    chosen = cache.settings(root)
    cache.blueprint(root, rows(root), chosen)


def test_a_course_that_was_moved_is_asked_for_its_settings_only(copied: tuple[Path, list[list[str]]]) -> None:
    root, asked = copied
    look(root)
    look(root)
    assert asked == [["settings"]]


def _more(root: Path) -> None:
    with (root / "nbgrader_config.py").open("a") as file:
        file.write("# another\n")


def _notebook(root: Path) -> None:
    (root / "source" / "m1" / "another.ipynb").write_text("{}")


def _cut(name: str) -> Callable[[Path], None]:
    def change(root: Path) -> None:
        file = root / cache.FOLDER / name
        file.write_text(file.read_text(encoding="utf-8")[:-20], encoding="utf-8")

    return change


def _gone(root: Path) -> None:
    shutil.rmtree(root / cache.FOLDER)


def _other_form(root: Path) -> None:
    file = root / cache.FOLDER / "m1.json"
    kept = json.loads(file.read_bytes())
    del kept["blueprint"]["pages"][0]["pieces"]
    file.write_text(json.dumps(kept))


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (_more, [["settings"], ["blueprint"]]),
        (_notebook, [["settings"], ["blueprint"]]),
        (_gone, [["settings"], ["blueprint"]]),
        (_cut("settings.json"), [["settings"]]),
        (_cut("m1.json"), [["blueprint"]]),
        (_other_form, [["blueprint"]]),
    ],
)
def test_what_has_changed_or_is_damaged_is_asked_again(
    copied: tuple[Path, list[list[str]]], change: Callable[[Path], None], expected: list[list[str]]
) -> None:
    root, asked = copied
    look(root)
    asked.clear()
    change(root)
    look(root)
    assert asked == expected


def test_it_may_hold_a_password_and_is_its_owner_s_alone(copied: tuple[Path, list[list[str]]]) -> None:
    root, _ = copied
    look(root)
    assert (root / cache.FOLDER / "settings.json").stat().st_mode & 0o077 == 0


def test_a_cache_that_cannot_be_kept_costs_time_only(copied: tuple[Path, list[list[str]]]) -> None:
    root, asked = copied
    shutil.rmtree(root / cache.FOLDER)
    (root / cache.FOLDER).write_text("no folder")
    look(root)
    look(root)
    assert len(asked) == 4
