from __future__ import annotations

import io
import os
import struct
import zipfile
from pathlib import Path, PurePosixPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from safetystring.course import answers
from safetystring.course.answers import Answers, Part, RefusedError, code_of, expected, folder_parts, open_archive, take

WANTED = expected(frozenset({"cedar", "maple"}))


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("answers_AB12_m1.zip", "AB12"),
        ("answers_ab-12_m1 (1).zip", "ab-12"),
        ("answers_AB12_m1(2).zip", "AB12"),
        ("LIN Xiao_4711_assignsubmission_file_answers_AB12_m1.zip", "AB12"),
        ("answers_ZZ_m1 answers_AB12_m1.zip", "AB12"),
    ],
)
def test_the_code_comes_from_the_archive_name(name: str, code: str) -> None:
    assert code_of(name, "m1") == code


@pytest.mark.parametrize(
    "name",
    [
        "answers_AB12_m2.zip",
        "answers__m1.zip",
        "answers_m1.zip",
        "answers_AB12_m1.zip.exe",
        "answers_../x_m1.zip",
        "answers_-x_m1.zip",
        f"answers_{'a' * 33}_m1.zip",
        "something.zip",
        "",
    ],
)
def test_other_names_are_refused(name: str) -> None:
    with pytest.raises(RefusedError):
        code_of(name, "m1")


