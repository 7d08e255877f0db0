"""Ways through that need no reading, and what they earn: on one scenario, on a pair, in a module, over the course.

On one scenario alone a shortcut can look good: saying "scam" is right half the time. So only a pair and the course are
judged, in pooled discernment: (points - baseline)/(maximum - baseline), each summed over all scenarios.
"""

from __future__ import annotations

import dataclasses
import hashlib
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.play import Way, play
from safetystring.player.script import Course
from safetystring.scenario import LANGUAGES, Choice
from safetystring.scoring.baseline import baseline_points, discernment
from safetystring.scoring.cells import cell_maxima, cells, verdict_points

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safetystring.scenario import Key, Scenario

PAYS_IN_A_PAIR = 0.25
"""Discernment from which a shortcut pays over a scam and its twin: chance alone moves a pair by some percent."""
PAYS = 0.15
"""The same over the whole course, where chance evens out."""
PERCENTS = (50, 98, 2)
"""Verdicts given without reading."""

Choose = Callable[[Choice], str | None]
Mark = Callable[[str], str | None]


@dataclass(frozen=True, slots=True)
class Tally:
    """Points of a shortcut, and the two ends of discernment, over one scenario or several."""

    points: float = 0.0
    baseline: float = 0.0
    maximum: float = 0.0

    def __add__(self, other: Tally) -> Tally:
        """Return both together."""
        return Tally(self.points + other.points, self.baseline + other.baseline, self.maximum + other.maximum)

    @property
    def discernment(self) -> float | None:
        """Pooled; None where there is nothing to win."""
        return discernment(self.points, self.baseline, self.maximum)


@dataclass(frozen=True, slots=True)
class Shortcut:
    """A way of answering and of marking, and a verdict in percent."""

    answers: str
    marks: str
    percent: int

    def __str__(self) -> str:
        """Return it as a phrase."""
        return f"{self.answers}, {self.marks}, {self.percent} %"


Earned = Mapping[Shortcut, Tally]


def earned(scenario: Scenario, key: Key, family: str) -> Earned:
    """Return what every shortcut earns on one scenario; `family` is that of whoever marks everything alike."""
    course, floor = Course.of(scenario), baseline_points(scenario, key)
    maximum = sum(cell_maxima(key).values())
    scam = key.truth == "scam"
    found = {}
    for answers, way in _ANSWERS.items():
        for marks, mark in _marks(course, family).items():
            session = play(course, dataclasses.replace(way, family=mark))
            table = cells(session, scenario, key)
            others = sum(cell.points for name, cell in table.items() if name != "verdict")
            for percent in PERCENTS:
                points = others + (verdict_points(percent, scam=scam) if table else 0.0)
                found[Shortcut(answers, marks, percent)] = Tally(points, floor, maximum)
    return found


def pooled(every: Iterable[Earned]) -> Earned:
    """Return what each shortcut earns over several scenarios together."""
    total: dict[Shortcut, Tally] = {}
    for one in every:
        for shortcut, tally in one.items():
            total[shortcut] = total.get(shortcut, Tally()) + tally
    return total


def paying(total: Earned, limit: float) -> Iterator[tuple[Shortcut, float]]:
    """Yield the shortcuts whose discernment lies above the limit, the best first."""
    known = [(one, tally.discernment) for one, tally in total.items()]
    above = [(one, value) for one, value in known if value is not None and value > limit]
    yield from sorted(above, key=lambda pair: -pair[1])


def commonest_family(keys: Iterable[Key], families: Iterable[str]) -> str:
    """Return the family that most cues have: the best guess of whoever marks everything alike."""
    counts = Counter(cue.family for key in keys for cue in key.cues.values())
    return max(families, key=lambda family: counts[family])


def table(total: Earned) -> Iterator[str]:
    """Yield lines that show points and discernment: a row a way of answering and marking, a column a verdict.

    The longest and the shortest option are those of the language in which they pay most.
    """
    yield f"  {'':52}" + "".join(f"{f'{percent} %':>16}" for percent in PERCENTS)
    rows: dict[tuple[str, str], list[tuple[str, list[Tally]]]] = {}
    for answers, marks in dict.fromkeys((one.answers, one.marks) for one in total):
        tallies = [total[Shortcut(answers, marks, percent)] for percent in PERCENTS]
        rows.setdefault((answers.split(" (")[0], marks), []).append((answers, tallies))
    for (_, marks), variants in rows.items():
        answers, tallies = max(variants, key=lambda one: max(tally.points for tally in one[1]))
        yield f"  {f'{answers}, {marks}':52}" + "".join(f"{_shown(tally):>16}" for tally in tallies)


def _shown(tally: Tally) -> str:
    value = tally.discernment
    return f"{tally.points:.1f} {'–' if value is None else f'{value:.0%}':>6}"


def to_json(total: Earned) -> list[dict[str, object]]:
    """Return plain JSON objects, one a shortcut."""
    return [
        {
            "answers": one.answers,
            "marks": one.marks,
            "percent": one.percent,
            "points": tally.points,
            "baseline": tally.baseline,
            "max": tally.maximum,
            "discernment": tally.discernment,
        }
        for one, tally in total.items()
    ]


def _marks(course: Course, family: str) -> Mapping[str, Mark]:
    families = [one.id for one in course.scenario.families]

    def at_random(message: str) -> str:
        drawn = hashlib.sha256(f"{course.scenario.id}/{message}".encode()).digest()
        return families[int.from_bytes(drawn[:4]) % len(families)]

    return {"mark nothing": lambda _: None, "mark all alike": lambda _: family, "mark all at random": at_random}


def _by_length(lang: str, pick: Callable[..., object]) -> Choose:
    def choose(choice: Choice) -> str:
        option = pick(choice.options, key=lambda one: len(getattr(one.text, lang)))
        return option.id  # type: ignore[attr-defined, no-any-return]

    return choose


def _leave(_: Choice) -> None:
    return None


def _silent(_: str) -> None:
    return None


_ANSWERS: Mapping[str, Way] = {
    "leave at once": Way(_leave, _silent, 50),
    "leave after one message": Way(_leave, _silent, 50, at_once=True),
    "leave to check at once": Way(_leave, _silent, 50, "check"),
    "leave to check after one message": Way(_leave, _silent, 50, "check", at_once=True),
    "first option": Way(lambda choice: choice.options[0].id, _silent, 50),
    "last option": Way(lambda choice: choice.options[-1].id, _silent, 50),
    **{f"longest option ({lang})": Way(_by_length(lang, max), _silent, 50) for lang in LANGUAGES},
    **{f"shortest option ({lang})": Way(_by_length(lang, min), _silent, 50) for lang in LANGUAGES},
}
"""Ways of answering; the marks are put in for each. One that comes round to a choice point again leaves there."""
