from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.project import ordered
from safetystring.course.catalogue import catalogue, compile_all
from support.project import project, put

if TYPE_CHECKING:
    from pathlib import Path


def test_the_catalogue_lists_each_module_in_its_drawn_order(tmp_path: Path) -> None:
    written = project(tmp_path / "scenarios")
    made = catalogue(written, compile_all(written, "salt", "training"))
    assert [module.id for module in made.modules] == list(written.modules)
    for module in made.modules:
        assert tuple(entry.id for entry in module.scenarios) == ordered(written.modules[module.id])
        assert all(entry.path == f"{module.id}/{entry.id}.ipynb" for entry in module.scenarios)
        assert module.goals


def test_a_card_comes_with_its_contacts(tmp_path: Path) -> None:
    line = {"zh": "别怕，先问。", "en": "Ask first.", "fr": "Demandez d’abord."}
    takeaway = {"remember": [line] * 3, "say": [line], "dial": ["desk"]}
    written = project(tmp_path / "scenarios", put("modules.yaml", ("m1", "takeaway"), takeaway))
    made = catalogue(written, compile_all(written, "salt", "training"))
    card = made.modules[0].takeaway
    assert card is not None
    assert [text.en for text in (*card.remember, *card.say)] == ["Ask first."] * 4
    assert [(one.id, bool(one.checked_on)) for one in card.dial] == [("desk", True)]


def test_what_is_compiled_names_its_release(tmp_path: Path) -> None:
    written = project(tmp_path / "scenarios")
    for mode in ("training", "exam"):
        assert {one.scenario.release for one in compile_all(written, "salt", mode).values()} == {mode}
