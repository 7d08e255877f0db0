"""Files as they come, from every side, into a course; and parcels that are no answers."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from course.nbcourse import compiled, write_zip
from course.preflight.logs import GENUINE, SCAM, honest
from safetystring.course.answers import RefusedError
from safetystring.course.files import write_tree
from safetystring.course.incoming import parcels
from safetystring.course.incoming.collect import Collected, collect
from safetystring.course.incoming.owners import pseudonym
from safetystring.course.release import course_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CEDAR, MAPLE = (f"responses/{one.scenario.id}.jsonl" for one in (SCAM, GENUINE))
DRAWN = "what pseudonyms are drawn with"
BLANK = b'{"cells": [], "nbformat": 4, "own": true}'


@pytest.fixture
def root(tmp_path: Path) -> Path:
    course = tmp_path / "course"
    write_tree(course, course_files(compiled()))
    (course / "release").mkdir()
    (course / "source" / "m1").rename(course / "release" / "m1")
    return course


@pytest.fixture
def came(tmp_path: Path) -> Path:
    folder = tmp_path / "came"
    folder.mkdir()
    return folder


def put(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)


def handed_in(root: Path) -> dict[str, set[str]]:
    """Return by learner the logs that are there."""
    return {
        path.name: {log.name for log in path.glob("m1/responses/*")} for path in sorted((root / "submitted").glob("*"))
    }


def packed(files: Mapping[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in files.items():
            # Without the time of day: every worker must collect the same test.
            archive.writestr(zipfile.ZipInfo(name), data)
    return made.getvalue()


def test_e_mailed_files_of_any_name_say_themselves_what_they_are(root: Path, came: Path) -> None:
    put(
        came,
        {
            "answers.txt": honest(SCAM, 1),
            "Max/cedar (1).jsonl": honest(SCAM, 2),
            "Max/second.log": honest(GENUINE, 2),
            "Max/cedar.ipynb": BLANK,
            "photo.png": b"\x89PNG",
            "poem.txt": b"roses\n",
        },
    )
    found = collect(root, [came], {"answers.txt": "A01"}, secret=None)
    assert (handed_in(root), found.nameless) == ({"A01": {"cedar.jsonl"}}, {"Max"})
    assert found.lines == [
        "photo.png: not taken: no file of answers",
        "poem.txt: not taken: no file of answers: none of its first lines begins a conversation",
    ]
    collect(root, [came], {"answers.txt": "A01"}, secret=DRAWN)
    name = pseudonym("Max", DRAWN)
    assert handed_in(root) == {"A01": {"cedar.jsonl"}, name: {"cedar.jsonl", "maple.jsonl"}}
    assert (root / "submitted" / name / "m1" / "cedar.ipynb").read_bytes() == BLANK


def test_a_platform_s_own_archive_is_read_without_unpacking(root: Path, tmp_path: Path) -> None:
    moodle = write_zip(
        tmp_path / "Course-Safety-1.zip",
        {
            "Li Na_111_assignsubmission_file_/answers_A09_m1.zip": packed({CEDAR: honest(SCAM, 1)}),
            "Max M_222_assignsubmission_file_/cedar.jsonl": honest(SCAM, 2),
            "eve_333_4444_anything.jsonl": honest(SCAM, 3),
            "../../evil_555_666_cedar.jsonl": honest(SCAM, 4),
        },
    )
    found = collect(root, [moodle], {}, secret=None)
    assert sorted(handed_in(root)) == ["111", "222", "333"]
    assert found.by["platform"] == {"111", "222", "333"}


def test_nothing_inside_an_archive_says_whose_it_is(root: Path, came: Path) -> None:
    inner = packed({CEDAR: honest(SCAM, 9)})
    put(
        came,
        {"answers_A01_m1.zip": packed({CEDAR: honest(SCAM, 1), "answers_A02_m1.zip": inner, f"A02/{MAPLE}": b"x"})},
    )
    collect(root, [came], {}, secret=None)
    assert list(handed_in(root)) == ["A01"]


def test_sending_again_completes_and_replaces_and_nothing_is_lost(root: Path, came: Path) -> None:
    whole = honest(SCAM, 1)
    put(came, {"answers_A1_m1.zip": packed({CEDAR: whole[: whole.rindex(b"\n", 0, -1) + 1]})})
    assert collect(root, [came], {}, secret=None).kept["A1", "m1"].what == "new"
    put(came, {"answers_A1_m1.zip": packed({MAPLE: honest(GENUINE, 1), CEDAR: whole})})
    assert collect(root, [came], {}, secret=None).kept["A1", "m1"].what == "replaced"
    assert collect(root, [came], {}, secret=None).kept["A1", "m1"].what == "unchanged"
    put(came, {"answers_A1_m1.zip": packed({CEDAR: honest(SCAM, 2)})})
    found = collect(root, [came], {}, secret=None)
    [line] = found.lines
    assert "other answers than A1 handed in before" in line
    aside = found.kept["A1", "m1"].aside
    assert aside is not None
    assert (aside / CEDAR).read_bytes() == whole
    assert (root / "submitted" / "A1" / "m1" / CEDAR).read_bytes() == honest(SCAM, 2)
    assert handed_in(root)["A1"] == {"cedar.jsonl", "maple.jsonl"}


def test_two_with_one_name_are_both_named_and_both_kept(root: Path, came: Path) -> None:
    for number, name in enumerate(("one/answers_A1_m1.zip", "two/answers_A1_m1.zip"), 1):
        put(came, {name: packed({CEDAR: honest(SCAM, number)})})
        os.utime(came / name, (number * 1e9,) * 2)
    found = collect(root, [came], {}, secret=None)
    assert found.lines[0].startswith("one/answers_A1_m1.zip: replaced by two/answers_A1_m1.zip")
    aside = found.kept["A1", "m1"].aside
    assert aside is not None
    assert (aside / CEDAR).read_bytes() == honest(SCAM, 1)


def test_names_that_differ_in_capitals_are_not_merged(root: Path, came: Path) -> None:
    put(came, {f"answers_{name}_m1.zip": packed({CEDAR: honest(SCAM, n)}) for n, name in enumerate(("A1", "a1"))})
    found = collect(root, [came], {}, secret=None)
    assert list(handed_in(root)) == ["A1"]
    assert "differs only in capitals from A1" in found.lines[0]


def test_links_pipes_and_depths_are_named_and_not_followed(root: Path, came: Path, tmp_path: Path) -> None:
    (tmp_path / "secret").mkdir()
    put(tmp_path / "secret", {"cedar.jsonl": honest(SCAM, 1)})
    (came / "folder").symlink_to(tmp_path / "secret")
    (came / "answers_A1_m1.zip").symlink_to(tmp_path / "secret" / "cedar.jsonl")
    os.mkfifo(came / "answers_A2_m1.zip")
    put(came, {"1/2/3/4/5/6/7/8/cedar.jsonl": b"x"})
    found = collect(root, [came], {}, secret=DRAWN)
    assert found.kept == {}
    assert len(found.lines) == 4


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("answers_A1_m1.zip", b"PK\x03\x04 torn", "no zip archive that can be read"),
        ("answers_A1_m1.zip", packed({"x": b""}), "holds no answers to any conversation"),
        ("cedar.ipynb", b"{torn", "no notebook that can be read"),
        ("work.ipynb", BLANK, "whose name says no conversation"),
        ("other.jsonl", honest(SCAM, 1).replace(b"cedar", b"birch"), "answers to 'birch', which is no conversation"),
        ("cedar.jsonl", b"\n" * 900 + honest(SCAM, 1), "no file of answers"),
    ],
)
def test_what_is_not_taken_says_why(root: Path, came: Path, name: str, data: bytes, said: str) -> None:
    put(came, {name: data})
    found = collect(root, [came], {}, secret=DRAWN)
    assert found.kept == {}
    [line] = found.lines
    assert said in line


def test_a_dry_run_writes_nothing(root: Path, came: Path) -> None:
    put(came, {"answers_A1_m1.zip": packed({CEDAR: honest(SCAM, 1)})})
    assert ("A1", "m1") in collect(root, [came], {}, secret=None, write=False).kept
    assert not (root / "submitted").exists()


def test_a_course_must_be_handed_out_and_a_place_be_there(root: Path, tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="is not here"):
        collect(root, [tmp_path / "nowhere"], {}, secret=None)
    with pytest.raises(RefusedError, match="generate_assignment"):
        collect(tmp_path, [root], {}, secret=None)


def test_a_flood_of_files_ends(root: Path, came: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parcels, "MAX_FILES", 3)
    put(came, {f"{number}.txt": b"" for number in range(9)})
    found: Collected = collect(root, [came], {}, secret=None)
    assert found.lines[-1] == "more than 3 files: the rest was not looked at"
