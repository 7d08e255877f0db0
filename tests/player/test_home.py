"""The start page's widget, without a browser: what it holds, and that choosing a language is all it writes."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from player.test_catalogue import COURSE, folder
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
