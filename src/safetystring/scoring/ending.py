"""How a run ended: by leaving, or at one of the authored endings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.player.session import OptionEntry, SceneEntry

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

    The bare way out is rated by what the conversation was, whatever ending the author tells it with: hanging up on a
    scam is safe, hanging up on a genuine caller is cautious, and neither may differ from one scenario to the next.
    """
    if session.left:
        return "safe" if key.truth == "scam" else "cautious"
    ending = ending_of(session, key)
    return ending.outcome if ending is not None else None
