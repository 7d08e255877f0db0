from __future__ import annotations

import signal
import socket
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import comm
import pytest
import typer
from typer.testing import CliRunner

from safetystring.cli import preview
from support.project import write_project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    monkeypatch.chdir(tmp_path)
    write_project(tmp_path / "scenarios")
    before = comm.create_comm
    yield tmp_path
    comm.create_comm = before


def run(*arguments: str) -> Any:  # noqa: ANN401 - typer does not say where its result's class comes from
    app = typer.Typer()
    preview.register(app)
    return CliRunner().invoke(app, ["--no-browser", *arguments])


def test_serves_until_it_is_ended_and_leaves_nothing(place: Path) -> None:
    command = [sys.executable, "-m", "safetystring.cli", "preview", "--no-browser", "alder"]
    process = subprocess.Popen(command, cwd=place, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    line = process.stdout.readline()
    assert line.startswith("scenarios/alder/scenario.yaml: http://127.0.0.1:"), line
    process.send_signal(signal.SIGTERM)
    out, err = process.communicate(timeout=20)
    assert (process.returncode, err) == (0, "")
    assert "preview ended" in out
    assert not list(place.rglob("responses"))


@pytest.mark.usefixtures("place")
def test_what_cannot_be_done_is_said() -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = run("alder", "--port", str(port))
    assert (done.exit_code, done.stdout) == (2, "")
    assert done.stderr.startswith(f"port {port} cannot be had")
    done = run("aldr")
    assert done.exit_code == 2
    assert "did you mean alder?" in done.stderr
