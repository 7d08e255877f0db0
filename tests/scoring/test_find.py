from __future__ import annotations

import dataclasses
import os
from typing import TYPE_CHECKING

import pytest

from safetystring.scenario import key_to_json, scenario_to_json
from safetystring.scoring.find import NoKeyError, find, is_id, read_any_key, trusted_keys
from scoring.plays import pair, write_course, write_notebooks

if TYPE_CHECKING:
    from pathlib import Path

MADE, ANSWERS = pair("scam")


@pytest.mark.parametrize("good", ["cedar", "m1-cedar", "a", "a_b", "7"])
def test_ids(good: str) -> None:
    assert is_id(good)


@pytest.mark.parametrize("bad", ["", "../keys", "a/b", "a\\b", "A", ".", "a.b", "a\n", "x" * 65, None, 3, "é", "-a"])
def test_what_is_no_id_never_becomes_a_file_name(bad: object) -> None:
    assert not is_id(bad)


def test_the_key_and_its_public_part(tmp_path: Path) -> None:
    folder = write_course(tmp_path, MADE, ANSWERS)
    assert find("cedar", trusted_keys("cedar", folder)) == (MADE, ANSWERS)


def test_a_veiled_key_is_read_like_a_plain_one(tmp_path: Path) -> None:
    folder = write_notebooks(tmp_path, MADE, ANSWERS)
    assert read_any_key(folder / "data" / "cedar.debrief") == ANSWERS
    found = find("cedar", [folder / "data" / "cedar.debrief"], [folder / "data" / "cedar.json"])
    assert found == (MADE, ANSWERS)


def test_what_the_learner_handed_in_is_no_trusted_key(tmp_path: Path) -> None:
    folder = write_course(tmp_path, MADE, ANSWERS)
    (folder / "keys").mkdir()
    (folder / "keys" / "cedar.json").write_text("{}", encoding="utf-8")
    assert folder / "keys" / "cedar.json" not in list(trusted_keys("cedar", folder))
    assert find("cedar", trusted_keys("cedar", folder))[1] == ANSWERS


def test_the_environment_ends_the_search(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = write_course(tmp_path, MADE, ANSWERS)
    monkeypatch.setenv("SAFETYSTRING_KEYS", str(tmp_path / "elsewhere"))
    assert list(trusted_keys("cedar", folder)) == [tmp_path / "elsewhere" / "cedar.json"]


def test_the_search_ends_five_levels_up(tmp_path: Path) -> None:
    deep = tmp_path / "a" / "b" / "c" / "d" / "e" / "f"
    folders = {path.parent.parent for path in trusted_keys("cedar", deep) if path.parent.parent.name != "grading"}
    assert folders == {*list(deep.resolve().parents)[:5]}


def test_an_exam_release_belongs_to_the_same_key(tmp_path: Path) -> None:
    folder = write_course(tmp_path, MADE, ANSWERS)
    exam = dataclasses.replace(MADE, release="exam")
    public = tmp_path / "cedar.json"
    public.write_text(scenario_to_json(exam), encoding="utf-8")
    (tmp_path / "grading" / "keys" / "cedar.scenario.json").unlink()
    assert find("cedar", trusted_keys("cedar", folder), [public]) == (exam, ANSWERS)


def test_a_public_part_that_was_changed_is_not_used(tmp_path: Path) -> None:
    folder = write_course(tmp_path, MADE, ANSWERS)
    # Shorter, so that fewer things are asked, and still claiming the hash of the real one.
    forged = dataclasses.replace(MADE, spine=("s01",))
    (tmp_path / "grading" / "keys" / "cedar.scenario.json").unlink()
    public = tmp_path / "cedar.json"
    public.write_text(scenario_to_json(forged), encoding="utf-8")
    with pytest.raises(NoKeyError, match=r"no public part of cedar belongs to cedar\.json.*cedar\.scenario\.json"):
        find("cedar", trusted_keys("cedar", folder), [public])


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (None, r"no key of cedar.*safetystring build"),
        ("{}", r"missing.*safetystring build"),
        ("not json", r"cedar\.json: not JSON"),
        ("[" * 100_000, "not JSON"),
        ("x" * 4_000_001, "larger than 4000000 bytes"),
        (key_to_json(pair("genuine")[1]), r"is the key of maple, expected cedar"),
    ],
)
def test_a_key_that_cannot_be_used_says_why(tmp_path: Path, content: str | None, message: str) -> None:
    file = tmp_path / "cedar.json"
    if content is not None:
        file.write_text(content, encoding="utf-8")
    with pytest.raises(NoKeyError, match=message):
        find("cedar", [file])


def test_a_damaged_debrief_says_so(tmp_path: Path) -> None:
    file = tmp_path / "cedar.debrief"
    file.write_bytes(b"\xff\xfe nothing of the kind")
    with pytest.raises(NoKeyError, match="damaged"):
        find("cedar", [file])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_in_place_of_the_public_part_is_not_waited_for(tmp_path: Path) -> None:
    folder = write_course(tmp_path, MADE, ANSWERS)
    (tmp_path / "grading" / "keys" / "cedar.scenario.json").unlink()
    pipe = tmp_path / "cedar.json"
    os.mkfifo(pipe)
    with pytest.raises(NoKeyError, match="no public part"):
        find("cedar", trusted_keys("cedar", folder), [pipe])
