"""A player that is killed after every step and comes back from its response log alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.player.run import Run

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.player.session import Course, Session


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
        return Run(self.course, self.path).session

    def paint(self, upto: str | None = None) -> bool:
        return self._back().paint(upto)

    def mark(self, message: str, family: str) -> bool:
        return self._back().mark(message, family)

    def unmark(self, message: str) -> bool:
        return self._back().unmark(message)

    def choose(self, option: str) -> bool:
        return self._back().choose(option)

    def leave(self) -> bool:
        return self._back().leave()

    def verdict(self, percent: int) -> bool:
        return self._back().verdict(percent)

    def finish_rest(self) -> bool:
        return self._back().finish_rest()

    def finish_review(self) -> bool:
        return self._back().finish_review()

    def skip(self) -> bool:
        return self._back().skip()

    def _back(self) -> Run:
        self.kills += 1
        if self.kills % 2:
            with self.path.open("ab") as log:
                log.write(b'{"n":')
        return Run(self.course, self.path)
