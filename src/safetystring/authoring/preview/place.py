"""Where an author was in the conversation, and going there again after the file has changed."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.player.script import OptionEntry
from safetystring.player.session import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.player.run import Run
    from safetystring.player.widget import Player
    from safetystring.scenario import Scenario


@dataclass(frozen=True, slots=True)
class Place:
    """Where a player stood: the attempt, or before the first one the practice or the intro."""

    session: Session | None = None
    practising: bool = False


@dataclass(frozen=True, slots=True)
class Lost:
    """Where the way could not be gone on: this option of this choice point is no longer there."""

    choice: str
    option: str


def place_of(player: Player) -> Place:
    """Return where `player` stands."""
    return Place(player.run.session, practising=player.phase == "practice")


def retrace(session: Session, run: Run) -> Lost | None:
    """Go the way of `session` in a fresh run, as far as it still exists, with its marks.

    Returns where it stopped, or None if it went all the way. Marks stay on whatever message still has its id and was
    come to.
    """
    run.begin()
    lost = _choose(session, run)
    if lost is None:
        run.shown([message for message, phase in session.shown.items() if phase == "play"])
    judged = session.phase in ("rest", "review", "debrief")  # in a drill without a verdict
    _mark(session.first_marks if judged else session.marks, run)
    if lost is not None:
        return lost
    for act in session.acts:
        run.act(act)
    if session.left_by is not None:
        run.leave(session.left_by)
    if not judged:
        return None
    if session.verdict is not None:
        run.verdict(session.verdict)
    run.shown([message for message, phase in session.shown.items() if phase == "rest"])
    _mark(session.first_marks, run)
    if session.phase in ("review", "debrief"):
        run.finish_rest()
    _remark(session.marks, run)
    if session.reviewed:
        run.finish_review()
    return None


def _choose(session: Session, run: Run) -> Lost | None:
    for entry in session.script[: session.rest_from]:
        if not isinstance(entry, OptionEntry):
            continue
        if run.session is None or run.session.choice != entry.choice or not run.choose(entry.option):
            return Lost(entry.choice, entry.option)
    return None


def _mark(marks: Mapping[str, str], run: Run) -> None:
    for message, family in marks.items():
        # A mark counts all before it as painted; one on a message further on would show what nobody saw.
        if run.session is not None and message in run.session.shown:
            run.mark(message, family)


def _remark(marks: Mapping[str, str], run: Run) -> None:
    present = dict(run.session.marks) if run.session is not None else {}
    for message in present.keys() - marks.keys():
        run.unmark(message)
    _mark({message: family for message, family in marks.items() if present.get(message) != family}, run)


def way_to(scenario: Scenario, target: str) -> tuple[str, ...] | None:
    """Return the options to take from the start to a scene, the fewest there are, or None if it cannot be come to."""
    ways: dict[str, tuple[str, ...]] = {scenario.start: ()}
    ahead = deque([scenario.start])
    while ahead:
        scene = scenario.scenes[ahead.popleft()]
        if scene.id == target:
            return ways[scene.id]
        onward = [((), scene.goto)] if scene.choice is None else []
        options = scene.choice.options if scene.choice is not None else ()
        for taken, goto in (*onward, *(((option.id,), option.goto) for option in options)):
            if goto is not None and goto not in ways:
                ways[goto] = (*ways[scene.id], *taken)
                ahead.append(goto)
    return None
