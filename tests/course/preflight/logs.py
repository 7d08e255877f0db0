"""Logs as the player writes them, by somebody who takes their time; and what a cheat makes of them."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from random import Random
from typing import TYPE_CHECKING

from course.nbcourse import compiled
from safetystring.player.events import FORMAT, Attempt, Event, Line, Shown, to_json
from safetystring.player.log import Play, parse, scored
from safetystring.player.script import Course
from scoring import plays

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetystring.course.release import Compiled

SCAM, GENUINE = compiled()
BEGIN = 1_763_900_000_000
"""2025-11-23, 12:13 UTC, in milliseconds."""


def honest(one: Compiled, seed: int, way: plays.Shortcut = "good", begin: int = BEGIN) -> bytes:
    """Return a log of `way`, byte for byte as the player would write it; `seed` is the person."""
    run = plays.shortcut(way, one.scenario, one.key)
    assert run is not None
    return written(one, run.events, seed, begin)


def written(one: Compiled, events: Iterable[Event], seed: int, begin: int = BEGIN) -> bytes:
    dice = Random(f"{one.scenario.id} {seed}")  # noqa: S311 - the same person each time
    window, at = f"{dice.randrange(2**24):06x}", begin + dice.randrange(10_000_000)
    head = Attempt(
        format=FORMAT,
        scenario=one.scenario.id,
        hash=one.scenario.hash,
        attempt=1,
        seed=dice.randrange(2**20, 2**32),
        lang="en",
        release=one.scenario.release,
        started=started(at),
    )
    lines = []
    for number, event in enumerate((head, *events), 1):
        lines.append(to_json(Line(n=number, at=at, window=window, event=event)))
        at += dice.randrange(900, 9_000) if isinstance(event, Shown) else dice.randrange(1_500, 20_000)
    return packed(lines)


def started(at: int) -> str:
    return datetime.fromtimestamp(at / 1000, UTC).isoformat(timespec="seconds")


def lines_of(data: bytes) -> list[dict[str, object]]:
    return [json.loads(line) for line in data.splitlines()]


def packed(lines: Iterable[dict[str, object]]) -> bytes:
    return b"".join(json.dumps(line, ensure_ascii=False, separators=(",", ":")).encode() + b"\n" for line in lines)


def moved(data: bytes, *, by: int = 0, seed: int | None = None, shake: int = 0) -> bytes:
    """Return a copy as somebody disguises one: another start, another seed, another window, times shaken."""
    dice = Random("shake")  # noqa: S311 - the same each time
    lines = lines_of(data)
    for line in lines:
        line["at"] = int(str(line["at"])) + by + (dice.randrange(shake) if shake else 0)
        line["w"] = "abcdef"
    lines[0]["started"] = started(int(str(lines[0]["at"])))
    if seed is not None:
        lines[0]["seed"] = seed
    return packed(lines)


def play_of(data: bytes, one: Compiled = SCAM) -> Play:
    found = scored(parse(data, Course.of(one.scenario)))
    assert found is not None
    return found
