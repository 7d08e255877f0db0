"""What checks scenarios before a commit: the plain git hook, and the one for pre-commit."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from ruamel.yaml import YAML

from support.project import put, write_project

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parents[1]
HOOK = ROOT / "tools" / "hooks" / "pre-commit"
ALDER = "alder/scenario.yaml"


@pytest.fixture
def git(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    environment |= {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "HOME": str(tmp_path)}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        who = ("-c", "user.name=A", "-c", "user.email=a@b.example")
        command = ["git", *who, *arguments]
        return subprocess.run(command, cwd=tmp_path, env=environment, check=False, capture_output=True, text=True)

    run("init", "-q")
    run("config", "core.hooksPath", str(HOOK.parent))
    return run


def test_the_git_hook_looks_at_what_is_staged(
    tmp_path: Path, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    write_project(tmp_path / "scenarios")
    git("add", "scenarios")
    assert git("commit", "-m", "good").returncode == 0
    write_project(tmp_path / "scenarios", put(ALDER, ("start",), "s99"))
    git("add", "scenarios")
    # What lies on the disk is good again; what is staged is not.
    write_project(tmp_path / "scenarios")
    refused = git("commit", "-m", "bad")
    assert refused.returncode == 1
    assert "scenarios/alder/scenario.yaml:" in refused.stdout + refused.stderr
    assert "git commit --no-verify" in refused.stderr


def test_the_git_hook_has_no_say_in_other_files(
    tmp_path: Path, git: Callable[..., subprocess.CompletedProcess[str]]
) -> None:
    (tmp_path / "a.txt").write_text("a")
    git("add", "a.txt")
    assert git("commit", "-m", "other").returncode == 0


def test_the_hook_for_pre_commit() -> None:
    (hook,) = YAML(typ="safe").load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    assert hook["id"] == "safetystring-check"
    assert (hook["entry"], hook["language"], hook["pass_filenames"]) == ("safetystring check", "python", False)
    assert hook["additional_dependencies"] == [".[author,cli]"]
