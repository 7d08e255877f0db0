"""What every message of a written conversation has, whatever its form."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from safetystring.authoring.base import Name, PlaceId, SourceId, Written, WrittenText

SENDER_PATTERN = r"^(me|[a-z]{1,2}[0-9]{2,3})$"
TIME_PATTERN = r"^(([01]?[0-9]|2[0-3]):[0-5][0-9]|\{[a-z][a-z0-9_.]*\})$"


class WrittenCue(Written):
    """One occurrence of a red flag. Key only."""

    red_flag: Name
    """An id of red_flags.yaml."""
    why: WrittenText
    """Why this is a flag here: quote the words, say what they do."""
    source: SourceId
    """The notice this rests on, an id of sources.yaml."""
    instead: WrittenText | None = None
    """What a real one does here; without it, the taxonomy's words."""
    say: WrittenText | None = None
    """A sentence to say at this point."""


class AnyMessage(Written):
    """One message of the conversation."""

    id: PlaceId
    """Permanent, neutral id: m01."""
    time: Annotated[str, StringConstraints(pattern=TIME_PATTERN)] | None = None
    """Clock shown with the message, in quotes: "10:41"; or a slot."""


class Spoken(AnyMessage):
    """A message that somebody sends, and that a learner can mark."""

    sender: Annotated[str, StringConstraints(pattern=SENDER_PATTERN)] = Field(alias="from")
    """Who sends it: an id of the cast, or `me`."""
    cue: WrittenCue | None = None
    """The red flag this message carries, on the spine of a scam only."""
    lookalike: WrittenText | None = None
    """Odd, but in order: why. Key only."""
