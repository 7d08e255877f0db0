"""One learner at one scenario, without a screen: the session, its log, and what a learner can do.

Every act is checked against the session, appended to the log, and only then taken into the session. An act that
does not follow (a late double click, a second tab, a view from before a restart) does nothing and returns False.
"""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal, get_args

from safetystring.player.events import (
    FORMAT,
    Act,
    Acted,
    Attempt,
    Chose,
    Debriefed,
    Event,
    Helped,
    Language,
    Left,
    Marked,
    Picked,
    Resumed,
    Reviewed,
    Reviewing,
    Shown,
    Skipped,
    Unmarked,
    Verdict,
    WayOut,
)
from safetystring.player.log import LogRead
from safetystring.player.session import EventRefusedError, Session, start, step
from safetystring.player.words import word
from safetystring.player.writer import MovedError, ResponseLog, StaleError
from safetystring.scenario import LANGUAGES
from safetystring.scenario.record import dataclass
from safetystring.scenario.slots import draws

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from safetystring.player.script import Course
    from safetystring.scenario import Lang

_TRIES = 5
"""How often a window that comes in reads the log again because another was writing just then."""
_LINE = 400
"""Messages in one event; a line of the log has its bounds."""
_DRAWS = 64
"""How often a new attempt draws until it shows something else; of two values one draw in two is the same."""


@dataclass(frozen=True, slots=True)
class Notice:
    """What the learner has to know about their saved answers, in their language."""

    kind: Literal["unsaved", "moved", "changed", "refused"]
    text: str


