"""`safetystring check --options`: a sheet, its score, and what a plain reader finds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer
from typer.testing import CliRunner

from safetystring.cli import check, guessed
from support.project import put, write_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_project(tmp_path / "scenarios")
    return tmp_path


def run(*arguments: str) -> Any:  # noqa: ANN401 - typer does not say where its result's class comes from
    app = typer.Typer()
    check.register(app)
    return CliRunner().invoke(app, list(arguments), env={"COLUMNS": "80"})


def test_a_sheet_goes_out_and_its_answers_come_back(place: Path) -> None:
    out = run("--options", "--lang", "en", "--seed", "7")
    assert out.exit_code == 0
    assert out.stdout.startswith("Safety String · options alone · en · 7 · ")
    (place / "mine.txt").write_text(out.stdout.replace("____", "_A__"), encoding="utf-8")
    done = run("--options", "--lang", "en", "--seed", "7", "--answers", "mine.txt")
    assert done.stdout.startswith("all: ")
    assert done.exit_code == (0 if ": met" in done.stdout.splitlines()[0] else 1)
    other = run("--options", "--lang", "fr", "--seed", "7", "--answers", "mine.txt")
    assert other.exit_code == 2
    assert other.stderr == "mine.txt: line 1: this sheet was made with --lang en --seed 7; score it with the same\n"


def test_count_and_one_scenario(place: Path) -> None:
    assert place.is_dir()
    assert run("--options", "--count", "2").stdout.count("____") == 2
    assert 0 < run("--options", "scenarios/alder").stdout.count("____") < run("--options").stdout.count("____")


def test_tells(place: Path) -> None:
    assert place.is_dir()
    done = run("--options", "--tells")
    assert done.exit_code == 0
    heads = [line for line in done.stdout.splitlines() if line.endswith("met")]
    assert [line[:3] for line in heads] == ["zh:", "en:", "fr:"]
    assert run("--options", "--tells", "--lang", "fr").stdout.startswith("fr: a plain reader")


REFUSED = [
    (["--answers", "mine.txt"], "go with --options"),
    (["--seed", "7"], "go with --options"),
    (["--options", "--lang", "de"], "--lang is one of zh, en, fr; found de"),
    (["--options", "--tells", "--lang", "de"], "--lang is one of zh, en, fr; found de"),
    (["--options", "--seed", "a b"], "--seed is one word or number"),
    (["--options", "--answers", "none.txt"], "none.txt cannot be read"),
    (["--options", "--answers", "scenarios"], "scenarios cannot be read"),
    (["--options", "--answers", "latin.txt"], "latin.txt: line 2: not UTF-8"),
    (["--options", "--answers", "large.txt"], "large.txt is larger than"),
    (["--options", "--answers", "wrong.txt"], "wrong.txt: line 2: expected a number and a letter"),
]


@pytest.mark.parametrize(("arguments", "message"), REFUSED)
def test_what_cannot_be_done_is_said(place: Path, arguments: list[str], message: str) -> None:
    (place / "latin.txt").write_bytes(b"1 A\n2 \xe9\n")
    (place / "large.txt").write_bytes(b"#" * (guessed.MAX_BYTES + 1))
    (place / "wrong.txt").write_text("1 A\nB\n", encoding="utf-8")
    done = run(*arguments)
    assert done.exit_code == 2
    assert message in done.stderr
    assert isinstance(done.exception, SystemExit)


def test_scenarios_with_errors_come_first(place: Path) -> None:
    write_project(place / "broken", put("alder/scenario.yaml", ("start",), "s99"))
    done = run("--options", "broken")
    assert done.exit_code == 1
    assert "has errors: mend what `safetystring check` says there first" in done.stderr
