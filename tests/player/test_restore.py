"""Progress in one file: what comes back, what is refused, and that nothing here is ever lost."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from player import sample
from player.test_catalogue import FINISHED, SCENARIO, folder
from safetystring.player.catalogue import places
from safetystring.player.events import Event, Left, Shown
from safetystring.player.log import MAX_BYTES
from safetystring.player.pack import zipped
from safetystring.player.restore import MAX_ARCHIVE, BadArchiveError, pack_progress, restore

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["folder"]

NAME = f"responses/{SCENARIO.id}.jsonl"


def log(*events: Event, attempt: int = 1, first: int = 1) -> bytes:
    lines = enumerate((sample.header(SCENARIO, attempt), *events), start=first)
    return b"".join(sample.raw(n, event) for n, event in lines)


BEGUN, DONE = log(Shown(ids=("m01",))), log(*FINISHED)
LONGER = log(Shown(ids=("m01",)), Left())


def here(folder: Path) -> Path:
    return folder / "m1" / NAME


def put(folder: Path, data: bytes) -> None:
    here(folder).parent.mkdir(exist_ok=True)
    here(folder).write_bytes(data)


def test_what_is_packed_comes_back_in_an_empty_folder(folder: Path) -> None:
    put(folder, DONE)
    packed = pack_progress(places(folder))
    here(folder).unlink()
    assert [(one.scenario, one.outcome) for one in restore(packed, places(folder))] == [(SCENARIO.id, "restored")]
    assert here(folder).read_bytes() == DONE
    assert pack_progress(places(folder)) == packed


OUTCOMES = [
    # here, in the file, what becomes of it, here afterwards, kept aside
    (b"", BEGUN, "restored", BEGUN, []),
    (BEGUN, LONGER, "restored", LONGER, []),
    (LONGER, BEGUN, "same", LONGER, []),
    (DONE, DONE, "same", DONE, []),
    (BEGUN, DONE, "both", DONE, [BEGUN]),
    (DONE, LONGER, "both", DONE, [LONGER]),
    (BEGUN, b"no log at all\n", "refused", BEGUN, []),
    (BEGUN, b"x" * (MAX_BYTES + 1), "refused", BEGUN, []),
    (BEGUN, b"", "refused", BEGUN, []),
]


@pytest.mark.parametrize(("before", "given", "outcome", "after", "kept"), OUTCOMES)
def test_no_version_is_ever_lost(  # noqa: PLR0913, PLR0917 - a row of the table each
    folder: Path, before: bytes, given: bytes, outcome: str, after: bytes, kept: list[bytes]
) -> None:
    put(folder, before)
    for _ in range(2):  # a second time changes nothing more
        found = restore(zipped({NAME: given}), places(folder))
        assert len(found) == 1
        assert here(folder).read_bytes() == after
        aside = sorted(here(folder).parent.glob("kept/*.jsonl"))
        assert [file.read_bytes() for file in aside] == kept
    put(folder, before)
    assert [one.outcome for one in restore(zipped({NAME: given}), places(folder))] == [outcome]


@pytest.mark.parametrize(
    "name",
    [
        "../escape.jsonl",
        "/responses/alder.jsonl",
        f"m1/{NAME}",
        "responses/unknown.jsonl",
        f"responses/../{NAME}",
        "responses/alder.jsonl/x",
        "start.ipynb",
        "data/alder.json",
        "responses/Alder.jsonl",
    ],
)
def test_only_logs_of_the_course_are_taken(folder: Path, name: str) -> None:
    before = sorted(folder.rglob("*"))
    with pytest.raises(BadArchiveError):
        restore(zipped({name: DONE}), places(folder))
    assert sorted(folder.rglob("*")) == before


def test_a_file_of_answers_to_hand_in_can_be_restored_too(folder: Path) -> None:
    found = restore(zipped({NAME: DONE, f"{SCENARIO.id}.ipynb": b"{}"}), places(folder))
    assert [one.outcome for one in found] == ["restored"]
    assert not (folder / "m1" / f"{SCENARIO.id}.ipynb").exists()


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip", zipped({}), b"x" * (MAX_ARCHIVE + 1)], ids=len)
def test_what_is_no_archive_of_progress_is_refused(folder: Path, data: bytes) -> None:
    with pytest.raises(BadArchiveError):
        restore(data, places(folder))


def test_of_two_logs_under_one_name_the_first_counts(folder: Path) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w") as archive:
        archive.writestr(NAME, BEGUN)
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr(NAME, DONE)
    assert [one.outcome for one in restore(packed.getvalue(), places(folder))] == ["restored"]
    assert here(folder).read_bytes() == BEGUN


def test_a_bomb_is_read_no_further_than_a_log_may_be_long(folder: Path) -> None:
    bomb = zipped({NAME: b"0" * (50 * MAX_BYTES)})
    assert len(bomb) < MAX_BYTES
    assert [one.outcome for one in restore(bomb, places(folder))] == ["refused"]


def test_a_link_is_not_followed(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "outside.txt"
    outside.write_bytes(b"mine")
    here(folder).parent.mkdir()
    here(folder).symlink_to(outside)
    assert [one.outcome for one in restore(zipped({NAME: DONE}), places(folder))] == ["refused"]
    assert outside.read_bytes() == b"mine"


def test_a_folder_that_cannot_be_written_is_said(folder: Path) -> None:
    (folder / "m1" / "responses").write_bytes(b"a file where the folder should be")
    assert [one.outcome for one in restore(zipped({NAME: DONE}), places(folder))] == ["refused"]
