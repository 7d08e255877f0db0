"""The checks, in a process of their own: they take seconds over a whole course, and a save is to be seen at once."""

from __future__ import annotations

import asyncio
import multiprocessing
import signal
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from safetystring.authoring.preview.desk import Desk

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.authoring.diagnostics import Diagnostic

_desks: dict[tuple[Path, str], Desk] = {}
"""In the other process: what was read stays read until it changes."""


class Checker:
    """Checks one scenario's folder whenever it is asked to."""

    def __init__(self, folder: Path, name: str) -> None:
        self._asked = folder, name
        context = multiprocessing.get_context("spawn")  # a fork would take the server's sockets along
        self._pool = ProcessPoolExecutor(1, context, initializer=_leave_ctrl_c)

    async def findings(self) -> tuple[Diagnostic, ...]:
        """Return what `safetystring check` has to say at this moment."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, _find, *self._asked)

    def close(self) -> None:
        """Let the other process finish what it is at, seconds at most, and end."""
        self._pool.shutdown(cancel_futures=True)


def _find(folder: Path, name: str) -> tuple[Diagnostic, ...]:
    return _desks.setdefault((folder, name), Desk(folder, name)).findings()


def _leave_ctrl_c() -> None:
    """Leave Ctrl-C, which reaches both processes, to the one that serves."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
