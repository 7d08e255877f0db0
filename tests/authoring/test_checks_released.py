"""The guard over what has been answered already."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from safetystring.authoring.project import load_project
from safetystring.authoring.release import to_json
from support.project import DROP, both, files, findings, put, write_project

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

ALDER = "alder/scenario.yaml"
S4 = ("scenes", 4, "messages")


@pytest.fixture(scope="module")
def index(tmp_path_factory: pytest.TempPathFactory) -> str:
    loaded = load_project(write_project(tmp_path_factory.mktemp("good")))
    assert loaded.project is not None
    return to_json(loaded.project.scenarios, None)


def _released(index: str) -> Callable[[Files], None]:
    def change(content: Files) -> None:
        content["released.json"] = index

    return change


CASES: list[tuple[Callable[[Files], None], list[tuple[str, str]]]] = [
    (put(ALDER, (*S4, 0, "text", "zh"), "换了说法"), []),
    (put(ALDER, (*S4, 0), DROP), [("SS106", "`m13` (note) was released, and is gone")]),
    (put(ALDER, (*S4, 0, "id"), "m99"), [("SS106", "`m13`")]),
    (
        both(put(ALDER, (*S4, 3, "form"), "narration"), put(ALDER, (*S4, 3, "from"), DROP)),
        [("SS107", "`m16` was released as message, and is now note")],
    ),
    (put(ALDER, (*S4, 3, "from"), "me"), [("SS107", "is now own message")]),
    (
        put(ALDER, ("scenes", 0, "choice", "options", 0, "rating"), "harmful"),
        [("SS108", "`o01` was released as cautious, and is now harmful")],
    ),
    (put(ALDER, ("scenes", 1, "messages", 1, "lookalike"), DROP), [("SS108", "nothing that is scored")]),
    (put(ALDER, ("endings", "e02", "outcome"), "harmful"), [("SS108", "`e02`")]),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, index: str, change: Callable[[Files], None], expected: list[tuple[str, str]]) -> None:
    found = [one for one in findings(tmp_path, both(_released(index), change)) if one[0] >= "SS106"]
    assert [one[0] for one in found] == [code for code, _ in expected], found
    for one, (_, words) in zip(found, expected, strict=True):
        assert words in one[3]


def test_another_truth(tmp_path: Path, index: str) -> None:
    swapped = index.replace('"scam"', '"genuine"', 1)
    found = findings(tmp_path, _released(swapped))
    assert ("SS107", ALDER) in [one[:2] for one in found]


def test_a_scenario_that_is_gone_and_ids_that_were_retired(tmp_path: Path, index: str) -> None:
    plain = json.loads(index)
    plain["scenarios"]["elder"] = plain["scenarios"]["alder"]
    plain["scenarios"]["alder"]["retired"] = ["m16"]
    plain["retired"] = ["birch"]
    found = [one for one in findings(tmp_path, _released(json.dumps(plain))) if one[0] in ("SS106", "SS107")]
    assert [(code, file) for code, file, _, _ in found] == [
        ("SS107", ALDER),
        ("SS107", "birch/scenario.yaml"),
        ("SS106", "released.json"),
    ]


def test_an_index_that_is_none(tmp_path: Path) -> None:
    assert [one[:2] for one in findings(tmp_path, _released('{"format": 2, "scenarios": {}}'))] == [
        ("SS013", "released.json")
    ]
    assert "released.json" not in files()
