"""`red_flags.yaml`, `sources.yaml`, `contacts.yaml` and `modules.yaml` as pydantic models."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel, StringConstraints

from safetystring.authoring.base import Entries, Name, Short, SourceId, Written, WrittenText
from safetystring.authoring.lessons import WrittenLesson, WrittenTakeaway  # noqa: TC001 - pydantic reads them

DATE_PATTERN = r"^[0-9]{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12][0-9]|3[01]))?)?$"
DAY_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"
URL_PATTERN = r"^https?://[^\s<>\"]+$"

PartialDate = Annotated[str, StringConstraints(pattern=DATE_PATTERN)]
Day = Annotated[str, StringConstraints(pattern=DAY_PATTERN)]
Url = Annotated[str, StringConstraints(pattern=URL_PATTERN, max_length=500)]


class WrittenFamily(Written):
    """A family of red flags, in the order of the marking panel."""

    name: WrittenText
    hint: WrittenText
    """One short line."""


class WrittenRedFlag(Written):
    """A kind of warning sign."""

    family: Name
    decisive: bool
    """True for a starred flag: this alone settles it."""
    name: WrittenText
    definition: WrittenText
    legitimate: WrittenText
    """What a legitimate body does instead."""
    sources: Annotated[Entries[SourceId], Field(min_length=1)]


class RedFlags(Written):
    """red_flags.yaml: the taxonomy."""

    families: Annotated[dict[Name, WrittenFamily], Field(min_length=1, max_length=20)]
    red_flags: Annotated[dict[Name, WrittenRedFlag], Field(min_length=1, max_length=200)]


class WrittenSource(Written):
    """A notice, an article, a page."""

    title: WrittenText
    issuer: WrittenText
    date: PartialDate | None = None
    """YYYY-MM-DD, YYYY-MM, in quotes "YYYY", or null."""
    url: Url | None = None
    """The official page or home page, never a reprint; or null."""
    kind: Literal["official", "press", "secondary"]
    text: WrittenText | None = None
    """The statement itself, where it is one of the seed's."""
    verify: bool = False
    """True: something about it was recalled or inferred, and is to be looked up before a release."""


class Sources(RootModel[dict[SourceId, WrittenSource]]):
    """sources.yaml: every notice by id."""


class WrittenContact(Written):
    """A help line, a site, a desk."""

    name: WrittenText
    purpose: WrittenText = Field(alias="for")
    """What it is for."""
    value: Short | WrittenText
    """Number or site, as dialled or typed, in quotes; where it is words instead, in the three languages."""
    hours: WrittenText | None = None
    checked_on: Day
    """The day somebody looked it up."""
    certain: bool
    """False: the learner is told to check it on the official site."""
    urgent: bool
    """True: shown first in "this may be happening to me now"."""


class Contacts(RootModel[dict[Name, WrittenContact]]):
    """contacts.yaml: every contact by id."""


class WrittenModule(Written):
    """A lesson with its scams and their genuine twins."""

    title: WrittenText
    goals: WrittenText | Entries[WrittenText]
    """One text, or a list of them."""
    minutes: Annotated[int, Field(ge=1, le=240)]
    seed: Annotated[int, Field(ge=0, lt=2**53)]
    """Draws the order of its scenarios."""
    scenarios: Annotated[Entries[Name], Field(min_length=1, max_length=40)]
    """Their ids, in any order."""
    lesson: WrittenLesson | None = None
    """Read before its first conversation."""
    takeaway: WrittenTakeaway | None = None
    """Kept after its last."""


class Modules(RootModel[dict[Name, WrittenModule]]):
    """modules.yaml: every module by id."""


class Allowed(Written):
    """allowed.yaml: exceptions that somebody has looked at. The file may be missing."""

    same: Annotated[Entries[Short], Field(max_length=500)] = ()
    """Names that are rightly the same in several languages."""
