"""Messages that fill a screen of their own: an e-mail, a web page, a payment, an account, papers, a video's picture."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from safetystring.authoring.base import Entries, Short, Written, WrittenText, WrittenWords
from safetystring.authoring.spoken import Spoken
from safetystring.scenario.model import (  # noqa: TC001 - pydantic reads the hints at run time
    Backdrop,
    Check,
    FieldKind,
    PaymentStatus,
    Tone,
)

ASSET_PATTERN = r"^[a-z0-9][a-z0-9_-]{0,63}\.svg$"
MAIL_DATE_PATTERN = r"^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$"

Asset = Annotated[str, StringConstraints(pattern=ASSET_PATTERN)]


class WrittenPaper(Written):
    """One of two papers that lie side by side."""

    asset: Asset
    """A file of `documents/`, with its watermark drawn in."""
    caption: WrittenText
    """The words under it."""
    alt: WrittenText
    """What there is to see, for those who do not see it."""


class CompareMessage(Spoken):
    """Two papers to compare side by side."""

    form: Literal["compare"]
    text: WrittenWords = WrittenWords()
    """What is said with them; may be left out."""
    papers: Annotated[Entries[WrittenPaper], Field(min_length=2, max_length=2)]


class WrittenLink(Written):
    """A link of an e-mail."""

    label: WrittenText
    """The words that stand there; they may look like an address."""
    target: Short
    """Where it really leads, seen on focus, on hover and on a long press: a reserved domain."""


class MailMessage(Spoken):
    """An e-mail; the sender's name is that of `from`, the text its body."""

    form: Literal["mail"]
    text: WrittenText
    subject: WrittenText
    address: Short
    """The sender's address, shown under "details": a reserved domain."""
    reply_to: Short | None = None
    """Where an answer would go, if elsewhere: a reserved domain."""
    date: Annotated[str, StringConstraints(pattern=MAIL_DATE_PATTERN)] | None = None
    """The day it was sent, in quotes: "2026-09-14"."""
    link: WrittenLink | None = None


class WrittenField(Written):
    """A field of a page's form; nothing can be typed into it."""

    label: WrittenText
    kind: FieldKind = "text"
    """text | card | code | secret | date: what the empty field hints at."""


class PageMessage(Spoken):
    """A web page in a frame; the text is its paragraphs, parted by empty lines. Nothing is ever sent."""

    form: Literal["page"]
    text: WrittenWords = WrittenWords()
    """The page's paragraphs; may be left out."""
    address: Short
    """As the address bar shows it: a reserved domain."""
    title: WrittenText
    """The page's heading."""
    fields: Annotated[Entries[WrittenField], Field(max_length=12)] = ()
    button: WrittenText | None = None


class PaymentMessage(Spoken):
    """The screen on which money moves, or does not: a transfer about to be confirmed, a withdrawal that fails."""

    form: Literal["payment"]
    text: WrittenWords = WrittenWords()
    """What stands above it; may be left out."""
    payee: WrittenText
    """Who gets it, or for a withdrawal where it goes."""
    amount: Short
    """As the screen shows it: "4 500 €"."""
    iban: Short | None = None
    """Fictional, check digits 00: "FR00 EXEM PLE0 0000 0000 0000 000"."""
    check: Check | None = None
    """What the bank says of name and account: match | close | no_match | unavailable."""
    found: WrittenText | None = None
    """The account holder's name, where the check says `close`."""
    warning: WrittenText | None = None
    """The app's own warning, or why it failed."""
    status: PaymentStatus = "confirm"
    """confirm | done | pending | failed."""


class WrittenRow(Written):
    """One line of an account: a position, a deposit, a gain."""

    label: WrittenText
    value: Short
    """As the screen shows it: "+ 412 €"."""
    tone: Tone = "flat"
    """up | down | flat: its colour and arrow."""


class BalanceMessage(Spoken):
    """An account's home screen: a balance, its curve, its lines."""

    form: Literal["balance"]
    text: WrittenWords = WrittenWords()
    """What stands above it; may be left out."""
    amount: Short
    """As the screen shows it: "12 480 €"."""
    change: Short | None = None
    """Since when you know it: "+ 24,8 %"."""
    trend: Annotated[Entries[Annotated[int, Field(ge=0, le=10_000_000)]], Field(max_length=60)] = ()
    """Heights of the curve, oldest first, in any unit: [10, 12, 11, 18]."""
    rows: Annotated[Entries[WrittenRow], Field(max_length=12)] = ()


class FrameMessage(Spoken):
    """The picture of a video call changes: a schematic figure, never a uniform."""

    form: Literal["frame"]
    text: WrittenWords = WrittenWords()
    """What is said meanwhile; may be left out."""
    backdrop: Backdrop
    """office | home | street | blank."""
    frozen: bool = False
    """The picture stands still while the voice goes on."""
    alt: WrittenText
    """What there is to see; shown as a line too."""
