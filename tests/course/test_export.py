from __future__ import annotations

import json
from datetime import datetime
from typing import TYPE_CHECKING

import pytest

from safetystring.course.export import COLUMNS, JsonLinesExport, describe
from scoring import plays

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("item-01", {"kind": "other", "marked_family": None}),
        ("item-02", {"kind": "cue", "red_flag": "flag_money", "family": "money", "marked_family": "channel"}),
        ("item-03", {"kind": "lookalike"}),
        ("item-99", {}),
        ("decision-02", {"kind": "decision"}),
        ("false-alarms", {"kind": "false-alarms"}),
        ("verdict", {"kind": "verdict"}),
        ("reflection", {"kind": "reflection"}),
    ],
)
def test_describe(cell: str, expected: dict[str, object]) -> None:
    _, key = plays.pair("scam")
    told = describe(cell, key, {"m15": "channel"})
    assert expected.items() <= told.items()
    assert all(told[f"label_{lang}"] for lang in ("zh", "en", "fr"))


def test_a_red_flag_has_its_names_in_three_languages() -> None:
    _, key = plays.pair("scam")
    told = describe("item-02", key, {})
    name = key.red_flags["flag_money"].name
    assert (told["red_flag_zh"], told["red_flag_en"], told["red_flag_fr"]) == (name.zh, name.en, name.fr)


def test_json_lines_hold_every_column_and_nothing_altered(tmp_path: Path) -> None:
    path = tmp_path / "grades.jsonl"
    when = datetime(2026, 11, 23, 10, 0, 0, 123)  # noqa: DTZ001 - nbgrader keeps UTC without a zone
    rows = [{"student_id": "=1", "red_flag_zh": "保密", "points": 0.5, "submitted_at": when}, {"student_id": "\ud800"}]
    writer: object = JsonLinesExport.write
    assert callable(writer)
    assert writer(None, path, rows) == 2
    first, second = (json.loads(line) for line in path.read_text(encoding="utf-8").splitlines())
    assert tuple(first) == COLUMNS
    assert (first["student_id"], first["red_flag_zh"], first["points"]) == ("=1", "保密", 0.5)
    assert first["submitted_at"] == "2026-11-23T10:00:00Z"
    assert (second["student_id"], second["points"]) == ("?", None)
