"""The interface's words in the three languages, read once each from ``strings/<lang>.json``."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

from safetystring.scenario import LANGUAGES, Lang

_FOLDER = Path(__file__).parent / "strings"


@cache
def _load(lang: Lang) -> dict[str, Any]:
    words: dict[str, Any] = json.loads((_FOLDER / f"{lang}.json").read_text(encoding="utf-8"))
    return words


def strings(lang: Lang, *, drill: bool = False) -> dict[str, Any]:
    """Return what the front end shows in `lang`, by key; `chars_per_second` is a number, all else is text.

    In a drill, which asks for no verdict, a text says what ``drill_`` and its key say, where there is that.
    """
    found = {key: value for key, value in _load(lang).items() if key != "practice"}
    return {key: found.get(f"drill_{key}", value) for key, value in found.items()} if drill else found


def practice(lang: Lang) -> list[dict[str, Any]]:
    """Return the two practice messages: `name`, `text`, `why`, and the right `family` or None."""
    return [dict(message) for message in _load(lang)["practice"]]


def word(lang: Lang, key: str, **holes: object) -> str:
    """Return one text with its `{holes}` filled."""
    text: str = _load(lang)[key]
    for name, value in holes.items():
        text = text.replace(f"{{{name}}}", str(value))
    return text


def everywhere(key: str, **holes: object) -> str:
    """Return one text in all three languages, a line each: for where the learner's language is not known."""
    return "\n".join(word(lang, key, **holes) for lang in LANGUAGES)
