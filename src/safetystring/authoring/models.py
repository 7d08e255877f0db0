"""`scenario.yaml` as pydantic models: the single statement of the format of one written conversation.

What one mapping can say for itself is refused here; what needs two places of the file, or two files, is a check.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from safetystring.authoring.base import (
    Entries,
    Euros,
    Name,
    PlaceId,
    Short,
    SourceId,
    Written,
    WrittenText,
    WrittenWords,
)
from safetystring.authoring.screens import (
    Asset,
    BalanceMessage,
    CompareMessage,
    FrameMessage,
    MailMessage,
    PageMessage,
    PaymentMessage,
)
from safetystring.authoring.slots import Slots  # noqa: TC001 - pydantic reads the hints at run time
from safetystring.authoring.spoken import AnyMessage, Spoken
from safetystring.scenario.key import Rating, Truth  # noqa: TC001 - pydantic reads the hints at run time
from safetystring.scenario.model import Channel, Lang, Sign  # noqa: TC001 - the same

KEY_PATTERN = r"^[0-9*#]$"

Amount = Literal["low", "medium", "high"]
Count = Literal["few", "some", "many"]
Avatar = Literal["person", "desk", "official", "courier", "friend", "bank", "school", "group", "trade", "none"]


class WrittenReaction(Written):
    """A sign under a message of a chat or a group, and how many gave it."""

    sign: Sign
    """like | heart | fire | clap | laugh."""
    count: Annotated[int, Field(ge=1, le=9999)]


class TextMessage(Spoken):
    """A bubble, or a caption on a call."""

    form: Literal["text"]
    text: WrittenText
    reactions: Annotated[Entries[WrittenReaction], Field(max_length=5)] = ()
    """What others gave it, in a chat or a group."""


class CallMessage(Spoken):
    """The caller display on a `ring` screen; in a chat, a call card."""

    form: Literal["call"]
    text: WrittenText


class VoiceMessage(Spoken):
    """A voice message; the text is its transcript."""

    form: Literal["voice"]
    text: WrittenText
    seconds: Annotated[int, Field(ge=1, le=600)]
    """Stated length."""


class DrawingMessage(Spoken):
    """A document or an image: a drawing that opens large."""

    form: Literal["document", "image"]
    text: WrittenWords = WrittenWords()
    """What is said with it; may be left out."""
    asset: Asset
    """A file of `documents/`, with its watermark drawn in."""
    caption: WrittenText
    """The words under it."""
    alt: WrittenText
    """What there is to see, for those who do not see it."""


class LinkMessage(Spoken):
    """A link card, never clickable."""

    form: Literal["link"]
    text: WrittenWords = WrittenWords()
    """What is said with it; may be left out."""
    title: WrittenText
    url: Short
    """In a reserved domain: .example, .test, .invalid."""
    site: WrittenText


class FileMessage(Spoken):
    """A file in a chat; there is nothing to open."""

    form: Literal["file"]
    text: WrittenWords = WrittenWords()
    """What is said with it; may be left out."""
    name: WrittenText
    size: Short
    """As the app shows it: "248 kB"."""


class TransferMessage(Spoken):
    """A payment request, or a proof of payment."""

    form: Literal["transfer"]
    text: WrittenWords = WrittenWords()
    """What is said with it; may be left out."""
    amount: Short
    """As the screen shows it: "4 500 €"."""
    payee: WrittenText


class NoteMessage(AnyMessage):
    """The phone or the app speaks (`system`), the story does (`narration`), or the line waits (`hold`)."""

    form: Literal["system", "narration", "hold"]
    text: WrittenText


WrittenMessage = Annotated[
    TextMessage
    | CallMessage
    | VoiceMessage
    | DrawingMessage
    | LinkMessage
    | FileMessage
    | TransferMessage
    | CompareMessage
    | MailMessage
    | PageMessage
    | PaymentMessage
    | BalanceMessage
    | FrameMessage
    | NoteMessage,
    Field(discriminator="form"),
]


class WrittenOption(Written):
    """One answer of a choice point. It has a `goto` or an `end`."""

    id: PlaceId
    """Permanent, neutral id: o01."""
    kind: Literal["say", "do"]
    """`say` becomes the learner's bubble, `do` a line of narration."""
    text: WrittenText
    rating: Rating
    """What it is worth. Key only."""
    consequence: WrittenText
    """Said in the debrief. Key only."""
    replies: Entries[WrittenMessage] = ()
    """What comes back before the next scene: off the spine, no cues."""
    goto: PlaceId | None = None
    """The next scene."""
    end: PlaceId | None = None
    """The ending it leads to. Key only."""
    key: Annotated[str, StringConstraints(pattern=KEY_PATTERN)] | None = None
    """The key of the telephone that it presses, in quotes: "9". On a call only."""


class WrittenChoice(Written):
    """A choice point, with two to four options."""

    id: PlaceId
    """Permanent, neutral id: c01."""
    prompt: WrittenText
    """What is asked of the learner."""
    options: Annotated[Entries[WrittenOption], Field(min_length=2, max_length=4)]


