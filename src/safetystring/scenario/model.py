"""The public part of a compiled scenario: what a learner may see before the debrief.

Nothing here tells a scam from a genuine conversation; that lives in :mod:`safetystring.scenario.key`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Lang = Literal["zh", "en", "fr"]
LANGUAGES: tuple[Lang, ...] = ("zh", "en", "fr")

Form = Literal["text", "call", "voice", "document", "image", "link", "file", "transfer", "system", "narration"]
Channel = Literal["ring", "call", "chat"]
ME = "me"
"""The sender of the learner's own messages."""
CARE_THEMES = frozenset({"loss", "kidnapping", "intimacy"})
"""Themes that not everybody wants to meet; such a scenario can be skipped at no cost."""
UNMARKABLE: frozenset[str] = frozenset({"system", "narration"})


@dataclass(frozen=True, slots=True)
class Text:
    """One text in the course's three languages, all present."""

    zh: str
    en: str
    fr: str

    def get(self, lang: Lang) -> str:
        """Return the text in `lang`."""
        return {"zh": self.zh, "en": self.en, "fr": self.fr}[lang]


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """A voice message; the message's text is its transcript. `seconds` is its stated length."""

    seconds: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A drawing that opens large. `asset` names an SVG of `Scenario.assets`; the watermark is in the drawing."""

    asset: str
    caption: Text
    alt: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkCard:
    """A link as a chat app draws it; it is never clickable and its address lies in a reserved domain."""

    title: Text
    url: str
    site: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class FileCard:
    """A file sent in a chat; there is nothing to open."""

    name: Text
    size: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Transfer:
    """A payment request or a proof of payment."""

    amount: str
    payee: Text


Attachment = Voice | Document | LinkCard | FileCard | Transfer


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A voice of the conversation, as the screen shows it."""

    id: str
    name: Text
    about: Text | None = None
    number: str | None = None
    avatar: str = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message. `sender` is a person's id, :data:`ME`, or None for the system and the narration."""

    id: str
    form: Form
    sender: str | None
    text: Text
    time: str | None = None
    attachment: Attachment | None = None

    @property
    def markable(self) -> bool:
        """Whether a learner may mark it: any message of the counterpart."""
        return self.sender not in (None, ME) and self.form not in UNMARKABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a choice point. `goto` is the next scene, or None where the conversation ends."""

    id: str
    kind: Literal["say", "do"]
    text: Text
    replies: tuple[Message, ...] = ()
    goto: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """A choice point: what is asked of the learner, and two to four options."""

    id: str
    prompt: Text
    options: tuple[Option, ...]

    def option(self, option_id: str) -> Option:
        """Return the option with this id.

        Raises
        ------
        KeyError
            If the choice point has no such option.
        """
        for option in self.options:
            if option.id == option_id:
                return option
        raise KeyError(option_id)


@dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """Messages on one channel, then a choice point, the next scene (`goto`), or the end (neither)."""

    id: str
    channel: Channel
    contact: str
    messages: tuple[Message, ...]
    choice: Choice | None = None
    goto: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """A family of red flags, as the marking panel offers it."""

    id: str
    name: Text
    hint: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """A help line or site. `certain` is False where the learner is told to check it on the official site."""

    id: str
    name: Text
    purpose: Text
    value: str
    hours: Text | None
    checked_on: str
    certain: bool
    urgent: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """One conversation as released to learners.

    Attributes
    ----------
    hash
        SHA-256 (hex) of the public part's canonical JSON; response logs carry it.
    spine
        Scene ids of the path on which every item lies, in order.
    minutes
        Stated length of the whole run, in minutes.
    help
        Contacts shown by "this may be happening to me now", the urgent ones first.
    assets
        SVG sources by name.
    release
        `training` carries its debrief beside it, `exam` does not.
    """

    id: str
    hash: str
    module: str
    title: Text
    setting: Text
    minutes: int
    source_lang: Lang
    themes: tuple[str, ...]
    notes: Text | None
    cast: Mapping[str, Person]
    start: str
    spine: tuple[str, ...]
    scenes: Mapping[str, Scene]
    families: tuple[Family, ...]
    help: tuple[Contact, ...]
    assets: Mapping[str, str] = field(repr=False)
    release: Literal["training", "exam"] = "training"

    @property
    def skippable(self) -> bool:
        """Whether a learner may skip it. Twins share their themes, so this tells nothing."""
        return not CARE_THEMES.isdisjoint(self.themes)
