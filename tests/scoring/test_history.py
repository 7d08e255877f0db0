from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.scoring.history import profile_of
from scoring.plays import log_of, pair, shortcut, write_notebooks

if TYPE_CHECKING:
    from pathlib import Path


def played(root: Path) -> tuple[Path, str]:
    made, answers = pair("scam")
    folder = write_notebooks(root, made, answers)
    good = shortcut("good", made, answers)
    assert good is not None
    (folder / "responses" / f"{made.id}.jsonl").write_bytes(log_of(good))
    return folder, made.id


def test_what_is_finished_counts_with_its_families_named(tmp_path: Path) -> None:
    folder, name = played(tmp_path)
    found = profile_of([(folder, name)], "fr")
    assert found["runs"] == 1
    assert found["families"]
    assert all(row["name"] != row["id"] for row in found["families"])
    assert found["channels"]


def test_what_cannot_be_read_is_left_out(tmp_path: Path) -> None:
    folder, name = played(tmp_path)
    (folder / "data" / f"{name}.debrief").write_text("not a key", encoding="ascii")
    assert profile_of([(folder, name), (folder, "nowhere"), (tmp_path, name)], "zh")["runs"] == 0
    (folder / "data" / f"{name}.debrief").unlink()
    assert profile_of([(folder, name)], "zh")["runs"] == 0
