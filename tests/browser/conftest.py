"""A real JupyterLab on a learner's folder, started the way `make lab` starts it."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from support.server import ROOT, Server, start_server, stop_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def learner_folder(tmp_path: Path) -> Path:
    """A copy of the notebooks as a learner gets them."""
    folder = tmp_path / "notebooks"
    shutil.copytree(ROOT / "notebooks", folder, ignore=shutil.ignore_patterns("responses", ".ipynb_checkpoints"))
    return folder


@pytest.fixture
def server(learner_folder: Path, tmp_path: Path) -> Iterator[Server]:
    home = tmp_path / "home"
    home.mkdir()
    for notebook in learner_folder.rglob("*.ipynb"):
        _trust(notebook, home)
    started = start_server(learner_folder, home)
    yield started
    stop_server(started)


def _trust(notebook: Path, home: Path) -> None:
    env = {**os.environ, "JUPYTER_DATA_DIR": str(home / "data"), "JUPYTER_PLATFORM_DIRS": "1"}
    subprocess.run([sys.executable, "-m", "jupyter", "trust", str(notebook)], check=True, env=env, capture_output=True)
