"""`scenarios/released.json`: what learners may have answered already, by id, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from safetystring.authoring.base import Entries, Name, PlaceId, Written
from safetystring.scenario.key import Truth  # noqa: TC001 - pydantic reads the hints at run time

Words = Annotated[str, StringConstraints(min_length=1, max_length=80)]


class ReleasedScenario(Written):
    """One scenario as it was released."""

    truth: Truth
    ids: dict[PlaceId, Words]
    """What each id was: scene, message, note, choice, option of c01, ending …"""
    key: dict[PlaceId, Words]
    """What answers were scored by: a cue's red flag, an option's rating, an ending's outcome."""
    retired: Entries[PlaceId] = ()
    """Ids of earlier releases. They are never used again."""


class Released(Written):
    """The last release."""

    format: Literal[1]
    scenarios: Annotated[dict[Name, ReleasedScenario], Field(max_length=500)]
    retired: Annotated[Entries[Name], Field(max_length=5000)] = ()
    """Scenarios of earlier releases. Their ids are never used again."""
