"""The course as the start page lists it: what is read, what is remembered, and where a conversation leads on."""

from __future__ import annotations

import dataclasses
import json
from typing import TYPE_CHECKING

import pytest

from player import sample
from safetystring.player.catalogue import (
    CATALOGUE,
    FRAME,
    Catalogue,
    Entry,
    Module,
    frame_to_json,
    onward,
    places,
    preferred_language,
    read_catalogue,
    read_frame,
    remember_language,
    standing,
    takeaway,
)
from safetystring.player.events import Left, Reviewed, Reviewing, Verdict
from safetystring.player.lesson import Lesson, Takeaway
from safetystring.scenario import FormatError, encode, scenario_to_json

if TYPE_CHECKING:
    from pathlib import Path

    from safetystring.player.events import Event

SCENARIO = sample.make()
ENTRIES = tuple(
    Entry(id=name, title=sample.text(name), minutes=5, path=f"m1/{name}.ipynb") for name in (SCENARIO.id, "birch")
)
MODULE = Module(id="m1", title=sample.text("module"), goals=(sample.text("goal"),), minutes=12, scenarios=ENTRIES)
COURSE = Catalogue(format=1, modules=(MODULE,))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / CATALOGUE).write_text(json.dumps(encode(COURSE)), encoding="utf-8")
    data = tmp_path / "m1" / "data"
    data.mkdir(parents=True)
    (data / f"{SCENARIO.id}.json").write_text(scenario_to_json(SCENARIO), encoding="utf-8")
    return tmp_path


def test_the_catalogue_comes_back(folder: Path) -> None:
    assert read_catalogue(folder) == COURSE


@pytest.mark.parametrize("damaged", ["{", "[]", '{"modules": []}', "[" * 20_000, "\udcff"])
def test_a_damaged_catalogue_is_refused(folder: Path, damaged: str) -> None:
    (folder / CATALOGUE).write_bytes(damaged.encode("utf-8", "surrogateescape"))
    with pytest.raises(FormatError, match=CATALOGUE):
        read_catalogue(folder)


def test_a_missing_catalogue_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=CATALOGUE):
        read_catalogue(tmp_path)


FINISHED: tuple[Event, ...] = (Left(), Verdict(percent=90), Reviewing(), Reviewed())


@pytest.mark.parametrize(
    ("events", "expected"), [(None, "new"), ((), "begun"), (FINISHED[:2], "begun"), (FINISHED, "done")]
)
def test_how_far_the_learner_is(folder: Path, events: tuple[Event, ...] | None, expected: str) -> None:
    if events is not None:
        log = folder / "m1" / "responses" / f"{SCENARIO.id}.jsonl"
        log.parent.mkdir()
        lines = enumerate((sample.header(SCENARIO), *events), start=1)
        log.write_bytes(b"".join(sample.raw(n, event) for n, event in lines))
    found = standing(folder, ENTRIES[0])
    assert (found.state, len(found.finished)) == (expected, expected == "done")


def test_a_scenario_that_is_not_there_is_not_begun(folder: Path) -> None:
    assert standing(folder, ENTRIES[1]).state == "new"


def test_the_language_is_remembered_for_the_folders_below(folder: Path) -> None:
    assert preferred_language(folder / "m1") is None
    remember_language(folder, "fr")
    assert preferred_language(folder) == preferred_language(folder / "m1") == "fr"


@pytest.mark.parametrize("written", ["{", "[]", '{"lang": "de"}', '{"lang": 3}'])
def test_damaged_preferences_are_none(folder: Path, written: str) -> None:
    (folder / "preferences.json").write_text(written, encoding="utf-8")
    assert preferred_language(folder) is None


def test_what_cannot_be_remembered_is_no_failure(tmp_path: Path) -> None:
    remember_language(tmp_path / "nowhere", "en")
    assert preferred_language(tmp_path / "nowhere") is None


@pytest.mark.parametrize(
    ("scenario", "expected"),
    [
        (SCENARIO.id, {"home": "../start.ipynb", "next": "../m1/birch.ipynb", "title": "birch fr"}),
        ("birch", {"home": "../start.ipynb"}),
        ("oak", {}),
    ],
)
def test_where_a_conversation_leads_on(folder: Path, scenario: str, expected: dict[str, str]) -> None:
    assert onward(folder / "m1", scenario, "fr") == expected


def test_an_assignment_has_no_start_page(tmp_path: Path) -> None:
    assert onward(tmp_path / "m1", SCENARIO.id, "zh") == {}


LESSON = Lesson(
    minutes=2, points=(sample.text("stop"),), sender=sample.text("who"), parts=(), genuine=sample.text("real")
)


def test_a_lesson_goes_with_an_assignment_and_needs_no_start_page(folder: Path, tmp_path: Path) -> None:
    card = Takeaway(remember=(sample.text("a"),), say=(), dial=())
    module = dataclasses.replace(MODULE, lesson=LESSON, takeaway=card)
    data = tmp_path / "assignment" / "m1" / "data"
    data.mkdir(parents=True)
    (data / FRAME).write_text(frame_to_json(module), encoding="utf-8")
    alone = onward(data.parent, SCENARIO.id, "fr")
    assert set(alone) == {"lesson", "takeaway"}
    assert alone["lesson"]["points"] == ["stop fr"]
    assert alone["lesson"]["goals"] == [goal.get("fr") for goal in MODULE.goals]
    assert alone["lesson"]["remember"] == ["a fr"]
    (folder / CATALOGUE).write_text(json.dumps(encode(Catalogue(format=1, modules=(module,)))), encoding="utf-8")
    assert onward(folder / "m1", SCENARIO.id, "fr")["lesson"] == alone["lesson"]


@pytest.mark.parametrize("damaged", ["", "[", "{}", "[" * 100_000, '{"id": 1}', " " * 1_000_001])
def test_a_damaged_lesson_costs_nothing_but_itself(tmp_path: Path, damaged: str) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / FRAME).write_text(damaged, encoding="utf-8")
    assert read_frame(tmp_path) is None
    assert onward(tmp_path, SCENARIO.id, "zh") == {}


def test_where_the_scenarios_lie_is_found_from_the_start_page_and_from_a_notebook(folder: Path) -> None:
    every = [(folder / "m1", SCENARIO.id), (folder / "m1", "birch")]
    assert places(folder) == places(folder / "m1") == every
    (folder / CATALOGUE).unlink()
    assert places(folder / "m1") == [(folder / "m1", SCENARIO.id)]


def test_the_card_comes_along(folder: Path) -> None:
    line = sample.text("line")
    card = Takeaway(remember=(line,) * 3, say=(line,), dial=SCENARIO.help)
    course = Catalogue(format=1, modules=(dataclasses.replace(MODULE, takeaway=card),))
    (folder / CATALOGUE).write_text(json.dumps(encode(course)), encoding="utf-8")
    assert read_catalogue(folder) == course
    found = onward(folder / "m1", SCENARIO.id, "fr")["takeaway"]
    assert (found["title"], found["remember"], found["say"]) == ("module fr", ["line fr"] * 3, ["line fr"])
    assert len(found["dial"]) == len(SCENARIO.help)
    assert takeaway(MODULE, "fr") is None
