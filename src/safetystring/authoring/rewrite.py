"""`check --fix`: mends texts in the author's own file, at their places; all else stays, byte for byte.

The file is not dumped again: each change is a replacement between two offsets, so comments, order, quotes, line ends
and spacing are kept by construction. The result is parsed, and must mean just what was intended.
"""

from __future__ import annotations

import codecs
import copy
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from safetystring.authoring.base import MAX_TEXT
from safetystring.authoring.checks_text import fingerprint, texts
from safetystring.authoring.diagnostics import Diagnostic
from safetystring.authoring.mend import mended
from safetystring.authoring.places import Places, Scalar, letters, places
from safetystring.authoring.source import Located, Where, parse
from safetystring.scenario.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_BETWEEN = re.compile(r"[^\W_]")
"""A letter or a digit: mending changes only what stands between them."""
_AROUND = 10
"""Letters shown on each side of a change."""


@dataclass(frozen=True, slots=True)
class Edit:
    """In place of the file's characters from `start` to `end`, `words`."""

    start: int
    end: int
    words: str


@dataclass(frozen=True, slots=True)
class Change:
    """One value that is mended, and by which edits."""

    where: Where
    line: int
    column: int
    before: str
    after: str
    edits: tuple[Edit, ...]

    def __str__(self) -> str:
        """Return what changed, with a few letters around it; `·` is a no-break space."""
        if not self.before:
            return f'of: "{self.after}"'
        start, end = _differ(self.before, self.after)
        tail = len(self.before) - end
        left, right = max(0, start - _AROUND), _AROUND
        return " → ".join(_shown(one[left : len(one) - tail + right]) for one in (self.before, self.after))


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A file's new bytes, and what was changed in it."""

    data: bytes
    changes: tuple[Change, ...]


def rewrite(data: bytes, shown: str, *, stamp: bool = False) -> Rewritten:
    """Return the file with its texts mended. A file that cannot be read comes back as it was.

    Parameters
    ----------
    data, shown
        A YAML file of the course, and its name.
    stamp
        Also write each text's `of`, the hash of what its translations translate: somebody has looked at them.
    """
    located = parse(data, shown)
    if isinstance(located, Diagnostic):
        return Rewritten(data, ())
    text = data.decode("utf-8-sig")
    found = list(_changes(text, located, places(text), stamp=stamp))
    made = _applied(data, text, found)
    if not _means(made, located, found):
        # One of them cannot be made safely; each is tried by itself, and that one is left to a person.
        found = [one for one in found if _means(_applied(data, text, [one]), located, [one])]
        made = _applied(data, text, found)
        if not _means(made, located, found):
            return Rewritten(data, ())
    return Rewritten(made, tuple(found))


def _changes(text: str, located: Located, there: Places, *, stamp: bool) -> Iterator[Change]:
    source_lang = located.root.get("source_lang")
    source_lang = source_lang if source_lang in LANGUAGES else "zh"
    for where, value in sorted(texts(located.root), key=lambda one: located.at(one[0])):
        fixed = dict(value)
        for lang in LANGUAGES:
            words, scalar = value.get(lang), there.scalars.get((*where, lang))
            if not isinstance(words, str) or scalar is None or len(words) > MAX_TEXT:
                continue
            after = mended(words, lang)
            edits = _edits(text, scalar, words, after) if after != words else None
            if edits is not None:
                fixed[lang] = after
                at = located.at((*where, lang))
                yield Change((*where, lang), at.line, at.column, words, after, edits)
        source = fixed.get(source_lang)
        if (
            stamp
            and isinstance(source, str)
            and 0 < len(source.strip()) <= MAX_TEXT
            and value.get("of") != fingerprint(source)
        ):
            yield from _stamp(text, located, there, where, fingerprint(source))


def _edits(text: str, scalar: Scalar, before: str, after: str) -> tuple[Edit, ...] | None:
    spans = letters(text[scalar.start : scalar.end], before, scalar.style)
    if spans is None:
        return None
    made = []
    for low, high, words in _differences(before, after):
        start = spans[low][0] if low < len(spans) else spans[-1][1]
        end = spans[high - 1][1] if high > low else start
        made.append(Edit(scalar.start + start, scalar.start + end, words))
    return tuple(made)


def _differences(before: str, after: str) -> Iterator[tuple[int, int, str]]:
    """Yield stretches of `before` and what stands there in `after`; both have the same letters in the same order."""
    at = 0
    for old, new in zip(_BETWEEN.split(before), _BETWEEN.split(after), strict=True):
        if old != new:
            start, end = _differ(old, new)
            yield at + start, at + end, new[start : len(new) - (len(old) - end)]
        at += len(old) + 1


def _stamp(text: str, located: Located, there: Places, where: Where, of: str) -> Iterator[Change]:
    at = located.at(where)
    old = there.scalars.get((*where, "of"))
    last = max((there.scalars[key] for key in _children(there, where)), key=lambda one: one.end, default=None)
    if old is not None:
        edit = Edit(old.start, old.end, f'"{of}"')
    elif last is None:
        return
    elif there.braces.get(where, False):
        edit = Edit(last.end, last.end, f', of: "{of}"')
    else:
        # After the line on which the last language ends; its comment stays with it.
        line_end = text.find("\n", last.end if last.style not in ("|", ">") else last.end - 1)
        line_end = len(text) if line_end < 0 else line_end + 1
        newline = "\r\n" if text[max(0, line_end - 2) : line_end] == "\r\n" else "\n"
        first = "" if text[:line_end].endswith("\n") else newline
        edit = Edit(line_end, line_end, f'{first}{" " * (at.column - 1)}of: "{of}"{newline}')
    yield Change((*where, "of"), at.line, at.column, "", of, (edit,))


def _children(there: Places, where: Where) -> list[Where]:
    return [(*where, lang) for lang in LANGUAGES if (*where, lang) in there.scalars]


def _applied(data: bytes, text: str, changes: Iterable[Change]) -> bytes:
    made, done = [], 0
    for edit in sorted((edit for change in changes for edit in change.edits), key=lambda one: (one.start, one.end)):
        made += [text[done : edit.start], edit.words]
        done = max(done, edit.end)
    mark = codecs.BOM_UTF8 if data.startswith(codecs.BOM_UTF8) else b""
    return mark + ("".join(made) + text[done:]).encode("utf-8")


def _means(made: bytes, located: Located, changes: Iterable[Change]) -> bool:
    """Whether the new file holds the old values with these changes, and nothing else."""
    again = parse(made, located.path)
    if isinstance(again, Diagnostic):
        return False
    expected = copy.deepcopy(located.root)
    for change in changes:
        target: Any = expected
        for step in change.where[:-1]:
            target = target[step]
        target[change.where[-1]] = change.after
    return bool(again.root == expected)


def _differ(before: str, after: str) -> tuple[int, int]:
    """Return where two texts begin to differ, and where in the first they cease to."""
    shorter = min(len(before), len(after))
    start = next((at for at in range(shorter) if before[at] != after[at]), shorter)
    most = shorter - start
    tail = next((at for at in range(most) if before[-1 - at] != after[-1 - at]), most)
    return start, len(before) - tail


def _shown(text: str) -> str:
    return f"`{' '.join(text.replace(chr(0xA0), '·').replace(chr(0x202F), '·').splitlines())}`"
