"""Playing a compiled scenario without a screen, by the real session fold, in ways that a program can say."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.player.events import (
    FORMAT,
    Attempt,
    Chose,
    Left,
    Marked,
    Reviewed,
    Reviewing,
    Shown,
    Verdict,
    WayOut,
)
from safetystring.player.session import Session, start, step
from safetystring.scenario import Choice

if TYPE_CHECKING:
    from safetystring.player.script import Course
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
    by
        The way out, where it leaves.
    at_once
        Whether it leaves after the first message of all.
    """

    choose: Callable[[Choice], str | None]
    family: Callable[[str], str | None]
    percent: int
    by: WayOut = "hang_up"
    at_once: bool = False


def play(course: Course, way: Way) -> Session:
    """Return the session at the end of the review. A way that goes round in circles leaves at the second time."""
    session = begin(course)
    if way.at_once:
        session = step(_see(session, course, way, first=True), Left(by=way.by), course)
    while session.phase == "play":
        session = _see(session, course, way)
        if session.phase != "play":
            break
        option = None
        if session.choice is not None and session.choice not in session.chosen:
            option = way.choose(course.choices[session.choice])
        if session.choice is None or option is None:
            session = step(session, Left(by=way.by), course)
        else:
            session = step(session, Chose(choice=session.choice, option=option), course)
    if session.phase == "verdict":
        session = step(session, Verdict(percent=way.percent), course)
    if session.phase == "rest":
        session = step(_see(session, course, way), Reviewing(), course)
    return step(session, Reviewed(), course)


def begin(course: Course) -> Session:
    """Return the start of an attempt; the same every time."""
    return start(_attempt(course.scenario), course)


def _see(session: Session, course: Course, way: Way, *, first: bool = False) -> Session:
    for message in session.pending[: 1 if first else None]:
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
