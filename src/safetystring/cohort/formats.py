"""Numbers as each language writes them."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from safetystring.scenario import Lang

_THIN = "\u202f"
_SPACE = "\u00a0"
_MINUS = "\u2212"
_QUOTES = {"zh": ("“", "”"), "en": ("“", "”"), "fr": ("«", "»")}
_INNER = {"zh": ("‘", "’"), "en": ("‘", "’"), "fr": ("“", "”")}


def percent(share: float, lang: Lang) -> str:
    """Return a share of 0 to 1 (or below 0) in whole percent; what is not quite all or nothing does not become so."""
    whole = round(100 * share)
    if 0 < share < 0.005:  # noqa: PLR2004 - rounds to 0
        return f"<{_thin(lang)}1{_sign(lang)}"
    if 0.995 <= share < 1:  # noqa: PLR2004 - rounds to 100
        whole = 99
    return f"{_signed(whole)}{_sign(lang)}"


def span(low: float, high: float, lang: Lang) -> tuple[str, str]:
    """Return the two ends of an interval of shares, the percent sign on the second only."""
    return _signed(round(100 * low)), f"{_signed(round(100 * high))}{_sign(lang)}"


def decimal(value: float, lang: Lang, digits: int = 2) -> str:
    """Return a number with so many decimals and a real minus sign; without a value, a dash."""
    if math.isnan(value):
        return "–"
    text = f"{abs(value):.{digits}f}"
    sign = _MINUS if value < 0 and float(text) != 0 else ""
    return sign + (text.replace(".", ",") if lang == "fr" else text)


def euros(value: float, lang: Lang) -> str:
    """Return whole euros."""
    number = f"{round(value):,}"
    return {
        "zh": f"{number}{_SPACE}欧元",
        "en": f"€{number}",
        "fr": f"{number.replace(',', _THIN)}{_SPACE}€",
    }[lang]


def tens(share: float, about: str, under_one: str) -> str:
    """Return a share as "… of every 10": `about` holds ``{n}``, and what rounds to none but is not is `under_one`."""
    if share <= 0:
        return "0"
    whole = round(10 * share)
    if whole == 0:
        return under_one
    return str(whole) if math.isclose(share * 10, whole, abs_tol=1e-9) else about.format(n=whole)


def quotable(text: str, lang: Lang, most: int, *, goes_on: bool = False) -> str:
    """Return a text fit to stand between quotation marks: on one line, its own marks off or one level further in.

    Where the sentence around it goes on, a final full stop goes; what is longer than `most` characters is cut.
    """
    whole = " ".join(text.split())
    left, right = _QUOTES[lang]
    if whole.startswith(left) and whole.endswith(right) and whole.count(left) == 1:
        whole = whole[1:-1].strip()
    inner, outer = _INNER[lang]
    if lang == "fr":
        whole = whole.replace(f"«{_SPACE}", "«").replace(f"{_SPACE}»", "»").replace("« ", "«").replace(" »", "»")
    whole = whole.replace(left, inner).replace(right, outer)
    if goes_on and whole.endswith((".", "。")) and not whole.endswith("..."):
        whole = whole[:-1]
    return whole if len(whole) <= most else whole[: most - 1].rstrip() + "…"


def _signed(whole: int) -> str:
    return f"{_MINUS}{-whole}" if whole < 0 else str(whole)


def _sign(lang: Lang) -> str:
    return f"{_SPACE}%" if lang == "fr" else "%"


def _thin(lang: Lang) -> str:
    return _THIN if lang == "fr" else ""
