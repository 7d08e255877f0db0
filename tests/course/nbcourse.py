"""A course of one scam and its twin for the real nbgrader commands, and learners who hand in."""

from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import zipfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from safetystring.course.config import CONFIG_FILE
from safetystring.course.files import write_tree
from safetystring.course.release import Compiled, Mode, course_files
from safetystring.player.events import Event, Line, to_json
from scoring import plays

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safetystring.scenario import Lang

LEARNERS: tuple[plays.Shortcut, ...] = ("good", "hung up", "all")
"""Learners who hand in over the exchange, each under the name of the shortcut."""


def compiled(mode: Mode = "training") -> tuple[Compiled, ...]:
    made = []
    for truth in ("scam", "genuine"):
        scenario, key = plays.pair(truth)
        made.append(Compiled(dataclasses.replace(scenario, release=mode), key))
    return tuple(made)


def log_text(events: Iterable[Event], one: Compiled, lang: Lang = "en") -> str:
    head = dataclasses.replace(plays.attempt(one.scenario), lang=lang)
    lines = [
        Line(n=n, at=1_800_000_000_000 + n, window="aaaaaa", event=event) for n, event in enumerate((head, *events), 1)
    ]
    return "".join(json.dumps(to_json(line)) + "\n" for line in lines)


def played(name: plays.Shortcut, lang: Lang = "en") -> dict[str, str]:
    """Return the response logs of someone who played both scenarios in the manner of a shortcut."""
    logs = {}
    for one in compiled():
        run = plays.shortcut(name, one.scenario, one.key)
        if run is not None:
            logs[f"responses/{one.scenario.id}.jsonl"] = log_text(run.events, one, lang)
    return logs


def write_zip(path: Path, parts: Mapping[str, str | bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts.items():
            archive.writestr(name, data)
    return path


@dataclass(frozen=True)
class NbCourse:
    """An nbgrader course on disk, and its exchange."""

    root: Path
    home: Path

    def run(
        self, *arguments: str, cwd: Path | None = None, user: str = "", patience: float = 280
    ) -> subprocess.CompletedProcess[str]:
        """Run an nbgrader command in the course folder; fails the test where it fails."""
        done = self.attempt(*arguments, cwd=cwd, user=user, patience=patience)
        assert done.returncode == 0, done.stdout + done.stderr
        return done

    def attempt(
        self, *arguments: str, cwd: Path | None = None, user: str = "", patience: float = 280
    ) -> subprocess.CompletedProcess[str]:
        """Run an nbgrader command for at most `patience` seconds, and say how it ended."""
        environment = {
            **{name: value for name, value in os.environ.items() if not name.startswith(("JUPYTER", "SAFETYSTRING"))},
            "HOME": str(self.home),
            "IPYTHONDIR": str(self.home / "ipython"),
            "JUPYTER_PLATFORM_DIRS": "1",
            "PYTHONWARNINGS": "default",  # a grader that turns warnings on must still see floats
        }
        command = [sys.executable, "-m", "nbgrader", *arguments]
        if user:
            command += [f"--student={user}"]
        return subprocess.run(
            command,
            cwd=cwd or self.root,
            env=environment,
            capture_output=True,
            text=True,
            timeout=patience,
            check=False,
        )

    def hand_in(self, student: str, parts: Mapping[str, str | bytes]) -> Path:
        """Put a submission into the exchange as `nbgrader submit` would, with the released notebooks in it."""
        folder = self.home / "exchange" / "safetystring" / "inbound" / f"{student}+m1+2026-11-23 10:00:00.0 UTC+x"
        released = {path.name: path.read_bytes() for path in (self.root / "release" / "m1").glob("*.ipynb")}
        extra = {"timestamp.txt": "2026-11-23 10:00:00.0 UTC", "submission_secret.txt": "a" * 64}
        for name, data in {**released, **extra, **parts}.items():
            path = folder / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(data if isinstance(data, bytes) else data.encode())
        return folder


def make_course(base: Path, mode: Mode = "training") -> NbCourse:
    root, home = base / "grading", base / "home"
    (home / "exchange").mkdir(parents=True)
    (home / "exchange").chmod(0o777)
    write_tree(root, course_files(compiled(mode)))
    exchange = f"c.Exchange.root = {str(home / 'exchange')!r}\nc.ExchangeCollect.check_owner = False\n"
    (root / "nbgrader_config.py").write_text(CONFIG_FILE + exchange, encoding="utf-8")
    return NbCourse(root, home)
