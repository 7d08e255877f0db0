"""What varies between two plays of one scenario: drawing the values, and putting them into texts.

A text names a slot as ``{desk}``, or one part of it as ``{fee.total}``; ``{{`` and ``}}`` stand for the braces
themselves. A slot has rows; a draw picks one, and all parts of a slot come from the same row, so that a name and its
pronoun, or amounts and their sum, go together. Compiled files keep the placeholders: they are filled where a text is
shown, with the seed of the attempt's header. Ids, cues, items and points know nothing of slots.
"""

from __future__ import annotations

import hashlib
import hmac
import re
from typing import TYPE_CHECKING, Any, TypeVar

from safetystring.scenario.codec import decode, encode
from safetystring.scenario.model import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from safetystring.scenario.model import Lang, Slot

T = TypeVar("T")
Words = dict[str, str]
"""Value by the name a placeholder gives: ``desk``, ``fee.total``."""

_NAME = r"[a-z][a-z0-9_]{0,39}"
PLACEHOLDER = re.compile(rf"\{{({_NAME}(?:\.{_NAME})?)\}}")
"""A slot named in a text."""
_BRACES = re.compile(rf"\{{\{{|\}}\}}|{PLACEHOLDER.pattern}")
_TEXT = frozenset(Text.__dataclass_fields__)


def draw(name: str, rows: int, seed: int) -> int:
    """Return which of a slot's rows an attempt shows, from 0.

    It depends on the seed and the slot's name alone, so that another slot changes nothing; each row has its own keyed
    hash (HMAC-SHA-256) and the smallest wins, so that one more row only ever draws to itself.
    """

    def rank(row: int) -> bytes:
        return hmac.digest(str(seed).encode(), f"slot\0{name}\0{row}".encode(), hashlib.sha256)

    return min(range(rows), key=rank)


def draws(slots: Iterable[Slot], seed: int | None) -> dict[str, int]:
    """Return the row of each slot for a seed; without one, the first."""
    return {slot.name: 0 if seed is None else draw(slot.name, len(slot.rows), seed) for slot in slots}


def words(slots: Iterable[Slot], rows: Mapping[str, int], lang: Lang) -> Words:
    """Return what each placeholder stands for in a language, with these rows drawn."""
    return {
        f"{slot.name}.{part}" if part else slot.name: text.get(lang)
        for slot in slots
        for part, text in slot.rows[rows[slot.name]].items()
    }


def drawn(slots: tuple[Slot, ...], seed: int | None, lang: Lang) -> Words:
    """Return what each placeholder stands for in a language for a seed; without one, the first row of each slot."""
    return words(slots, draws(slots, seed), lang)


def fill(value: Any, values: Words) -> Any:  # noqa: ANN401 - plain JSON has no closer type
    """Return plain data with every placeholder in its texts filled. A name that is not there stays as it stands."""
    if isinstance(value, str):
        return value if "{" not in value and "}" not in value else _BRACES.sub(lambda found: _one(found, values), value)
    if isinstance(value, dict):
        return {key: fill(item, values) for key, item in value.items()}
    return [fill(item, values) for item in value] if isinstance(value, list) else value


def placeholders(value: object) -> set[str]:
    """Return the names of all placeholders in plain data."""
    if isinstance(value, str):
        return {found[1] for found in _BRACES.finditer(value) if found[1]} if "{" in value else set()
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return set().union(*map(placeholders, inner))


def stray(text: str) -> str:
    """Return what is left of a text's braces when placeholders and doubled braces are taken out: "" in a good one."""
    return "".join(character for character in _BRACES.sub("", text) if character in "{}")


def shown(value: T, slots: tuple[Slot, ...], seed: int | None = None) -> T:
    """Return a scenario, a key or a part of one as it reads for a seed; without one, with the first row of each slot.

    For reports and pictures. It keeps the original's hash and its slots; drawings are left alone.
    """
    rows = draws(slots, seed)
    tables = {lang: words(slots, rows, lang) for lang in ("zh", "en", "fr")}
    return decode(type(value), fill_texts(encode(value), tables))


def fill_texts(value: Any, tables: Mapping[str, Words]) -> Any:  # noqa: ANN401 - plain JSON
    """Fill plain data in three languages: each text by its language's words, what has no language by the Chinese."""
    if isinstance(value, dict):
        if _TEXT & value.keys():
            return {name: fill(item, tables.get(name, {})) if name in tables else item for name, item in value.items()}
        return {name: item if name in ("slots", "assets") else fill_texts(item, tables) for name, item in value.items()}
    if isinstance(value, list):
        return [fill_texts(item, tables) for item in value]
    return fill(value, tables["zh"])


def _one(found: re.Match[str], values: Words) -> str:
    return values.get(found[1], found[0]) if found[1] else found[0][0]
