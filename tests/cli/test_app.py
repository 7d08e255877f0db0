from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from safetystring.cli import app as module
from safetystring.cli.app import COMMANDS


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "safetystring.cli", *arguments]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


def test_help_lists_every_command_of_this_installation() -> None:
    done = run("--help")
    assert done.returncode == 0
    there = [name for name in COMMANDS if (Path(module.__file__).parent / f"{name}.py").exists()]
    assert there
    assert [name for name in there if f" {name} " not in done.stdout] == []


def test_every_module_of_a_command_is_in_the_table() -> None:
    modules = {
        file.stem for file in Path(module.__file__).parent.glob("*.py") if "def register(" in file.read_text("utf-8")
    }
    assert modules <= set(COMMANDS)


def test_a_typo_names_the_command_meant() -> None:
    done = run("chek")
    assert done.returncode == 2
    assert "check" in done.stderr
    assert "Traceback" not in done.stderr


HELP = """
import sys
from safetystring.cli.app import app
sys.argv = ["safetystring", {name!r}, "--help"]
try:
    app()
except SystemExit:
    pass
print(*sorted(sys.modules))
"""
HEAVY = {"pandas", "nbgrader", "networkx", "ruamel.yaml", "safetystring.authoring.project"}


@pytest.mark.parametrize("name", ["score", "simulate"])
def test_help_of_a_light_command_loads_nothing_heavy(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", HELP.format(name=name)], capture_output=True, text=True, check=True, timeout=60
    )
    assert f"safetystring {name}" in done.stdout
    assert HEAVY & set(done.stdout.splitlines()[-1].split()) == set()


MISSING = """
import sys
class Gone:
    def find_spec(self, name, path=None, target=None):
        if name == "ruamel.yaml":
            raise ModuleNotFoundError("No module named 'ruamel.yaml'", name="ruamel.yaml")
sys.meta_path.insert(0, Gone())
from safetystring.cli.app import app
sys.argv = ["safetystring", "check"]
app()
"""


def test_a_missing_extra_is_named() -> None:
    done = subprocess.run([sys.executable, "-c", MISSING], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.strip() == "`safetystring check` needs ruamel.yaml: pip install 'safetystring[author,cli]'"


def test_a_command_that_is_not_installed_is_not_listed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(module.COMMANDS, "later", ("author", "Not there yet."))
    group = module.Lazy(name="safetystring", commands={})
    assert "later" not in group.list_commands(None)
    assert group.get_command(None, "later") is None
    assert group.get_command(None, "check") is not None
