"""Signs that the player did not write a log: its ids, its numbers, its times, the form of its lines."""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING

from safetystring.course.preflight.acts import acts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safetystring.player.log import Play

SIMULATED = "simula"
"""The window id of `safetystring simulate`."""
SEEDS = 2**32
"""The player draws a seed below this, each as likely as any other."""
SMALL = 1_000
"""One honest seed in four million is smaller; people who write one by hand think of no larger one."""
_WINDOW = re.compile(r"[0-9a-f]{6}")
_LINE = re.compile(rb'\{"n":\d+,"at":\d+,"w":"[^"]*","e":"[a-z]+"')
_HEADER_SLACK = 120.0
"""Seconds between a header's own time and its line's: the player takes both at once."""
_LEAST_LINES, _LEAST_ACTS = 10, 6


def odd_signs(plays: Sequence[Play], data: bytes, release: str) -> Iterator[str]:
    """Yield a line on each sign in a log that the player did not write it as it stands.

    Parameters
    ----------
    plays
        The attempts that were read from it.
    data
        Its bytes.
    release
        "training" or "exam", as the course was built.
    """
    lines = [line for play in plays for line in play.lines]
    windows = {line.window for line in lines}
    if SIMULATED in windows:
        yield "played by `safetystring simulate`, not by a person"
    elif not all(_WINDOW.fullmatch(window) for window in windows):
        odd = next(window for window in sorted(windows) if not _WINDOW.fullmatch(window))
        yield f"its window id {odd!r} is none the player gives"
    seeds = [play.attempt.seed for play in plays]
    for seed in seeds:
        if seed >= SEEDS or seed < SMALL:
            yield f"its seed {seed} is none the player draws"
            break
    if len(set(seeds)) < len(seeds):
        yield "two attempts have the same seed, which the player draws anew each time"
    yield from _times(plays)
    if any(not _LINE.match(raw) for raw in data.splitlines()[: len(lines)] if raw.rstrip().endswith(b"}")):
        yield "its lines are not written as the player writes them"
    if any(play.attempt.release != release for play in plays):
        yield f"not played in this course, which is a course for {release}"


def _times(plays: Sequence[Play]) -> Iterator[str]:
    lines = [line for play in plays for line in play.lines]
    for play in plays:
        started = datetime.fromisoformat(play.attempt.started).timestamp()
        if abs(started - play.lines[0].at / 1000) > _HEADER_SLACK:
            yield "its first line was written at another time than it says it began"
            break
    if len(lines) >= _LEAST_LINES and all(line.at % 1000 == 0 for line in lines):
        yield "all its times are whole seconds"
        return
    gaps = [gap for play in plays for gap in acts_of(play.lines)[1]]
    if len(gaps) >= _LEAST_ACTS and len(set(gaps)) <= 2:  # noqa: PLR2004 - a person's never are
        yield f"every answer came {gaps[0]:,} ms after what was before it: a person's times vary"
