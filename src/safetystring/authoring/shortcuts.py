"""Ways through that need no reading, and what they earn over a scam and its genuine twin together.

On one scenario alone a shortcut can look good: saying "scam" is right half the time. So it is judged over the pair, in
discernment: (points - baseline)/(maximum - baseline), each summed over both.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.play import Way, play
from safetystring.player.session import Course
from safetystring.scoring.assess import assess
from safetystring.scoring.baseline import baseline_points, discernment

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from safetystring.scenario import Choice, Key, Scenario

PAYS = 0.25
"""Discernment from which a shortcut pays: a quarter of what reading and thinking earn."""


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A way through that needs no reading, and what it earns."""

    name: str
    points: float
    discernment: float | None

    @property
    def pays(self) -> bool:
        """Whether it earns what only reading should."""
        return self.discernment is not None and self.discernment > PAYS


def shortcuts(pair: Iterable[tuple[Scenario, Key]]) -> Iterator[Shortcut]:
    """Yield what each shortcut earns over these scenarios together."""
    indexed = [(Course.of(scenario), key, baseline_points(scenario, key)) for scenario, key in pair]
    for name, choose, marks, percent in _TRIES:
        points = maximum = floor = 0.0
        for course, key, baseline in indexed:
            family = course.scenario.families[0].id if marks else None
            session = play(course, Way(choose, lambda _, family=family: family, percent))  # type: ignore[misc]
            one = assess(session, course.scenario, key, baseline=baseline)
            points, maximum, floor = points + one.points, maximum + one.maximum, floor + baseline
        yield Shortcut(name, points, discernment(points, floor, maximum))


def _leave(_: Choice) -> None:
    return None


def _first(choice: Choice) -> str:
    return choice.options[0].id


def _last(choice: Choice) -> str:
    return choice.options[-1].id


def _longest(choice: Choice) -> str:
    return max(choice.options, key=lambda option: len(option.text.zh)).id


def _shortest(choice: Choice) -> str:
    return min(choice.options, key=lambda option: len(option.text.zh)).id


_TRIES: tuple[tuple[str, Callable[[Choice], str | None], bool, int], ...] = (
    ("leaves at once, marks nothing, says scam", _leave, False, 98),
    ("leaves at once, marks everything, says scam", _leave, True, 98),
    ("leaves at once, marks nothing, 50 %", _leave, False, 50),
    ("always the first option, marks nothing, 50 %", _first, False, 50),
    ("always the last option, marks nothing, 50 %", _last, False, 50),
    ("always the longest option, marks nothing, 50 %", _longest, False, 50),
    ("always the shortest option, marks nothing, 50 %", _shortest, False, 50),
    ("always the first option, marks everything, says scam", _first, True, 98),
)