class WrittenScene(Written):
    """Messages on one channel, then a choice point, the next scene (`goto`) or an ending (`end`)."""

    id: PlaceId
    """Permanent, neutral id: s01."""
    channel: Channel
    """ring (incoming call) | call | video | chat | group | sms | mail | app | web."""
    contact: PlaceId
    """Whose name stands at the top: an id of the cast; in a group the group itself."""
    messages: Annotated[Entries[WrittenMessage], Field(min_length=1, max_length=200)]
    choice: WrittenChoice | None = None
    goto: PlaceId | None = None
    """The next scene, where there is no choice point."""
    end: PlaceId | None = None
    """The ending, where the scene ends by itself. Key only."""


class WrittenPerson(Written):
    """A voice of the conversation, or a group."""

    name: WrittenText
    """As the screen shows it."""
    about: WrittenText | None = None
    """Second line on the screen."""
    number: Short | None = None
    """Fictional ranges only, in quotes."""
    avatar: Avatar = "none"
    members: Annotated[int, Field(ge=2, le=2000)] | None = None
    """How many are in it, where this is a group."""


class WrittenEnding(Written):
    """How a run ends. Key only."""

    outcome: Rating
    title: WrittenText
    text: WrittenText
    """What this leads to; never blames."""
    paid: Euros
    """Money gone, in whole euros."""


class WrittenDebrief(Written):
    """What the learner is told afterwards. Key only."""

    summary: WrittenText
    """Three to five sentences: what happened to you here."""
    first_sign: PlaceId | None = None
    """The message at which one could first have known, or been sure."""
    real: WrittenText
    """What the real one does instead, or why this one was real."""
    say: Annotated[Entries[WrittenText], Field(min_length=1, max_length=8)]
    """Sentences to say, ready to use."""
    do: Annotated[Entries[WrittenText], Field(min_length=1, max_length=12)]
    """What to do, in order."""
    contacts: Annotated[Entries[Name], Field(min_length=1, max_length=12)]
    """Ids of contacts.yaml."""
    asked: Euros
    """Money asked for over the whole conversation, in whole euros."""
    together: Annotated[Entries[PlaceId], Field(max_length=30)] = ()
    """Accounts of a group that work together, ids of the cast. Not scored."""


class Difficulty(Written):
    """The NIST Phish Scale, for conversations. Key only."""

    cues: Count
    premise: Amount
    """How well the pretext fits the learner's life."""


class WrittenClaim(Written):
    """Where a scenario meets and names a statement of the notice on which none of its cues rests."""

    met: Annotated[Entries[PlaceId], Field(min_length=1, max_length=10)]
    """Messages or options."""
    do: Annotated[Entries[Annotated[int, Field(ge=1, le=20)]], Field(max_length=10)] = ()
    """Lines of `debrief.do`, counted from 1, that name it; left out where the cue on a message of `met` does."""


class WrittenScenario(Written):
    """One conversation of 5 to 10 minutes, read top to bottom."""

    id: Name
    """The folder's name: a neutral word."""
    module: Name
    """The module of modules.yaml that it belongs to."""
    title: WrittenText
    """Neutral: tells neither scam nor genuine, nor the trick."""
    truth: Truth
    """Key only."""
    twin: Name | None = None
    """The genuine scenario beside a scam, and the other way round."""
    source_lang: Lang
    """The language it was first written in."""
    minutes: Annotated[int, Field(ge=1, le=30)]
    """Of the whole run, stated to the learner."""
    difficulty: Difficulty
    notes: WrittenText | None = None
    """Content note, word for word the same on both twins."""
    themes: Entries[Name] = ()
    """authority, loss, kidnapping, intimacy …; the last three need care contacts."""
    sources: Annotated[Entries[SourceId], Field(min_length=1, max_length=60)]
    """Notices it rests on, ids of sources.yaml."""
    syllabus: Annotated[dict[SourceId, WrittenClaim], Field(max_length=20)] = Field(default_factory=dict)
    """Statements of the notice that it meets and names without a cue, for docs/coverage.md."""
    setting: WrittenText
    """Who you are, what day it is."""
    cast: Annotated[dict[PlaceId, WrittenPerson], Field(min_length=1, max_length=30)]
    slots: Slots = Field(default_factory=dict)
    """What varies between plays: a list of 2 to 12 values a slot, named in texts as {slot} or {slot.part}."""
    start: PlaceId
    """The first scene."""
    spine: Annotated[Entries[PlaceId], Field(min_length=1, max_length=100)]
    """The path on which every cue lies, in order."""
    scenes: Annotated[Entries[WrittenScene], Field(min_length=1, max_length=200)]
    endings: Annotated[dict[PlaceId, WrittenEnding], Field(min_length=1, max_length=30)]
    leave: PlaceId
    """The ending of a bare way out."""
    debrief: WrittenDebrief
