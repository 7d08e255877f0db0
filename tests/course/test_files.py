from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.course.files import MANIFEST, write_text, write_tree

if TYPE_CHECKING:
    from pathlib import Path


def test_writes_only_what_changed(tmp_path: Path) -> None:
    write_tree(tmp_path, {"a/x.txt": "1", "y.txt": "2"})
    before = (tmp_path / "y.txt").stat().st_mtime_ns
    changes = write_tree(tmp_path, {"a/x.txt": "3", "y.txt": "2"})
    assert (changes.written, changes.unchanged, changes.removed) == (("a/x.txt",), ("y.txt",), ())
    assert (tmp_path / "y.txt").stat().st_mtime_ns == before


def test_removes_what_it_made_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "mine.txt").write_text("kept")
    write_tree(tmp_path, {"a/x.txt": "1", "b/y.txt": "2", "z.txt": "3"})
    assert write_tree(tmp_path, {"z.txt": "3"}).removed == ("a/x.txt", "b/y.txt")
    assert (tmp_path / "a" / "mine.txt").read_text() == "kept"
    assert not (tmp_path / "b").exists()


@pytest.mark.parametrize("manifest", ["", "{", "3", "[1, null]", '["../outside.txt"]', '["/etc/hosts"]'])
def test_a_damaged_manifest_removes_nothing(tmp_path: Path, manifest: str) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_text("kept")
    root = tmp_path / "root"
    root.mkdir()
    (root / MANIFEST).write_text(manifest)
    assert write_tree(root, {"x.txt": "1"}).removed == ()
    assert outside.exists()


@pytest.mark.parametrize("name", ["../x", "/x", "", "a/../../x"])
def test_paths_stay_inside(tmp_path: Path, name: str) -> None:
    with pytest.raises(ValueError, match="no path inside"):
        write_tree(tmp_path, {name: "1"})


def test_a_private_file_is_private_from_its_first_byte(tmp_path: Path) -> None:
    write_text(tmp_path / "salt.txt", "s", mode=0o600)
    assert (tmp_path / "salt.txt").stat().st_mode & 0o777 == 0o600


def test_a_failed_write_leaves_the_old_file_and_no_litter(tmp_path: Path) -> None:
    target = tmp_path / "x"
    target.mkdir()
    (target / "inside").write_text("kept")
    with pytest.raises(OSError, match=r"x"):
        write_text(target, "1")
    assert [path.name for path in tmp_path.iterdir()] == ["x"]
