from __future__ import annotations

import copy
from typing import TYPE_CHECKING, Any

import pytest

from safetystring.authoring.compile import compile_scenario
from safetystring.authoring.slots import compiled
from safetystring.scenario import Text, content_hash, key_to_json, scenario_to_json
from support.project import DROP, both, findings, project, put, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

ALDER = "alder/scenario.yaml"
SLOTS: dict[str, Any] = {
    "desk": ["316", 208],
    "friend": [text("Zhou"), text("Wu")],
    "fee": [{"each": "45", "all": "90"}, {"each": "60", "all": text("120")}],
}


def with_slots(*changes: Callable[[Files], object]) -> Callable[[Files], None]:
    """Give alder slots that its texts name, then change."""
    return both(
        put(ALDER, ("slots",), copy.deepcopy(SLOTS)),
        put(ALDER, ("setting",), {lang: f"{{desk}} {{friend}} {lang}" for lang in ("zh", "en", "fr")}),
        put(ALDER, ("scenes", 0, "messages", 1, "text", "en"), "It is {fee.each} each"),
        put(ALDER, ("endings", "e02", "text", "en"), "It was {fee.all} in all"),
        *changes,
    )


def test_three_kinds_of_values(tmp_path: Path) -> None:
    desk, friend, fee = compiled(project(tmp_path, with_slots()).scenarios["alder"].slots)
    assert desk.rows == ({"": Text("316", "316", "316")}, {"": Text("208", "208", "208")})
    assert friend.rows[1] == {"": Text(**text("Wu"))}
    assert fee.rows[1] == {"each": Text("60", "60", "60"), "all": Text(**text("120"))}


def test_what_only_the_key_names_stays_in_the_key(tmp_path: Path) -> None:
    made = project(tmp_path, with_slots())
    scenario, key = compile_scenario(made.scenarios["alder"], made.shared, made.drawings["alder"], "salt")
    assert [(slot.name, sorted(slot.rows[0])) for slot in scenario.slots] == [
        ("desk", [""]),
        ("friend", [""]),
        ("fee", ["each"]),
    ]
    assert sorted(key.slots[2].rows[0]) == ["all", "each"]
    assert '"120' not in scenario_to_json(scenario)
    assert '"120' in key_to_json(key)


def test_compiled_texts_keep_their_placeholders_and_one_hash(tmp_path: Path) -> None:
    made = project(tmp_path, with_slots())
    training, _ = compile_scenario(made.scenarios["alder"], made.shared, made.drawings["alder"], "salt")
    exam, _ = compile_scenario(made.scenarios["alder"], made.shared, made.drawings["alder"], "salt", "exam")
    assert training.setting.en == "{desk} {friend} en"
    assert training.hash == exam.hash == content_hash(training)


def test_a_scenario_without_slots_compiles_as_before(tmp_path: Path) -> None:
    made = project(tmp_path)
    scenario, key = compile_scenario(made.scenarios["alder"], made.shared, made.drawings["alder"], "salt")
    assert '"slots"' not in scenario_to_json(scenario) + key_to_json(key)


MALFORMED = [
    (("slots", "desk"), ["316"], "SS017"),
    (("slots", "desk"), [str(n) for n in range(13)], "SS017"),
    (("slots", "desk"), "316", "SS012"),
    (("slots", "desk", 1), True, "SS012"),
    (("slots", "desk", 1), 3.5, "SS012"),
    (("slots", "desk", 1), ["316"], "SS012"),
    (("slots", "desk", 1), "", "SS015"),
    (("slots", "desk", 1), {"zh": "三", "en": "three"}, "SS014"),
    (("slots", "desk", 1), {}, "SS017"),
    (("slots", "fee", 1, "all"), {"zh": "三"}, "SS014"),
    (("slots", "fee", 1, "All"), "3", "SS018"),
    (("slots", "Desk"), ["316", "208"], "SS018"),
    (("slots", "friend", 0, "fr"), DROP, "SS014"),
]


@pytest.mark.parametrize(("where", "value", "code"), MALFORMED)
def test_a_malformed_slot_is_refused_at_its_place(
    tmp_path: Path, where: tuple[str | int, ...], value: object, code: str
) -> None:
    found = [one for one in findings(tmp_path, with_slots(put(ALDER, where, value))) if one[1] == ALDER]
    assert {one[0] for one in found} == {code}, found
    assert all(one[2] > 1 for one in found)
