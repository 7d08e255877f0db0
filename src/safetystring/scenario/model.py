"""The public part of a compiled scenario: what a learner may see before the debrief.

Nothing here tells a scam from a genuine conversation; that lives in :mod:`safetystring.scenario.key`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Literal

from safetystring.scenario.record import dataclass

Lang = Literal["zh", "en", "fr"]
LANGUAGES: tuple[Lang, ...] = ("zh", "en", "fr")

Form = Literal[
    "text",
    "call",
    "voice",
    "document",
    "image",
    "compare",
    "link",
    "file",
    "transfer",
    "mail",
    "page",
    "payment",
    "balance",
    "frame",
    "system",
    "narration",
    "hold",
]
Channel = Literal["ring", "call", "video", "chat", "group", "sms", "mail", "app", "web"]
Check = Literal["match", "close", "no_match", "unavailable"]
"""What a bank says of a payee's name and account before a transfer (verification of payee, since October 2025)."""
PaymentStatus = Literal["confirm", "done", "pending", "failed"]
FieldKind = Literal["text", "card", "code", "secret", "date"]
Backdrop = Literal["office", "home", "street", "blank"]
Tone = Literal["up", "down", "flat"]
Sign = Literal["like", "heart", "fire", "clap", "laugh"]
ME = "me"
"""The sender of the learner's own messages."""
CARE_THEMES = frozenset({"loss", "kidnapping", "intimacy"})
"""Themes that not everybody wants to meet; such a scenario can be skipped at no cost."""
UNMARKABLE: frozenset[str] = frozenset({"system", "narration", "hold"})


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """One of two drawings that lie side by side."""

    asset: str
    caption: Text
    alt: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Compare:
    """Two papers to look at side by side."""

    papers: tuple[Paper, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MailLink:
    """A link of an e-mail: the words that stand there, and where they really lead (a reserved domain)."""

    label: Text
    target: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Mail:
    """The headers of an e-mail, whose body is the message's text. `date` is a day, YYYY-MM-DD."""

    subject: Text
    address: str
    reply_to: str | None = None
    date: str | None = None
    link: MailLink | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PageField:
    """A field of a page's form. Nothing can be typed into it."""

    label: Text
    kind: FieldKind = "text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A web page in a frame; its paragraphs are the message's text. Nothing is ever sent."""

    address: str
    title: Text
    fields: tuple[PageField, ...] = ()
    button: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """The screen of a bank's or a trader's app on which money moves, or does not.

    Attributes
    ----------
    iban
        In letters and with check digits that no bank can issue.
    check, found
        What the bank says of the payee; `found` is the account holder's name where it is close to the one given.
    warning
        The app's own words.
    """

    payee: Text
    amount: str
    iban: str | None = None
    check: Check | None = None
    found: Text | None = None
    warning: Text | None = None
    status: PaymentStatus = "confirm"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of an account: a position, a deposit, a gain."""

    label: Text
    value: str
    tone: Tone = "flat"


@dataclass(frozen=True, slots=True, kw_only=True)
class Balance:
    """An account's home screen. `trend` are the heights of its curve, oldest first, in any unit."""

    amount: str
    change: str | None = None
    trend: tuple[int, ...] = ()
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """What the picture of a video call shows from here on: a schematic figure, drawn by the player."""

    backdrop: Backdrop
    frozen: bool
    alt: Text


Attachment = Voice | Document | Compare | LinkCard | FileCard | Transfer | Mail | Page | Payment | Balance | Frame


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """A sign under a message and how many gave it."""

    sign: Sign
    count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A voice of the conversation, as the screen shows it; or a group, with its number of `members`."""

    id: str
    name: Text
    about: Text | None = None
    number: str | None = None
    avatar: str = "none"
    members: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message. `sender` is a person's id, :data:`ME`, or None for the system and the narration."""

    id: str
    form: Form
    sender: str | None
    text: Text
    time: str | None = None
    attachment: Attachment | None = None
    reactions: tuple[Reaction, ...] = ()

    @property
    def markable(self) -> bool:
        """Whether a learner may mark it: any message of the counterpart."""
        return self.sender not in (None, ME) and self.form not in UNMARKABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One answer of a choice point. `goto` is the next scene, or None where the conversation ends.

    `key` is the key of a telephone that this option presses.
    """

    id: str
    kind: Literal["say", "do"]
    text: Text
    replies: tuple[Message, ...] = ()
    goto: str | None = None
    key: str | None = None


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
    """A help line or site. `certain` is False where the learner is told to check it on the official site.

    `value` is dialled or typed as it stands. Where it is words instead ("on the card"), `words` has them by language.
    """

    id: str
    name: Text
    purpose: Text
    value: str
    hours: Text | None
    checked_on: str
    certain: bool
    urgent: bool
    words: Text | None = None

    def shown(self, lang: Lang) -> str:
        """Return what a learner sees where the number stands."""
        return self.value if self.words is None else self.words.get(lang)


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """Something that varies between plays: a draw picks one row, which holds a text by part (`""` where it has none).

    Texts name it as ``{name}`` or ``{name.part}``; see :mod:`safetystring.scenario.slots`.
    """

    name: str
    rows: tuple[Mapping[str, Text], ...]


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
    slots
        What varies between plays, as far as texts of this part name it.
    kind
        `drill` for what is practised and not judged: no verdict is asked, nothing scored. A learner may know.
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
    slots: tuple[Slot, ...] = ()
    kind: Literal["drill"] | None = None

    @property
    def drill(self) -> bool:
        """Whether it is practised only, so that no verdict is asked."""
        return self.kind == "drill"

    @property
    def skippable(self) -> bool:
        """Whether a learner may skip it. Twins share their themes, so this tells nothing."""
        return not CARE_THEMES.isdisjoint(self.themes)
