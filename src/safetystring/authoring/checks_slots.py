"""Slots: named where they may be, all of them used, and right in every combination (SS130 to SS139)."""

from __future__ import annotations

import itertools
import math
import re
from typing import TYPE_CHECKING

from safetystring.authoring.checks_data import leaves
from safetystring.authoring.checks_decisions import ENOUGH
from safetystring.authoring.checks_ids import near
from safetystring.authoring.diagnostics import WHOLE_FILE, finding
from safetystring.authoring.fiction import suspects
from safetystring.authoring.slots import compiled, full_name
from safetystring.authoring.typography import chinese, french
from safetystring.scenario import LANGUAGES
from safetystring.scenario.slots import PLACEHOLDER, fill, placeholders, stray, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import Folder
    from safetystring.scenario import Lang, Slot

KEY_ONLY = frozenset({"debrief", "cue", "lookalike", "consequence", "endings"})
"""Parts of the file that a learner reads in the debrief."""
EVERYWHERE = frozenset({"title", "notes"})
"""Parts that stand in a catalogue or on both twins, where there is no attempt to draw for."""
_NOT_TEXTS = frozenset({"id", "module", "twin", "truth", "from", "asset", "goto", "end", "source", "red_flag", "form"})
MOST_COMBINATIONS = 2_000
"""Of the slots of one text, or of all options; there are seldom ten."""
_SHORT = 2
"""Characters from which a value written out is no chance."""
_SLIPS = {"zh": chinese, "fr": french}


def check_slots(folder: Folder) -> Iterator[Diagnostic]:
    """Check the slots of a scenario, and what is named in its texts."""
    slots = compiled(folder.file.written.slots)
    yield from _values(folder)
    yield from _named(folder, slots)
    if slots:
        yield from _used(folder, slots)
        yield from _written_out(folder, slots)
        yield from _combinations(folder, slots)
        yield from _lengths(folder, slots)
    for name, data in folder.drawings.items():
        found = (
            PLACEHOLDER.search(re.sub(r"<style.*?</style>", "", data.decode("utf-8", "replace")))
            if isinstance(data, bytes)
            else None
        )
        if found and slots:
            message = f"`{found[0]}` stays as it is in a drawing: nothing varies there"
            yield finding("SS133", f"{folder.shown}/documents/{name}", WHOLE_FILE, message)


def _values(folder: Folder) -> Iterator[Diagnostic]:
    file = folder.file
    for name, rows in file.written.slots.items():
        kinds = [tuple(sorted(row)) if isinstance(row, dict) else () for row in rows]
        for number, row in enumerate(rows):
            where: Where = ("slots", name, number)
            if kinds[number] != kinds[0]:
                expected = f"the parts {', '.join(kinds[0])}" if kinds[0] else "no parts"
                yield file.report("SS135", where, f"expected {expected}, as in the first value of `{name}`")
            elif row in rows[:number]:
                yield file.report(
                    "SS136", where, f"values {rows.index(row) + 1} and {number + 1} of `{name}` are alike"
                )
    for where, text in leaves(file.source.root.get("slots", {})):
        if "{" in text or "}" in text:
            yield file.report("SS139", ("slots", *where), "a value holds no braces and no slots of its own")


def _named(folder: Folder, slots: tuple[Slot, ...]) -> Iterator[Diagnostic]:
    known = {full_name(slot.name, part) for slot in slots for part in slot.rows[0]}
    mixed = {full_name(slot.name, part) for slot in slots for part in slot.rows[0] if _differs(slot, part)}
    for where, text in _texts(folder):
        rest = stray(text)
        if where[0] in EVERYWHERE and ("{" in text or "}" in text):
            hint = "write it out; the setting may vary"
            yield folder.file.report("SS133", where, f"`{where[0]}` is shown before anything is drawn", hint)
            continue
        if rest:
            hint = "a slot is {name} or {name.part}; for the brace itself write {{ or }}"
            yield folder.file.report("SS130", where, f"`{rest[0]}` belongs to no slot in `{text[:40]}`", hint)
        for name in sorted(placeholders(text)):
            if name not in known:
                hint = near(name, known) or "slots are listed under `slots:`"
                yield folder.file.report("SS131", where, f"there is no slot `{name}`", hint)
            elif where[-1] not in LANGUAGES and name in mixed:
                message = f"`{where[-1]}` is one for all languages, and the values of `{name}` are not"
                yield folder.file.report("SS134", where, message, "use a slot of plain lines")


def _used(folder: Folder, slots: tuple[Slot, ...]) -> Iterator[Diagnostic]:
    named = [(where, name) for where, text in _texts(folder) for name in placeholders(text)]
    anywhere = {name for _, name in named}
    before = {name.split(".")[0] for where, name in named if not KEY_ONLY & set(where)}
    for slot in slots:
        for part in slot.rows[0]:
            name = full_name(slot.name, part)
            if name not in anywhere:
                where: Where = ("slots", slot.name, 0, part) if part else ("slots", slot.name)
                yield folder.file.report(
                    "SS132", where, f"no text names `{{{name}}}`", "use it, or delete it", key=True
                )
        if slot.name not in before and any(name.split(".")[0] == slot.name for name in anywhere):
            message = f"`{slot.name}` varies in the debrief, and nothing before it shows its value"
            yield folder.file.report("SS137", ("slots", slot.name), message, key=True)


