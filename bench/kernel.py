"""What a learner's kernel costs, in memory and time, against one that imports only the widget libraries."""

from __future__ import annotations

import os
import shutil
import statistics
import tempfile
import time
from pathlib import Path
from uuid import uuid4

import psutil
from jupyter_client.manager import KernelManager

from bench.compiled import compile_package
from bench.table import Measure, rounded

BARE = "import ipywidgets, anywidget\nbox = ipywidgets.VBox([ipywidgets.Button()])\nbox"
OURS = "import safetystring\nsafetystring.play('{id}')"
ROOT = Path(__file__).parents[1]


def _run(code: str, folder: Path) -> tuple[float, float]:
    """Return milliseconds from kernel start to the cell's end, and the kernel's resident megabytes then."""
    # A socket's name follows from the file's: without a folder, kernel and client would each look in their own.
    file = str(folder / f"kernel-{uuid4().hex[:8]}.json")
    manager = KernelManager(transport="ipc" if os.name == "posix" else "tcp", connection_file=file)
    began = time.perf_counter()
    manager.start_kernel(cwd=str(folder))
    client = manager.client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=60)
        reply = client.execute_interactive(code, timeout=60, output_hook=lambda _message: None)
        took = (time.perf_counter() - began) * 1000
        if reply["content"]["status"] != "ok":
            raise RuntimeError(reply["content"].get("evalue", "the cell failed"))
        pid = manager.provisioner.process.pid  # type: ignore[union-attr]
        return took, psutil.Process(pid).memory_info().rss / 1e6
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)


def measure(rounds: int = 7) -> list[Measure]:
    """Interleave both kernels `rounds` times and compare medians."""
    compile_package()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        shutil.copytree(ROOT / "notebooks" / "m1", folder, dirs_exist_ok=True)
        scenario = min((folder / "data").glob("*.json")).stem
        pairs = [(_run(BARE, folder), _run(OURS.format(id=scenario), folder)) for _ in range(rounds)]
    bare = [statistics.median(pair[0][axis] for pair in pairs) for axis in (0, 1)]
    ours = [statistics.median(pair[1][axis] for pair in pairs) for axis in (0, 1)]
    return [
        rounded(Measure(name="kernel start → first cell done", ours=ours[0], baseline=bare[0], unit="ms", goal=1.2)),
        rounded(Measure(name="kernel memory", ours=ours[1], baseline=bare[1], unit="MB", goal=2, by="difference")),
    ]
