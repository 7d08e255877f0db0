"""A player that is killed after every step and comes back from its response log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.player.run import Run

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.player.events import Act, WayOut
    from safetystring.player.script import Course
    from safetystring.player.session import Session


class Restored:
    """Plays by :class:`Run`, a new one for each act: what is not on the disk is gone.

    Every other time the kill comes in the middle of a line, which leaves a torn one.
    """

    def __init__(self, course: Course, path: Path) -> None:
        self.course, self.path = course, path
        self.kills = 0
        self.run = Run(course, path)
        assert self.run.begin()

    @property
    def session(self) -> Session | None:
        return self.run.session

    def paint(self, upto: str | None = None) -> bool:
        return self._then(self.run.paint(upto))

    def mark(self, message: str, family: str) -> bool:
        return self._then(self.run.mark(message, family))

    def unmark(self, message: str) -> bool:
        return self._then(self.run.unmark(message))

    def choose(self, option: str) -> bool:
        return self._then(self.run.choose(option))

    def leave(self, by: WayOut = "hang_up") -> bool:
        return self._then(self.run.leave(by))

    def act(self, act: Act) -> bool:
        return self._then(self.run.act(act))

    def verdict(self, percent: int) -> bool:
        return self._then(self.run.verdict(percent))

    def finish_rest(self) -> bool:
        return self._then(self.run.finish_rest())

    def finish_review(self) -> bool:
        return self._then(self.run.finish_review())

    def skip(self) -> bool:
        return self._then(self.run.skip())

    def _then(self, done: bool) -> bool:  # noqa: FBT001 - what an act returned
        self.kills += 1
        if self.kills % 2:
            with self.path.open("ab") as log:
                log.write(b'{"n":')
        self.run = Run(self.course, self.path)
        return done
