"""A few shapes, written as SVG. Text enters as text, never as markup.

Attributes are given by their SVG names, with `_` for `-`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetystring.scenario import Lang

_HAN = "'Noto Sans CJK SC', 'PingFang SC', 'Microsoft YaHei', 'Noto Sans SC'"
_LATIN = "'Noto Sans', 'Segoe UI', Roboto, Helvetica, Arial, 'DejaVu Sans'"
# In a Chinese font the apostrophe and the quotation marks of French and English are as wide as a character.
_FONTS = {"zh": f"{_HAN}, {_LATIN}, sans-serif", "en": f"{_LATIN}, {_HAN}, sans-serif"}
_TAGS = {"zh": "zh-CN", "en": "en", "fr": "fr"}
INK, MUTE, LINE, PAPER, CARD = "#15191f", "#565e6a", "#c3c9d1", "#ffffff", "#f6f7f9"
SPINE = "#0b6b5d"
RATED = {"safe": "#1b5e9b", "cautious": "#8a5a00", "harmful": "#b3291c"}
"""Blue, ochre and red differ for every kind of colour vision, in lightness too; the shapes tell without them."""
CUE, LOOKALIKE = "#b3291c", "#1b5e9b"


class Canvas:
    """A picture being drawn, in px; it grows down as it needs."""

    def __init__(self, width: float, lang: Lang, title: str, desc: str) -> None:
        self.width = width
        self._root = ET.Element(
            "svg",
            {
                "xmlns": "http://www.w3.org/2000/svg",
                "lang": _TAGS[lang],
                "role": "img",
                "aria-labelledby": "title desc",
                "font-family": _FONTS.get(lang, _FONTS["en"]),
            },
        )
        ET.SubElement(self._root, "title", {"id": "title"}).text = title
        ET.SubElement(self._root, "desc", {"id": "desc"}).text = desc
        self._add("rect", width="100%", height="100%", fill=PAPER)

    def rect(self, x: float, y: float, width: float, height: float, **look: object) -> None:
        """Draw a box with round corners."""
        self._add("rect", x=x, y=y, width=width, height=height, **{"rx": 8, **look})

    def text(self, x: float, y: float, words: str, size: float = 13, **look: object) -> None:
        """Write one line; `y` is its base line."""
        self._add("text", x=x, y=y, **{"font_size": size, "fill": INK, **look}).text = words

    def path(self, points: Iterable[tuple[float, float]], *, arrow: bool = False, **look: object) -> None:
        """Draw a line through points, straight from one to the next, with an arrow head at its end."""
        way = list(points)
        d = "M" + " L".join(f"{x:g} {y:g}" for x, y in way)
        self._add("path", d=d, **{"fill": "none", "stroke_linejoin": "round", **look})
        if arrow:
            self._head(way[-2], way[-1], str(look.get("stroke", INK)))

    def sign(self, x: float, y: float, rating: str, size: float = 11) -> None:
        """Draw what stands for a rating, its centre at (x, y): a disc, a half-filled disc, a triangle."""
        r, colour = size / 2, RATED.get(rating, MUTE)
        if rating == "harmful":
            d = f"M{x:g} {y - r:g} L{x + r:g} {y + r:g} L{x - r:g} {y + r:g} Z"
            self._add("path", d=d, fill=colour)
            return
        self._add("circle", cx=x, cy=y, r=r - 0.8, fill="#fff", stroke=colour, stroke_width=1.6)
        d = f"M{x:g} {y - r:g} A{r:g} {r:g} 0 0 0 {x:g} {y + r:g} Z"
        if rating == "safe":
            self._add("circle", cx=x, cy=y, r=r, fill=colour)
        else:
            self._add("path", d=d, fill=colour)

    def done(self, height: float) -> str:
        """Return the picture as the text of a file."""
        self._root.set("width", f"{self.width:g}")
        self._root.set("height", f"{height:g}")
        self._root.set("viewBox", f"0 0 {self.width:g} {height:g}")
        ET.indent(self._root)
        return ET.tostring(self._root, encoding="unicode") + "\n"

    def _head(self, before: tuple[float, float], end: tuple[float, float], colour: str) -> None:
        (x0, y0), (x, y) = before, end
        if abs(y - y0) >= abs(x - x0):
            s = 1 if y > y0 else -1
            d = f"M{x:g} {y:g} L{x - 5:g} {y - 8 * s:g} L{x + 5:g} {y - 8 * s:g} Z"
        else:
            s = 1 if x > x0 else -1
            d = f"M{x:g} {y:g} L{x - 8 * s:g} {y - 5:g} L{x - 8 * s:g} {y + 5:g} Z"
        self._add("path", d=d, fill=colour)

    def _add(self, tag: str, **attributes: object) -> ET.Element:
        plain = {
            name.replace("_", "-"): f"{round(value, 2):.7g}" if isinstance(value, (int, float)) else str(value)
            for name, value in attributes.items()
        }
        return ET.SubElement(self._root, tag, plain)
