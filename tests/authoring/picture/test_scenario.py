from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from safetystring.authoring.picture.scenario import draw_scenario
from safetystring.scenario import LANGUAGES, Key, Lang

if TYPE_CHECKING:
    from safetystring.scenario import Scenario

SVG = "{http://www.w3.org/2000/svg}"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_everything_is_in_the_picture(alder: tuple[Scenario, Key], lang: Lang) -> None:
    scenario, key = alder
    root = ET.fromstring(draw_scenario(scenario, key, lang))  # noqa: S314 - our own
    words = "\n".join(text.text or "" for text in root.iter(f"{SVG}text"))
    for name in (*scenario.scenes, *key.outcomes, *key.endings, *key.cues, *key.lookalikes):
        assert name in words, name
    desc = root.findtext(f"{SVG}desc") or ""
    assert all(ending.title.get(lang) in desc for ending in key.endings.values())
    assert "s01 → s02" in desc
    assert all(float(text.get("x", "-1")) >= 0 for text in root.iter(f"{SVG}text"))
