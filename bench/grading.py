"""`safetystring grade` beside stock nbgrader, on one class: from process start to exit, with and without the files.

One assignment of one notebook. Stock nbgrader (`autograde`, and `generate_feedback` where pages are made) is measured
at 40 submissions; for more its time is extrapolated by the submission, and the line says so. Ours is warm, the median
of three; the first run of a course, in which nbgrader makes the blueprint, is printed beside. On a busy machine the
clock measures the neighbours too: the ratio of processor seconds is printed with the ratio of times.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import threading
import time
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bench.table import Measure, rounded, show
from safetystring.cohort import DEFAULT_MIX, simulate
from safetystring.course.config import CONFIG_FILE
from safetystring.course.files import write_tree
from safetystring.course.release import Compiled, course_files
from safetystring.scoring.find import find

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

STOCK_AT = 40
SIZES = (40, 400, 4_000)
"""`python -m bench.grading 40000` measures a country's yearly intake; it takes some gigabytes of disk."""
ROOT = Path(__file__).parents[1]
_BIN = Path(sys.executable).parent
_CLASS = 400
"""Up to this size the median of three runs counts."""


@dataclass(frozen=True, slots=True)
class _Run:
    """What a process took, its children with it: wall and CPU seconds, and its own peak of memory in megabytes."""

    wall: float
    cpu: float
    memory: float

    def and_then(self, other: _Run) -> _Run:
        """Return what both took, one after the other."""
        return _Run(self.wall + other.wall, self.cpu + other.cpu, max(self.memory, other.memory))


def _run(root: Path, *command: str) -> _Run:
    with tempfile.TemporaryFile("w+") as said:
        began = time.perf_counter()
        child = subprocess.Popen(command, cwd=root, env=_installed(), stdout=said, stderr=said)  # noqa: S603 - nbgrader and ourselves
        with _peak(child.pid) as memory:
            _, status, used = os.wait4(child.pid, 0)
        took = time.perf_counter() - began
        child.returncode = os.waitstatus_to_exitcode(status)
        if child.returncode:
            said.seek(0)
            raise RuntimeError(f"{' '.join(command)}: {said.read()[-2_000:]}")
    return _Run(took, used.ru_utime + used.ru_stime, max(memory))


def _installed() -> dict[str, str]:
    """Return the environment in which both sides keep their bytecode, as pip leaves it for whatever it installs.

    With `PYTHONDONTWRITEBYTECODE` set, ours would be compiled anew at each start from this folder, and nbgrader not.
    """
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


@contextmanager
def _peak(process: int) -> Iterator[list[float]]:
    """Look at a process's own peak of memory, in megabytes, while it runs: what it says at its end counts us in."""
    found, ended = [0.0], threading.Event()

    def look() -> None:
        while not ended.wait(0.05):
            with suppress(OSError, IndexError, ValueError):
                status = Path(f"/proc/{process}/status").read_text(encoding="ascii", errors="replace")
                found.append(int(status.partition("VmHWM:")[2].split()[0]) / 1024)
                del found[:-1]

    watcher = threading.Thread(target=look)
    watcher.start()
    try:
        yield found
    finally:
        ended.set()
        watcher.join()


def _course(root: Path) -> Compiled:
    """Build a course whose one assignment has one notebook, and return its scenario."""
    notebooks = ROOT / "notebooks" / "m1" / "data"
    scenario_id = min(notebooks.glob("*.debrief")).stem
    scenario, key = find(scenario_id, [notebooks / f"{scenario_id}.debrief"], [notebooks / f"{scenario_id}.json"])
    one = Compiled(scenario, key)
    write_tree(root, course_files([one]))
    (root / "nbgrader_config.py").write_text(CONFIG_FILE, encoding="utf-8")
    _run(root, sys.executable, "-m", "nbgrader", "generate_assignment", scenario.module)
    shutil.copy(root / "gradebook.db", root / "empty.db")
    return one


