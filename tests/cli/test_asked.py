"""Paths that were typed, and what lies below them."""

from __future__ import annotations

from pathlib import Path

import pytest

from safetystring.cli.asked import AskedError, files_below, is_below, root_of
from support.project import write_project


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_project(tmp_path / "scenarios")
    return Path("scenarios")


def test_the_root_of_a_folder_and_of_what_lies_in_it(folder: Path) -> None:
    assert root_of(folder) == folder
    for below in ("alder", "alder/scenario.yaml", "contacts.yaml"):
        assert root_of(folder / below) == folder.absolute()


def test_no_root(folder: Path) -> None:
    Path("x.yaml").write_text("a: 1")
    for wrong, words in ((Path("nowhere"), "is not there"), (Path("x.yaml"), "belongs to no scenarios folder")):
        with pytest.raises(AskedError, match=words):
            root_of(wrong)
    assert is_below("scenarios/alder/scenario.yaml", folder / "alder", folder.absolute())
    assert not is_below("scenarios/alder2/scenario.yaml", folder / "alder", folder.absolute())


def test_files_to_mend(folder: Path) -> None:
    root = folder.absolute()
    assert [file.name for file in files_below(folder, root)][:4] == [
        "red_flags.yaml",
        "sources.yaml",
        "contacts.yaml",
        "modules.yaml",
    ]
    assert list(files_below(folder / "birch", root)) == [root / "birch" / "scenario.yaml"]
