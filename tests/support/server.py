"""A real JupyterLab, started the way `make lab` starts it, and a real Chromium."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import psutil
import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).parents[2]
SHOTS = ROOT / "test-results" / "screenshots"
STARTS = 180_000
"""Milliseconds that a server, a kernel or a page of Jupyter's may take to start where two slow cores do everything."""


@dataclass(frozen=True)
class Server:
    """A running Jupyter server on `folder`."""

    url: str
    folder: Path
    process: subprocess.Popen[bytes]

    def kill_kernels(self) -> int:
        """SIGKILL every kernel, as a crash would; the server itself stays. Returns how many."""
        kernels = [child for child in psutil.Process(self.process.pid).children(recursive=True) if _is_kernel(child)]
        for kernel in kernels:
            kernel.send_signal(signal.SIGKILL)
        return len(kernels)


def _is_kernel(process: psutil.Process) -> bool:
    try:
        return "ipykernel_launcher" in " ".join(process.cmdline())
    except psutil.NoSuchProcess:  # or dead, and not buried yet
        return False


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def start_server(folder: Path, home: Path, command: list[str] | None = None) -> Server:
    """Start JupyterLab on `folder` with a fresh user directory, and wait until it answers."""
    port = _free_port()
    own = {
        "JUPYTER_CONFIG_DIR": str(home / "config"),
        "JUPYTER_DATA_DIR": str(home / "data"),
        "JUPYTER_RUNTIME_DIR": str(home / "runtime"),
        "IPYTHONDIR": str(home / "ipython"),
        "JUPYTERLAB_WORKSPACES_DIR": str(home / "workspaces"),
        "JUPYTERLAB_SETTINGS_DIR": str(home / "settings"),
        "JUPYTER_PLATFORM_DIRS": "1",
    }
    arguments = [
        *(command or [sys.executable, "-m", "safetystring.cli", "lab", "--notebooks", str(folder), "--"]),
        "--no-browser",
        "--allow-root",
        "--ServerApp.ip=127.0.0.1",
        f"--ServerApp.port={port}",
        "--IdentityProvider.token=",
        "--ServerApp.password=",
        "--ServerApp.disable_check_xsrf=True",
    ]
    log = (home / "server.log").open("wb")
    process = subprocess.Popen(arguments, env={**os.environ, **own}, stdout=log, stderr=subprocess.STDOUT, cwd=folder)
    url = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + STARTS / 1000
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            with urllib.request.urlopen(f"{url}/api/status", timeout=2):  # noqa: S310 - our own server
                return Server(url, folder, process)
        except OSError:
            time.sleep(0.2)
    process.kill()
    pytest.fail(f"JupyterLab did not start:\n{(home / 'server.log').read_text(errors='replace')[-3000:]}")


def stop_server(server: Server) -> None:
    """Stop the server and everything it started."""
    children = psutil.Process(server.process.pid).children(recursive=True)
    server.process.terminate()
    try:
        server.process.wait(10)
    except subprocess.TimeoutExpired:
        server.process.kill()
    for child in children:
        if child.is_running():
            child.kill()


def shoot(page: Page, name: str) -> None:
    """Keep a picture for a person to look at."""
    SHOTS.mkdir(parents=True, exist_ok=True)
    page.screenshot(path=SHOTS / f"{name}.png", animations="disabled")
