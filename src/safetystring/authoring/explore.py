"""Playing every path of a scenario through the session fold and the scorer: `safetystring check --explore`.

What it shows: that each path folds and ends, what best play earns, and what shortcuts earn. A path answers each choice
point at most once: one that would come round again ends there, and is counted as a loop.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.authoring.compile import compile_scenario
from safetystring.authoring.diagnostics import WHOLE_FILE, Diagnostic, finding
from safetystring.authoring.play import Way, begin, play
from safetystring.authoring.shortcuts import Shortcut, shortcuts
from safetystring.player.events import Chose
from safetystring.player.session import Course, Session, step
from safetystring.scoring.assess import Assessment, assess
from safetystring.scoring.baseline import baseline_points

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.project import Project
    from safetystring.scenario import Choice, Key, Scenario

MOST_PATHS = 5_000
"""Paths walked of one scenario; a written one has some tens."""
SALT = "explore"
"""Draws the items here. What is found does not hang on it: best play marks the cues, which are items under any salt."""
_CLOSE = 1e-6

Path = tuple[str, ...]
"""Options in the order in which they are taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Exploration:
    """What playing a scenario through came to.

    Attributes
    ----------
    paths, loops, longest
        Paths that end; paths that come round again; choice points on the longest.
    endings
        How many paths come to each ending.
    best, maximum, baseline
        Points of the best play found, of every cell together, and of a run without judgement.
    shortcuts
        Over this scenario and its twin together; with the scam of a pair only.
    """

    scenario: str
    truth: str
    paths: int
    loops: int
    longest: int
    endings: Mapping[str, int]
    best: float
    maximum: float
    baseline: float
    shortcuts: tuple[Shortcut, ...]
    diagnostics: tuple[Diagnostic, ...]

    def lines(self) -> Iterator[str]:
        """Yield the lines that a person reads."""
        ends = ", ".join(f"{name} {count}" for name, count in sorted(self.endings.items()))
        yield f"{self.scenario} ({self.truth}): {self.paths} paths, {self.loops} loops, up to {self.longest} decisions"
        yield f"  endings: {ends}"
        yield f"  best play {self.best:g} of {self.maximum:g} points; without judgement {self.baseline:.3g}"
        for shortcut in self.shortcuts:
            shown = "–" if shortcut.discernment is None else f"{shortcut.discernment:.0%}"
            yield f"  with its twin, {shortcut.name}: {shortcut.points:.3g} points, discernment {shown}"

    def to_json(self) -> dict[str, object]:
        """Return everything but the findings as a plain JSON object."""
        plain = {name: getattr(self, name) for name in ("scenario", "truth", "paths", "loops", "longest")}
        points = {"best": self.best, "max": self.maximum, "baseline": self.baseline}
        tried = [{"name": s.name, "points": s.points, "discernment": s.discernment} for s in self.shortcuts]
        return {**plain, "endings": dict(self.endings), **points, "shortcuts": tried}


def explore_project(project: Project) -> Iterator[Exploration]:
    """Yield what playing each scenario of a checked project comes to, in the order of ids."""
    compiled = {
        name: compile_scenario(written, project.shared, project.drawings[name], SALT)
        for name, written in project.scenarios.items()
    }
    for name in sorted(compiled):
        written = project.scenarios[name]
        twin = compiled.get(written.twin or "") if written.truth == "scam" else None
        yield explore(*compiled[name], f"{project.shown}/{name}/scenario.yaml", twin)


def explore(scenario: Scenario, key: Key, path: str, twin: tuple[Scenario, Key] | None = None) -> Exploration:
    """Play one scenario every way. Findings name the file `path`; with a twin the shortcuts are tried over both."""
    course = Course.of(scenario)
    floor = baseline_points(scenario, key)
    paths, loops, whole = _paths(course)
    scored = [_best_on(course, key, way, floor) for way in paths]
    best = max((one.points for one in scored), default=0.0)
    maximum = max((one.maximum for one in scored), default=0.0)
    tried = tuple(shortcuts([(scenario, key), twin])) if twin is not None else ()
    return Exploration(
        scenario=scenario.id,
        truth=key.truth,
        paths=len(paths),
        loops=loops,
        longest=max(map(len, paths), default=0),
        endings=Counter(one.ending or "?" for one in scored),
        best=best,
        maximum=maximum,
        baseline=floor,
        shortcuts=tried,
        diagnostics=tuple(_findings(path, best, maximum, tried, whole=whole)),
    )


def _best_on(course: Course, key: Key, way: Path, floor: float) -> Assessment:
    """Score a path, every cue marked in time and the verdict right."""
    taken = set(way)

    def choose(choice: Choice) -> str:
        return next(option.id for option in choice.options if option.id in taken)

    def family(message: str) -> str | None:
        return key.cues[message].family if message in key.cues else None

    session = play(course, Way(choose, family, 100 if key.truth == "scam" else 0))
    return assess(session, course.scenario, key, baseline=floor)


def _paths(course: Course) -> tuple[list[Path], int, bool]:
    """Return the paths that end, how many loops were cut, and whether these are all."""
    found: list[Path] = []
    loops = 0
    open_: list[tuple[Path, Session]] = [((), begin(course))]
    while open_ and len(found) + loops < MOST_PATHS:
        way, session = open_.pop()
        if session.choice is None:
            found.append(way)
        elif session.choice in session.chosen:
            loops += 1
        else:
            for option in reversed(course.choices[session.choice].options):
                chosen = Chose(choice=session.choice, option=option.id)
                open_.append(((*way, option.id), step(session, chosen, course)))
    return found, loops, not open_


def _findings(
    path: str, best: float, maximum: float, tried: tuple[Shortcut, ...], *, whole: bool
) -> Iterator[Diagnostic]:
    if not whole:
        yield finding("SS112", path, WHOLE_FILE, f"more than {MOST_PATHS} paths; the first {MOST_PATHS} were walked")
    elif best < maximum - _CLOSE:
        message = f"no path earns more than {best:g} of {maximum:g} points"
        yield finding(
            "SS110", path, WHOLE_FILE, message, "does each choice point's safe option earn the points after it?"
        )
    for shortcut in tried:
        if shortcut.pays:
            message = f"with its twin, {shortcut.name}: discernment {shortcut.discernment:.0%} without reading"
            yield finding("SS111", path, WHOLE_FILE, message)
