"""`playthroughs/*.yaml` as pydantic models: a way through a scenario, written without code, and what it is to come to.

A playthrough is read top to bottom, like the conversation. Messages, options and choice points are named by their ids
in `scenario.yaml`, never by an item's number: the numbers are drawn anew for every course.
"""

from __future__ import annotations

from typing import Annotated, Literal, get_args

from pydantic import BeforeValidator, Discriminator, Field, StringConstraints, Tag

from safetystring.authoring.base import Entries, Euros, Line, Name, PlaceId, Short, Written
from safetystring.player.events import Act, WayOut  # noqa: TC001 - pydantic reads the hints at run time
from safetystring.scenario.key import Rating  # noqa: TC001 - the same

Bare = Literal["leave", "review", "finish", "skip"]
"""Steps that are, or can be, one word."""
_KEYED = ("choose", "read", "mark", "unmark", "do", "leave", "verdict", "expect")


def _by(value: object) -> object:
    return {"leave": "hang_up"} if value == "leave" else value


def _listed(value: object) -> object:
    return [value] if isinstance(value, str) else value


def _range(value: object) -> object:
    return [value, value] if isinstance(value, (int, float)) and not isinstance(value, bool) else value


Places = Annotated[Entries[PlaceId], BeforeValidator(_listed), Field(min_length=1, max_length=200)]
Words = Annotated[Entries[Line], BeforeValidator(_listed), Field(min_length=1, max_length=50)]
Number = Annotated[float, Field(ge=-10_000, le=10_000)]
Range = Annotated[Entries[Number], BeforeValidator(_range), Field(min_length=2, max_length=2)]
CellName = Annotated[str, StringConstraints(min_length=1, max_length=40)]


class WrittenExpectation(Written):
    """What holds at this point. A number may be a range: `points: [30, 34]`."""

    ending: PlaceId | None = None
    """The ending that the run came to."""
    outcome: Rating | None = None
    """What the way out was worth."""
    paid: Euros | None = None
    """Money gone, in whole euros."""
    points: Range | None = None
    """Of all cells together, once the review is finished."""
    max: Range | None = None
    """The most that could be had."""
    discernment: Range | None = None
    """In whole percent, as the debrief says it."""
    cells: Annotated[dict[CellName, Range], Field(min_length=1, max_length=100)] | None = None
    """Points by the id of a message with a note (m10) or a choice point (c01), `false_alarms`, or `verdict`."""
    open: PlaceId | None = None
    """The choice point that waits for an answer."""
    sees: Places | None = None
    """Messages shown by now."""
    unseen: Places | None = None
    """Messages not shown so far."""
    text: Words | None = None
    """Words on the screen by now, in any of the languages."""


class ChooseStep(Written):
    """Read on to the choice point, and take an option."""

    choose: PlaceId


class ReadStep(Written):
    """Read as far as this message, and no further before the next step."""

    read: PlaceId


class MarkStep(Written):
    """Mark messages as red flags: family by message."""

    mark: Annotated[dict[PlaceId, Name], Field(min_length=1, max_length=200)]


class UnmarkStep(Written):
    """Take marks back."""

    unmark: Places


class DoStep(Written):
    """Do something about the conversation, and stay in it."""

    do: Act


class LeaveStep(Written):
    """Leave: `leave` alone hangs up; `leave: check` rings a number of one's own, and so on."""

    leave: WayOut


class VerdictStep(Written):
    """Say how likely a scam is, in percent."""

    verdict: Annotated[int, Field(ge=0, le=100)]


class ExpectStep(Written):
    """Say what holds here."""

    expect: WrittenExpectation


def _word(step: object) -> str:
    """Return what decides how a step is read: its word, or its key."""
    if isinstance(step, str):
        return step
    if isinstance(step, Written):
        return next(iter(type(step).model_fields))
    if isinstance(step, dict):
        return next((key for key in step if key in _KEYED), str(next(iter(step), "nothing")))
    return "nothing" if step is None else str(step)


Step = Annotated[
    Annotated[ChooseStep, Tag("choose")]
    | Annotated[ReadStep, Tag("read")]
    | Annotated[MarkStep, Tag("mark")]
    | Annotated[UnmarkStep, Tag("unmark")]
    | Annotated[DoStep, Tag("do")]
    | Annotated[LeaveStep, BeforeValidator(_by), Tag("leave")]
    | Annotated[VerdictStep, Tag("verdict")]
    | Annotated[Literal["review"], Tag("review")]
    | Annotated[Literal["finish"], Tag("finish")]
    | Annotated[Literal["skip"], Tag("skip")]
    | Annotated[ExpectStep, Tag("expect")],
    Discriminator(_word),
]
WORDS = tuple(dict.fromkeys((*_KEYED, *get_args(Bare))))
"""Everything a step can begin with."""


class WrittenPlaythrough(Written):
    """One way through a scenario, step by step."""

    title: Short
    """What this learner does, in a few words."""
    steps: Annotated[Entries[Step], Field(min_length=1, max_length=300)]
    """In order; the last of them usually says what is expected."""
