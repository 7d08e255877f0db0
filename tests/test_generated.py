"""What is generated and kept in git is what the sources make; nobody edits it by hand."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from support.server import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def _tracked(folder: Path, below: str) -> dict[str, bytes]:
    listed = subprocess.run(["git", "ls-files", "-z", below], cwd=ROOT, check=True, capture_output=True).stdout.decode()
    return {name: (folder / name).read_bytes() for name in listed.split("\0") if name}


@pytest.mark.slow
def test_notebooks_schema_and_picture_are_what_the_scenarios_make(tmp_path: Path) -> None:
    for name, data in _tracked(ROOT, "scenarios").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(data)
    (tmp_path / "scenarios" / "scenario.schema.json").unlink()
    command = [sys.executable, "-m", "safetystring.cli", "build", "--generated"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    made = {
        **_tracked(ROOT, "notebooks"),
        **_tracked(ROOT, "scenarios"),
        **_tracked(ROOT, "docs/images/course.svg"),
        **_tracked(ROOT, "docs/coverage.md"),
    }
    again = {
        path.relative_to(tmp_path).as_posix(): path.read_bytes()
        for folder in ("notebooks", "scenarios", "docs")
        for path in (tmp_path / folder).rglob("*")
        if path.is_file()
    }
    assert again.keys() == made.keys()
    changed = [name for name, data in again.items() if data != made[name]]
    assert not changed, "run `make notebooks`"
