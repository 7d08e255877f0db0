"""When a run's first sign could have been known and when it was, what the learner did besides, and the money kept."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safetystring.player.script import MessageEntry
from safetystring.scenario import counterpart_ids
from safetystring.scoring.ending import ending_rating

if TYPE_CHECKING:
    from safetystring.player.session import Session
    from safetystring.scenario import Key, Scenario

Plain = dict[str, Any]


def own_part(session: Session, scenario: Scenario, key: Key, loss_avoided: float | None) -> Plain:
    """Return the debrief's fields on the learner's own part in the run, as plain JSON (``docs/player.md``)."""
    return {
        "left_by": session.left_by,
        "way_out": ending_rating(session, key) if session.left else None,
        "moves": moves(session),
        "noticed": noticed(session, scenario, key),
        "loss_avoided": loss_avoided,
    }


def moves(session: Session) -> Plain:
    """Return what the learner did on their own; `verified` is leaving to check through a channel of one's own."""
    did = {session.left_by, *session.acts}
    return {
        "paused": session.acts.count("pause"),
        "looked_up": "look_up" in did,
        "verified": "check" in did,
        "told": "tell" in did,
        "reported": "report" in did,
    }


def noticed(session: Session, scenario: Scenario, key: Key) -> Plain | None:
    """Return the first cue there was, the first one caught at its first showing, and how far apart they are.

    `first` and `caught` are message ids, `caught` None where no cue was caught in time; `later` counts the
    counterpart's messages from the one to the other; `during` is ``play`` or ``rest``, where it was caught. None where
    the run showed no cue, and in a drill, which asks for no marks.
    """
    if key.truth == "drill":
        return None
    theirs = counterpart_ids(scenario)
    ids = (entry.message for entry in session.script if isinstance(entry, MessageEntry))
    turns = [message for message in dict.fromkeys(ids) if message in session.shown and message in theirs]
    cues = [message for message in turns if message in key.cues]
    if not cues:
        return None
    caught = next((message for message in cues if message in session.first_marks), None)
    return {
        "first": cues[0],
        "caught": caught,
        "later": turns.index(caught) - turns.index(cues[0]) if caught is not None else None,
        "during": session.shown[caught] if caught is not None else None,
    }
