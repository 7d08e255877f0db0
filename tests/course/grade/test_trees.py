from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.course.grade.trees import clear_leftovers, put_tree

if TYPE_CHECKING:
    from pathlib import Path


def held(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_tree_takes_the_place_of_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "li" / "m1"
    put_tree(folder, {"a": b"1", "in/b": b"2"}, 0o444)
    assert held(folder) == {"a": b"1", "in/b": b"2"}
    assert (folder / "a").stat().st_mode & 0o777 == 0o444
    put_tree(folder, {"c": b"3"}, 0o644)
    assert held(folder) == {"c": b"3"}
    assert [path.name for path in folder.parent.iterdir()] == ["m1"]


def test_a_tree_that_cannot_be_written_leaves_the_one_before(tmp_path: Path) -> None:
    folder = tmp_path / "m1"
    put_tree(folder, {"a": b"1"}, 0o644)
    with pytest.raises(OSError, match=r".+"):
        put_tree(folder, {"b": b"2", "b/c": b"3"}, 0o644)
    assert held(folder) == {"a": b"1"}
    assert [path.name for path in tmp_path.iterdir()] == ["m1"]


def test_leftovers_go(tmp_path: Path) -> None:
    for name in (".new-m1", ".old-m1", ".new-m2"):
        (tmp_path / name).mkdir()
    clear_leftovers(tmp_path / "m1")
    assert [path.name for path in tmp_path.iterdir()] == [".new-m2"]
