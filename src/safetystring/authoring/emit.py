"""Writing plain values as YAML for people: texts on a line a language, comments where the author needs them."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.scenario.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_PLAIN = re.compile(r"(?!(?:null|true|false)$)[A-Za-z][A-Za-z0-9_]*(?:\.svg)?")

_NO_BREAK = "\u00a0:"
"""French has a no-break space before a colon."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A value with a comment above it, one line an entry."""

    value: object
    comment: tuple[str, ...]


def todo(what: str, zh: str, en: str, fr: str) -> dict[str, str]:
    """Return a text that is still to be written: what it is for, and what is wanted, in each language."""
    return {"zh": f"TODO {what} {zh}", "en": f"TODO {what} {en}", "fr": f"TODO {what} {fr}".replace(" :", _NO_BREAK)}


def to_yaml(value: Mapping[str, object]) -> str:
    """Return plain values as YAML that reads top to bottom."""
    return "\n".join(_lines(value)) + "\n"


def _lines(value: object) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _entry(f"{key}:", item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _entry("-", item)


def _entry(mark: str, item: object) -> Iterator[str]:
    if isinstance(item, Noted):
        yield from (f"# {line}" for line in item.comment)
        item = item.value
    if isinstance(item, (list, tuple)) and all(isinstance(one, str) for one in item):
        yield f"{mark} [{', '.join(map(_scalar, item))}]"
    elif isinstance(item, (dict, list, tuple)) and item:
        inner = list(_lines(item))
        # A list's entry begins beside its dash; a comment cannot, so it stands on the line before.
        while mark == "-" and inner[0].startswith("#"):
            yield inner.pop(0)
        yield from (f"- {inner.pop(0)}",) if mark == "-" else (mark,)
        yield from (f"  {line}" for line in inner)
    else:
        yield f"{mark} {_scalar(item)}"


def _scalar(item: object) -> str:
    if isinstance(item, str) and _PLAIN.fullmatch(item):
        return item
    return json.dumps(item, ensure_ascii=False)


def is_text(value: object) -> bool:
    """Whether a value is a text in three languages."""
    return isinstance(value, dict) and any(isinstance(value.get(lang), str) for lang in LANGUAGES)
