"""Ways through that need no reading, and what they earn over a scam and its genuine twin together.

On one scenario alone a shortcut can look good: saying "scam" is right half the time. So it is judged over the pair, in
discernment: (points - baseline)/(maximum - baseline), each summed over both.
"""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.play import Way, play
from safetystring.player.session import Course
from safetystring.scoring.assess import assess
from safetystring.scoring.baseline import baseline_points, discernment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

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
    for name, marks, way in TRIES:
        points = maximum = floor = 0.0
        for course, key, baseline in indexed:
            session = play(course, _marking(way, course.scenario.families[0].id) if marks else way)
            one = assess(session, course.scenario, key, baseline=baseline)
            points, maximum, floor = points + one.points, maximum + one.maximum, floor + baseline
        yield Shortcut(name, points, discernment(points, floor, maximum))


def _marking(way: Way, family: str) -> Way:
    return dataclasses.replace(way, family=lambda _: family)


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


def _nothing(_: str) -> None:
    return None


TRIES: tuple[tuple[str, bool, Way], ...] = (
    ("leaves at once, marks nothing, says scam", False, Way(_leave, _nothing, 98)),
    ("leaves at once, marks everything, says scam", True, Way(_leave, _nothing, 98)),
    ("leaves at once, marks nothing, 50 %", False, Way(_leave, _nothing, 50)),
    ("leaves to check at once, marks nothing, 50 %", False, Way(_leave, _nothing, 50, "check")),
    ("leaves to check at once, marks nothing, says scam", False, Way(_leave, _nothing, 98, "check")),
    ("leaves to check at once, marks nothing, says genuine", False, Way(_leave, _nothing, 2, "check")),
    ("leaves to check after one message, marks nothing, 50 %", False, Way(_leave, _nothing, 50, "check", at_once=True)),
    ("always the first option, marks nothing, 50 %", False, Way(_first, _nothing, 50)),
    ("always the last option, marks nothing, 50 %", False, Way(_last, _nothing, 50)),
    ("always the longest option, marks nothing, 50 %", False, Way(_longest, _nothing, 50)),
    ("always the shortest option, marks nothing, 50 %", False, Way(_shortest, _nothing, 50)),
    ("always the first option, marks everything, says scam", True, Way(_first, _nothing, 98)),
)
"""What is tried: its name, whether every message is marked, and the way."""
