from __future__ import annotations

import importlib.util
import shutil
import struct
from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.picture.png import NoPainterError, to_png

if TYPE_CHECKING:
    from pathlib import Path

SVG = '<svg xmlns="http://www.w3.org/2000/svg" width="200" height="100" viewBox="0 0 200 100"><circle r="9"/></svg>'


@pytest.mark.browser
def test_a_picture_of_the_svg_s_size(tmp_path: Path) -> None:
    file = tmp_path / "a.png"
    to_png(SVG, file)
    assert struct.unpack(">II", file.read_bytes()[16:24]) == (300, 150)


def test_says_what_is_needed_where_there_is_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda _: None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(NoPainterError, match=r"cairosvg.*--out FILE\.svg"):
        to_png(SVG, tmp_path / "a.png")


def test_a_program_that_fails_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: "/bin/false" if name == "rsvg-convert" else None)
    monkeypatch.setattr(importlib.util, "find_spec", lambda _: None)
    with pytest.raises(NoPainterError, match="false"):
        to_png(SVG, tmp_path / "a.png")
