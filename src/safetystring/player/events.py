"""What a learner does in one attempt, as frozen events, and their form in a response log's line."""

from __future__ import annotations

import dataclasses
from typing import Any, Literal

from safetystring.scenario import FormatError, Lang, decode
from safetystring.scenario.record import dataclass

FORMAT = 2
"""Version of the log's format, in every attempt's header."""
FORMATS = frozenset({1, FORMAT})
"""Versions that are still read. In the first one nobody could do more about a conversation than hang up."""

WayOut = Literal["hang_up", "check", "tell", "report"]
"""How a learner leaves: just so, to ring a number they found themselves, to tell somebody, or to report it."""
Act = Literal["pause", "look_up", "tell", "report"]
"""What a learner can do about a conversation and stay in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """The header of an attempt. `started` is UTC, ISO 8601; `seed` draws what varies between plays."""

    format: int
    scenario: str
    hash: str
    attempt: int
    seed: int
    lang: Lang
    release: Literal["training", "exam"]
    started: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Resumed:
    """A window took the log over."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """These messages were painted, in this order."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """The learner marked a message as a red flag of this family (again: with another family)."""

    id: str
    family: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unmarked:
    """The learner took a mark back."""

    id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Chose:
    """The learner took this option at this choice point."""

    choice: str
    option: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Left:
    """The learner left the conversation by a way out of their own. A log of format 1 knows only hanging up."""

    by: WayOut = "hang_up"


@dataclass(frozen=True, slots=True, kw_only=True)
class Acted:
    """The learner did something about the conversation and stayed in it. Costs nothing."""

    act: Act


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """The learner's probability, in percent, that the conversation is a scam. Locked from here on."""

    percent: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewing:
    """The rest has been seen; the review begins."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """In the review, the accounts of a group that the learner thinks work together; empty: none do. Not scored."""

    ids: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reviewed:
    """The review is finished; the answers stand."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Debriefed:
    """The learner read the debrief to its end. Nothing after this counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Language:
    """The learner changed the language."""

    lang: Lang


@dataclass(frozen=True, slots=True, kw_only=True)
class Helped:
    """The learner opened "this may be happening to me now". Costs nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Skipped:
    """The learner chose not to meet this theme. Costs nothing."""


Event = (
    Attempt
    | Resumed
    | Shown
    | Marked
    | Unmarked
    | Chose
    | Left
    | Acted
    | Verdict
    | Reviewing
    | Picked
    | Reviewed
    | Debriefed
    | Language
    | Helped
    | Skipped
)

_KINDS: dict[str, type[Any]] = {
    kind.__name__.lower(): kind
    for kind in (
        Attempt,
        Resumed,
        Shown,
        Marked,
        Unmarked,
        Chose,
        Left,
        Acted,
        Verdict,
        Reviewing,
        Picked,
        Reviewed,
        Debriefed,
        Language,
        Helped,
        Skipped,
    )
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of a response log.

    Attributes
    ----------
    n
        Number of the line within the file, from 1, rising.
    at
        Milliseconds since the Unix epoch.
    window
        Id of the window (kernel session) that wrote it.
    """

    n: int
    at: int
    window: str
    event: Event


def to_json(line: Line) -> dict[str, object]:
    """Return a line as a plain JSON object: `e` is the event's kind, its fields stand beside it."""
    fields = {field.name: getattr(line.event, field.name) for field in dataclasses.fields(line.event)}
    plain = {name: list(value) if isinstance(value, tuple) else value for name, value in fields.items()}
    return {"n": line.n, "at": line.at, "w": line.window, "e": type(line.event).__name__.lower(), **plain}


def from_json(value: object) -> Line:
    """Read a line's JSON value.

    Raises
    ------
    FormatError
        If it is no event of the documented form, naming the field.
    """
    if not isinstance(value, dict):
        raise FormatError(f"expected an object, found {type(value).__name__}")
    rest = dict(value)
    head = {name: rest.pop(name, None) for name in ("n", "at", "w", "e")}
    kind = _KINDS.get(head["e"]) if isinstance(head["e"], str) else None
    if kind is None:
        raise FormatError("e: not an event of this format")
    for name in ("n", "at"):
        number = head[name]
        if type(number) is not int or not 0 <= number < 2**53:
            raise FormatError(f"{name}: expected a whole number")
    if not isinstance(head["w"], str) or len(head["w"]) > 16:  # noqa: PLR2004 - window ids have six characters
        raise FormatError("w: expected a window id")
    event = decode(kind, rest, kind.__name__.lower())
    return Line(n=head["n"], at=head["at"], window=head["w"], event=event)
