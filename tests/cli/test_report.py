from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from cohort.gradebooks import write_gradebook
from cohort.room import put, write_room
from cohort.test_shelf import write_keys
from safetystring.cli.report import register
from safetystring.cohort.report import words
from safetystring.scenario import LANGUAGES

if TYPE_CHECKING:
    from typer.testing import Result


def call(*arguments: str | Path) -> Result:
    app = typer.Typer()
    register(app)
    app.callback()(lambda: None)  # as in the real command line: `report` stays a word to type
    return CliRunner().invoke(app, ["report", *map(str, arguments)], env={"COLUMNS": "120"})


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    write_room(write_keys(tmp_path / "grading") / "submitted", 8)
    return tmp_path / "grading"


@pytest.mark.parametrize("lang", LANGUAGES)
def test_a_page_in_each_language(course: Path, lang: str) -> None:
    done = call(course, "--lang", lang, "--out", "page.html")
    assert done.exit_code == 0
    assert done.stdout == "page.html: 8 learners, simulated\n"
    assert words(lang)["title"] in Path("page.html").read_text(encoding="utf-8")


def test_by_default_the_course_here_or_in_grading(course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert call().exit_code == 0
    assert Path("report.html").stat().st_size > 10_000
    monkeypatch.chdir(course)
    assert call().stdout == "report.html: 8 learners, simulated\n"
    write_gradebook(course / "gradebook.db", {})
    done = call()
    assert done.stdout == "report.html: 8 learners, simulated\n"


def test_json_is_one_object_and_writes_no_page(course: Path) -> None:
    done = call(course, "--json")
    told = json.loads(done.stdout)
    assert (told["learners"], told["runs"], told["problems"]) == (8, 16, [])
    assert not Path("report.html").exists()


@pytest.mark.parametrize(("k", "size"), [("9", "fewer than 9 learners"), ("8", "8 learners")])
def test_the_smallest_group_can_be_set(course: Path, k: str, size: str) -> None:
    assert call(course, "--min-group", k).stdout == f"report.html: {size}, simulated\n"


def test_logs_that_cannot_be_read_are_named_and_the_page_is_written(course: Path) -> None:
    put(course / "submitted" / "A99" / "m1" / "responses" / "cedar.jsonl", b"\x1b[31mjunk\n")
    done = call(course)
    assert done.exit_code == 1
    assert "A99/m1/responses/cedar.jsonl: line 1" in done.stderr
    assert "\x1b" not in done.stderr
    assert "A99" not in Path("report.html").read_text(encoding="utf-8")


def test_many_problems_are_cut_on_the_screen(course: Path) -> None:
    for number in range(30):
        put(course / "submitted" / f"B{number}" / "m1" / "responses" / "cedar.jsonl", b"junk\n")
    done = call(course)
    assert "… and 18 more, all of them with --json" in done.stderr
    assert len(json.loads(call(course, "--json").stdout)["problems"]) == 30


def test_an_empty_course_is_a_page_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_keys(tmp_path / "grading")
    done = call("grading")
    assert (done.exit_code, done.stdout) == (0, "report.html: nobody yet\n")


@pytest.mark.parametrize(
    ("arguments", "expected"),
    [
        (("nowhere",), "expected a gradebook.db"),
        (("grading", "--keys", "nowhere"), "safetystring build"),
        (("grading", "--out", "no/such/folder.html"), "--out"),
        (("grading", "--lang", "de"), "de"),
        (("grading", "--min-group", "0"), "--min-group"),
    ],
)
@pytest.mark.usefixtures("course")
def test_a_wrong_call_says_what_was_expected(arguments: tuple[str, ...], expected: str) -> None:
    done = call(*arguments)
    assert done.exit_code == 2
    assert expected in done.stderr


def test_without_keys_it_says_where_to_get_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    write_room(tmp_path / "logs", 2)
    done = call("logs")
    assert done.exit_code == 2
    assert "--keys grading" in done.stderr
