"""Playing a written playthrough by the real session, step by step, to see whether it is as it expects (SS113 to SS116).

The same steps run on anything that can play: the fold alone here, a real response log that is killed and restored after
every step in the tests.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from safetystring.authoring.checks_ids import near
from safetystring.authoring.expecting import Scene, compare
from safetystring.authoring.play import begin
from safetystring.authoring.playthrough import (
    ChooseStep,
    DoStep,
    ExpectStep,
    LeaveStep,
    MarkStep,
    ReadStep,
    UnmarkStep,
    VerdictStep,
)
from safetystring.player.events import (
    Acted,
    Chose,
    Event,
    Left,
    Marked,
    Reviewed,
    Reviewing,
    Shown,
    Skipped,
    Unmarked,
    Verdict,
)
from safetystring.player.script import MessageEntry
from safetystring.player.session import EventRefusedError, Session, step

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.playthrough import Step, WrittenPlaythrough
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import File
    from safetystring.player.events import Act, WayOut
    from safetystring.player.script import Course
    from safetystring.scenario import Key


class Player(Protocol):
    """What plays: :class:`Straight`, or a run with its log (:class:`safetystring.player.run.Run`)."""

    @property
    def session(self) -> Session | None:
        """The state now."""

    def paint(self, upto: str | None = None) -> bool:
        """See what was sent, all of it or as far as one message."""

    def mark(self, message: str, family: str) -> bool:
        """Mark a message."""

    def unmark(self, message: str) -> bool:
        """Take a mark back."""

    def choose(self, option: str) -> bool:
        """Answer the open choice point."""

    def leave(self, by: WayOut = "hang_up") -> bool:
        """Leave by a way out of one's own."""

    def act(self, act: Act) -> bool:
        """Do something about the conversation, and stay."""

    def verdict(self, percent: int) -> bool:
        """Give the verdict."""

    def finish_rest(self) -> bool:
        """See the rest to its end."""

    def finish_review(self) -> bool:
        """End the review."""

    def skip(self) -> bool:
        """Pass over the theme."""


class Straight:
    """Plays by the fold alone: no log, no disk."""

    def __init__(self, course: Course) -> None:
        self.course = course
        self.session: Session | None = begin(course)

    def paint(self, upto: str | None = None) -> bool:
        """See what was sent, all of it or as far as one message."""
        pending = self.session.pending if self.session is not None else ()
        if upto is not None:
            pending = pending[: pending.index(upto) + 1] if upto in pending else ()
        return bool(pending) and self._do(Shown(ids=pending))

    def mark(self, message: str, family: str) -> bool:
        """Mark a message; it is painted by this if it was not yet."""
        self.paint(message)
        return self._do(Marked(id=message, family=family))

    def unmark(self, message: str) -> bool:
        """Take a mark back."""
        return self._do(Unmarked(id=message))

    def choose(self, option: str) -> bool:
        """Answer the open choice point."""
        choice = self.session.choice if self.session is not None else None
        return choice is not None and self._do(Chose(choice=choice, option=option))

    def leave(self, by: WayOut = "hang_up") -> bool:
        """Leave by a way out of one's own."""
        return self._do(Left(by=by))

    def act(self, act: Act) -> bool:
        """Do something about the conversation, and stay."""
        return self._do(Acted(act=act))

    def verdict(self, percent: int) -> bool:
        """Give the verdict."""
        return self._do(Verdict(percent=percent))

    def finish_rest(self) -> bool:
        """See the rest to its end."""
        return self._do(Reviewing())

    def finish_review(self) -> bool:
        """End the review."""
        return self._do(Reviewed())

    def skip(self) -> bool:
        """Pass over the theme."""
        return self._do(Skipped())

    def _do(self, event: Event) -> bool:
        if self.session is None:
            return False
        try:
            self.session = step(self.session, event, self.course)
        except EventRefusedError:
            return False
        return True


