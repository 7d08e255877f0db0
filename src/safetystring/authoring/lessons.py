"""What frames a module in `modules.yaml`, the lesson before it and the card after it, as pydantic models."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from safetystring.authoring.base import Entries, Name, SourceId, Written, WrittenText


class WrittenPoint(Written):
    """A short paragraph of a lesson."""

    text: WrittenText
    teaches: Annotated[Entries[SourceId], Field(max_length=10)] = ()
    """The statements of the notice that it states: W3b, N4, R1. What docs/coverage.md counts as taught."""


class WrittenPart(Written):
    """A piece of the worked message, and what it does to whoever reads it."""

    words: WrittenText
    does: WrittenText
    red_flag: Name | None = None
    """An id of red_flags.yaml; left out where the words are harmless."""


class WrittenExample(Written):
    """One message, taken apart."""

    sender: WrittenText = Field(alias="from")
    """Who it says it is from."""
    parts: Annotated[Entries[WrittenPart], Field(min_length=2, max_length=6)]
    """The message, piece by piece, in the order of its words; at least one piece is harmless."""


class WrittenLesson(Written):
    """Two minutes before the first conversation of a module."""

    minutes: Annotated[int, Field(ge=1, le=5)]
    points: Annotated[Entries[WrittenPoint], Field(min_length=1, max_length=4)]
    """A few short paragraphs."""
    example: WrittenExample
    genuine: WrittenText
    """What the real one looks like: a lesson that only warns makes people wary of everything."""


class WrittenTakeaway(Written):
    """What a learner takes along from a module, on one page."""

    remember: Annotated[Entries[WrittenText], Field(min_length=3, max_length=3)]
    """Three lines."""
    say: Annotated[Entries[WrittenText], Field(min_length=1, max_length=3)]
    """Words to say, as they would be said."""
    dial: Annotated[Entries[Name], Field(min_length=1, max_length=6)]
    """Whom to ring, by their ids in contacts.yaml."""
    teaches: Annotated[Entries[SourceId], Field(max_length=10)] = ()
    """The statements of the notice that its lines state, as in a lesson."""
