"""One attempt as a pure fold over its events.

A run goes play → verdict → rest → review → debrief, the same on scam and genuine; a drill, which is neither, has no
verdict. What may be marked, when, and which event follows from which, is decided here and nowhere else; the scorer and
the widget only read the result.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Literal

from safetystring.player.events import (
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
from safetystring.player.script import Course, Entry, MessageEntry, OptionEntry, SceneEntry
from safetystring.scenario import Lang
from safetystring.scenario.record import dataclass

Phase = Literal["play", "verdict", "rest", "review", "debrief", "skipped"]


class EventRefusedError(ValueError):
    """An event does not follow from the ones before it. The message says why."""


@dataclass(frozen=True, kw_only=True)  # without slots: a changed copy is then a copy of one dictionary
class Session:
    """The state of one attempt.

    Attributes
    ----------
    script
        Everything sent to the screen so far, in order, whether painted yet or not.
    rest_from
        Index in `script` where the rest begins, or None before.
    shown
        Message ids painted so far, with the phase of their first showing (`play` or `rest`).
    marks
        Family by marked message, as it stands now.
    first_marks
        The same as it stood when the phase of the message's first showing ended.
    chosen
        Option by choice point.
    choice
        The open choice point's id, or None.
    left_by
        The way out that was taken, or None.
    acts
        What the learner did about the conversation while staying in it, in order.
    verdict
        Percent, or None before the verdict.
    picked
        Accounts of a group that the learner thinks work together, or None while nothing was said of it.
    """

    attempt: Attempt
    lang: Lang
    phase: Phase
    script: tuple[Entry, ...]
    choice: str | None
    rest_from: int | None = None
    shown: Mapping[str, Literal["play", "rest"]] = dataclasses.field(default_factory=dict)
    marks: Mapping[str, str] = dataclasses.field(default_factory=dict)
    first_marks: Mapping[str, str] = dataclasses.field(default_factory=dict)
    chosen: Mapping[str, str] = dataclasses.field(default_factory=dict)
    left_by: WayOut | None = None
    acts: tuple[Act, ...] = ()
    verdict: int | None = None
    picked: tuple[str, ...] | None = None
    reviewed: bool = False
    debriefed: bool = False

    @property
    def left(self) -> bool:
        """Whether the learner left the conversation by a way out of their own."""
        return self.left_by is not None

    @property
    def pending(self) -> tuple[str, ...]:
        """Message ids sent and not yet painted, in order."""
        shown = self.shown
        sent = [entry.message for entry in self.script if isinstance(entry, MessageEntry)]
        return tuple([message for message in sent if message not in shown])


def start(attempt: Attempt, course: Course) -> Session:
    """Return the state at the start of an attempt, the first scene sent and nothing painted."""
    entries, choice, ended = course.enter(course.scenario.start)
    session = Session(attempt=attempt, lang=attempt.lang, phase="play", script=entries, choice=choice)
    return _ended(session, course) if ended and not entries else session


def _replaced(session: Session, **changes: object) -> Session:
    """Return the session with these fields changed: `dataclasses.replace` at a tenth of its cost.

    A log has some sixty events, and a country's yearly intake some forty thousand logs.
    """
    made = object.__new__(Session)
    made.__dict__.update(session.__dict__, **changes)
    return made


def fold(attempt: Attempt, events: Iterable[Event], course: Course) -> Session:
    """Return the state after `events`.

    Raises
    ------
    EventRefusedError
        At the first event that does not follow.
    """
    session = start(attempt, course)
    for event in events:
        session = step(session, event, course)
    return session


def step(session: Session, event: Event, course: Course) -> Session:  # noqa: C901, PLR0911, PLR0912 - one case an event
    """Return the state after one more event.

    Raises
    ------
    EventRefusedError
        If the event does not follow from the state.
    """
    if session.debriefed:
        return session
    match event:
        case Resumed() | Helped():
            return session
        case Language(lang=lang):
            return _replaced(session, lang=lang)
        case Shown(ids=ids):
            return _show(session, ids, course)
        case Marked(id=message, family=family):
            return _mark(session, message, family, course)
        case Unmarked(id=message):
            return _unmark(session, message)
        case Chose(choice=choice, option=option):
            return _choose(session, choice, option, course)
        case Left(by=by):
            _require(session, "play", event)
            return _ended(_replaced(session, left_by=by, script=_painted(session)), course)
        case Acted(act=act):
            _require(session, "play", event)
            return _replaced(session, acts=(*session.acts, act))
        case Verdict(percent=percent):
            return _judge(session, percent, course)
        case Reviewing():
            _require(session, "rest", event)
            return _to_review(_show(session, session.pending, course))
        case Picked(ids=ids):
            _require(session, "review", event)
            if not set(ids) <= set(voices(session, course)):
                raise EventRefusedError("an account that said nothing in a group")
            return _replaced(session, picked=tuple(dict.fromkeys(ids)))
        case Reviewed():
            _require(session, "review", event)
            return _replaced(session, phase="debrief", reviewed=True)
        case Debriefed():
            _require(session, "debrief", event)
            return _replaced(session, debriefed=True)
        case Skipped():
            _require(session, "play", event)
            if not course.scenario.skippable:
                raise EventRefusedError("this theme cannot be skipped")
            return _replaced(session, phase="skipped", choice=None)
        case Attempt():
            raise EventRefusedError("an attempt begins inside another")


def voices(session: Session, course: Course) -> tuple[str, ...]:
    """Return who spoke in a group so far, by their ids of the cast, in the order of their first words."""
    found: dict[str, None] = {}
    group = False
    for entry in session.script:
        if isinstance(entry, SceneEntry):
            group = course.scenario.scenes[entry.scene].channel == "group"
        elif group and isinstance(entry, MessageEntry):
            message = course.messages[entry.message]
            if message.markable and message.sender is not None:
                found[message.sender] = None
    return tuple(found)


def _require(session: Session, phase: Phase, event: Event) -> None:
    if session.phase != phase:
        raise EventRefusedError(f"{type(event).__name__.lower()} in the phase {session.phase}")


def _show(session: Session, ids: Iterable[str], course: Course) -> Session:
    if session.phase not in ("play", "rest"):
        if all(message in session.shown for message in ids):
            return session
        raise EventRefusedError(f"shown in the phase {session.phase}")
    sent = _sent(session.script)
    during: Literal["play", "rest"] = "play" if session.phase == "play" else "rest"
    shown = dict(session.shown)
    for message in ids:
        if message not in sent:
            raise EventRefusedError(f"message {message!r} was not sent")
        shown.setdefault(message, during)
    session = _replaced(session, shown=shown)
    if session.phase == "play" and session.choice is None and not session.pending:
        return _ended(session, course)
    return session


def paint(session: Session, ids: Iterable[str]) -> bool:
    """Note in the session itself that these messages were painted, where nothing else follows from it; else do nothing.

    It is :func:`step` for most of a log's events, at a fifth of its cost. Only for whoever made the session and shares
    neither it nor one that it came from.
    """
    phase = session.phase
    if session.debriefed or not (phase == "rest" or (phase == "play" and session.choice is not None)):
        return False
    sent, shown = _sent(session.script), session.shown
    for message in ids:
        if message not in sent:
            return False
    for message in ids:
        shown.setdefault(message, phase)  # type: ignore[attr-defined]
    return True


_last_sent: tuple[tuple[Entry, ...], frozenset[str]] = ((), frozenset())


def _sent(script: tuple[Entry, ...]) -> frozenset[str]:
    """Return the messages of a script. It grows at choices only, and is asked for at every message."""
    global _last_sent  # noqa: PLW0603 - remembers one answer
    last, found = _last_sent
    if last is not script:
        found = frozenset(entry.message for entry in script if isinstance(entry, MessageEntry))
        _last_sent = (script, found)
    return found


def _mark(session: Session, message: str, family: str, course: Course) -> Session:
    if session.phase in ("debrief", "skipped"):
        raise EventRefusedError(f"marked in the phase {session.phase}")
    if message not in session.shown or not course.messages[message].markable:
        raise EventRefusedError(f"message {message!r} cannot be marked here")
    if family not in course.families:
        raise EventRefusedError(f"no family {family!r}")
    return _replaced(session, marks={**session.marks, message: family})


def _unmark(session: Session, message: str) -> Session:
    if session.phase in ("debrief", "skipped"):
        raise EventRefusedError(f"unmarked in the phase {session.phase}")
    if message not in session.marks:
        raise EventRefusedError(f"message {message!r} is not marked")
    return _replaced(session, marks={key: value for key, value in session.marks.items() if key != message})


def _choose(session: Session, choice_id: str, option_id: str, course: Course) -> Session:
    if session.phase != "play" or session.choice != choice_id:
        raise EventRefusedError(f"choice point {choice_id!r} is not open")
    session = _show(session, session.pending, course)
    try:
        option = course.choices[choice_id].option(option_id)
    except KeyError:
        raise EventRefusedError(f"choice point {choice_id!r} has no option {option_id!r}") from None
    entries, choice, _ = course.enter(option.goto)
    said: tuple[Entry, ...] = (OptionEntry(choice_id, option_id), *(MessageEntry(m.id) for m in option.replies))
    session = _replaced(
        session,
        script=(*session.script, *said, *entries),
        choice=choice,
        chosen={**session.chosen, choice_id: option_id},
    )
    return _ended(session, course) if choice is None and not session.pending else session


def _painted(session: Session) -> tuple[Entry, ...]:
    """Return the script without what was never painted, and without a last scene nobody saw anything of."""
    kept = [entry for entry in session.script if not isinstance(entry, MessageEntry) or entry.message in session.shown]
    while kept and isinstance(kept[-1], SceneEntry):
        kept.pop()
    return tuple(kept)


def _ended(session: Session, course: Course) -> Session:
    """Go on from the end of the conversation: to the verdict, or in a drill, which has none, to what comes after it."""
    session = _replaced(session, choice=None)
    return _to_rest(session, course) if course.scenario.drill else _replaced(session, phase="verdict")


def _judge(session: Session, percent: int, course: Course) -> Session:
    if session.phase != "verdict":
        raise EventRefusedError("the verdict is not open")
    if not 0 <= percent <= 100:  # noqa: PLR2004 - percent
        raise EventRefusedError("a verdict lies between 0 and 100 percent")
    return _to_rest(_replaced(session, verdict=percent), course)


def _to_rest(session: Session, course: Course) -> Session:
    """Show what the spine still holds; where nothing is left, go to the review."""
    session = _replaced(session, phase="rest", first_marks=dict(session.marks))
    rest = _rest(session, course)
    if not any(isinstance(entry, MessageEntry) for entry in rest):
        return _replaced(session, phase="review")
    return _replaced(session, rest_from=len(session.script), script=(*session.script, *rest))


def _rest(session: Session, course: Course) -> tuple[Entry, ...]:
    """Return what the spine still holds, with the words that would have led from scene to scene."""
    scenario, shown = course.scenario, session.shown
    scenes = [scenario.scenes[name] for name in scenario.spine]
    unseen = [[message.id for message in scene.messages if message.id not in shown] for scene in scenes]
    entries: list[Entry] = []
    for n, scene in enumerate(scenes):
        if unseen[n]:
            entries.append(SceneEntry(scenario.spine[n]))
            entries += [MessageEntry(message) for message in unseen[n]]
        choice = scene.choice
        if choice is None or n + 1 == len(scenes) or not unseen[n + 1]:
            continue
        after = scenario.spine[n + 1]
        taken = session.chosen.get(choice.id)
        if taken is not None and choice.option(taken).goto == after:
            continue
        onward = next((option for option in choice.options if option.goto == after), None)
        if onward is not None:
            entries.append(OptionEntry(choice.id, onward.id))
    return tuple(entries)


def _to_review(session: Session) -> Session:
    """Close the rest: marks on messages first shown there are now fixed as first marks too."""
    late = {message: family for message, family in session.marks.items() if session.shown[message] == "rest"}
    return _replaced(session, phase="review", first_marks={**session.first_marks, **late})
