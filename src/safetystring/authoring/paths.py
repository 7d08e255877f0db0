"""Every path of a scenario through the session fold: what best play earns, and leaving early at every point.

A path answers each choice point at most once: one that would come round again ends there, and is counted as a loop.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from safetystring.authoring.play import begin
from safetystring.player.events import Chose, Event, Left, Marked, Reviewed, Reviewing, Shown, Verdict
from safetystring.player.session import Session, step
from safetystring.scoring.cells import DECISION, RATING_POINTS, cell_maxima, cells
from safetystring.scoring.ending import ending_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetystring.player.events import WayOut
    from safetystring.player.script import Course
    from safetystring.scenario import Key, Option

MOST_PATHS = 5_000
"""Paths walked of one scenario; a written one has some tens. The safest answers are walked first."""
_PUT_OFF = DECISION - RATING_POINTS["cautious"]
_CLOSE = 1e-6

Path = tuple[str, ...]
"""Options in the order in which they are taken."""


@dataclass(frozen=True, slots=True)
class Shortfall:
    """A way that comes to fewer points than it should: the options taken, where it was left, and the points."""

    path: Path
    left_after: str | None
    points: float
    expected: float

    def __str__(self) -> str:
        """Return it as a phrase."""
        way = f"after {', '.join(self.path)}" if self.path else "before any answer"
        place = f"leaving at `{self.left_after}` {way}" if self.left_after else f"only safe answers ({way[6:]})"
        return f"{place} earns {self.points:g} of {self.expected:g} points"


@dataclass(slots=True)
class Walk:
    """What walking every path came to.

    Attributes
    ----------
    whole
        Whether these are all paths.
    safe, exits
        Paths of safe answers only; points at which the conversation was left early.
    short_safe, short_exits
        Those of them that come to less than they should.
    """

    maximum: float
    paths: int = 0
    loops: int = 0
    longest: int = 0
    best: float = 0.0
    whole: bool = True
    endings: Counter[str] = field(default_factory=Counter)
    safe: int = 0
    exits: int = 0
    short_safe: list[Shortfall] = field(default_factory=list)
    short_exits: list[Shortfall] = field(default_factory=list)


def walk(course: Course, key: Key, most: int = MOST_PATHS) -> Walk:
    """Walk every path, every cue marked as it comes and the verdict right.

    Every stop is also left: at each message when it is first come to, and at the last one before each choice point on
    every path. On a scam leaving is to cost nothing once there was anything to judge by: only answers already given can
    have lost points. A genuine conversation is left to check, which is to settle the choice point at hand.
    """
    player = _Best(course, key)
    found = Walk(sum(cell_maxima(key).values()))
    entered: set[str] = set()
    open_: list[tuple[Path, Session]] = [((), begin(course))]
    while open_:
        if found.paths + found.loops >= most:
            found.whole = False
            break
        way, session = open_.pop()
        if session.choice is not None and session.choice in session.chosen:
            found.loops += 1
            continue
        stops = list(player.stops(session))
        seen = stops[-1][1] if stops else session
        _leave(found, player, way, stops, entered)
        if seen.choice is None:
            _end(found, player, way, seen)
            continue
        # The last pushed is the first walked: safe answers go first, so that best play is met within any bound.
        options = sorted(course.choices[seen.choice].options, key=player.worth)
        for option in options:
            chosen = step(seen, Chose(choice=seen.choice, option=option.id), course)
            open_.append(((*way, option.id), chosen))
    return found


def _end(found: Walk, player: _Best, way: Path, session: Session) -> None:
    points, ending = player.score(session)
    found.paths += 1
    found.longest = max(found.longest, len(way))
    found.best = max(found.best, points)
    found.endings[ending or "?"] += 1
    if all(player.ratings.get(option) == "safe" for option in way):
        found.safe += 1
        if points < found.maximum - _CLOSE:
            found.short_safe.append(Shortfall(way, None, points, found.maximum))


def _leave(found: Walk, player: _Best, way: Path, stops: list[tuple[str, Session]], entered: set[str]) -> None:
    """Leave after each message not left after before, and after the last one before the choice point in any case."""
    for number, (message, stop) in enumerate(stops, 1):
        if stop.phase != "play" or (message in entered and number < len(stops)):
            continue
        entered.add(message)
        expected = found.maximum - player.lost(stop) - player.deferred(stop)
        points, _ = player.score(step(stop, Left(by=player.way_out), player.course))
        found.exits += 1
        if points < expected - _CLOSE:
            found.short_exits.append(Shortfall(way, message, points, expected))


class _Best:
    """Marks every cue in time and gives the right verdict."""

    def __init__(self, course: Course, key: Key) -> None:
        self.course, self.key = course, key
        self.ratings: Mapping[str, str] = {name: outcome.rating for name, outcome in key.outcomes.items()}
        self.way_out: WayOut = "hang_up" if key.truth == "scam" else "check"
        self._scored = frozenset(key.decisions)

    def worth(self, option: Option) -> float:
        """Return the points of an option; unknown ones are worth nothing."""
        return RATING_POINTS.get(self.ratings.get(option.id, ""), 0.0)

    def lost(self, session: Session) -> float:
        """Return the points that the answers given have lost."""
        given = [option for choice, option in session.chosen.items() if choice in self._scored]
        return sum(DECISION - RATING_POINTS.get(self.ratings.get(option, ""), 0.0) for option in given)

    def deferred(self, session: Session) -> float:
        """Return the points that leaving now puts off, one a choice point: what was come for is not done by leaving.

        On a scam none, once a cue or a lookalike was met. On a genuine conversation those of the choice points behind
        the one at hand; before there was anything to judge by, those of every open one.
        """
        open_ = sum(choice not in session.chosen for choice in self.key.decisions)
        if not any(message in self.key.cues or message in self.key.lookalikes for message in session.shown):
            return open_ * _PUT_OFF
        return 0.0 if self.key.truth == "scam" else max(0, open_ - 1) * _PUT_OFF

    def stops(self, session: Session) -> Iterator[tuple[str, Session]]:
        """Yield each pending message's id, and the state once it is seen and, if it is a cue, marked."""
        for message in session.pending:
            session = self._do(session, Shown(ids=(message,)))
            if message in self.key.cues:
                session = self._do(session, Marked(id=message, family=self.key.cues[message].family))
            yield message, session

    def see(self, session: Session) -> Session:
        """Return the state once all that was sent is seen."""
        stops = list(self.stops(session))
        return stops[-1][1] if stops else session

    def score(self, session: Session) -> tuple[float, str | None]:
        """Play on from the end of the conversation, and return the points and the ending's id."""
        if session.phase == "verdict":
            session = self._do(session, Verdict(percent=100 if self.key.truth == "scam" else 0))
        if session.phase == "rest":
            session = self._do(self.see(session), Reviewing())
        session = self._do(session, Reviewed())
        table = cells(session, self.course.scenario, self.key)
        return sum(cell.points for cell in table.values()), ending_id(session, self.key)

    def _do(self, session: Session, event: Event) -> Session:
        return step(session, event, self.course)
