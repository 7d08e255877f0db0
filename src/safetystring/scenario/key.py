"""The key of a scenario: its truth, cues, ratings, endings and debrief. Never part of an exam release."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from safetystring.scenario.model import Contact, Slot, Text
from safetystring.scenario.record import dataclass

Truth = Literal["scam", "genuine", "drill"]
Rating = Literal["safe", "cautious", "harmful"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RedFlag:
    """An entry of the taxonomy. `legitimate` says what a legitimate body does instead."""

    id: str
    family: str
    decisive: bool
    name: Text
    definition: Text
    legitimate: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """An official notice or other source, as named to a learner."""

    id: str
    title: Text
    issuer: Text
    date: str | None
    url: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """One occurrence of a red flag, in one message."""

    message: str
    red_flag: str
    family: str
    why: Text
    source: str
    instead: Text | None = None
    say: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What an option is worth and leads to. `ending` is set where the option ends the conversation."""

    rating: Rating
    consequence: Text
    ending: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ending:
    """How a run ends. `paid` is the money gone, in whole euros."""

    id: str
    outcome: Rating
    title: Text
    text: Text
    paid: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Debrief:
    """What the learner is told afterwards.

    `asked` is the money asked for, in whole euros; `together` the accounts of a group that work together.
    """

    summary: Text
    first_sign: str | None
    real: Text
    say: tuple[Text, ...]
    do: tuple[Text, ...]
    contacts: tuple[Contact, ...]
    asked: int
    together: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """Everything that scores and explains one scenario.

    Attributes
    ----------
    hash
        The hash of the public part this key belongs to.
    items
        Twelve message ids; `item-07` is the seventh. Cues first chosen, then lookalikes, then others
        drawn by a secret salt, which also orders all twelve.
    decisions
        Choice points of the spine in order; `decision-02` is the second.
    scene_ends
        The ending of each scene that ends by itself, by scene id.
    leave
        The ending of a bare way out.
    slots
        What varies between plays, all parts of it.
    """

    id: str
    hash: str
    truth: Truth
    difficulty: Mapping[str, str]
    cues: Mapping[str, Cue]
    lookalikes: Mapping[str, Text]
    outcomes: Mapping[str, Outcome]
    endings: Mapping[str, Ending]
    scene_ends: Mapping[str, str]
    leave: str
    items: tuple[str, ...]
    decisions: tuple[str, ...]
    red_flags: Mapping[str, RedFlag]
    sources: Mapping[str, Source]
    debrief: Debrief
    slots: tuple[Slot, ...] = ()
