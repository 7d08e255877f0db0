"""What fits on which channel (SS150 to SS153), and what a screen of its own must hold (SS154 to SS157)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetystring.authoring.fiction import suspects
from safetystring.authoring.models import LinkMessage, NoteMessage
from safetystring.authoring.screens import MailMessage, PageMessage, PaymentMessage
from safetystring.authoring.subject import messages, options
from safetystring.scenario.model import ME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.models import WrittenMessage
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import Folder, Workspace

SPOKEN = frozenset({"ring", "call", "video"})
"""Channels on which a message is a voice."""
TALKS = frozenset({"chat", "group"})
_ANY = frozenset({"text", "system", "narration", "document", "image", "compare"})
_CARDS = frozenset({"voice", "call", "link", "file", "transfer", "page", "payment", "balance"})
FITS: Mapping[str, frozenset[str]] = {
    "ring": frozenset({"call", "text", "system", "narration"}),
    "call": _ANY | {"hold"},
    "video": _ANY | {"hold", "frame"},
    "chat": _ANY | _CARDS,
    "group": _ANY | _CARDS,
    "sms": frozenset({"text", "image", "system", "narration"}),
    "mail": frozenset({"mail", "document", "file", "compare", "system", "narration"}),
    "app": frozenset({"text", "balance", "payment", "page", "document", "system", "narration"}),
    "web": frozenset({"page", "text", "system", "narration"}),
}
"""The forms that each channel can show."""
_ADDRESS = re.compile(r"(?:https?://)?(?:[^\s/@]+@)?(?P<host>[^\s/:@]+)(?::[0-9]+)?(?:/[^\s]*)?", re.IGNORECASE)
_RESERVED = re.compile(r"(?:[a-z0-9\u00a1-\uffff-]+\.)*(?:example(?:\.(?:com|org|net))?|test|invalid)", re.IGNORECASE)
_IBAN = re.compile(r"[A-Z]{2}00[A-Z0-9 •]{8,40}")


def check_channels(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that each message fits its scene's channel, a key a telephone, and reactions a chat."""
    file, written = folder.file, folder.file.written
    for placed in messages(written):
        channel, form = written.scenes[int(placed.where[1])].channel, placed.message.form
        if form not in FITS[channel]:
            fitting = ", ".join(name for name, forms in FITS.items() if form in forms)
            message = f"`{form}` does not fit the channel `{channel}`"
            yield file.report("SS150", (*placed.where, "form"), message, f"it fits {fitting}")
        if getattr(placed.message, "reactions", ()) and channel not in TALKS:
            message = f"nobody can react to a message on the channel `{channel}`"
            yield file.report("SS151", (*placed.where, "reactions"), message, "only in chat and group")
    for one in options(written):
        if one.option.key is not None and one.scene.channel not in SPOKEN:
            message = f"there are no telephone keys on the channel `{one.scene.channel}`"
            yield file.report("SS152", (*one.where, "key"), message, "only in ring, call and video")


def check_groups(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that a group says how many are in it, and that accounts that work together speak in a scam's group."""
    file, written = folder.file, folder.file.written
    groups = [scene for scene in written.scenes if scene.channel == "group"]
    voices = _voices(folder)
    for name in dict.fromkeys(scene.contact for scene in groups):
        group = written.cast.get(name)
        if group is not None and (group.members is None or group.members < len(voices)):
            said = "does not say how many members it has" if group.members is None else "has fewer members than voices"
            hint = f"`members:` at least {max(len(voices), 2)}"
            yield file.report("SS153", ("cast", name), f"the group `{name}` {said}", hint)
    for index, name in enumerate(written.debrief.together):
        where: Where = ("debrief", "together", index)
        if written.truth == "genuine":
            yield file.report("SS157", where, "in a genuine conversation nobody works together against the learner")
        elif name not in voices:
            said = ", ".join(sorted(voices)) or "nobody"
            yield file.report("SS157", where, f"`{name}` says nothing in a group", f"in a group speaks {said}")


def check_screens(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check addresses, accounts and the payee check, in the fields that hold nothing else."""
    file = folder.file
    for placed in messages(file.written):
        for step, address in _addresses(placed.message):
            match = _ADDRESS.fullmatch(address)
            # What could be a real domain in any text is found by the fiction checks; here nothing else may stand.
            if not any(suspects(address)) and (match is None or not _RESERVED.fullmatch(match["host"])):
                message = f"`{address}` is no address in a reserved domain"
                yield file.report("SS154", (*placed.where, *step), message, "…example, …test or …invalid")
        if not isinstance(placed.message, PaymentMessage):
            continue
        iban = placed.message.iban
        if iban is not None and not _IBAN.fullmatch(iban):
            hint = "FR00 EXEM PLE0 0000 0000 0000 000"
            yield file.report("SS155", (*placed.where, "iban"), f"`{iban}` has no check digits 00", hint)
        if (placed.message.check == "close") != (placed.message.found is not None):
            message = "`found` (the name the bank knows) goes with `check: close`, and with nothing else"
            yield file.report("SS156", (*placed.where, "check" if placed.message.check else "found"), message, key=True)


def _voices(folder: Folder) -> set[str]:
    written = folder.file.written
    return {
        placed.message.sender
        for placed in messages(written)
        if written.scenes[int(placed.where[1])].channel == "group"
        and not isinstance(placed.message, NoteMessage)
        and placed.message.sender != ME
    }


def _addresses(message: WrittenMessage) -> Iterator[tuple[Where, str]]:
    if isinstance(message, LinkMessage):
        yield ("url",), message.url
    elif isinstance(message, PageMessage):
        yield ("address",), message.address
    elif isinstance(message, MailMessage):
        yield ("address",), message.address
        if message.reply_to is not None:
            yield ("reply_to",), message.reply_to
        if message.link is not None:
            yield ("link", "target"), message.link.target
