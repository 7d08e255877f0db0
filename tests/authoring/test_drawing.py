"""SVG drawings: harmless and watermarked."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.authoring.drawing import problems
from support.project import SVG

SCENARIOS = Path(__file__).parents[2] / "scenarios"


def _with(inside: str) -> bytes:
    return SVG.replace("</svg>", f"{inside}</svg>").encode()


SLIPS = [
    (b"", "SS081"),
    (b"hello", "SS081"),
    (b"<svg", "SS081"),
    (b"\xff\xfe", "SS081"),
    (b"<svg><text>SPECIMEN</text></svg>", "SS081"),
    (b'<html xmlns="http://www.w3.org/1999/xhtml"/>', "SS081"),
    (_with("<script>alert(1)</script>"), "SS082"),
    (_with("<foreignObject/>"), "SS082"),
    (_with('<a href="https://x.example"><rect/></a>'), "SS082"),
    (_with('<animate attributeName="href"/>'), "SS082"),
    (_with('<rect onclick="x()"/>'), "SS082"),
    (_with('<image href="https://x.example/a.png"/>'), "SS082"),
    (_with('<image href="data:image/svg+xml;base64,AAAA"/>'), "SS082"),
    (_with('<use href="other.svg#x"/>'), "SS082"),
    (_with('<use xmlns:xlink="http://www.w3.org/1999/xlink" xlink:href="javascript:x"/>'), "SS082"),
    (_with('<rect fill="url(https://x.example/a)"/>'), "SS082"),
    (_with('<rect style="background:u\\72l(https://x.example)"/>'), "SS082"),
    (_with("<style>@import 'https://x.example'</style>"), "SS082"),
    (_with("<style>rect{fill:url(//x.example)}</style>"), "SS082"),
    (_with('<rect xmlns:i="http://www.inkscape.org/x" i:label="x"/>'), "SS082"),
    (_with('<script xmlns="http://www.w3.org/1999/xhtml"/>'), "SS082"),
    (_with("<![CDATA[x]]>"), "SS082"),
    (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + SVG.encode(), "SS082"),
    (b'<?xml version="1.0"?><?xml-stylesheet href="x.css"?>' + SVG.encode(), "SS082"),
    (SVG.replace("模拟材料 DOCUMENT FICTIF", "convocation").encode(), "SS083"),
    (SVG.replace("<text ", '<text display="none" ').encode(), "SS083"),
    (SVG.replace("<text", "<desc").replace("</text", "</desc").encode(), "SS083"),
]


@pytest.mark.parametrize(("data", "code"), SLIPS)
def test_slips(data: bytes, code: str) -> None:
    assert code in [found for found, _ in problems(data)]


RIGHT = [
    SVG.encode(),
    b'<?xml version="1.0" encoding="UTF-8"?>\n' + SVG.encode(),
    _with('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#a"/>'),
    _with('<image href="data:image/png;base64,iVBORw0KGgo="/>'),
    SVG.replace("DOCUMENT FICTIF", "").replace("模拟材料", "<tspan>Spéci</tspan><tspan>men</tspan>").encode(),
]


@pytest.mark.parametrize("data", RIGHT)
def test_right(data: bytes) -> None:
    assert list(problems(data)) == []


def test_entities_do_not_multiply() -> None:
    entities = "".join(f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40))
    bomb = f'<!DOCTYPE svg [<!ENTITY a0 "x">{entities}]><svg xmlns="http://www.w3.org/2000/svg">&a39;</svg>'
    assert [code for code, _ in problems(bomb.encode())] == ["SS082"]


@given(st.binary(max_size=200) | st.integers(0, len(SVG) - 1).map(lambda at: (SVG[:at] + "<" + SVG[at + 1 :]).encode()))
def test_any_bytes_can_be_looked_at(data: bytes) -> None:
    assert all(code in ("SS081", "SS082", "SS083") for code, _ in problems(data))


def test_the_drawings_of_this_repository() -> None:
    files = sorted(SCENARIOS.glob("*/documents/*.svg"))
    assert files
    assert [(file.name, found) for file in files for found in problems(file.read_bytes())] == []
