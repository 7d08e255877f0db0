from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
import typer
from typer.testing import CliRunner

from safetystring.authoring.picture.png import NoPainterError
from safetystring.cli import graph
from support.project import write_project

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_project(tmp_path / "scenarios")
    return tmp_path


def run(*arguments: str) -> Any:  # noqa: ANN401 - typer does not say where its result's class comes from
    app = typer.Typer()
    graph.register(app)
    return CliRunner().invoke(app, list(arguments))


@pytest.mark.parametrize(
    ("arguments", "file", "holds"),
    [
        (("alder",), "alder.svg", "s05"),
        (("scenarios/alder", "--lang", "fr"), "alder.svg", 'lang="fr"'),
        (("alder", "--out", "a.SVG", "--lang", "zh"), "a.SVG", "中文"),
        (("--course",), "course.svg", "birch"),
        (("--course", "--lang", "zh", "--out", "c.svg"), "c.svg", "整门课"),
    ],
)
def test_draws(place: Path, arguments: tuple[str, ...], file: str, holds: str) -> None:
    done = run(*arguments)
    assert (done.exit_code, done.stdout) == (0, f"{file}\n"), done.output
    assert holds in (place / file).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "code", "says"),
    [
        ((), 2, "--course"),
        (("alder", "--course"), 2, "--course"),
        (("alder", "--out", "a.pdf"), 2, ".svg or .png"),
        (("alder", "--out", "no/such/folder/a.svg"), 2, "cannot be written"),
        (("nobody",), 2, "alder, birch"),
        (("--course", "--scenarios", "nowhere"), 2, "--scenarios"),
        (("birch",), 1, "safetystring check scenarios/birch"),
        (("--course",), 1, "safetystring check scenarios"),
    ],
)
def test_what_cannot_be_done_is_said(place: Path, arguments: tuple[str, ...], code: int, says: str) -> None:
    (place / "scenarios" / "birch" / "scenario.yaml").write_text("id: [")
    done = run(*arguments)
    assert done.exit_code == code
    assert says in done.stderr
    assert isinstance(done.exception, SystemExit)


@pytest.mark.usefixtures("place")
def test_without_a_painter_a_png_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    def none(_svg: str, _file: Path) -> None:
        raise NoPainterError("nothing here")

    monkeypatch.setattr(graph, "to_png", none)
    done = run("alder", "--out", "a.png")
    assert (done.exit_code, done.stderr) == (2, "nothing here\n")
