"""Where in a YAML file each value begins and ends, and how it is written: what changing a file in place needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from ruamel.yaml.events import MappingStartEvent, ScalarEvent

from safetystring.authoring.source import Builder, Where, events

_ESCAPES = {"x": 4, "u": 6, "U": 10}
"""Length of an escape with digits, backslash included."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A written value, from `start` up to `end`; `style` is YAML's quote or block mark, or ``""``."""

    start: int
    end: int
    style: str


@dataclass(frozen=True, slots=True)
class Places:
    """Scalars by their way from the top, and of each mapping whether it is written with braces."""

    scalars: Mapping[Where, Scalar]
    braces: Mapping[Where, bool]


def places(text: str) -> Places:
    """Return the places of a file that parses.

    Raises
    ------
    MarkedYAMLError
        If it does not.
    """
    builder = _Spans()
    for event in events(text):
        builder.take(event)
    return Places(builder.scalars, builder.braces)


class _Spans(Builder):
    """Builds the tree, and keeps where each scalar stands."""

    def __init__(self) -> None:
        super().__init__()
        self.scalars: dict[Where, Scalar] = {}
        self.braces: dict[Where, bool] = {}
        self._event: Any = None

    def take(self, event: Any) -> None:  # noqa: ANN401 - ruamel.yaml's events have no common type with marks
        self._event = event
        super().take(event)

    def _put(self, value: Any) -> Where:  # noqa: ANN401 - plain values
        where = super()._put(value)
        event = self._event
        if isinstance(event, ScalarEvent):
            self.scalars[where] = Scalar(event.start_mark.index, event.end_mark.index, event.style or "")
        elif isinstance(event, MappingStartEvent):
            self.braces[where] = bool(event.flow_style)
        return where


def letters(written: str, value: str, style: str) -> list[tuple[int, int]] | None:
    """Return the stretch of `written` that stands for each letter of `value`; None where that cannot be told.

    Parameters
    ----------
    written
        The scalar as it stands in the file, quotes included.
    value
        What it means.
    style
        YAML's mark: ``"``, ``'``, ``|``, ``>`` or nothing.
    """
    at = written.find("\n") + 1 if style in ("|", ">") else len(style)
    found: list[tuple[int, int]] = []
    while len(found) < len(value):
        length = _length(written, at, style)
        if length == 0:
            return None
        if length == 1 and written[at] in " \t\r\n":
            at = _blank(written, at, value, found)
        elif length == 1 and written[at] != value[len(found)]:
            return None
        elif written[at : at + 2] in ("\\\n", "\\\r"):
            at = _skip(written, at + 1)
        else:
            found.append((at, at + length))
            at += length
    return found


def _length(written: str, at: int, style: str) -> int:
    """Return how many characters stand for one here, or 0 at the end."""
    if at >= len(written):
        return 0
    if style == '"' and written[at] == "\\":
        return _ESCAPES.get(written[at + 1 : at + 2], 2)
    return 2 if style == "'" and written[at : at + 2] == "''" else 1


def _skip(written: str, at: int) -> int:
    while at < len(written) and written[at] in " \t\r\n":
        at += 1
    return at


def _blank(written: str, at: int, value: str, found: list[tuple[int, int]]) -> int:
    """Take a run of blanks, which YAML may have folded: its first blank stands for all that was folded into it."""
    end, first = _skip(written, at), len(found)
    last = first
    while last < len(value) and value[last] in " \t\n":
        last += 1
    if written[at:end] == value[first:last]:
        found.extend((place, place + 1) for place in range(at, end))
    elif last > first:
        found.append((at, end))
        found.extend((end, end) for _ in range(first + 1, last))
    return end
