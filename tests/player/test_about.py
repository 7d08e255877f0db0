from __future__ import annotations

import dataclasses

from player import sample
from safetystring.player.about import about, contact
from safetystring.player.words import practice
from safetystring.scenario import LANGUAGES, Slot, Text


def test_it_is_all_in_one_language() -> None:
    found = about(sample.make(notes=sample.text("care")), "fr")
    assert found == {
        "title": "title fr",
        "setting": "setting fr",
        "notes": "care fr",
        "minutes": 5,
        "skippable": True,
        "practice": practice("fr"),
        "families": [{"id": name, "name": f"{name} fr", "hint": "hint fr"} for name in ("identity", "money")],
        "help": [
            {
                "id": "h01",
                "name": "line fr",
                "purpose": "talk fr",
                "value": "00",
                "hours": "",
                "checked_on": "2026-11-23",
                "certain": False,
                "urgent": True,
            }
        ],
    }


def test_words_in_place_of_a_number_are_in_the_language_shown() -> None:
    (line,) = sample.make().help
    words = dataclasses.replace(line, words=Text("卡背面", "on the card", "sur la carte"))
    assert [contact(words, lang)["value"] for lang in LANGUAGES] == ["卡背面", "on the card", "sur la carte"]
    assert {contact(line, lang)["value"] for lang in LANGUAGES} == {"00"}


def test_a_drill_has_nothing_to_mark_with() -> None:
    assert about(sample.make(kind="drill"), "fr")["families"] == []


def test_what_varies_in_the_setting_follows_the_seed() -> None:
    slot = Slot(name="day", rows=tuple({"": Text(day, day, day)} for day in ("Monday", "Friday")))
    made = sample.make(setting=Text("{day}", "{{{day}}}", "{day} !"), slots=(slot,))
    assert about(made, "en")["setting"] == "{Monday}"
    assert {about(made, "fr", seed)["setting"] for seed in range(20)} == {"Monday !", "Friday !"}
