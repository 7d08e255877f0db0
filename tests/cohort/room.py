"""A room of learners for the cohort's tests: the small scam and its twin, and folders of logs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.cohort import Cohort, Pair, load, pair, simulate
from scoring import plays

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

TRUTHS = {"cedar": "scam", "maple": "genuine"}
MIX = ("careful", "trusting", "hurried", "suspicious")


def shelf() -> Mapping[str, Pair]:
    return {name: pair(*plays.pair(truth)) for name, truth in TRUTHS.items()}


def log(scenario: str = "cedar", profile: str = "careful", seed: int = 1) -> bytes:
    made, answers = plays.pair(TRUTHS[scenario])
    return simulate(made, answers, profile, seed)


def put(path: Path, data: bytes) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)
    return path


def write_room(folder: Path, learners: int, *, seed: int = 0) -> Path:
    """Write the logs of so many learners, profiles in turn, in nbgrader's own layout."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(learners):
        for name in TRUTHS:
            data = log(name, MIX[number % len(MIX)], seed + number)
            put(folder / f"L{number:03d}" / "m1" / "responses" / f"{name}.jsonl", data)
    return folder


def room(folder: Path, learners: int, *, seed: int = 0) -> Cohort:
    return load(write_room(folder, learners, seed=seed), shelf())