class Run:
    """One window's run of one scenario.

    Attributes
    ----------
    course
        The scenario.
    log
        This window's hand on the response log.
    session
        The open attempt's state, or None before the first.
    lang
        The language shown.

    Parameters
    ----------
    course, path
        The scenario, and where its response log is or will be.
    lang
        The language to show; by default that of the log, else Chinese.
    seeds
        Gives the seed of each attempt to come; by default at random. A preview gives the same to several runs.
    """

    def __init__(
        self, course: Course, path: Path, lang: Lang | None = None, seeds: Callable[[], int] | None = None
    ) -> None:
        self.course = course
        self.log = ResponseLog(path)
        self.session: Session | None = None
        self.lang: Lang = lang or "zh"
        self._read = LogRead()
        self._seeds = seeds or _seed
        self._next_seed = self._seeds()
        self._load()
        if lang is None and self.session is not None:
            self.lang = self.session.lang

    @property
    def notice(self) -> Notice | None:
        """The most pressing thing to know, or None."""
        if self.log.moved:
            return Notice("moved", word(self.lang, "notice_moved"))
        if self.log.unsaved is not None:
            reason = word(self.lang, f"reason_{self.log.unsaved}")
            return Notice("unsaved", word(self.lang, "notice_unsaved", reason=reason))
        if self.session is not None and self.session.attempt.hash != self.course.scenario.hash:
            return Notice("changed", word(self.lang, "notice_changed"))
        refused = [str(problem.line) for problem in self._read.problems if problem.kind == "refused"]
        if refused:
            lines = ", ".join(refused[:3]) + (" …" if refused[3:] else "")
            return Notice("refused", word(self.lang, "notice_refused", lines=lines))
        return None

    @property
    def seed(self) -> int:
        """What draws the slots shown: the open attempt's seed, before the first that of the attempt to come."""
        return self._next_seed if self.session is None else self.session.attempt.seed

    def claim(self) -> bool:
        """Take an open attempt over from whatever window had it; read it anew where that window went on meanwhile."""
        if self.session is None or self.session.debriefed or self.log.owned:
            return False
        return self._append(Resumed())

    def begin(self) -> bool:
        """Begin the first attempt; where there is one already, take it up."""
        if self.session is None and not self.log.owned:
            self._load()  # another window may have begun while this one showed the intro
        if self.session is not None:
            return self.claim()
        return self._open()

    def restart(self) -> bool:
        """Open another attempt. The first with a finished review stays the one that is scored."""
        return self._open()

    def paint(self, upto: str | None = None) -> bool:
        """Count what was sent as painted: all of it, or up to one message."""
        pending = self.session.pending if self.session is not None else ()
        if upto is not None:
            pending = pending[: pending.index(upto) + 1] if upto in pending else ()
        return self.shown(pending)

    def shown(self, ids: Iterable[str]) -> bool:
        """Note what was painted; what is known already is passed over."""
        pending = self.session.pending if self.session is not None else ()
        fresh = [message for message in dict.fromkeys(ids) if message in pending]
        parts = [tuple(fresh[first : first + _LINE]) for first in range(0, len(fresh), _LINE)]
        return bool(parts) and all(self._do(Shown(ids=part)) for part in parts)

    def mark(self, message: str, family: str) -> bool:
        """Mark a message as a red flag of a family. One not yet reported as painted counts as painted by this.

        In a drill nothing is marked.
        """
        if self.course.scenario.drill or family not in self.course.families or message not in self.course.messages:
            return False
        if self.session is not None and self.session.marks.get(message) == family:
            return False
        if self.course.messages[message].markable:
            self.paint(message)
        return self._do(Marked(id=message, family=family))

    def unmark(self, message: str) -> bool:
        """Take a mark back."""
        return self._do(Unmarked(id=message))

    def choose(self, option: str) -> bool:
        """Take an option of the open choice point."""
        choice = self.session.choice if self.session is not None else None
        return choice is not None and self._do(Chose(choice=choice, option=option))

    def leave(self, by: WayOut = "hang_up") -> bool:
        """Leave the conversation by one of the learner's own ways out."""
        return by in get_args(WayOut) and self._do(Left(by=by))

    def act(self, act: Act) -> bool:
        """Note what the learner does about the conversation while staying in it."""
        return act in get_args(Act) and self._do(Acted(act=act))

    def pick(self, ids: Sequence[str]) -> bool:
        """Say which accounts of a group work together; none of them, where `ids` is empty."""
        return self._do(Picked(ids=tuple(ids)))

    def verdict(self, percent: int) -> bool:
        """Give the verdict, in whole percent, and lock it."""
        if type(percent) is not int:  # a fraction could be written but not read again
            return False
        if self.session is not None and self.session.phase == "play" and self.session.choice is None:
            self.paint()
        return self._do(Verdict(percent=percent))

    def finish_rest(self) -> bool:
        """End the rest, all of it seen."""
        return self._do(Reviewing())

    def finish_review(self) -> bool:
        """End the review; the answers stand."""
        return self._do(Reviewed())

    def debriefed(self) -> bool:
        """Note that the debrief was read to its end."""
        return self._do(Debriefed())

    def skip(self) -> bool:
        """Pass over a theme that is not wanted, where it is one of care."""
        if not self.course.scenario.skippable:
            return False
        self.begin()
        return self._do(Skipped())

    def helped(self) -> bool:
        """Note that "this may be happening to me now" was opened. Before an attempt there is nothing to note it in."""
        return self._do(Helped())

    def language(self, lang: Lang) -> bool:
        """Change the language shown; noted where an attempt is open."""
        if lang == self.lang or lang not in LANGUAGES:
            return False
        self.lang = lang
        self._do(Language(lang=lang))
        return True

    def _load(self) -> None:
        self._read = self.log.load(self.course)
        self.session = self._read.plays[-1].session if self._read.plays else None

    def _open(self) -> bool:
        for _ in range(_TRIES):
            previous = self._read.plays[-1].attempt.attempt if self._read.plays else 0
            if self.session is not None:
                previous = max(previous, self.session.attempt.attempt)
            attempt = Attempt(
                format=FORMAT,
                scenario=self.course.scenario.id,
                hash=self.course.scenario.hash,
                attempt=previous + 1,
                seed=self._fresh_seed(),
                lang=self.lang,
                release=self.course.scenario.release,
                started=datetime.now(UTC).isoformat(timespec="seconds"),
            )
            try:
                self.log.append(attempt)
            except StaleError:
                self._load()
                continue
            except MovedError:
                return False
            self.session = start(attempt, self.course)
            return True
        return False

    def _fresh_seed(self) -> int:
        """Return the seed of a new attempt: one that shows something else than the one before, if anything varies."""
        if self.session is None:
            return self._next_seed
        slots = self.course.scenario.slots
        before = draws(slots, self.session.attempt.seed)
        tries = (self._seeds() for _ in range(_DRAWS))
        return next((seed for seed in tries if draws(slots, seed) != before), self._seeds())

    def _do(self, event: Event) -> bool:
        """Append an event that follows, and take it into the session."""
        self.claim()
        if self.session is None or self.session.debriefed:
            return False
        return self._append(event)

    def _append(self, event: Event) -> bool:
        for _ in range(_TRIES):
            if self.session is None:
                return False
            try:
                after = step(self.session, event, self.course)
                self.log.append(event)
            except EventRefusedError:
                return False
            except StaleError:
                self._load()
                continue
            except MovedError:
                return False
            self.session = after
            return True
        return False


def _seed() -> int:
    return secrets.randbelow(2**32)
