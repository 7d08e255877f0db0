"""How wide a text will be, and where it may be broken, without a font at hand.

Widths are estimated on the wide side, so that whatever font a reader has, no text leaves its box.
"""

from __future__ import annotations

import re
import unicodedata

_LATIN = 0.62
"""Of the font size: the mean of a broad sans-serif face, DejaVu Sans."""
_BROAD = frozenset("mwMWQOGD@%—…")
_NARROW = frozenset("iljtfr.,;:!'’|()[] ")
_NOT_FIRST = frozenset("，。！？；：、”’）》」』…—·,.!?;:)%")
"""Signs that do not begin a line."""
_PIECE = re.compile(r"[^\s\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef]+[ \t]*|.", re.DOTALL)


def width(text: str, size: float) -> float:
    """Return the estimated width of `text` in the unit of `size`."""
    return size * sum(_share(character) for character in text)


def wrap(text: str, size: float, limit: float, lines: int) -> list[str]:
    """Break `text` into at most `lines` lines no wider than `limit`; what is left out is shown by an ellipsis.

    Chinese breaks between any two characters except before closing punctuation, everything else at spaces; a word
    that is wider than a line is broken where it must be.
    """
    made: list[str] = [""]
    pieces = _pieces(" ".join(text.split()), size, limit)
    for index, piece in enumerate(pieces):
        if not made[-1] or width(made[-1] + piece.rstrip(), size) <= limit or piece[0] in _NOT_FIRST:
            made[-1] += piece
            continue
        if len(made) == lines:
            made[-1] = _clipped(made[-1] + "".join(pieces[index:]), size, limit)
            break
        made.append(piece)
    return [line.strip() for line in made]


def _pieces(text: str, size: float, limit: float) -> list[str]:
    made: list[str] = []
    for piece in _PIECE.findall(text):
        if width(piece.rstrip(), size) <= limit:
            made.append(piece)
        else:
            made.extend(piece)  # letter by letter
    return made


def _clipped(text: str, size: float, limit: float) -> str:
    while text and width(text + "…", size) > limit:
        text = text[:-1]
    return text.rstrip() + "…"


def _share(character: str) -> float:
    if unicodedata.east_asian_width(character) in "WF":
        return 1.0
    if character in _BROAD:
        return 0.98
    if character in _NARROW:
        return 0.39
    return 0.74 if character.isupper() or ord(character) > 0x2000 else _LATIN  # noqa: PLR2004 - signs, arrows
