"""The start page's widget, without a browser: what it holds, and that choosing a language is all it writes."""

from __future__ import annotations

import base64
import json
from typing import TYPE_CHECKING

import pytest

from player import sample
from player.test_catalogue import COURSE, ENTRIES, FINISHED, SCENARIO, folder
from safetystring import home
from safetystring.player.home import _HERE, Home

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["folder"]


def test_it_lists_the_course_in_one_language(folder: Path) -> None:
    page = Home(folder)
    (module,) = page.modules
    assert (page.lang, page.chosen) == ("zh", False)
    assert module["title"] == COURSE.modules[0].title.zh
    assert [entry["state"] for entry in module["scenarios"]] == ["new", "new"]
    assert sorted(path.name for path in folder.iterdir()) == ["course.json", "m1"]


def test_a_language_is_kept_for_the_next_time(folder: Path) -> None:
    Home(folder).lang = "fr"
    again = Home(folder)
    assert (again.lang, again.chosen) == ("fr", True)
    assert again.modules[0]["goals"] == ["goal fr"]
    assert again.strings["language"] == "Langue"


def test_progress_goes_out_and_comes_back(folder: Path) -> None:
    page = Home(folder)
    log = folder / "m1" / "responses" / f"{SCENARIO.id}.jsonl"
    log.parent.mkdir()
    lines = enumerate((sample.header(SCENARIO), *FINISHED), start=1)
    log.write_bytes(b"".join(sample.raw(n, event) for n, event in lines))
    page._handle_custom_msg({"type": "pack"}, [])
    packed = base64.b64decode(page.download["data"])
    log.unlink()
    page._handle_custom_msg({"type": "restore"}, [memoryview(packed)])
    assert page.said == [f"已恢复：{ENTRIES[0].title.zh}"]
    assert page.modules[0]["scenarios"][0]["state"] == "done"
    assert page.modules[0]["again"] is None  # its other scenario is not done
    page._handle_custom_msg({"type": "restore"}, [memoryview(packed)])
    assert page.said == [f"这里已经有了，没有变化：{ENTRIES[0].title.zh}"]


@pytest.mark.parametrize("content", [None, 5, [], {}, {"type": []}, {"type": "eval"}], ids=repr)
def test_what_is_not_of_the_protocol_does_nothing(folder: Path, content: object) -> None:
    page = Home(folder)
    page._handle_custom_msg(content, [])
    assert (page.download, page.said) == ({}, [])


@pytest.mark.parametrize("buffers", [[], [b""], [b"no zip"]])
def test_a_file_that_is_no_progress_is_said(folder: Path, buffers: list[bytes]) -> None:
    page = Home(folder)
    page._handle_custom_msg({"type": "restore"}, buffers)
    assert page.said == [page.strings["restore_bad"]]


def test_an_unknown_language_changes_nothing(folder: Path) -> None:
    page = Home(folder)
    page.lang = "de"
    assert page.strings["language"] == "语言"
    assert not (folder / "preferences.json").exists()


def test_a_folder_without_a_course_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert "course" in str(home())


@pytest.mark.parametrize("execution", ["autograde", "validate"])
def test_nbgrader_meets_no_widget(folder: Path, monkeypatch: pytest.MonkeyPatch, execution: str) -> None:
    monkeypatch.chdir(folder)
    monkeypatch.setenv("NBGRADER_EXECUTION", execution)
    assert not isinstance(home(), Home)


def test_the_words_are_there_in_all_languages() -> None:
    words = json.loads((_HERE / "strings" / "home.json").read_text("utf-8"))
    assert words["zh"].keys() == words["en"].keys() == words["fr"].keys()
