"""What a proof-reader would change without asking, in one text. Pure functions of a string.

The rules are those by which :mod:`~safetystring.authoring.typography` finds the slips; nothing else is touched, and a
text that has been mended is mended for good.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetystring.authoring.typography import APOSTROPHE, CJK, FRENCH, FULL, HALF, STRAIGHT

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_BRACKETS = re.compile(rf"(?<=[{CJK}])\(([^()（）]*)\)|\(([^()（）]*)\)(?=[{CJK}])|（([^()（）]*)\)")
_SPACE_AFTER = re.compile("(?<=[，。；：？！（]) +")
_MOST = 20
"""Rounds. Each mends what the one before laid bare; two or three always do."""


def mended(text: str, lang: str) -> str:
    """Return the text with all that is mechanical mended. `lang` is zh, en or fr."""
    for _ in range(_MOST):
        before, text = text, _edges(_RULES[lang](text))
        if text == before:
            break
    return text


def _edges(text: str) -> str:
    # A block of YAML (`|`) ends in a line break, which stays. A blank text is for a person to fill.
    return text.strip() + text[len(text.rstrip("\n")) :] if text.strip() else text


def _chinese(text: str) -> str:
    made = _BRACKETS.sub(lambda match: f"（{match[1] or match[2] or match[3] or ''}）", text)
    made = HALF.sub(lambda match: FULL[match[0]], made)
    if made != text:
        made = _SPACE_AFTER.sub("", made)
    if STRAIGHT.search(made):
        made = _paired(made, re.compile('"'), "“”")
        # Inside a Latin word it is an apostrophe.
        made = _paired(made, re.compile("(?<![A-Za-z])'|'(?![A-Za-z])"), "‘’")
    return made


def _english(text: str) -> str:
    return _paired(APOSTROPHE.sub("’", text), re.compile('"'), "“”")


def _french(text: str) -> str:
    for pattern, _, written in FRENCH:
        text = pattern.sub(written, text)
    return APOSTROPHE.sub("’", text)


def _paired(text: str, quote: re.Pattern[str], curly: str) -> str:
    """Turn straight quotes that come in pairs, opening and closing by turns; an odd one is left to a person."""
    places = [match.start() for match in quote.finditer(text)]
    if len(places) % 2:
        return text
    letters = list(text)
    for number, place in enumerate(places):
        letters[place] = curly[number % 2]
    return "".join(letters)


_RULES: Mapping[str, Callable[[str], str]] = {"zh": _chinese, "en": _english, "fr": _french}