def _hand_in(root: Path, one: Compiled, count: int) -> None:
    """Let simulated learners of the usual mix hand in; there are 400 different ones."""
    module, name = one.scenario.module, one.scenario.id
    blank = (root / "release" / module / f"{name}.ipynb").read_bytes()
    whole = sum(DEFAULT_MIX.values())
    kinds = [kind for kind, weight in DEFAULT_MIX.items() for _ in range(round(100 * weight / whole))]
    logs = [simulate(one.scenario, one.key, kinds[seed % len(kinds)], seed) for seed in range(min(count, 400))]
    for number in range(count):
        folder = root / "submitted" / f"s{number:05}" / module
        (folder / "responses").mkdir(parents=True)
        (folder / f"{name}.ipynb").write_bytes(blank)
        (folder / "timestamp.txt").write_text("2026-11-23 10:00:00.0 UTC", encoding="ascii")
        log = logs[number % len(logs)]
        if log:
            (folder / "responses" / f"{name}.jsonl").write_bytes(log)


def _again(root: Path) -> None:
    _aside(root, "autograded", "feedback")
    shutil.copy(root / "empty.db", root / "gradebook.db")


def _aside(root: Path, *folders: str) -> None:
    """Put folders away. ext4 looks past every inode freed in the last minute, so deleting first would slow the next."""
    there = [folder for folder in folders if (root / folder).exists()]
    if there:
        away = Path(tempfile.mkdtemp(prefix="away-", dir=root.parent))
        for folder in there:
            (root / folder).rename(away / folder)


def _timed(root: Path, command: Sequence[str], rounds: int) -> _Run:
    """Return the run of median wall time among some in which a command grades everything anew."""
    runs = []
    for _ in range(rounds):
        _again(root)
        runs.append(_run(root, *command))
    return sorted(runs, key=lambda run: run.wall)[len(runs) // 2]


def measure(sizes: Sequence[int] = SIZES, say: Callable[[str], None] = print) -> list[Measure]:
    """Grade the same class both ways and compare; larger classes are graded by ours alone."""
    measures = []
    with tempfile.TemporaryDirectory() as name:
        root = Path(name) / "grading"
        one = _course(root)
        module = one.scenario.module
        grade = (str(_BIN / "safetystring"), "grade", module)
        _hand_in(root, one, STOCK_AT)
        points = _timed(root, (sys.executable, "-m", "nbgrader", "autograde", module), 1)
        stock = points.and_then(_run(root, sys.executable, "-m", "nbgrader", "generate_feedback", module))
        _again(root)
        cold = _run(root, *grade)
        say(
            f"grading {STOCK_AT}: stock {stock.wall:.1f} s ({stock.cpu:.1f} CPU), without pages {points.wall:.1f} s "
            f"({points.cpu:.1f}); ours the first time, blueprint made: {cold.wall:.1f} s ({cold.cpu:.1f})"
        )
        for size in sizes:
            if size != STOCK_AT:
                _aside(root, "submitted")
                _hand_in(root, one, size)
            rounds = 3 if size <= _CLASS else 1
            full, bare = _timed(root, grade, rounds), _timed(root, (*grade, "--grades-only"), rounds)
            times = size / STOCK_AT
            beyond = "" if size == STOCK_AT else " (stock extrapolated)"
            goal = 1 / 300 if size == STOCK_AT else 1 / 1_000
            measures += [
                _line(f"grade {size}, all files{beyond}", full, stock.wall * times, goal),
                _line(f"grade {size}, gradebook only{beyond}", bare, points.wall * times, 1 / 800),
            ]
            say(
                f"grading {size}: {_ratio(stock, full, times)} with gradebook, notebooks and pages, "
                f"{_ratio(points, bare, times)} gradebook only; {1000 * full.wall / size:.2f} ms wall, "
                f"{1000 * full.cpu / size:.2f} ms CPU a submission, process start included; {full.memory:.0f} MB"
            )
    return measures


def _ratio(stock: _Run, ours: _Run, times: float) -> str:
    return f"{stock.wall * times / ours.wall:,.0f}× ({stock.cpu * times / ours.cpu:,.0f}× in CPU)"


def _line(name: str, ours: _Run, baseline: float, goal: float) -> Measure:
    return rounded(Measure(name=name, ours=1000 * ours.wall, baseline=1000 * baseline, unit="ms", goal=goal))


if __name__ == "__main__":
    show(measure(tuple(int(word) for word in sys.argv[1:]) or SIZES))
