"""A scenario as learners will read it: the written file with its slots filled, for the checks.

There are as many renderings as the longest slot has values, so that each value is looked at once, and one with the
longest of all. What is found in some renderings only says in which.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

from safetystring.authoring.checks_data import leaves
from safetystring.authoring.explain import validate
from safetystring.authoring.models import WrittenScenario
from safetystring.authoring.slots import compiled
from safetystring.authoring.source import Located
from safetystring.authoring.subject import File, Folder
from safetystring.scenario import LANGUAGES
from safetystring.scenario.slots import fill_texts, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.scenario import Slot

AS_WRITTEN = frozenset({"SS095"})
"""Codes that speak of the file's own letters (the hash of a source text), not of what a learner reads."""


def through_renderings(
    folder: Folder,
    check: Callable[[Folder], Iterator[Diagnostic]],
    as_written: Callable[[Folder], Iterator[Diagnostic]],
) -> Iterator[Diagnostic]:
    """Yield what `check` finds in the renderings, and of a later one only what was not found at that place before.

    `as_written` is the part of it that finds :data:`AS_WRITTEN`; it is given the file itself.
    """
    slots = compiled(folder.file.written.slots)
    if not slots and not any("{" in text or "}" in text for _, text in leaves(folder.file.source.root)):
        yield from check(folder)
        return
    yield from (one for one in as_written(folder) if one.code in AS_WRITTEN)
    seen: set[tuple[str, int, int]] = set()
    for number, rows in enumerate(_choices(slots)):
        rendered = _render(folder, slots, rows)
        found = tuple(check(rendered) if isinstance(rendered, Folder) else rendered)
        fresh = [one for one in found if one.code not in AS_WRITTEN and _place(one) not in seen]
        seen.update(_place(one) for one in found)
        for one in fresh:
            yield dataclasses.replace(one, message=one.message + (_note(rows) if number else ""))


def _choices(slots: tuple[Slot, ...]) -> list[Mapping[str, int]]:
    most = max((len(slot.rows) for slot in slots), default=1)
    each: list[Mapping[str, int]] = [{slot.name: number % len(slot.rows) for slot in slots} for number in range(most)]
    longest = {slot.name: _longest(slot) for slot in slots}
    return each if longest in each else [*each, longest]


def _place(one: Diagnostic) -> tuple[str, int, int]:
    return one.code, one.line, one.column


def _note(rows: Mapping[str, int]) -> str:
    """Say which values were drawn, counted from 1, the first of each being what was looked at before."""
    drawn = [f"{row + 1} of `{name}`" for name, row in rows.items() if row]
    return f" (with value {', '.join(drawn)})"


def _longest(slot: Slot) -> int:
    lengths = [sum(len(text.get(lang)) for text in row.values() for lang in LANGUAGES) for row in slot.rows]
    return lengths.index(max(lengths))


def _render(folder: Folder, slots: tuple[Slot, ...], rows: Mapping[str, int]) -> Folder | tuple[Diagnostic, ...]:
    source = folder.file.source
    root = fill_texts(source.root, {lang: words(slots, rows, lang) for lang in LANGUAGES})
    located = Located(source.path, root, source.values, source.keys)
    written = validate(WrittenScenario, located)
    return written if isinstance(written, tuple) else Folder(folder.shown, File(located, written), folder.drawings)
