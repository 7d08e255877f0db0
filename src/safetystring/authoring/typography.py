"""What a proof-reader would mark in a Chinese or a French text. Pure functions of a string.

Chinese (GB/T 15834): full-width punctuation and “ ”. French (Imprimerie nationale): U+00A0 inside « » and before a
colon, U+202F before ; ! ?, and the typographic apostrophe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_CJK = "\u3400-\u4dbf\u4e00-\u9fff"
_WIDE = f"{_CJK}，。、；：？！“”‘’（）《》〈〉「」【】…—"
_HAN = re.compile(f"[{_CJK}]")
_FULL = dict(zip(",;:!?().", "，；：！？（）。", strict=True))
# Beside a Chinese character, or between a digit and one: 打12308,然后.
_HALF = re.compile(
    rf"(?<=[{_WIDE}])[,;!?:](?!//)|[,;!?](?=[{_WIDE}])|(?<=[0-9A-Za-z]):(?=[{_CJK}])"
    rf"|(?<=[{_CJK}])\.(?![0-9A-Za-z])|(?<=[{_CJK}])\(|\)(?=[{_CJK}])"
)
_STRAIGHT = re.compile(rf"(?<=[{_WIDE}])[\"']|[\"'](?=[{_WIDE}])")

_BEFORE = r"[\w%€°)\]»”’…]"
_AFTER = r"(?=[\s\u00a0\u202f»”)\]!?…]|$)"
_FRENCH = (
    (re.compile(rf"{_BEFORE}([;!?]){_AFTER}"), "U+202F (narrow no-break space) before `{}`"),
    (re.compile(rf"{_BEFORE}(:)(?=[\s\u00a0\u202f]|$)"), "U+00A0 (no-break space) before `{}`"),
    (re.compile(r"[ \t\n]([;!?])" + _AFTER), "U+202F in place of the plain space before `{}`"),
    (re.compile(r"[ \t\n](:)(?=[\s\u00a0\u202f]|$)"), "U+00A0 in place of the plain space before `{}`"),
    (re.compile(r"(«)(?![\u00a0\u202f])"), "U+00A0 after `{}`"),
    (re.compile(r"(?<![\u00a0\u202f])(»)"), "U+00A0 before `{}`"),
)
_APOSTROPHE = re.compile(r"[A-Za-zÀ-ÿœŒ]'(?=[A-Za-zÀ-ÿœŒ«])")


def chinese(text: str) -> Iterator[tuple[str, str]]:
    """Yield a diagnostic's code and a sentence for each kind of slip in a Chinese text, with the words around it."""
    for match in _HALF.finditer(text):
        mark = match[0]
        yield "SS090", f"half-width `{mark}` in `{_around(text, match.start())}`: write `{_FULL[mark]}`"
    for match in _STRAIGHT.finditer(text):
        yield "SS091", f"straight quote in `{_around(text, match.start())}`: write “ ” or ‘ ’"


def french(text: str) -> Iterator[tuple[str, str]]:
    """Yield the same for a French text."""
    for pattern, words in _FRENCH:
        for match in pattern.finditer(text):
            sentence = words.format(match[1])
            yield "SS092", f"`{_around(text, match.start(1))}`: {sentence}"
    for match in _APOSTROPHE.finditer(text):
        yield "SS093", f"`{_around(text, match.end() - 1)}`: the apostrophe is ’ (U+2019)"


def mostly_chinese(text: str) -> bool:
    """Whether most letters of a text are Chinese."""
    return 2 * len(_HAN.findall(text)) > sum(map(str.isalpha, text))


def _around(text: str, place: int) -> str:
    return " ".join(text[max(0, place - 8) : place + 6].replace("\u00a0", "·").replace("\u202f", "·").split())
