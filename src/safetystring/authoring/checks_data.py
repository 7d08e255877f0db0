"""Fictional data only (SS070 to SS078), in every text of a scenario and of its drawings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.diagnostics import WHOLE_FILE, finding
from safetystring.authoring.fiction import fictional_phone, same_number, suspects
from safetystring.authoring.subject import messages

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import Folder, Workspace

_EXPLAINING = frozenset({"debrief", "cue", "lookalike", "consequence", "endings"})
"""Parts that speak to the learner about the real world; they may name a contact of contacts.yaml."""
_WORDS = {
    "SS070": "could be somebody's number",
    "SS071": "could be somebody's domain",
    "SS072": "could be somebody's account",
    "SS073": "could be somebody's card",
    "SS074": "could be somebody's identity number",
    "SS075": "could be somebody's address",
    "SS076": "could be dialled, and somebody would answer",
    "SS077": "could be somebody's account",
    "SS078": "could be somebody's wallet",
}
_SHORTEST = 6
"""Digits from which a caller's number could be dialled as a whole number."""


def check_fiction(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that no text of a scenario holds a number, domain or account that could be real."""
    file = folder.file
    contacts = workspace.contacts.written.root.values() if workspace.contacts is not None else ()
    values = [contact.value for contact in contacts if isinstance(contact.value, str)]
    known = " ".join(values)
    numbers = {same_number(value) for value in values} - {""}
    spoken = _spoken(folder)
    for where, text in leaves(file.source.root):
        for one in suspects(text):
            listed = one.words in known or same_number(one.words) in numbers
            # A short help line may also be named by the learner and in the story, but by nobody who is after money.
            may = bool(_EXPLAINING & set(where)) or (one.code == "SS076" and where[:4] not in spoken)
            if not (listed and may):
                yield file.report(one.code, where, f"`{one.words}` {_WORDS[one.code]}", one.hint)
    for name, person in file.written.cast.items():
        number = person.number or ""
        dialled = sum(character.isdigit() for character in number) >= _SHORTEST
        if dialled and not fictional_phone(number) and not any(True for _ in suspects(number)):
            hint = "for instance +33 1 99 00 47 10"
            yield file.report("SS070", ("cast", name, "number"), f"`{number}` {_WORDS['SS070']}", hint)


def _spoken(folder: Folder) -> frozenset[Where]:
    """Return the places of what the other side says in a scam."""
    written = folder.file.written
    return frozenset(one.where for one in messages(written) if one.markable and written.truth == "scam")


def check_drawn(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check the same of what is written in a drawing."""
    for name, data in folder.drawings.items():
        if isinstance(data, bytes):
            # The names of XML's own vocabularies are addresses too, and no fraudster's.
            words = data.decode("utf-8", "replace").replace("http://www.w3.org/", "")
            for one in suspects(words):
                path = f"{folder.shown}/documents/{name}"
                yield finding(one.code, path, WHOLE_FILE, f"`{one.words}` {_WORDS[one.code]}", one.hint)


def leaves(value: object) -> Iterator[tuple[Where, str]]:
    """Yield every text of plain values, with the way to it."""
    open_: list[tuple[Where, object]] = [((), value)]
    while open_:
        where, one = open_.pop()
        if isinstance(one, str):
            yield where, one
        elif isinstance(one, dict):
            open_.extend(((*where, key), item) for key, item in one.items())
        elif isinstance(one, list):
            open_.extend(((*where, index), item) for index, item in enumerate(one))
