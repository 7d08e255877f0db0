"""What is wrong with an SVG drawing: anything that could act, call out, or pass for the real paper.

Elements and attributes are allowed by name; what is not known is refused. Drawings are shown as images, where browsers
run no script anyway; this keeps them harmless wherever else they end up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET  # declarations of entities are refused before parsing

if TYPE_CHECKING:
    from collections.abc import Iterator

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
WATERMARKS = ("模拟材料", "模拟", "DOCUMENTFICTIF", "SPECIMEN", "SPÉCIMEN", "TRAININGONLY", "EXERCICE")
"""One of these is drawn into every paper; letter case and spaces do not matter."""
_ELEMENTS = frozenset(
    (
        *("svg", "g", "defs", "title", "desc", "rect", "circle", "ellipse", "line", "polyline", "polygon", "path"),
        *("text", "tspan", "textPath", "use", "symbol", "linearGradient", "radialGradient", "stop"),
        *("pattern", "clipPath", "mask", "marker", "image", "style", "filter"),
        *(
            "feGaussianBlur",
            "feOffset",
            "feBlend",
            "feColorMatrix",
            "feMerge",
            "feMergeNode",
            "feFlood",
            "feComposite",
            "feTurbulence",
            "feDisplacementMap",
        ),
    )
)
_PICTURE = re.compile(r"data:image/(?:png|jpeg|webp);base64,[A-Za-z0-9+/=\s]*")
_OUTSIDE = re.compile(r"url\(\s*(?!['\"]?#)|@import|expression\(|javascript:|\\", re.IGNORECASE)
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<!\[CDATA\[|<\?(?!xml\s)", re.IGNORECASE)


def problems(data: bytes) -> Iterator[tuple[str, str]]:
    """Yield a diagnostic's code and a sentence for everything that is wrong with the drawing."""
    declared = _DECLARED.search(data)
    if declared:
        yield "SS082", f"`{declared[0].decode()}` has no place in a drawing"
        return
    try:
        root = ET.fromstring(data.decode("utf-8-sig"))  # noqa: S314 - no declarations are left, and the size is bounded
    except (ET.ParseError, UnicodeDecodeError, ValueError) as error:
        yield "SS081", f"not well-formed XML in UTF-8 ({error})"
        return
    if root.tag != f"{SVG}svg":
        yield "SS081", 'expected an <svg xmlns="http://www.w3.org/2000/svg"> element'
        return
    yield from dict.fromkeys(_active(root))
    if not _watermarked(root):
        yield "SS083", "no watermark is drawn in it: a <text> with 模拟材料, DOCUMENT FICTIF or SPECIMEN"


def _active(root: ET.Element) -> Iterator[tuple[str, str]]:
    for element in root.iter():
        name = str(element.tag).removeprefix(SVG)
        if name not in _ELEMENTS:
            yield "SS082", f"<{name[:60]}> is not among the elements of a plain drawing"
        if name == "style" and _OUTSIDE.search(element.text or ""):
            yield "SS082", "its style sheet brings in something from outside"
        for attribute, value in element.attrib.items():
            yield from _attribute(attribute.removeprefix(XLINK), value)


def _attribute(name: str, value: str) -> Iterator[tuple[str, str]]:
    if name.lower().startswith("on"):
        yield "SS082", f"the attribute {name[:30]} runs something"
    elif name == "href" and not value.startswith("#") and not _PICTURE.fullmatch(value):
        yield "SS082", f"href leads outside the drawing: `{value[:40]}`"
    elif name != "href" and _OUTSIDE.search(value):
        yield "SS082", f"the attribute {name[:30]} brings in something from outside"
    elif name.startswith("{") and not name.startswith("{http://www.w3.org/XML/1998/namespace}"):
        yield "SS082", f"the attribute {name[:60]} is not SVG: save it as plain SVG"


def _watermarked(root: ET.Element) -> bool:
    for text in root.iter(f"{SVG}text"):
        words = "".join("".join(text.itertext()).split()).upper()
        hidden = text.get("display") == "none" or text.get("visibility") == "hidden" or text.get("opacity") == "0"
        if not hidden and any(mark in words for mark in WATERMARKS):
            return True
    return False
