"""What a proof-reader would mark in a Chinese or a French text. Pure functions of a string.

Chinese (GB/T 15834): full-width punctuation and “ ”. French (Imprimerie nationale): U+00A0 inside « » and before a
colon, U+202F before ; ! ?, and the typographic apostrophe.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CJK = "\u3400-\u4dbf\u4e00-\u9fff"
WIDE = f"{CJK}，。、；：？！“”‘’（）《》〈〉「」【】…—"
FULL = dict(zip(",;:!?().", "，；：！？（）。", strict=True))
_HAN = re.compile(f"[{CJK}]")
# Beside a Chinese character, or between a digit and one: 打12308,然后.
HALF = re.compile(
    rf"(?<=[{WIDE}])[,;!?:](?!//)|[,;!?](?=[{WIDE}])|(?<=[0-9A-Za-z]):(?=[{CJK}])"
    rf"|(?<=[{CJK}])\.(?![0-9A-Za-z])|(?<=[{CJK}])\(|\)(?=[{CJK}])"
)
STRAIGHT = re.compile(rf"(?<=[{WIDE}])[\"']|[\"'](?=[{WIDE}])")

_BEFORE = r"(?<=[\w%€°)\]»”’…])"
_AFTER = r"(?=[\s\u00a0\u202f»”)\]!?…]|$)"
_END = r"(?=[\s\u00a0\u202f]|$)"
FRENCH: tuple[tuple[re.Pattern[str], str, str], ...] = (
    (re.compile(rf"{_BEFORE}([;!?]){_AFTER}"), "U+202F (narrow no-break space) before `{}`", "\u202f\\1"),
    (re.compile(rf"{_BEFORE}(:){_END}"), "U+00A0 (no-break space) before `{}`", "\u00a0\\1"),
    (re.compile(rf"[ \t\n]+([;!?]){_AFTER}"), "U+202F in place of the plain space before `{}`", "\u202f\\1"),
    (re.compile(rf"[ \t\n]+(:){_END}"), "U+00A0 in place of the plain space before `{}`", "\u00a0\\1"),
    (
        re.compile(r"(?=[ \u00a0\u202f]*[\u00a0\u202f])([ \u00a0\u202f]{2,})(?=[;!?])"),
        "one U+202F, not several spaces",
        "\u202f",
    ),
    (
        re.compile(r"(?=[ \u00a0\u202f]*[\u00a0\u202f])([ \u00a0\u202f]{2,})"),
        "one U+00A0, not several spaces",
        "\u00a0",
    ),
    (re.compile(r"(«)(?![\u00a0\u202f])\s*(?=\S)"), "U+00A0 after `{}`", "\\1\u00a0"),
    (re.compile(r"(?<=\S)\s*(?<![\u00a0\u202f])(»)"), "U+00A0 before `{}`", "\u00a0\\1"),
)
"""What is looked for, what to write in words, and what to write."""
APOSTROPHE = re.compile(r"(?<=[A-Za-zÀ-ÿœŒ])'(?=[A-Za-zÀ-ÿœŒ«])")


def chinese(text: str) -> Iterator[tuple[str, str]]:
    """Yield a diagnostic's code and a sentence for each kind of slip in a Chinese text, with the words around it."""
    for match in HALF.finditer(text):
        mark = match[0]
        yield "SS090", f"half-width `{mark}` in `{_around(text, match.start())}`: write `{FULL[mark]}`"
    for match in STRAIGHT.finditer(text):
        yield "SS091", f"straight quote in `{_around(text, match.start())}`: write “ ” or ‘ ’"


def french(text: str) -> Iterator[tuple[str, str]]:
    """Yield the same for a French text."""
    for pattern, words, _ in FRENCH:
        for match in pattern.finditer(text):
            sentence = words.format(match[1])
            yield "SS092", f"`{_around(text, match.start(1))}`: {sentence}"
    for match in APOSTROPHE.finditer(text):
        yield "SS093", f"`{_around(text, match.start())}`: the apostrophe is ’ (U+2019)"


def english(text: str) -> Iterator[tuple[str, str]]:
    """Yield the same for an English text."""
    for match in APOSTROPHE.finditer(text):
        yield "SS099", f"straight apostrophe in `{_around(text, match.start())}`: write ’"
    if (place := text.find('"')) >= 0:
        yield "SS099", f"straight quote in `{_around(text, place)}`: write “ ”"


def mostly_chinese(text: str) -> bool:
    """Whether most letters of a text are Chinese."""
    return 2 * len(_HAN.findall(text)) > sum(map(str.isalpha, text))


def _around(text: str, place: int) -> str:
    return " ".join(text[max(0, place - 8) : place + 6].replace("\u00a0", "·").replace("\u202f", "·").split())
