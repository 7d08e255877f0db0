from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from course.nbcourse import write_zip
from safetystring.course.answers import expected
from safetystring.course.collector import completed, notebooks_of, read_archives
from safetystring.player.pack import archive_name, clean_code, pack

if TYPE_CHECKING:
    from pathlib import Path

WANTED = expected(frozenset({"cedar"}))
LOG = "responses/cedar.jsonl"
BLANK = {"cedar.ipynb": b'{"cells": [], "nbformat": 4, "x": "blank"}'}
OWN = b'{"cells": [], "nbformat": 4, "x": "own"}'


def test_one_bad_archive_stops_nobody(tmp_path: Path) -> None:
    good = write_zip(tmp_path / "answers_A1_m1.zip", {LOG: "log"})
    other = write_zip(tmp_path / "answers_B2_m2.zip", {LOG: "log"})
    empty = write_zip(tmp_path / "answers_C3_m1.zip", {"readme.txt": "hello"})
    (tmp_path / "answers_D4_m1.zip").write_bytes(b"PK\x03\x04 torn")
    archives, lines = read_archives([good, other, empty, tmp_path / "answers_D4_m1.zip"], "m1", WANTED)
    assert [archive.code for archive in archives] == ["A1"]
    assert lines == [
        "answers_B2_m2.zip: not taken: it belongs to the assignment m2, not to m1",
        "answers_C3_m1.zip: not taken: it holds no answers to m1",
        "answers_D4_m1.zip: not taken: it is no zip archive that can be read",
    ]


def test_two_downloads_of_one_learner_complete_each_other(tmp_path: Path) -> None:
    first = write_zip(tmp_path / "answers_A1_m1 (1).zip", {LOG: "one\n", "cedar.ipynb": OWN})
    second = write_zip(tmp_path / "answers_A1_m1.zip", {LOG: "one\ntwo\n", "responses/maple.jsonl": "x"})
    wanted = expected(frozenset({"cedar", "maple"}))
    [archive], lines = read_archives([first, second], "m1", wanted)
    assert archive.answers.files == {LOG: b"one\ntwo\n", "cedar.ipynb": OWN, "responses/maple.jsonl": b"x"}
    assert lines == []


def test_the_player_s_download_is_taken(tmp_path: Path) -> None:
    (tmp_path / "responses").mkdir()
    (tmp_path / "cedar.ipynb").write_bytes(OWN)
    (tmp_path / LOG).write_bytes(b"log\n")
    path = tmp_path / archive_name(clean_code("AB-12"), "m1")
    path.write_bytes(pack(tmp_path, "cedar", {}))
    [archive], lines = read_archives([path], "m1", WANTED)
    assert (archive.code, archive.answers.files, lines) == ("AB-12", {LOG: b"log\n", "cedar.ipynb": OWN}, [])


@pytest.mark.parametrize("order", [(100, 200), (200, 100)])
def test_of_two_people_with_one_code_the_newer_is_taken_and_both_are_named(
    tmp_path: Path, order: tuple[int, int]
) -> None:
    first = write_zip(tmp_path / "answers_A1_m1.zip", {LOG: str(order[0])})
    second = write_zip(tmp_path / "answers_A1_m1 (1).zip", {LOG: str(order[1])})
    for path, when in zip((first, second), order, strict=True):
        os.utime(path, (when, when))
    archives, lines = read_archives([first, second], "m1", WANTED)
    assert [archive.answers.files[LOG] for archive in archives] == [b"200"]
    assert len(lines) == 1
    assert "answers_A1_m1.zip" in lines[0]
    assert "answers_A1_m1 (1).zip" in lines[0]


@pytest.mark.parametrize(
    ("files", "kept", "supplied"),
    [
        ({"cedar.ipynb": OWN}, OWN, []),
        ({}, BLANK["cedar.ipynb"], ["cedar.ipynb"]),
        ({"cedar.ipynb": b"{torn"}, BLANK["cedar.ipynb"], ["cedar.ipynb"]),
    ],
)
def test_a_missing_notebook_is_supplied(files: dict[str, bytes], kept: bytes, supplied: list[str]) -> None:
    made, names = completed({LOG: b"log", **files}, BLANK)
    assert made == {LOG: b"log", "cedar.ipynb": kept}
    assert names == supplied


def test_notebooks_of_a_folder(tmp_path: Path) -> None:
    (tmp_path / "cedar.ipynb").write_bytes(OWN)
    (tmp_path / "data").mkdir()
    assert notebooks_of(tmp_path) == {"cedar.ipynb": OWN}
    assert notebooks_of(tmp_path / "nowhere") == {}
