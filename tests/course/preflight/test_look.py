"""A whole class looked through, without nbgrader: what it would say of its settings is given."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from course.nbcourse import compiled
from course.preflight.logs import BEGIN, GENUINE, SCAM, honest, moved
from safetystring.course.files import write_tree
from safetystring.course.grade import cache
from safetystring.course.grade.blueprint import Settings
from safetystring.course.grade.errors import GradeError
from safetystring.course.preflight.look import look
from safetystring.course.release import course_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

NOW = BEGIN / 1000 + 7 * 24 * 3600
WHEN = b"2025-11-24 10:00:00 UTC"


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    found = Settings(
        course_id="x",
        db_url="",
        penalty="none",
        submitted="submitted",
        autograded="autograded",
        feedback="feedback",
        permissions=(0o644, 0o644),
        ignore=(),
        files=(),
    )
    monkeypatch.setattr(cache, "settings", lambda _root: found)
    write_tree(tmp_path, course_files(compiled()))
    for path in (tmp_path / "source" / "m1" / "data").iterdir():
        os.utime(path, (NOW - 30 * 24 * 3600,) * 2)
    release = tmp_path / "release" / "m1"
    release.mkdir(parents=True)
    for path in (tmp_path / "source" / "m1").glob("*.ipynb"):
        (release / path.name).write_bytes(path.read_bytes())
    return tmp_path


def hand_in(root: Path, student: str, parts: Mapping[str, bytes]) -> Path:
    folder = root / "submitted" / student / "m1"
    for name, data in {"timestamp.txt": WHEN, **parts}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return folder


def played(seed: int) -> dict[str, bytes]:
    return {f"responses/{one.scenario.id}.jsonl": honest(one, seed) for one in (SCAM, GENUINE)}


def test_a_class_in_order_is_not_spoken_of(root: Path) -> None:
    blank = {path.name: path.read_bytes() for path in (root / "release" / "m1").glob("*.ipynb")}
    for number in range(5):
        hand_in(root, f"A{number}", {**blank, **played(number), "data/cedar.json": b"{}"})
    found = look(root, "m1", now=NOW)
    assert (found.learners, found.findings) == (5, ())


def test_each_oddity_is_one_line_in_its_group(root: Path) -> None:
    hand_in(root, "A1", played(1))
    hand_in(root, "A2", {name: moved(data, by=50_000, seed=2**31) for name, data in played(1).items()})
    hand_in(root, "B1", {"cedar.ipynb": b"{torn", "ipywidgets.py": b"raise SystemExit"})
    hand_in(root, "C1", {**played(3), "responses/maple.jsonl": b"not a log\n", "timestamp.txt": b"soon"})
    (root / "submitted" / "D1").mkdir()
    (root / "submitted" / "D1" / "m1").symlink_to(root / "keys")
    ticks: list[tuple[int, int]] = []
    found = look(root, "m1", now=NOW, tick=lambda *both: ticks.append(both))
    assert ticks[-1] == (5, 5)
    assert [(one.group, one.students, one.where) for one in found.findings] == [
        ("nothing", ("B1",), ()),
        ("nothing", ("D1",), ()),
        ("files", ("B1",), ()),
        ("log", ("C1",), ("maple",)),
        ("copy", ("A1", "A2"), ("cedar",)),
        ("time", ("C1",), ()),
    ]
    assert "written answers; ipywidgets.py: a program" in found.findings[2].text
    json.dumps([one.text for one in found.findings]).encode()


def test_who_began_before_the_course_was_built_unless_all_did(root: Path) -> None:
    for path in (root / "source" / "m1" / "data").iterdir():
        os.utime(path, (BEGIN / 1000,) * 2)
    early = honest(SCAM, 99, begin=BEGIN - 9 * 24 * 3600 * 1000)
    for number in range(12):
        hand_in(root, f"A{number}", played(number))
    hand_in(root, "E1", {"responses/cedar.jsonl": early})
    [one] = look(root, "m1", now=NOW).findings
    assert (one.group, one.students) == ("time", ("E1",))
    for number in range(5):
        early = honest(SCAM, 100 + number, begin=BEGIN - 9 * 24 * 3600 * 1000)
        hand_in(root, f"E{number}", {"responses/cedar.jsonl": early})
    assert look(root, "m1", now=NOW).findings == (), "the folder of the course is younger than the course"


@pytest.mark.parametrize(
    ("assignment", "students", "said"),
    [("m9", (), "there is no assignment m9"), ("m1", ("zoe",), "nobody called zoe"), ("m1", (), "nobody handed in m1")],
)
def test_what_cannot_be_looked_at(root: Path, assignment: str, students: tuple[str, ...], said: str) -> None:
    (root / "submitted").mkdir()
    with pytest.raises(GradeError, match=said):
        look(root, assignment, students, now=NOW)
