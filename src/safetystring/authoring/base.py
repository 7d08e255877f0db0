"""What every model of a written file shares: strictness, texts in three languages, and the kinds of id."""

from __future__ import annotations

from typing import Annotated, TypeVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints
from pydantic import Strict as StrictMode

T = TypeVar("T")

ID_PATTERN = r"^[a-z]{1,2}[0-9]{2,3}$"
"""Ids inside a scenario: a letter or two and a number, so that they tell nothing."""
NAME_PATTERN = r"^[a-z][a-z0-9_]{0,39}$"
"""Ids of red flags, families, contacts, modules and scenarios."""
SOURCE_PATTERN = r"^[A-Z][0-9]{1,3}[a-z]?$"
"""Ids of sources, as in the list of facts: A1, W3b."""
HASH_PATTERN = r"^[0-9a-f]{8}$"
MAX_TEXT = 4000
"""Characters of one text. The longest debrief is a tenth of it."""

PlaceId = Annotated[str, StringConstraints(pattern=ID_PATTERN)]
Name = Annotated[str, StringConstraints(pattern=NAME_PATTERN)]
SourceId = Annotated[str, StringConstraints(pattern=SOURCE_PATTERN)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=MAX_TEXT)]
Short = Annotated[str, StringConstraints(min_length=1, max_length=200)]
# YAML gives lists; frozen models want tuples. Only this one step is lax, the entries stay strict.
Entries = Annotated[tuple[T, ...], StrictMode(strict=False)]


class Written(BaseModel):
    """A mapping of a written file: no unknown key, no conversion, never changed after reading."""

    model_config = ConfigDict(strict=True, extra="forbid", frozen=True, use_attribute_docstrings=True)


class WrittenText(Written):
    """One text in the course's three languages, all present."""

    zh: Line
    """Chinese, with full-width punctuation."""
    en: Line
    """English."""
    fr: Line
    """French, with no-break spaces and the typographic apostrophe."""
    of: Annotated[str, StringConstraints(pattern=HASH_PATTERN)] | None = None
    """First 8 hex digits of the SHA-256 of the source-language text that the two others translate."""


class WrittenWords(Written):
    """Words beside an attachment, in three languages; they may be empty."""

    zh: Annotated[str, StringConstraints(max_length=MAX_TEXT)] = ""
    """Chinese."""
    en: Annotated[str, StringConstraints(max_length=MAX_TEXT)] = ""
    """English."""
    fr: Annotated[str, StringConstraints(max_length=MAX_TEXT)] = ""
    """French."""
    of: Annotated[str, StringConstraints(pattern=HASH_PATTERN)] | None = None
    """As in any text."""


Euros = Annotated[int, Field(ge=0, le=10_000_000)]
"""Whole euros."""
