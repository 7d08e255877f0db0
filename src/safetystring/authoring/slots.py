"""Slots as an author writes them: a name, and two to twelve values of which each attempt shows one.

A value is one line (`"316"`, the same in all languages), a text in three languages, or a mapping of parts, each a line
or a text: what has to go together (a name and its pronoun, amounts and their sum) is written as the parts of one value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag, WithJsonSchema

from safetystring.authoring.base import Entries, Name, WrittenText
from safetystring.scenario import LANGUAGES, Slot, Text, encode
from safetystring.scenario.slots import placeholders

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.scenario import Scenario

FEWEST, MOST, MOST_SLOTS = 2, 12, 24


def _line(value: object) -> object:
    return str(value) if isinstance(value, int) and not isinstance(value, bool) else value


def _kind(value: object) -> str:
    if isinstance(value, WrittenText):
        return "text"
    if isinstance(value, dict):
        return "text" if value.keys() & set(LANGUAGES) else "parts"
    return "value"


SlotLine = Annotated[
    str,
    StringConstraints(min_length=1, max_length=200),
    BeforeValidator(_line),
    WithJsonSchema({"type": ["string", "integer"], "maxLength": 200}),
]
"""A value that is the same in all languages."""
SlotValue = Annotated[
    Annotated[SlotLine, Tag("value")] | Annotated[WrittenText, Tag("text")],
    Discriminator(lambda value: "text" if isinstance(value, (dict, WrittenText)) else "value"),
]
SlotRow = Annotated[
    Annotated[SlotLine, Tag("value")]
    | Annotated[WrittenText, Tag("text")]
    | Annotated[dict[Name, SlotValue], Field(min_length=1, max_length=12), Tag("parts")],
    Discriminator(_kind),
]
"""One value of a slot."""
Slots = Annotated[
    dict[Name, Annotated[Entries[SlotRow], Field(min_length=FEWEST, max_length=MOST)]], Field(max_length=MOST_SLOTS)
]


def compiled(written: Slots) -> tuple[Slot, ...]:
    """Return the slots as the compiled files hold them, in the file's order."""
    return tuple(Slot(name=name, rows=tuple(_row(row) for row in rows)) for name, rows in written.items())


def named_in(scenario: Scenario) -> set[str]:
    """Return what the texts of a compiled public part name."""
    plain = encode(scenario)
    return placeholders({name: value for name, value in plain.items() if name not in ("assets", "slots")})


def parts(slots: tuple[Slot, ...], names: set[str]) -> tuple[Slot, ...]:
    """Return the slots with no more than the named parts. Their rows stay, so that a draw picks the same one."""
    kept = ((slot, [part for part in slot.rows[0] if full_name(slot.name, part) in names]) for slot in slots)
    return tuple(
        Slot(name=slot.name, rows=tuple({part: row[part] for part in wanted if part in row} for row in slot.rows))
        for slot, wanted in kept
        if wanted
    )


def full_name(slot: str, part: str) -> str:
    """Return the name by which a text calls a part of a slot."""
    return f"{slot}.{part}" if part else slot


def _row(row: str | WrittenText | Mapping[str, str | WrittenText]) -> Mapping[str, Text]:
    if isinstance(row, (str, WrittenText)):
        return {"": _text(row)}
    return {part: _text(value) for part, value in row.items()}


def _text(value: str | WrittenText) -> Text:
    if isinstance(value, str):
        return Text(value, value, value)
    return Text(value.zh, value.en, value.fr)
