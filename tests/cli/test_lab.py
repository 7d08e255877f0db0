"""`safetystring lab` starts JupyterLab with the right folder and page, and says what is missing."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from typer.testing import CliRunner

from safetystring.cli.app import app
from safetystring.cli.lab import command

HERE = Path()


def test_a_learner_is_led_to_the_start_page() -> None:
    made = command("learner", HERE / "notebooks", HERE / "grading", ["--no-browser"])
    assert made[:3] == [sys.executable, "-m", "jupyterlab"]
    assert f"--ServerApp.root_dir={(HERE / 'notebooks').resolve()}" in made
    assert "--LabApp.default_url=/doc/tree/start.ipynb" in made
    assert made[-1] == "--no-browser"


def test_a_facilitator_opens_the_course() -> None:
    made = command("facilitator", HERE / "notebooks", HERE / "grading", [])
    assert f"--ServerApp.root_dir={(HERE / 'grading').resolve()}" in made
    assert "--LabApp.default_url=/lab" in made


@pytest.mark.parametrize("arguments", [["lab"], ["lab", "--facilitator"]])
def test_what_is_missing_is_named(arguments: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    result = CliRunner().invoke(app, arguments)
    assert result.exit_code == 2
    assert "is not here" in result.output
    assert "safetystring build" in result.output
