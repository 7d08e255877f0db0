from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from safetystring.course.incoming.keep import keep

if TYPE_CHECKING:
    from pathlib import Path

BLANK = dict.fromkeys(("cedar.ipynb", "maple.ipynb"), b'{"cells": [], "nbformat": 4}')
CEDAR, MAPLE = "responses/cedar.jsonl", "responses/maple.jsonl"


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "submitted" / "A1" / "m1", tmp_path / "replaced" / "A1" / "m1"


def test_a_first_time_has_notebooks_and_a_time(places: tuple[Path, Path]) -> None:
    folder, aside = places
    assert keep(folder, aside, {CEDAR: b"one\n"}, BLANK, 1_763_900_000).what == "new"
    assert (folder / "timestamp.txt").read_text() == "2025-11-23 12:13:20 UTC"
    assert (folder / "maple.ipynb").read_bytes() == BLANK["maple.ipynb"]
    assert len((folder / "submission_secret.txt").read_text()) == 128
    assert not aside.exists()


def test_more_of_the_same_completes_and_less_of_it_changes_nothing(places: tuple[Path, Path]) -> None:
    folder, aside = places
    keep(folder, aside, {CEDAR: b"one\n"}, BLANK, 1.0)
    secret = (folder / "submission_secret.txt").read_text()
    assert keep(folder, aside, {MAPLE: b"x\n"}, BLANK, 2.0).what == "replaced"
    made = keep(folder, aside, {CEDAR: b"one\ntwo\n"}, BLANK, 3.0)
    assert (made.what, made.contradicts) == ("replaced", False)
    assert keep(folder, aside, {CEDAR: b"one\n"}, BLANK, 4.0).what == "unchanged"
    assert ((folder / CEDAR).read_bytes(), (folder / MAPLE).read_bytes()) == (b"one\ntwo\n", b"x\n")
    assert (folder / "submission_secret.txt").read_text() == secret
    assert (folder / "timestamp.txt").read_text() == "1970-01-01 00:00:03 UTC"


def test_what_contradicts_replaces_and_the_earlier_is_kept_whole(places: tuple[Path, Path]) -> None:
    folder, aside = places
    keep(folder, aside, {CEDAR: b"one\n"}, BLANK, 1.0)
    (folder / "extra").write_text("put there by hand")
    made = keep(folder, aside, {CEDAR: b"another\n"}, BLANK, 2.0)
    assert made.contradicts
    assert made.aside is not None
    assert (made.aside / CEDAR).read_bytes() == b"one\n"
    assert (made.aside / "extra").exists()
    assert (folder / CEDAR).read_bytes() == b"another\n"
    again = keep(folder, aside, {CEDAR: b"a third\n"}, BLANK, 3.0)
    assert again.aside not in (None, made.aside)


def test_a_link_in_the_way_is_put_aside_and_not_followed(places: tuple[Path, Path], tmp_path: Path) -> None:
    folder, aside = places
    folder.parent.mkdir(parents=True)
    (tmp_path / "elsewhere").mkdir()
    folder.symlink_to(tmp_path / "elsewhere")
    assert keep(folder, aside, {CEDAR: b"one\n"}, BLANK, 1.0).what == "replaced"
    assert (folder / CEDAR).read_bytes() == b"one\n"
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_power_cut_between_the_two_renames_is_made_good(places: tuple[Path, Path]) -> None:
    folder, aside = places
    keep(folder, aside, {CEDAR: b"one\n"}, BLANK, 1.0)
    keep(folder, aside, {CEDAR: b"one\ntwo\n"}, BLANK, 2.0)
    folder.rename(folder.with_name(".incoming-m1"))
    keep(folder, aside, {MAPLE: b"x\n"}, BLANK, 3.0)
    assert (folder / CEDAR).read_bytes() == b"one\ntwo\n"
