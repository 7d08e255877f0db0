"""The command: what it writes, what it says, what it never does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest
import typer
from typer.testing import CliRunner

from safetystring.cli import new
from safetystring.scenario.model import Channel, Lang
from support.project import write_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return write_project(tmp_path / "scenarios")


def run(*arguments: str) -> Any:  # noqa: ANN401 - typer does not say where its result's class comes from
    app = typer.Typer()
    new.register(app)
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "80"})


def _tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_a_pair_is_written_and_the_next_steps_are_said(folder: Path) -> None:
    before = _tree(folder)
    done = run("oak", "--twin", "elm", "--channel", "chat", "--lang", "fr")
    assert done.exit_code == 0, done.output
    added = {f"{name}/{file}" for name in ("oak", "elm") for file in ("scenario.yaml", "playthroughs/sees_all.yaml")}
    after = _tree(folder)
    assert after.keys() - before.keys() == added
    assert {name for name in before if before[name] != after[name]} == {"modules.yaml"}
    assert "scenarios/oak/ (the scam), scenarios/elm/ (its genuine twin)" in done.stdout
    assert [line[2:4] for line in done.stdout.splitlines() if line.startswith("  ")] == ["1.", "2.", "3."]


def test_a_twin_gets_a_free_word(folder: Path) -> None:
    assert run("oak").exit_code == 0
    assert (folder / "acorn" / "scenario.yaml").is_file()


@pytest.mark.parametrize(
    "arguments", [("fake-police",), ("alder",), ("oak", "--from", "Z9"), ("oak", "--scenarios", "x")]
)
def test_a_refusal_writes_nothing(folder: Path, arguments: tuple[str, ...]) -> None:
    before = _tree(folder)
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stderr.strip()
    assert "Traceback" not in done.output
    assert _tree(folder) == before


def test_nothing_is_overwritten(folder: Path) -> None:
    assert run("oak", "--twin", "elm").exit_code == 0
    before = _tree(folder)
    assert run("oak", "--twin", "fir").exit_code == 2
    assert run("fir", "--twin", "elm").exit_code == 2
    assert _tree(folder) == before


def test_choices_are_those_of_the_format() -> None:
    assert {one.value for one in new.ChannelName} == {*get_args(Channel)} - {"ring"}
    assert {one.value for one in new.LangName} == set(get_args(Lang))
