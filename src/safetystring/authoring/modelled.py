"""A new scenario with the structure of one that is there: its scenes, ids, ratings and cues, its words taken out."""

from __future__ import annotations

from typing import Any

from safetystring.authoring.emit import Noted, is_text
from safetystring.scenario.slots import placeholders


def modelled(root: dict[str, Any], changes: dict[str, object], lang: str) -> dict[str, object]:
    """Return the plain values of a scenario with TODO for each text, the words it had in a comment above.

    Parameters
    ----------
    root
        The scenario that is there, as read.
    changes
        What is different at the top: id, twin, module, source_lang.
    lang
        Which of its languages the comments quote.
    """
    top = {key: item for key, item in root.items() if key != "slots"}
    made = {key: changes[key] if key in changes else _emptied(item, key, lang) for key, item in top.items()}
    # What varied in the words is gone with them; a slot stays where a number or an amount still names it.
    named = placeholders(made)
    slots = {name: _rows(name, rows, named) for name, rows in dict(root.get("slots") or {}).items()}
    slots = {name: rows for name, rows in slots.items() if rows}
    return {**made, "slots": slots} if slots else made


def _rows(name: str, rows: list[Any], named: set[str]) -> list[object]:
    """Return a slot's rows with the parts that are still named; none if it is not named at all."""
    if name in named:
        return list(rows)
    if not all(isinstance(row, dict) for row in rows):
        return []
    kept = [{part: item for part, item in row.items() if f"{name}.{part}" in named} for row in rows]
    return [row for row in kept if row]


def _emptied(value: object, label: str, lang: str) -> object:
    if is_text(value):
        assert isinstance(value, dict)  # noqa: S101 - is_text has just said so
        had = " ".join(str(value.get(lang) or next(iter(value.values()))).split())
        text = {"zh": f"TODO {label}", "en": f"TODO {label} in English", "fr": f"TODO {label} en français"}
        return Noted(text, (f"“{had[:160]}”",)) if had else value
    if isinstance(value, dict):
        name = str(value.get("id") or label)
        return {key: _emptied(item, name if key in _NAMED else f"{name}/{key}", lang) for key, item in value.items()}
    if isinstance(value, list):
        return [_emptied(item, f"{label}/{number}", lang) for number, item in enumerate(value, 1)]
    return value


_NAMED = frozenset({"text", "prompt", "scenes", "messages", "options", "choice"})
