"""A real JupyterLab on a learner's folder, started the way `make lab` starts it, and pages that are watched."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from support.server import ROOT, STARTS, Server, start_server, stop_server

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page

AT_HAND = 30_000
"""Milliseconds in which what is on an open page must answer, a busy machine included."""
expect.set_options(timeout=AT_HAND)
LAPTOP = {"viewport": {"width": 1280, "height": 900}, "locale": "zh-CN"}
JUPYTER_S_OWN = ("/static/lab/", "/static/notebook/", "/lab/extensions/", "/api/", "WebSocket connection to")
"""Found in what JupyterLab's or Notebook's own code has to complain of, above all while a kernel is dead."""


@pytest.fixture(scope="module")
def learner_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the notebooks as a learner gets them."""
    folder = tmp_path_factory.mktemp("learner") / "notebooks"
    shutil.copytree(ROOT / "notebooks", folder, ignore=shutil.ignore_patterns("responses", ".ipynb_checkpoints"))
    return folder


@pytest.fixture(scope="module")
def server(learner_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    home = tmp_path_factory.mktemp("home")
    trust(home, *learner_folder.rglob("*.ipynb"))
    started = start_server(learner_folder, home)
    yield started
    stop_server(started)


@pytest.fixture(autouse=True)
def newcomer(learner_folder: Path) -> None:
    """Nobody has played in this folder before."""
    shutil.rmtree(learner_folder / "m1" / "responses", ignore_errors=True)
    (learner_folder / "preferences.json").unlink(missing_ok=True)


@pytest.fixture(scope="session")
def course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An nbgrader course, built by the command a facilitator types."""
    base = tmp_path_factory.mktemp("course")
    (base / "scenarios").symlink_to(ROOT / "scenarios")
    command = [sys.executable, "-m", "safetystring.cli", "build", "--course", "grading"]
    built = subprocess.run(command, cwd=base, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    return base / "grading"


@dataclass
class Watch:
    """What pages did that they must not: ask another machine for something, or complain on the console."""

    outside: set[str] = field(default_factory=set)
    complaints: list[str] = field(default_factory=list)

    def follow(self, context: BrowserContext) -> None:
        context.on("request", lambda request: self._asked(request.url))
        context.on("console", self._said)
        context.on("weberror", lambda thrown: self._complained(f"{thrown.error.stack or thrown.error}"))
        context.on("page", lambda page: page.on("websocket", lambda socket: self._asked(socket.url)))

    def _asked(self, url: str) -> None:
        if urlsplit(url).scheme not in ("data", "blob") and urlsplit(url).hostname != "127.0.0.1":
            self.outside.add(url)

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error":
            self._complained(f"{message.text} at {message.location['url']}")

    def _complained(self, what: str) -> None:
        if not any(part in what for part in JUPYTER_S_OWN):
            self.complaints.append(what)


@pytest.fixture
def open_page(browser: Browser) -> Iterator[Callable[..., Page]]:
    """Open a page in a browser of its own, as `browser.new_context` takes it; every test's pages are watched."""
    watch = Watch()
    contexts: list[BrowserContext] = []

    def open_one(**options: Any) -> Page:  # noqa: ANN401 - Playwright's own options
        context = browser.new_context(**{**LAPTOP, **options})
        context.set_default_timeout(AT_HAND)
        context.set_default_navigation_timeout(STARTS)
        watch.follow(context)
        contexts.append(context)
        return context.new_page()

    yield open_one
    for context in contexts:
        context.close()
    assert not watch.outside, "a page asked another machine"
    assert not watch.complaints


@pytest.fixture
def page(open_page: Callable[..., Page]) -> Page:
    return open_page()


def trust(home: Path, *notebooks: Path) -> None:
    """Trust the notebooks, as the first opening of a learner's own or Binder's `postBuild` does."""
    env = {**os.environ, "JUPYTER_DATA_DIR": str(home / "data"), "JUPYTER_PLATFORM_DIRS": "1"}
    command = [sys.executable, "-m", "jupyter", "trust", *map(str, notebooks)]
    subprocess.run(command, check=True, env=env, capture_output=True)
