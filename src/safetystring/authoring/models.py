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
from safetystring.scenario.key import Rating, Truth  # noqa: TC001 - pydantic reads the hints at run time
from safetystring.scenario.model import Channel, Lang  # noqa: TC001 - the same

SENDER_PATTERN = r"^(me|[a-z]{1,2}[0-9]{2,3})$"
ASSET_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,63}\.svg$"
TIME_PATTERN = r"^([01]?[0-9]|2[0-3]):[0-5][0-9]$"

Amount = Literal["low", "medium", "high"]
Count = Literal["few", "some", "many"]
Avatar = Literal["person", "desk", "official", "courier", "friend", "bank", "school", "none"]


class WrittenCue(Written):
    """One occurrence of a red flag. Key only."""

    red_flag: Name
    """An id of red_flags.yaml."""
    why: WrittenText
    """Why this is a flag here: quote the words, say what they do."""
    source: SourceId
    """The notice this rests on, an id of sources.yaml."""
    instead: WrittenText | None = None
    """What a real one does here; without it, the taxonomy's words."""
    say: WrittenText | None = None
    """A sentence to say at this point."""


class _Message(Written):
    id: PlaceId
    """Permanent, neutral id: m01."""
    time: Annotated[str, StringConstraints(pattern=TIME_PATTERN)] | None = None
    """Clock shown with the message, in quotes: "10:41"."""


class _Spoken(_Message):
    sender: Annotated[str, StringConstraints(pattern=SENDER_PATTERN)] = Field(alias="from")
    """Who sends it: an id of the cast, or `me`."""
    cue: WrittenCue | None = None
    """The red flag this message carries, on the spine of a scam only."""
    lookalike: WrittenText | None = None
    """Odd, but in order: why. Key only."""


class TextMessage(_Spoken):
    """A bubble, or a caption on a call."""

    form: Literal["text"]
    text: WrittenText


class CallMessage(_Spoken):
    """The caller display on a `ring` screen; in a chat, a call card."""

    form: Literal["call"]
    text: WrittenText


class VoiceMessage(_Spoken):
    """A voice message; the text is its transcript."""

    form: Literal["voice"]
    text: WrittenText
    seconds: Annotated[int, Field(ge=1, le=600)]
    """Stated length."""


class DrawingMessage(_Spoken):
    """A document or an image: a drawing that opens large."""

    form: Literal["document", "image"]
    text: WrittenWords = WrittenWords()
    """What is said with it; may be left out."""
    asset: Annotated[str, StringConstraints(pattern=ASSET_PATTERN)]
    """A file of `documents/`, with its watermark drawn in."""
    caption: WrittenText
    """The words under it."""
    alt: WrittenText
    """What there is to see, for those who do not see it."""


class LinkMessage(_Spoken):
    """A link card, never clickable."""

    form: Literal["link"]
    text: WrittenWords = WrittenWords()
    """What is said with it; may be left out."""
    title: WrittenText
    url: Short
    """In a reserved domain: .example, .test, .invalid."""
    site: WrittenText


class FileMessage(_Spoken):
    """A file in a chat; there is nothing to open."""

    form: Literal["file"]
    text: WrittenWords = WrittenWords()
    """What is said with it; may be left out."""
    name: WrittenText
    size: Short
    """As the app shows it: "248 kB"."""


class TransferMessage(_Spoken):
    """A payment request, or a proof of payment."""

    form: Literal["transfer"]
    text: WrittenWords = WrittenWords()
    """What is said with it; may be left out."""
    amount: Short
    """As the screen shows it: "€ 4 500"."""
    payee: WrittenText


class NoteMessage(_Message):
    """The phone or the app speaks (`system`), or the story does (`narration`)."""

    form: Literal["system", "narration"]
    text: WrittenText


WrittenMessage = Annotated[
    TextMessage
    | CallMessage
    | VoiceMessage
    | DrawingMessage
    | LinkMessage
    | FileMessage
    | TransferMessage
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
    """`ring` (incoming call), `call` (captions) or `chat`."""
    contact: PlaceId
    """Whose name stands at the top: an id of the cast."""
    messages: Annotated[Entries[WrittenMessage], Field(min_length=1, max_length=200)]
    choice: WrittenChoice | None = None
    goto: PlaceId | None = None
    """The next scene, where there is no choice point."""
    end: PlaceId | None = None
    """The ending, where the scene ends by itself. Key only."""


class WrittenPerson(Written):
    """A voice of the conversation."""

    name: WrittenText
    """As the screen shows it."""
    about: WrittenText | None = None
    """Second line on the screen."""
    number: Short | None = None
    """Fictional ranges only, in quotes."""
    avatar: Avatar = "none"


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


class Difficulty(Written):
    """The NIST Phish Scale, for conversations. Key only."""

    cues: Count
    premise: Amount
    """How well the pretext fits the learner's life."""


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
    setting: WrittenText
    """Who you are, what day it is."""
    cast: Annotated[dict[PlaceId, WrittenPerson], Field(min_length=1, max_length=30)]
    start: PlaceId
    """The first scene."""
    spine: Annotated[Entries[PlaceId], Field(min_length=1, max_length=100)]
    """The path on which every cue lies, in order."""
    scenes: Annotated[Entries[WrittenScene], Field(min_length=1, max_length=200)]
    endings: Annotated[dict[PlaceId, WrittenEnding], Field(min_length=1, max_length=30)]
    leave: PlaceId
    """The ending of a bare way out."""
    debrief: WrittenDebrief
