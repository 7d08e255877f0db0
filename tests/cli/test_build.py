from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer
from typer.testing import CliRunner

from safetystring.cli import build
from support.project import write_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: str) -> Any:  # noqa: ANN401 - typer does not say where its result's class comes from
    app = typer.Typer()
    build.register(app)
    return CliRunner().invoke(app, list(arguments))


def test_builds_notebooks_and_the_course(place: Path) -> None:
    write_project(place / "scenarios")
    done = run()
    assert done.exit_code == 0, done.output
    assert (place / "notebooks" / "start.ipynb").is_file()
    assert (place / "grading" / "nbgrader_config.py").is_file()
    assert len(list(place.glob("grading/source/*/*.ipynb"))) == 2
    assert "0 unchanged" in done.output
    assert "0 written" in run().output


def test_generated_leaves_the_course_alone(place: Path) -> None:
    write_project(place / "scenarios")
    assert run("--generated").exit_code == 0
    assert (place / "notebooks" / "start.ipynb").is_file()
    assert not (place / "grading").exists()


def test_an_exam_of_public_scenarios_is_warned_of(place: Path) -> None:
    write_project(place / "scenarios")
    done = run("--mode", "exam")
    assert done.exit_code == 0
    assert "these scenarios are public" in done.stderr
    assert not (place / "notebooks").exists()
    assert not list(place.glob("grading/source/**/*.debrief"))


def test_an_exam_from_a_private_folder_uses_the_shared_data_of_this_one(place: Path) -> None:
    write_project(place / "scenarios")
    private = write_project(place / "private")
    for name in ("red_flags.yaml", "sources.yaml", "contacts.yaml"):
        (private / name).unlink()
    done = run("--mode", "exam", "--scenarios", "private", "--course", "exam")
    assert (done.exit_code, done.stderr) == (0, ""), done.output
    assert (place / "exam" / "keys" / "alder.json").is_file()
    assert not (place / "notebooks").exists()


def test_an_error_in_a_scenario_builds_nothing(place: Path) -> None:
    write_project(place / "scenarios")
    (place / "scenarios" / "alder" / "scenario.yaml").write_text("id: [")
    done = run()
    assert done.exit_code == 1
    assert "alder/scenario.yaml" in done.stderr
    assert "nothing was built" in done.stderr
    assert not (place / "notebooks").exists()


@pytest.mark.parametrize(
    "arguments", [(), ("--scenarios", "nowhere"), ("--generated", "--mode", "exam"), ("--mode", "nonsense")]
)
def test_usage(place: Path, arguments: tuple[str, ...]) -> None:
    if "--generated" in arguments:
        write_project(place / "scenarios")
    done = run(*arguments)
    assert done.exit_code == 2
    assert "Traceback" not in done.output
