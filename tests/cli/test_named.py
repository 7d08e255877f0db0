from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
import typer

from safetystring.cli.named import named
from support.project import write_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def scenarios(tmp_path: Path) -> Path:
    return write_project(tmp_path / "scenarios")


@pytest.mark.parametrize("given", ["alder", "scenarios/alder", "scenarios/alder/", "scenarios/alder/scenario.yaml"])
def test_an_id_or_a_path(scenarios: Path, given: str) -> None:
    assert named(given, scenarios) == "alder"


@pytest.mark.parametrize(
    ("given", "hint"),
    [
        ("aldr", "did you mean alder?"),
        ("zzz", "there are alder, birch"),
        ("../alder/..", "there are alder, birch"),
        ("", "there are alder, birch"),
        ("linked", "no scenario 'linked'"),
        ("alder\x1b[2J", "no scenario"),
    ],
)
def test_what_is_no_scenario_here_is_said(
    scenarios: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], given: str, hint: str
) -> None:
    outside = write_project(tmp_path / "elsewhere")
    (scenarios / "linked").symlink_to(outside / "alder")
    with pytest.raises(typer.Exit) as ended:
        named(given, scenarios)
    said = capsys.readouterr().err
    assert ended.value.exit_code == 2
    assert hint in said
    assert "\x1b" not in said


def test_no_folder(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(typer.Exit):
        named("alder", tmp_path / "nowhere")
    assert "--scenarios" in capsys.readouterr().err
