"""The end of `safetystring check` for people: how many findings in which file, what to do first, where to read on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.codes import CODES, FIXED, STAMPED
from safetystring.authoring.pages import page_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from safetystring.authoring.diagnostics import Diagnostic

_MOST_FILES, _MOST_PAGES = 12, 8
_FIRST: tuple[tuple[str, str, str], ...] = (
    ("SS001", "SS006", "mend what keeps {path} from being read; the rest is checked only then"),
    ("SS010", "SS019", "mend the form of {path}, {count}; what it says is checked only then"),
    ("SS020", "SS029", "mend the ids of {path}: other findings may follow from them"),
    ("SS106", "SS107", "give back what {path} had when it was released: answers may name it"),
)
"""Codes from, to, and what comes first if one of them was found."""


def counts(diagnostics: Sequence[Diagnostic]) -> Mapping[str, Mapping[str, int]]:
    """Return the number of errors and of warnings by file, in the findings' order."""
    made: dict[str, dict[str, int]] = {}
    for one in diagnostics:
        made.setdefault(one.path, {"error": 0, "warning": 0})[one.severity] += 1
    return made


def summary(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield the lines of the summary; the first one has the totals."""
    by_file = counts(diagnostics)
    total = {name: sum(found[name] for found in by_file.values()) for name in ("error", "warning")}
    files = f" in {_number(len(by_file), 'file')}" if len(by_file) > 1 else ""
    yield f"{_both(total)}{files}"
    if len(by_file) > 1:
        for path, found in list(by_file.items())[:_MOST_FILES]:
            yield f"  {path}: {_both(found)}"
        if len(by_file) > _MOST_FILES:
            yield f"  and {_number(len(by_file) - _MOST_FILES, 'more file')}"
    yield from (f"First: {line}." for line in first(diagnostics))
    codes = list(dict.fromkeys(one.code for one in sorted(diagnostics, key=lambda one: one.severity)))
    if codes:
        yield f"Read on (or `safetystring check --explain {codes[0]}`):"
        yield from (f"  {page_of(code)}  {CODES[code][1]}" for code in codes[:_MOST_PAGES])
        if len(codes) > _MOST_PAGES:
            yield f"  and {_number(len(codes) - _MOST_PAGES, 'more code')}, in the same folder"


def first(diagnostics: Sequence[Diagnostic]) -> Iterator[str]:
    """Yield what to do first, if something comes before all else; and what the program can do by itself."""
    for low, high, words in _FIRST:
        found = [one for one in diagnostics if low <= one.code <= high and one.severity == "error"]
        if found:
            here = [one for one in found if one.path == found[0].path]
            yield words.format(path=found[0].path, count=_number(len(here), "place"))
            break
    mechanical = sum(1 for one in diagnostics if one.code in FIXED)
    if mechanical:
        yield f"run `safetystring check --fix`, which mends {_number(mechanical, 'of these')} by itself"
    if any(one.code in STAMPED for one in diagnostics):
        yield "read the translations anew, then run `safetystring check --fix --stamp` on their file"


def _both(found: Mapping[str, int]) -> str:
    return f"{_number(found['error'], 'error')}, {_number(found['warning'], 'warning')}"


def _number(count: int, word: str) -> str:
    return f"{count} {word}" if count == 1 or word == "of these" else f"{count} {word}s"
