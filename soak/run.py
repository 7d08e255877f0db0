"""Running the cases of a part, one after the other: a bound on the time of each, a bar, and what was found."""

from __future__ import annotations

import random
import signal
import time
import traceback
from collections import Counter
from typing import TYPE_CHECKING, Protocol

from rich.console import Console
from rich.progress import Progress, TimeRemainingColumn

if TYPE_CHECKING:
    from types import FrameType

SECONDS = 10.0
"""Processor time of one case, so that a busy machine finds nothing; on the clock it may take six times as long."""
MOST_FINDINGS = 20
"""Findings after which a part is given up: past this something is broken altogether."""


class Part(Protocol):
    """What is tried: makes a case of chance alone, so that a seed brings it back."""

    def case(self, chance: random.Random) -> str:
        """Try one case, and return one word on what came of it. What it raises is a finding."""

    def shown(self) -> str:
        """Return what the last case was, for a person."""

    def close(self) -> None:
        """Clean up."""


class _TooLongError(Exception):
    """A case took longer than it may."""


def _alarm(_: int, __: FrameType | None) -> None:
    raise _TooLongError(f"longer than {SECONDS:g} s")


def _limit(seconds: float) -> None:
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, 6 * seconds)


def run(name: str, part: Part, seed: int, cases: int, *, show: bool = False) -> int:
    """Run cases with the seeds from `seed` on, print findings as they come, and return how many there were."""
    console = Console(highlight=False, soft_wrap=True)
    console.print(f"soak {name}: {cases:,} cases, seeds {seed} to {seed + cases - 1}")
    came: Counter[str] = Counter()
    found, slowest, begun = 0, (0.0, seed), time.monotonic()
    for number_of in (signal.SIGALRM, signal.SIGPROF):
        signal.signal(number_of, _alarm)
    with Progress(*Progress.get_default_columns(), TimeRemainingColumn(), console=console, transient=True) as progress:
        for number in progress.track(range(seed, seed + cases), description=name):
            before = time.monotonic()
            _limit(SECONDS)
            try:
                came[part.case(random.Random(f"{name} {number}"))] += 1  # noqa: S311 - a draw that can be repeated
            except Exception as error:  # noqa: BLE001 - whatever it is, it is what is looked for
                found += 1
                lines = traceback.format_exception(error)
                console.print(f"seed {number}: {''.join(lines[-3:])}{part.shown()}", markup=False)
                console.print(f"  again: python -m soak {name} --only --seed {number}", markup=False)
            finally:
                _limit(0)
            slowest = max(slowest, (time.monotonic() - before, number))
            if found >= MOST_FINDINGS:
                console.print(f"{found} findings: given up at seed {number}")
                break
    if show:
        console.print(part.shown(), markup=False)
    part.close()
    ends = ", ".join(f"{count:,} {word}" for word, count in came.most_common())
    console.print(f"  {ends or 'none came to an end'}; {found} findings; {time.monotonic() - begun:.0f} s")
    console.print(f"  slowest: seed {slowest[1]}, {slowest[0]:.2f} s")
    return found
