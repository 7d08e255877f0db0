from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from cohort.test_shelf import write_keys
from safetystring.cli.simulate import ProfileName, register
from safetystring.cohort import PROFILES, load
from safetystring.player.log import parse, scored
from safetystring.player.script import Course
from support.project import compiled, write_project

if TYPE_CHECKING:
    from typer.testing import Result


def call(*arguments: str | Path) -> Result:
    app = typer.Typer()
    register(app)
    app.callback()(lambda: None)  # as in the real command line: `simulate` stays a word to type
    return CliRunner().invoke(app, ["simulate", *map(str, arguments)], env={"COLUMNS": "120"})


def tree(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_from_compiled_keys(tmp_path: Path) -> None:
    done = call("--keys", write_keys(tmp_path / "grading"), "--out", tmp_path / "out", "-n", "6")
    assert done.exit_code == 0
    assert "12 logs of 6 simulated learners" in done.stdout
    assert "say nothing about people" in done.stdout
    names = sorted(tree(tmp_path / "out"))
    assert len(names) == 12
    assert names[0] == "sim-0001/m1/responses/cedar.jsonl"
    cohort = load(tmp_path / "out", tmp_path / "grading")
    assert len(cohort.runs) == 12
    assert cohort.runs["simulated"].all()
    assert cohort.problems == ()


def test_from_written_scenarios_and_for_any_course_built_of_them(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "scenarios")
    done = call("--scenarios", folder, "--out", tmp_path / "out", "-n", "3")
    assert done.exit_code == 0, done.stderr
    logs = tree(tmp_path / "out")
    assert {name.rsplit("/", 1)[1] for name in logs} == {"alder.jsonl", "birch.jsonl"}
    for name, (scenario, _) in compiled(tmp_path / "again", salt="another course's").items():
        read = parse(logs[f"sim-0001/m1/responses/{name}.jsonl"], Course.of(scenario))
        assert read.problems == ()
        assert scored(read) is not None


def test_the_same_seed_gives_the_same_files(tmp_path: Path) -> None:
    keys = write_keys(tmp_path / "grading")
    for name, seed in (("one", "5"), ("two", "5"), ("three", "6")):
        call("--keys", keys, "--out", tmp_path / name, "-n", "4", "--seed", seed)
    assert tree(tmp_path / "one") == tree(tmp_path / "two")
    assert tree(tmp_path / "one") != tree(tmp_path / "three")


def test_profiles_take_turns(tmp_path: Path) -> None:
    keys = write_keys(tmp_path / "grading")
    done = call("--keys", keys, "--out", tmp_path / "out", "-n", "4", "--profile", "mark-none", "--profile", "never")
    assert done.exit_code == 0
    assert {name.split("/")[0] for name in tree(tmp_path / "out")} == {"sim-0001", "sim-0003"}
    assert all(b'"marked"' not in data for data in tree(tmp_path / "out").values())


def test_every_profile_has_its_name() -> None:
    assert [name.value for name in ProfileName] == list(PROFILES)


def test_json(tmp_path: Path) -> None:
    done = call("--keys", write_keys(tmp_path / "grading"), "--out", tmp_path / "out", "-n", "2", "--json")
    told = json.loads(done.stdout)
    assert told == {"out": str(tmp_path / "out"), "learners": 2, "logs": 4, "scenarios": ["cedar", "maple"]}


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--keys", "nowhere"), "safetystring build"),
        (("--scenarios", "nowhere"), "--scenarios DIR or --keys DIR"),
        (("--keys", "a", "--scenarios", "b"), "not both"),
        (("--keys", "grading", "-n", "0"), "-n"),
        (("--keys", "grading", "--profile", "brave"), "brave"),
    ],
)
def test_a_wrong_call_says_what_was_expected(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: tuple[str, ...], words: str
) -> None:
    monkeypatch.chdir(tmp_path)
    write_keys(tmp_path / "grading")
    done = call(*arguments, "--out", "out")
    assert done.exit_code == 2
    assert words in done.stderr
    assert not Path("out").exists()


def test_scenarios_with_errors_are_not_played(tmp_path: Path) -> None:
    folder = write_project(tmp_path / "scenarios")
    shutil.rmtree(folder / "alder" / "documents")
    done = call("--scenarios", folder, "--out", tmp_path / "out")
    assert done.exit_code == 1
    assert "safetystring check" in done.stderr


def test_a_place_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("a file")
    done = call("--keys", write_keys(tmp_path / "grading"), "--out", tmp_path / "out")
    assert done.exit_code == 2
    assert "cannot be written" in done.stderr


def test_help_says_what_it_is_not_good_for() -> None:
    assert "prove nothing about people" in " ".join(call("--help").stdout.split())
