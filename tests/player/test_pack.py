from __future__ import annotations

import io
import os
import re
import zipfile
from typing import TYPE_CHECKING

import pytest

from safetystring.player.log import MAX_BYTES
from safetystring.player.pack import MAX_LOGS, MAX_NOTEBOOK, archive_name, clean_code, pack, pseudonym

if TYPE_CHECKING:
    from pathlib import Path


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ("A-07", "A-07"),
        ("  b 12 ", "b12"),
        ("王小明", ""),
        ("../../etc/passwd", "etcpasswd"),
        ("--x--", "x"),
        ("", ""),
        ("a" * 40, "a" * 24),
        ("a" * 23 + "-b", "a" * 23),
        ("x\0y_z\n", "xyz"),
    ],
)
def test_a_code_is_letters_digits_and_inner_hyphens(given: str, code: str) -> None:
    assert clean_code(given) == code


def test_a_pseudonym_is_a_code_of_its_own() -> None:
    made = {pseudonym() for _ in range(50)}
    assert len(made) == 50
    assert all(clean_code(code) == code and re.fullmatch("[0-9a-f]{8}", code) for code in made)


def test_the_archive_is_named_after_code_and_module() -> None:
    assert archive_name("A-07", "m1") == "answers_A-07_m1.zip"
    assert archive_name("x", "../M 1") == "answers_x_m1.zip"
    assert archive_name("x", "模") == "answers_x_course.zip"


def test_notebook_and_logs_are_packed_and_nothing_else(tmp_path: Path) -> None:
    (tmp_path / "responses").mkdir()
    (tmp_path / "cedar.ipynb").write_bytes(b"{}")
    (tmp_path / "maple.ipynb").write_bytes(b"other")
    (tmp_path / "responses" / "cedar.jsonl").write_bytes(b"c\n")
    (tmp_path / "responses" / "maple.jsonl").write_bytes(b"m\n")
    (tmp_path / "responses" / "notes.txt").write_bytes(b"private")
    assert unpack(pack(tmp_path, "cedar", {})) == {
        "cedar.ipynb": b"{}",
        "responses/cedar.jsonl": b"c\n",
        "responses/maple.jsonl": b"m\n",
    }


def test_what_could_not_be_saved_is_packed_from_memory(tmp_path: Path) -> None:
    assert unpack(pack(tmp_path, "cedar", {"cedar.jsonl": b"held\n", "maple.jsonl": b""})) == {
        "responses/cedar.jsonl": b"held\n"
    }
    (tmp_path / "responses").write_bytes(b"a file in the way")
    assert list(unpack(pack(tmp_path, "cedar", {"cedar.jsonl": b"held\n"}))) == ["responses/cedar.jsonl"]


def test_links_pipes_and_giants_stay_out(tmp_path: Path) -> None:
    responses = tmp_path / "responses"
    responses.mkdir()
    secret = tmp_path / "secret"
    secret.write_bytes(b"secret")
    (responses / "link.jsonl").symlink_to(secret)
    os.mkfifo(responses / "pipe.jsonl")
    (responses / "folder.jsonl").mkdir()
    (responses / "big.jsonl").write_bytes(b"x" * (MAX_BYTES + 1))
    (responses / "fits.jsonl").write_bytes(b"x" * MAX_BYTES)
    (tmp_path / "cedar.ipynb").write_bytes(b"x" * (MAX_NOTEBOOK + 1))
    assert list(unpack(pack(tmp_path, "cedar", {}))) == ["responses/fits.jsonl"]


def test_the_number_of_logs_is_bounded(tmp_path: Path) -> None:
    (tmp_path / "responses").mkdir()
    for number in range(MAX_LOGS + 5):
        (tmp_path / "responses" / f"s{number:03d}.jsonl").write_bytes(b"\n")
    assert len(unpack(pack(tmp_path, "cedar", {}))) == MAX_LOGS


def test_the_same_answers_make_the_same_archive(tmp_path: Path) -> None:
    assert pack(tmp_path, "cedar", {"cedar.jsonl": b"x\n"}) == pack(tmp_path, "cedar", {"cedar.jsonl": b"x\n"})
