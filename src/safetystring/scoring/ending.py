"""How a run ended: by leaving, or at one of the authored endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.player.script import OptionEntry, SceneEntry

if TYPE_CHECKING:
    from safetystring.player.session import Session
    from safetystring.scenario import Ending, Key
    from safetystring.scenario.key import Rating


def ending_id(session: Session, key: Key) -> str | None:
    """Return the id of the ending this run came to, or None where it has not ended or the key knows no such ending.

    The rest of the conversation, shown after the verdict, is no part of the run: only what was played decides.
    """
    if session.left:
        return key.leave
    if session.phase in ("play", "skipped"):
        return None
    for entry in reversed(session.script[: session.rest_from]):
        if isinstance(entry, OptionEntry):
            outcome = key.outcomes.get(entry.option)
            return outcome.ending if outcome is not None else None
        if isinstance(entry, SceneEntry):
            return key.scene_ends.get(entry.scene)
    return None


def ending_of(session: Session, key: Key) -> Ending | None:
    """Return the ending this run came to, or None."""
    found = ending_id(session, key)
    return key.endings.get(found) if found is not None else None


def ending_rating(session: Session, key: Key) -> Rating | None:
    """Return what the way out was worth.

    A way out of the learner's own is rated by what the conversation was, whatever ending the author tells it with:
    leaving a scam is safe, leaving a genuine caller is cautious, or safe where the learner left to check through a
    channel of their own. Leaving before there was anything to judge by, neither a cue nor a lookalike, is cautious.
    """
    if session.left:
        if not _met(session, key):
            return "cautious"
        return "safe" if key.truth == "scam" or session.left_by == "check" else "cautious"
    ending = ending_of(session, key)
    return ending.outcome if ending is not None else None


def unreached_rating(session: Session, key: Key, choice: str) -> Rating | None:
    """Return what a choice point of the spine that was not reached is worth.

    It is the ending's rating, with one limit: on a genuine conversation leaving to check decides the choice point at
    which the learner leaves. What they came for is not finished by that, so what lies behind it is cautious. Without
    this limit "always leave to check at once" would earn what only reading should.
    """
    rating = ending_rating(session, key)
    if not session.left or key.truth == "scam" or rating != "safe":
        return rating
    open_here = next((other for other in key.decisions if other not in session.chosen), None)
    return rating if choice == open_here else "cautious"


def _met(session: Session, key: Key) -> bool:
    """Whether something there is to judge by was shown before the verdict."""
    return any(
        during == "play" and (message in key.cues or message in key.lookalikes)
        for message, during in session.shown.items()
    )


def loss_avoided(paid: float, asked: float) -> float | None:
    """Return 1 − paid/asked, clamped to 0…1; None where no money was asked for. Both in euros."""
    if asked <= 0:
        return None
    return min(max(1.0 - paid / asked, 0.0), 1.0)
