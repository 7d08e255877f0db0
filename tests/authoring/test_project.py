"""A whole folder, read, checked and compiled."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.authoring.project import compile_project, load_project, ordered, show
from safetystring.authoring.shared import WrittenModule
from support.project import DROP, files, findings, project, put, write_project

if TYPE_CHECKING:
    import pytest

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def test_the_scenarios_of_this_repository_are_in_order() -> None:
    loaded = load_project(SCENARIOS)
    assert [str(one) for one in loaded.diagnostics if one.severity == "error"] == []
    assert loaded.project is not None
    assert set(compile_project(loaded.project, "salt")) == set(loaded.project.scenarios)


def test_a_folder_that_is_none(tmp_path: Path) -> None:
    loaded = load_project(tmp_path / "none")
    assert loaded.project is None
    assert [one.code for one in loaded.diagnostics] == ["SS001"]


def test_an_empty_folder(tmp_path: Path) -> None:
    assert [one.code for one in load_project(tmp_path).diagnostics] == ["SS001"] * 4


def test_an_error_leaves_no_project_and_a_warning_does(tmp_path: Path) -> None:
    change = put("alder/scenario.yaml", ("minutes",), 30)
    warned = load_project(write_project(tmp_path, change))
    assert {one.severity for one in warned.diagnostics} == {"warning"}
    assert warned.project is not None
    broken = load_project(write_project(tmp_path, put("alder/scenario.yaml", ("leave",), "e99")))
    assert broken.project is None


def test_a_shared_file_that_does_not_fit_is_said_once(tmp_path: Path) -> None:
    found = findings(tmp_path, put("red_flags.yaml", ("families",), DROP))
    assert [one[:2] for one in found] == [("SS010", "red_flags.yaml")]


def test_folders_without_a_scenario(tmp_path: Path) -> None:
    write_project(tmp_path)
    for name in ("forms", ".hidden", "_drafts", "empty"):
        (tmp_path / name).mkdir()
    assert [(one.code, one.path) for one in load_project(tmp_path).diagnostics] == [("SS008", f"{tmp_path}/empty")]


def test_a_private_folder_takes_shared_data_from_another(tmp_path: Path) -> None:
    public = write_project(tmp_path / "public")
    private = tmp_path / "private"
    shutil.copytree(public, private)
    for name in ("red_flags", "sources", "contacts"):
        (private / f"{name}.yaml").unlink()
    assert load_project(private).project is None
    loaded = load_project(private, public)
    assert loaded.diagnostics == ()
    assert loaded.project is not None
    own = files()["contacts.yaml"]
    assert set(loaded.project.shared.contacts.root) == set(own)
    (private / "modules.yaml").unlink()
    assert [one.code for one in load_project(private, public).diagnostics] == ["SS001"]


def _module(seed: int, scenarios: list[str]) -> WrittenModule:
    return WrittenModule.model_validate({**files()["modules.yaml"]["m1"], "seed": seed, "scenarios": scenarios})


def test_the_order_is_drawn_by_seed_and_not_by_the_list() -> None:
    names = ["alder", "birch", "cedar", "elm"]
    assert ordered(_module(7, names)) == ordered(_module(7, names[::-1]))
    assert sorted(ordered(_module(7, names))) == names
    assert len({ordered(_module(seed, names)) for seed in range(40)}) > 10


def test_a_project_is_compiled_in_drawn_order(tmp_path: Path) -> None:
    one = project(tmp_path)
    assert tuple(compile_project(one, "salt")) == ordered(one.modules["m1"])


def test_paths_are_shown_from_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert show(tmp_path / "a" / "b.yaml") == "a/b.yaml"
    assert show(Path("a/b.yaml")) == "a/b.yaml"
    assert show(Path("/elsewhere/b.yaml")) == "/elsewhere/b.yaml"