def made(path: Path, *entries: tuple[zipfile.ZipInfo | str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return path


def taken(path: Path) -> Answers:
    with open_archive(path) as parts:
        return take(parts, WANTED)


def link(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name)
    info.external_attr = 0o120777 << 16
    return info


LOG = "responses/cedar.jsonl"


def test_takes_what_belongs_and_nothing_else(tmp_path: Path) -> None:
    path = made(
        tmp_path / "a.zip",
        ("cedar.ipynb", b"{}"),
        (LOG, b"log"),
        ("ipywidgets.py", b"import os"),
        ("../maple.ipynb", b"slip"),
        ("/maple.ipynb", b"slip"),
        ("..\\maple.ipynb", b"slip"),
        ("data/cedar.json", b"{}"),
        ("__MACOSX/maple.ipynb", b"mac"),
        ("a/b/maple.ipynb", b"deep"),
    )
    assert taken(path) == Answers({"cedar.ipynb": b"{}", LOG: b"log"}, ())


@pytest.mark.parametrize("folder", ["answers_AB_m1/", "answers_AB_m1\\"])
def test_one_folder_around_everything_is_allowed(tmp_path: Path, folder: str) -> None:
    assert taken(made(tmp_path / "a.zip", (f"{folder}responses/cedar.jsonl", b"log"))).files == {LOG: b"log"}


@pytest.mark.parametrize(
    ("entries", "line"),
    [
        ([(link(LOG), b"/etc/passwd")], f"{LOG}: it is a link or no ordinary file"),
        ([(LOG, b"1"), (f"x/{LOG}", b"2")], f"{LOG}: it is there twice"),
        ([(LOG, b"0" * (answers.MAX_LOG + 1))], f"{LOG}: larger than {answers.MAX_LOG:,} bytes"),
    ],
)
def test_what_cannot_be_taken_is_named_in_one_line(
    tmp_path: Path, entries: list[tuple[zipfile.ZipInfo | str, bytes]], line: str
) -> None:
    assert taken(made(tmp_path / "a.zip", *entries)).refused == (line,)


def test_a_bomb_that_lies_about_its_size_is_not_unpacked(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", (LOG, b"0" * 50_000_000))
    data = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        struct.pack_into("<I", data, data.find(signature) + at, 10)
    path.write_bytes(data)
    assert taken(path).files.get(LOG, b"") == b"" or len(taken(path).files[LOG]) <= answers.MAX_LOG
    assert path.stat().st_size < 100_000


def test_a_locked_part_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", (LOG, b"log"))
    data = bytearray(path.read_bytes())
    for signature, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.find(signature) + at] |= 1
    path.write_bytes(data)
    assert taken(path).refused == (f"{LOG}: it is locked with a password",)


def test_too_many_parts(tmp_path: Path) -> None:
    path = made(tmp_path / "a.zip", *((f"{number}.txt", b"") for number in range(answers.MAX_PARTS + 1)))
    with pytest.raises(RefusedError, match="more than"):
        taken(path)


def test_too_large_an_archive(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with path.open("wb") as file:
        file.truncate(answers.MAX_ARCHIVE + 1)
    with pytest.raises(RefusedError, match="larger than 20 MB"):
        taken(path)


@given(data=st.binary(max_size=200), cut=st.integers(0, 400))
def test_no_bytes_raise_anything_but_a_refusal(tmp_path_factory: pytest.TempPathFactory, data: bytes, cut: int) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(LOG, b"log" * 50)
    whole = buffer.getvalue()
    path = tmp_path_factory.mktemp("zip") / "a.zip"
    path.write_bytes(whole[:cut] + data + whole[cut + len(data) :])
    try:
        files = taken(path).files
    except RefusedError:
        return
    assert set(files) <= set(WANTED)


def test_a_link_to_an_archive_is_refused(tmp_path: Path) -> None:
    (tmp_path / "b.zip").symlink_to(made(tmp_path / "a.zip", (LOG, b"log")))
    with pytest.raises(RefusedError, match="it is a link"):
        taken(tmp_path / "b.zip")


def test_a_folder_is_read_by_the_same_rules(tmp_path: Path) -> None:
    secret = tmp_path / "secret.json"
    secret.write_text("the key")
    folder = tmp_path / "sub"
    (folder / "responses").mkdir(parents=True)
    (folder / "cedar.ipynb").write_text("{}")
    (folder / "maple.ipynb").mkdir()
    (folder / LOG).symlink_to(secret)
    os.mkfifo(folder / "responses" / "maple.jsonl")
    found = take(folder_parts(folder, WANTED), WANTED)
    assert found.files == {"cedar.ipynb": b"{}"}
    assert set(found.refused) == {
        "maple.ipynb: it is no ordinary file",
        f"{LOG}: it is a link",
        "responses/maple.jsonl: it is no ordinary file",
    }


def test_a_folder_behind_a_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "other").mkdir()
    (tmp_path / "other" / "cedar.jsonl").write_text("a neighbour's")
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "responses").symlink_to(tmp_path / "other")
    found = take(folder_parts(tmp_path / "sub", WANTED), WANTED)
    assert found == Answers({}, (f"{LOG}: it lies behind a link",))


def test_a_stated_size_saves_the_reading() -> None:
    def read(_: int) -> bytes:
        raise AssertionError("read")

    part = Part(PurePosixPath(LOG), answers.MAX_LOG + 1, read)
    assert take(iter([part]), WANTED).files == {}


@pytest.mark.parametrize(
    ("data", "is_one"),
    [
        (b'{"cells": [], "nbformat": 4}', True),
        (b'{"cells": {}, "nbformat": 4}', False),
        (b'{"cells": [], "nbformat": 3}', False),
        (b"[]", False),
        (b"\xff", False),
        (b"[" * 100_000, False),
    ],
)
def test_is_notebook(data: bytes, is_one: bool) -> None:  # noqa: FBT001 - a table's column
    assert answers.is_notebook(data) is is_one


def test_neither_answers_nor_conversations_come_from_the_source(tmp_path: Path) -> None:
    (tmp_path / "m1").mkdir()
    for name in ("cedar.ipynb", "maple.ipynb", "notes.txt"):
        (tmp_path / "m1" / name).touch()
    (tmp_path / "m2").mkdir()
    logs = ["responses/cedar.jsonl", "responses/maple.jsonl"]
    data = ["data/cedar.json", "data/cedar.debrief", "data/maple.json", "data/maple.debrief"]
    assert answers.left_in_source(tmp_path) == {"m1": logs + data, "m2": []}
    assert answers.left_in_source(tmp_path / "nowhere") == {}