def _written_out(folder: Folder, slots: tuple[Slot, ...]) -> Iterator[Diagnostic]:
    """Look for values that stand in a text as they are: what is quoted there would be wrong in other draws."""
    for lang in LANGUAGES:
        values = {
            row[part].get(lang): full_name(slot.name, part) for slot in slots for row in slot.rows for part in row
        }
        patterns = [(_whole(value), value, name) for value, name in values.items() if _telling(value)]
        for where, text in _texts(folder):
            if where[-1] != lang or where[0] in EVERYWHERE:
                continue
            for pattern, value, name in patterns:
                if pattern.search(text):
                    message = f"`{value}` is a value of `{name}` and stays the same here"
                    yield folder.file.report("SS138", where, message, f"write {{{name}}} where it is meant")
                    break


def _combinations(folder: Folder, slots: tuple[Slot, ...]) -> Iterator[Diagnostic]:
    """Read every text that names several slots with all their combinations: what touches may go wrong together."""
    for where, text in _texts(folder):
        here = _of(slots, text)
        if len(here) < 2 or not _few(here):  # noqa: PLR2004 - one slot alone is read in the renderings
            continue
        lang: Lang = next((lang for lang in LANGUAGES if lang == where[-1]), "zh")
        found: dict[str, str] = {}
        alone: set[str] = set()  # what the renderings, in which all slots show the value of one number, find too
        for rows in _rows(here):
            read = fill(text, words(here, rows, lang))
            slips = _SLIPS[lang](read) if lang in _SLIPS and where[-1] in LANGUAGES else ()
            for code, message in (*slips, *((one.code, f"`{one.words}` could be real") for one in suspects(read))):
                found.setdefault(code, message)
                alone |= {code} if len(set(rows.values())) == 1 else set()
        for code, message in found.items():
            if code not in alone:
                yield folder.file.report(code, where, message + " (with some values of its slots)")


def _lengths(folder: Folder, slots: tuple[Slot, ...]) -> Iterator[Diagnostic]:
    """Check that no draw makes the safe option the longest at every choice point (SS053)."""
    choices = [scene.choice for scene in folder.file.written.scenes if scene.choice is not None]
    for lang in LANGUAGES:
        texts = [[getattr(option.text, lang) for option in choice.options] for choice in choices]
        safe = [[option.rating == "safe" for option in choice.options] for choice in choices]
        here = _of(slots, "".join(itertools.chain.from_iterable(texts)))
        if len(choices) < ENOUGH or not here or not _few(here):
            continue
        for rows in _rows(here):
            values = words(here, rows, lang)
            lengths = [[len(fill(text, values)) for text in one] for one in texts]
            if all(_gives_away(*one) for one in zip(lengths, safe, strict=True)):
                message = f"in {lang} some values make the longest option the safe one at all choice points"
                yield folder.file.report(
                    "SS053", ("scenes",), message, "make the values more alike in length", key=True
                )
                break


def _gives_away(lengths: list[int], safe: list[bool]) -> bool:
    longest = max(lengths)
    return lengths.count(longest) == 1 and safe[lengths.index(longest)]


def _texts(folder: Folder) -> Iterator[tuple[Where, str]]:
    """Yield every text of the file that may name a slot, and the fields where a slot would be out of place."""
    for where, text in leaves(folder.file.source.root):
        if where[0] != "slots" and where[-1] not in _NOT_TEXTS and where[-1] != "of":
            yield where, text


def _of(slots: tuple[Slot, ...], text: str) -> tuple[Slot, ...]:
    names = {name.split(".")[0] for name in placeholders(text)}
    return tuple(slot for slot in slots if slot.name in names)


def _few(slots: tuple[Slot, ...]) -> bool:
    return math.prod(len(slot.rows) for slot in slots) <= MOST_COMBINATIONS


def _rows(slots: tuple[Slot, ...]) -> Iterator[Mapping[str, int]]:
    for rows in itertools.product(*(range(len(slot.rows)) for slot in slots)):
        yield dict(zip((slot.name for slot in slots), rows, strict=True))


def _differs(slot: Slot, part: str) -> bool:
    texts = [row[part] for row in slot.rows if part in row]
    return any(len({text.zh, text.en, text.fr}) > 1 for text in texts)


def _telling(value: str) -> bool:
    """Whether a value is a name or a number, and no word that may stand anywhere, such as a pronoun."""
    return len(value) >= _SHORT and any(one.isdigit() or one.isupper() or one >= "\u3400" for one in value)


def _whole(value: str) -> re.Pattern[str]:
    """Return a pattern for a value as a word or number of its own; Chinese words have no edges."""
    left = r"(?<![A-Za-z0-9À-ÿ])" if value[0].isascii() else ""
    right = r"(?![A-Za-z0-9À-ÿ])" if value[-1].isascii() else ""
    return re.compile(left + re.escape(value) + right)
