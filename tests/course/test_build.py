from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from safetystring.course.build import (
    SELF_STUDY_SALT,
    BuildError,
    Built,
    build_course,
    build_notebooks,
    course_salt,
)
from safetystring.course.catalogue import catalogue, compile_all
from safetystring.course.config import CONFIG_FILE
from safetystring.player.catalogue import read_catalogue
from support.project import project

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from safetystring.authoring.project import Project
    from safetystring.course.release import Mode


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return project(tmp_path_factory.mktemp("project") / "scenarios")


def build(folder: Path, written: Project, mode: Mode = "training") -> Built:
    return build_course(folder, compile_all(written, course_salt(folder), mode).values())


def contents(folder: Path) -> Mapping[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_notebooks_are_the_same_on_every_machine(tmp_path: Path, written: Project) -> None:
    for name in ("one", "two"):
        compiled = compile_all(written, SELF_STUDY_SALT, "training")
        build_notebooks(tmp_path / name, compiled.values(), catalogue(written, compiled))
    assert contents(tmp_path / "one") == contents(tmp_path / "two")


def test_the_start_page_finds_every_notebook(tmp_path: Path, written: Project) -> None:
    compiled = compile_all(written, SELF_STUDY_SALT, "training")
    build_notebooks(tmp_path, compiled.values(), catalogue(written, compiled))
    entries = [entry for module in read_catalogue(tmp_path).modules for entry in module.scenarios]
    assert sorted(entry.id for entry in entries) == ["alder", "birch"]
    assert all((tmp_path / entry.path).is_file() for entry in entries)


def test_a_second_build_changes_nothing(tmp_path: Path, written: Project) -> None:
    build(tmp_path, written)
    before = contents(tmp_path)
    again = build(tmp_path, written)
    assert (again.changes.written, again.changes.removed, again.warnings) == ((), (), ())
    assert contents(tmp_path) == before


def test_two_courses_draw_different_items(tmp_path: Path, written: Project) -> None:
    orders = set()
    for name in ("one", "two", "three"):
        folder = tmp_path / name
        orders.add(compile_all(written, course_salt(folder), "training")["alder"].key.items)
    assert len(orders) > 1


def test_the_secrets_of_a_course_are_its_owner_s(tmp_path: Path, written: Project) -> None:
    build(tmp_path, written)
    keys = tmp_path / "keys"
    assert keys.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in keys.iterdir()} == {0o600}


def test_an_empty_salt_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "keys").mkdir()
    (tmp_path / "keys" / "salt.txt").write_text("\n")
    with pytest.raises(BuildError, match="is empty"):
        course_salt(tmp_path)


def test_an_exam_takes_the_debriefs_of_a_training_away(tmp_path: Path, written: Project) -> None:
    build(tmp_path, written)
    assert list(tmp_path.rglob("*.debrief"))
    build(tmp_path, written, "exam")
    assert not list(tmp_path.rglob("*.debrief"))


def test_an_exam_warns_of_a_debrief_released_before(tmp_path: Path, written: Project) -> None:
    build(tmp_path, written)
    shutil.copytree(tmp_path / "source", tmp_path / "release")
    [warning] = build(tmp_path, written, "exam").warnings
    assert "generate_assignment" in warning
    assert "--force" in warning


def test_editing_what_was_answered_is_said(tmp_path: Path, written: Project) -> None:
    build(tmp_path, written)
    module = next(iter(compile_all(written, "x", "training").values())).scenario.module
    log = tmp_path / "submitted" / "s1" / module / "responses" / "alder.jsonl"
    log.parent.mkdir(parents=True)
    log.write_text("")
    assert build(tmp_path, written).warnings == ()
    (tmp_path / "keys" / "salt.txt").write_text("another\n")
    [warning] = build(tmp_path, written).warnings
    assert warning.startswith("alder: edited since 1 people handed in")


def test_a_course_s_own_settings_are_kept(tmp_path: Path, written: Project) -> None:
    build(tmp_path, written)
    config = tmp_path / "nbgrader_config.py"
    assert config.read_text(encoding="utf-8") == CONFIG_FILE
    config.write_text("# mine\n")
    build(tmp_path, written)
    assert config.read_text(encoding="utf-8") == "# mine\n"
