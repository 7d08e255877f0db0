from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from safetystring.authoring.picture.course import draw_course, write_course
from safetystring.scenario import LANGUAGES, Lang
from support.project import project

if TYPE_CHECKING:
    from pathlib import Path

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_modules_twins_and_families(tmp_path: Path, lang: Lang) -> None:
    made = project(tmp_path / "scenarios")
    root = ET.fromstring(draw_course(made, lang))  # noqa: S314 - our own
    words = [text.text or "" for text in root.iter(f"{SVG}text")]
    rows = [word.split(" · ")[0] for word in words if word.startswith(("alder ·", "birch ·"))]
    assert rows == ["alder", "birch"]
    desc = root.findtext(f"{SVG}desc") or ""
    families = made.shared.red_flags.families
    assert f"{getattr(families['money'].name, lang)} 2" in desc
    assert all(getattr(family.name, lang) in words for family in families.values())


def test_the_file_is_written_once(tmp_path: Path) -> None:
    made = project(tmp_path / "scenarios")
    file = tmp_path / "docs" / "images" / "course.svg"
    write_course(file, made)
    before = file.stat().st_mtime_ns
    write_course(file, made)
    assert file.stat().st_mtime_ns == before
    assert file.read_text().startswith("<svg ")
