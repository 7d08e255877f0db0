"""The short way says the same as typer's, or leaves it to typer."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from safetystring.cli import grading, quick
from safetystring.cli.app import app

if TYPE_CHECKING:
    from pathlib import Path

SAME = [
    "",
    "m1",
    "m1 m2 --force",
    "--course here --grades-only",
    "--course=here --student=a --student b m1",
    "--db sqlite:///x.db --json",
    "--no-feedback --feedback-only --check",
]
LEFT = ["--help", "--no-such-option", "--student", "--course --force", "--grades-onl", "-x", "--", "--student -x"]


@pytest.mark.parametrize("words", SAME)
def test_the_usual_words_mean_what_they_mean_to_typer(words: str, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[grading.Asked] = []

    def answer(one: grading.Asked) -> int:
        asked.append(one)
        return 0

    monkeypatch.setattr(grading, "answer", answer)
    assert CliRunner().invoke(app, ["grade", *words.split()]).exit_code == 0
    assert quick.parse(words.split()) == asked[0]


@pytest.mark.parametrize("words", LEFT)
def test_all_others_are_left_to_typer(words: str) -> None:
    assert quick.grade(words.split()) is None


LOADED = """
import sys
from safetystring.cli import main
sys.argv = ["safetystring", "grade", *{words!r}]
try:
    main()
except SystemExit as end:
    print(end.code, *sorted(sys.modules))
"""


def test_it_loads_nothing_that_a_class_would_wait_for(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED.format(words=[])],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    code, *modules = done.stdout.split()
    assert (code, done.stderr[:28]) == ("2", "there is no course here: go ")
    heavy = [
        "typer",
        "click",
        "rich",
        "jinja2",
        "nbformat",
        "nbgrader",
        "sqlalchemy",
        "pydantic",
        "pandas",
        "traitlets",
    ]
    assert set(heavy) & set(modules) == set()
