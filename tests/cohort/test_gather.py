from __future__ import annotations

import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from cohort.room import put
from safetystring.cohort.gather import CohortError, Found, gather
from safetystring.player.log import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path


def found(place: Path) -> list[tuple[str, str | None, str]]:
    return [(one.learner, one.module, one.scenario) for one in gather(place)]


def only(place: Path) -> Found:
    (one,) = gather(place)
    return one


def archive(path: Path, members: dict[str, bytes]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as written:
        for name, data in members.items():
            written.writestr(name, data)
    return path


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("A01/m1/responses/cedar.jsonl", ("A01", "m1", "cedar")),
        ("A01/responses/cedar.jsonl", ("A01", None, "cedar")),
        ("A01/cedar.jsonl", ("A01", None, "cedar")),
        ("A01/m1/cedar.jsonl", ("A01", "m1", "cedar")),
        ("responses/cedar.jsonl", ("home", None, "cedar")),
        ("cedar.jsonl", ("home", None, "cedar")),
    ],
)
def test_where_a_log_lies_says_whose_it_is(tmp_path: Path, path: str, expected: tuple[str, str | None, str]) -> None:
    put(tmp_path / "home" / path, b"x")
    assert found(tmp_path / "home") == [expected]


def test_one_log_and_one_learners_responses_folder(tmp_path: Path) -> None:
    path = put(tmp_path / "A01" / "responses" / "cedar.jsonl", b"x")
    assert found(path.parent) == [("A01", None, "cedar")]
    assert only(path).data == b"x"


@pytest.mark.parametrize(
    ("name", "learner", "module"),
    [
        ("answers_A01_m1.zip", "A01", "m1"),
        ("answers_A01_m1 (1).zip", "A01", "m1"),
        ("42_assignsubmission_file_answers_A01_m1.zip", "A01", "m1"),
        ("wang.zip", "wang", None),
    ],
)
def test_an_archives_name_says_whose_it_is(tmp_path: Path, name: str, learner: str, module: str | None) -> None:
    members = {"somebody/m9/responses/cedar.jsonl": b"x", "m1/cedar.ipynb": b"{}"}
    archive(tmp_path / "deep" / name, members)
    assert found(tmp_path) == [(learner, module, "cedar")]


def test_other_files_and_checkpoints_are_passed_over(tmp_path: Path) -> None:
    for name in ("A01/notes.txt", "A01/.ipynb_checkpoints/cedar.jsonl", "A01/m1/cedar.ipynb", "__MACOSX/x.jsonl"):
        put(tmp_path / name, b"x")
    archive(tmp_path / "answers_A01_m1.zip", {"__MACOSX/responses/cedar.jsonl": b"x"})
    assert found(tmp_path) == []


def test_a_link_is_named_and_not_followed(tmp_path: Path) -> None:
    secret = put(tmp_path / "secret.txt", b"secret")
    log = tmp_path / "home" / "A01" / "cedar.jsonl"
    log.parent.mkdir(parents=True)
    log.symlink_to(secret)
    (tmp_path / "home" / "A02").symlink_to(tmp_path / "home" / "A01")
    one = only(tmp_path / "home")
    assert (one.learner, one.data, one.problem) == ("A01", None, "it is a link")


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="named pipes are a thing of Unix")
def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    (tmp_path / "A01").mkdir()
    os.mkfifo(tmp_path / "A01" / "cedar.jsonl")
    assert "regular file" in only(tmp_path).problem


def test_reading_is_bounded(tmp_path: Path) -> None:
    put(tmp_path / "A01" / "cedar.jsonl", b"0" * (MAX_BYTES + 100))
    assert len(only(tmp_path).data or b"") == MAX_BYTES + 1


def test_a_bomb_in_an_archive_is_read_to_the_bound_only(tmp_path: Path) -> None:
    archive(tmp_path / "answers_A01_m1.zip", {"responses/cedar.jsonl": b"0" * 50_000_000})
    assert len(only(tmp_path).data or b"") == MAX_BYTES + 1


@pytest.mark.parametrize("data", [b"", b"no archive", b"PK\x03\x04 torn"])
def test_a_bad_archive_is_one_line_and_no_more(tmp_path: Path, data: bytes) -> None:
    put(tmp_path / "answers_A01_m1.zip", data)
    archive(tmp_path / "answers_A02_m1.zip", {"responses/cedar.jsonl": b"x"})
    bad, good = gather(tmp_path)
    assert (bad.learner, bad.data, bad.problem) == ("A01", None, "it is no zip archive that can be read")
    assert good.data == b"x"


def test_a_damaged_member_leaves_the_others(tmp_path: Path) -> None:
    path = archive(
        tmp_path / "answers_A01_m1.zip", {"responses/cedar.jsonl": b"a" * 500, "responses/maple.jsonl": b"b"}
    )
    raw = bytearray(path.read_bytes())
    raw[raw.index(b"cedar.jsonl") + 11 + 2] ^= 0xFF
    path.write_bytes(raw)
    first, second = gather(tmp_path)
    assert (first.data, first.problem) == (None, "it is damaged")
    assert second.data == b"b"


def test_deep_folders_are_left(tmp_path: Path) -> None:
    put(tmp_path / "/".join("abcdefghij") / "cedar.jsonl", b"x")
    assert found(tmp_path) == []


def test_nothing_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(CohortError, match=r"expected a gradebook\.db, or a folder"):
        list(gather(tmp_path / "nowhere"))
