from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

import pytest

from cohort.room import TRUTHS, put
from safetystring.cohort.shelf import ShelfError, open_shelf, pair
from safetystring.scenario import Slot, Text, content_hash, encode_debrief, key_to_json, scenario_to_json
from safetystring.scoring.baseline import baseline_points
from scoring import plays

if TYPE_CHECKING:
    from pathlib import Path


def write_keys(course: Path, *, keys: bool = True, data: bool = True) -> Path:
    for name, truth in TRUTHS.items():
        made, answers = plays.pair(truth)
        if keys:
            put(course / "keys" / f"{name}.json", key_to_json(answers).encode())
        if data:
            put(course / "source" / "m1" / "data" / f"{name}.json", scenario_to_json(made).encode())
    return course


def test_a_course_and_its_keys_folder_give_the_same(tmp_path: Path) -> None:
    write_keys(tmp_path)
    for place in (tmp_path, tmp_path / "keys"):
        found = open_shelf(place)
        assert list(found) == ["cedar", "maple"]
        assert found["cedar"].key.truth == "scam"
        assert found["cedar"].baseline == baseline_points(*plays.pair("scam"))
        assert found["maple"].scenario == plays.pair("genuine")[0]


def test_what_varies_has_its_first_value_in_what_a_room_is_told() -> None:
    slot = Slot(name="day", rows=tuple({"": Text(day, day, day)} for day in ("Monday", "Friday")))
    made, answers = plays.pair("scam")
    made = dataclasses.replace(made, setting=Text("{day}", "{day}", "{day}"), slots=(slot,))
    answers = dataclasses.replace(answers, slots=(slot,))
    found = pair(made, answers)
    assert found.scenario.setting == Text("Monday", "Monday", "Monday")
    assert (found.scenario.hash, found.key.items) == (made.hash, answers.items)


def test_notebooks_of_a_training_release_are_enough(tmp_path: Path) -> None:
    made, answers = plays.pair("scam")
    put(tmp_path / "m1" / "data" / "cedar.json", scenario_to_json(made).encode())
    put(tmp_path / "m1" / "data" / "cedar.debrief", encode_debrief(answers).encode())
    assert open_shelf(tmp_path)["cedar"].key == answers


@pytest.mark.parametrize("folder", ["submitted", "autograded", "feedback", "responses", "downloaded", ".hidden"])
def test_nothing_is_read_from_where_learners_write(tmp_path: Path, folder: str) -> None:
    write_keys(tmp_path / folder)
    with pytest.raises(ShelfError, match="found neither"):
        open_shelf(tmp_path)


def test_a_key_only_goes_with_its_own_text(tmp_path: Path) -> None:
    made, answers = plays.pair("scam")
    edited = dataclasses.replace(made, minutes=99)
    put(tmp_path / "keys" / "cedar.json", key_to_json(answers).encode())
    put(tmp_path / "source" / "m1" / "data" / "cedar.json", scenario_to_json(edited).encode())
    with pytest.raises(ShelfError, match="keys without their"):
        open_shelf(tmp_path)  # its hash is not its content's
    rehashed = dataclasses.replace(edited, hash=content_hash(edited))
    put(tmp_path / "source" / "m1" / "data" / "cedar.json", scenario_to_json(rehashed).encode())
    with pytest.raises(ShelfError, match="keys without their"):
        open_shelf(tmp_path)  # nor the key's


def test_the_place_named_first_wins(tmp_path: Path) -> None:
    made, answers = plays.pair("scam")
    write_keys(tmp_path / "one")
    genuine = dataclasses.replace(answers, truth="genuine")
    put(tmp_path / "two" / "keys" / "cedar.json", key_to_json(genuine).encode())
    put(tmp_path / "two" / "source" / "m1" / "data" / "cedar.json", scenario_to_json(made).encode())
    assert open_shelf(tmp_path / "one", tmp_path / "two")["cedar"].key.truth == "scam"
    assert open_shelf(tmp_path / "two", tmp_path / "one")["cedar"].key.truth == "genuine"


@pytest.mark.parametrize(
    "junk",
    [
        b"",
        b"[]",
        b"{",
        b'{"truth": 1, "items": 2, "outcomes": 3}',
        b'{"scenes": {}, "spine": [], "hash": ""}',
        b"[" * 9999,
    ],
)
def test_other_json_is_passed_over(tmp_path: Path, junk: bytes) -> None:
    write_keys(tmp_path)
    put(tmp_path / "keys" / "other.json", junk)
    put(tmp_path / "keys" / "other.debrief", junk)
    assert list(open_shelf(tmp_path)) == ["cedar", "maple"]


def test_links_are_not_followed(tmp_path: Path) -> None:
    write_keys(tmp_path / "real")
    (tmp_path / "course" / "keys").mkdir(parents=True)
    (tmp_path / "course" / "keys" / "cedar.json").symlink_to(tmp_path / "real" / "keys" / "cedar.json")
    (tmp_path / "course" / "more").symlink_to(tmp_path / "real")
    with pytest.raises(ShelfError):
        open_shelf(tmp_path / "course")


@pytest.mark.parametrize(
    ("keys", "data", "half"),
    [(True, False, "keys without their"), (False, True, "data without its keys"), (False, False, "neither")],
)
def test_what_is_missing_is_said_and_how_to_mend_it(tmp_path: Path, keys: bool, data: bool, half: str) -> None:  # noqa: FBT001 - a table's columns
    write_keys(tmp_path, keys=keys, data=data)
    with pytest.raises(ShelfError, match=half) as caught:
        open_shelf(tmp_path)
    assert "safetystring build" in str(caught.value)


def test_a_place_that_is_not_there_holds_nothing(tmp_path: Path) -> None:
    with pytest.raises(ShelfError, match="neither"):
        open_shelf(tmp_path / "nowhere")
