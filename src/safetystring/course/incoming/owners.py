"""Whose a file is, from its outer name: a platform's number, the code in an archive's name, or a name of its own.

What a learner writes into a file has no say. Where a platform has put a name around the file, that one counts, since
the learner did not choose it.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import PurePosixPath

CODE = re.compile(r"[A-Za-z0-9](?:[A-Za-z0-9._@-]{0,62}[A-Za-z0-9_-])?")
"""What can be a learner's name in the course: letters, digits, and ``. _ @ -`` inside."""
_MOODLE = re.compile(r".+_(?P<number>\d{1,12})_assignsubmission_file(?:_.*)?")
"""``Full Name_1234567_assignsubmission_file_``, a folder or the beginning of a file's name."""
_CANVAS = re.compile(r"[a-z0-9]+(?:_LATE)?_(?P<number>\d{1,12})_\d{1,14}_.+")
"""``lastnamefirstname_4711_98765_file.zip``; the second number is the file's."""
_ARCHIVE = re.compile(
    r"(?:.*[^A-Za-z0-9-])?answers_(?P<code>[A-Za-z0-9][A-Za-z0-9-]{0,31})_[a-z0-9-]+?(?:[ _-]?\(?\d*\)?)?\.zip"
)
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{kind}{n}" for kind in ("com", "lpt") for n in range(1, 10))})


@dataclass(frozen=True, slots=True)
class Owner:
    """Who a file is from: `name` in the course, how it is known, and the outer name that a table can hold."""

    name: str
    by: Literal["table", "platform", "code", "nobody"]
    outer: str


def owner_of(path: PurePosixPath, table: Mapping[str, str], inner: Collection[str] = ()) -> Owner:
    """Return whose the file at `path` is.

    Parameters
    ----------
    path
        Below the folder or in the bulk archive.
    table
        The facilitator's own: learner by :func:`plain` outer name (a path, or a folder on it).
    inner
        Names of folders that are a learner's own and tell nothing: the assignments', beside ``responses``.
    """
    for candidate in (path, *path.parents):
        if plain(str(candidate)) in table:
            return Owner(table[plain(str(candidate))], "table", str(candidate))
    for part in path.parts:
        match = _MOODLE.fullmatch(part) or (_CANVAS.fullmatch(part) if part == path.name else None)
        if match is not None:
            return Owner(match["number"], "platform", part)
    match = _ARCHIVE.fullmatch(path.name)
    if match is not None:
        return Owner(match["code"], "code", path.name)
    folder = path.parent
    while folder.name in inner or folder.name == "responses":
        folder = folder.parent
    return Owner("", "nobody", str(folder) if folder.name else str(path))


def pseudonym(outer: str, secret: str) -> str:
    """Return a code for an outer name: always the same in one course, and told back to nobody without its secret."""
    return (
        "p-"
        + hashlib.blake2b(plain(outer).encode("utf-8", "replace"), key=secret.encode()[:64], digest_size=4).hexdigest()
    )


def is_name(text: str) -> bool:
    """Whether `text` can be a learner's name in the course on every system."""
    return (
        CODE.fullmatch(text) is not None and text.split(".", maxsplit=1)[0].lower() not in _DEVICES and ".." not in text
    )


def plain(name: str) -> str:
    """Return an outer name in the form in which two are compared: one Unicode form, no capitals, one kind of slash."""
    return unicodedata.normalize("NFC", name.replace("\\", "/")).casefold().strip().removeprefix("./").rstrip("/")
