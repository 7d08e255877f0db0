from __future__ import annotations

import pytest

from player import sample
from safetystring.player.about import about, skippable
from safetystring.player.words import practice


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


@pytest.mark.parametrize(
    ("themes", "noted", "expected"),
    [
        ((), False, False),
        (("authority",), False, False),
        (("authority",), True, True),
        (("loss",), False, True),
        (("authority", "kidnapping"), False, True),
        (("intimacy",), True, True),
    ],
)
def test_what_some_would_rather_not_meet_can_be_skipped(
    themes: tuple[str, ...], *, noted: bool, expected: bool
) -> None:
    scenario = sample.make(themes=themes, notes=sample.text("care") if noted else None)
    assert skippable(scenario) is expected
