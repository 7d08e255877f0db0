"""Playing a compiled scenario without a screen, by the real session fold, in ways that a program can say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.player.events import FORMAT, Attempt, Chose, Left, Marked, Reviewed, Reviewing, Shown, Verdict
from safetystring.player.session import Course, Session, start, step
from safetystring.scenario import Choice

if TYPE_CHECKING:
    from safetystring.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Way:
    """How to play.

    Attributes
    ----------
    choose
        The option's id at a choice point; None leaves the conversation instead.
    family
        The family to mark a message with as soon as it is shown, or None to leave it.
    percent
        The verdict.
    """

    choose: Callable[[Choice], str | None]
    family: Callable[[str], str | None]
    percent: int


def play(course: Course, way: Way) -> Session:
    """Return the session at the end of the review. A way that goes round in circles leaves at the second time."""
    session = begin(course)
    while session.phase == "play":
        session = _see(session, course, way)
        if session.phase != "play":
            break
        option = None
        if session.choice is not None and session.choice not in session.chosen:
            option = way.choose(course.choices[session.choice])
        if session.choice is None or option is None:
            session = step(session, Left(), course)
        else:
            session = step(session, Chose(choice=session.choice, option=option), course)
    session = step(session, Verdict(percent=way.percent), course)
    if session.phase == "rest":
        session = step(_see(session, course, way), Reviewing(), course)
    return step(session, Reviewed(), course)


def begin(course: Course) -> Session:
    """Return the start of an attempt; the same every time."""
    return start(_attempt(course.scenario), course)


def _see(session: Session, course: Course, way: Way) -> Session:
    for message in session.pending:
        session = step(session, Shown(ids=(message,)), course)
        family = way.family(message) if course.messages[message].markable else None
        # The last message of all ends the conversation; marks are open until the verdict.
        if family is not None:
            session = step(session, Marked(id=message, family=family), course)
    return session


def _attempt(scenario: Scenario) -> Attempt:
    return Attempt(
        format=FORMAT,
        scenario=scenario.id,
        hash=scenario.hash,
        attempt=1,
        seed=0,
        lang="zh",
        release="training",
        started="2026-01-01T00:00:00Z",
    )