class _StepError(Exception):
    """A step cannot be done; the finding says why."""

    def __init__(self, code: str, where: Where, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code, self.where, self.message, self.hint = code, where, message, hint


def play_through(
    file: File[WrittenPlaythrough], course: Course, keys: Sequence[Key], player: Player
) -> Iterator[Diagnostic]:
    """Play to the last step, or to the first that cannot be done, and yield what is not as expected.

    Parameters
    ----------
    keys
        The scenario's key under several salts, so that an expectation that hangs on the draw of the items shows.
    """
    held = False  # a `read` holds the rest of a scene back until the next answer
    for index, one in enumerate(file.written.steps):
        where: Where = ("steps", index)
        if isinstance(one, ExpectStep):
            if not held:
                _see(player)
            yield from compare(file, (*where, "expect"), one.expect, Scene(course, keys, _now(player)))
            continue
        try:
            held = _act(one, where, course, player, held=held)
        except _StepError as error:
            yield file.report(error.code, error.where, error.message, error.hint)
            return


def _now(player: Player) -> Session:
    session = player.session
    assert session is not None  # noqa: S101 - an attempt was begun
    return session


def _see(player: Player) -> None:
    """See all that was sent in play. The rest is seen by `review` or `finish`, so that a mark can still come late."""
    if _now(player).phase == "play":
        player.paint()


def _act(one: Step, where: Where, course: Course, player: Player, *, held: bool) -> bool:
    """Do one step. Return whether the rest of what was sent stays unread."""
    match one:
        case ReadStep(read=message):
            _sent((*where, "read"), message, course, _now(player))
            player.paint(message)
            return True
        case MarkStep(mark=marks):
            for message, family in marks.items():
                _mark((*where, "mark", message), message, family, course, player)
            return held
        case UnmarkStep(unmark=messages):
            for message in messages:
                if not player.unmark(message):
                    raise _StepError("SS113", (*where, "unmark"), f"`{message}` is not marked here")
            return held
        case DoStep(do=act):
            _insist(player.act(act), where, player, f"`do: {act}`")
            return held
        case _:
            if not held or isinstance(one, (ChooseStep, VerdictStep)):
                _see(player)
            _go_on(one, where, course, player)
            return False


def _go_on(one: Step, where: Where, course: Course, player: Player) -> None:
    match one:
        case ChooseStep(choose=option):
            _choose((*where, "choose"), option, course, player)
        case LeaveStep(leave=by):
            _insist(player.leave(by), where, player, "`leave`")
        case VerdictStep(verdict=percent):
            _insist(player.verdict(percent), (*where, "verdict"), player, "a verdict")
        case _:
            _bare(str(one), where, player)


def _insist(done: bool, where: Where, player: Player, what: str) -> None:  # noqa: FBT001 - what an act returned
    if not done:
        session = _now(player)
        hint = "choose or leave first" if session.phase == "play" else ""
        raise _StepError("SS113", where, f"{what} is out of turn: {_state(session)}", hint)


def _sent(where: Where, message: str, course: Course, session: Session) -> None:
    if message not in course.messages:
        hint = near(message, course.messages)
        raise _StepError("SS115", where, f"scenario.yaml has no message `{message}`", hint)
    if not any(isinstance(entry, MessageEntry) and entry.message == message for entry in session.script):
        raise _StepError("SS113", where, f"`{message}` has not come yet, or does not come on this way")


def _mark(where: Where, message: str, family: str, course: Course, player: Player) -> None:
    _sent(where, message, course, _now(player))
    if family not in course.families:
        raise _StepError("SS115", where, f"there is no family `{family}`", near(family, course.families))
    if not course.messages[message].markable:
        raise _StepError("SS113", where, f"nobody can mark `{message}`: it is not from the other side")
    if not player.mark(message, family) and _now(player).marks.get(message) != family:
        raise _StepError("SS113", where, f"`{message}` cannot be marked any more: the review is finished")


def _choose(where: Where, option: str, course: Course, player: Player) -> None:
    every = {one.id: choice.id for choice in course.choices.values() for one in choice.options}
    if option not in every:
        raise _StepError("SS115", where, f"scenario.yaml has no option `{option}`", near(option, every))
    session = _now(player)
    if session.choice is None:
        raise _StepError("SS113", where, f"nothing is asked here: {_state(session)}")
    if every[option] != session.choice:
        names = ", ".join(f"`{one.id}`" for one in course.choices[session.choice].options)
        raise _StepError("SS113", where, f"`{session.choice}` waits for {names}; `{option}` answers `{every[option]}`")
    player.choose(option)


def _bare(word: str, where: Where, player: Player) -> None:
    session = _now(player)
    if word == "finish" and session.phase == "rest":
        player.finish_rest()
    if word == "review" and session.phase == "review":
        return  # there was no rest to see
    acts = {"review": player.finish_rest, "finish": player.finish_review, "skip": player.skip}
    _insist(acts[word](), where, player, f"`{word}`")


def _state(session: Session) -> str:
    match session.phase:
        case "play":
            return f"the conversation waits at `{session.choice}`"
        case "verdict":
            return "the conversation is over, and the verdict is next"
        case "rest":
            return "the rest of the conversation is on the screen"
        case "review":
            return "the review is open"
        case "debrief":
            return "the review is finished"
        case "skipped":
            return "the theme was passed over"
