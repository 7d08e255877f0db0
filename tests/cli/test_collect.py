from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from course.nbcourse import compiled
from course.preflight.logs import SCAM, honest
from safetystring.cli.app import app
from safetystring.course.files import write_tree
from safetystring.course.release import course_files

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def course(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    write_tree(tmp_path, course_files(compiled()))
    (tmp_path / "release").mkdir()
    (tmp_path / "source" / "m1").rename(tmp_path / "release" / "m1")
    (tmp_path / "nbgrader_config.py").touch()
    (tmp_path / "keys" / "salt.txt").write_text("salt\n")
    (tmp_path / "came").mkdir()
    (tmp_path / "came" / "mail.txt").write_bytes(honest(SCAM, 1))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str) -> tuple[int, str, str]:
    done = CliRunner().invoke(app, ["collect", *words])
    return done.exit_code, done.stdout, done.stderr


def test_who_is_not_known_is_asked_for_by_a_table(course: Path) -> None:
    code, out, _ = run("came")
    assert code == 2
    assert "1 of the files with answers name nobody" in out
    assert f"--map {course}/map.csv" in out
    table = course / "map.csv"
    table.write_text(table.read_text(encoding="utf-8-sig").replace("mail.txt,", "mail.txt,A01"), encoding="utf-8")
    code, out, _ = run("came", "--map", "map.csv")
    assert (code, out.splitlines()[0]) == (0, "m1: 1 learner (1 new)")
    assert "Next: safetystring grade m1 --check" in out
    assert (course / "submitted" / "A01" / "m1" / "responses" / "cedar.jsonl").is_file()


def test_pseudonyms_dry_run_and_json(course: Path) -> None:
    code, out, _ = run("came", "--pseudonyms", "--dry-run")
    assert (code, out.splitlines()[0]) == (0, "m1: would take 1 learner")
    assert not (course / "submitted").exists()
    code, out, _ = run("came", "--pseudonyms", "--json")
    [one] = json.loads(out)["collected"]
    assert (code, one["what"], one["learner"][:2]) == (0, "new", "p-")


def test_faults_are_sentences(course: Path, tmp_path: Path) -> None:
    assert run("nowhere")[0] == 2
    (course / "bad.csv").write_text("file,learner\na,../x\n")
    code, _, err = run("came", "--map", "bad.csv")
    assert (code, "bad.csv:2:" in err) == (2, True)
    (course / "came" / "a\x1b[31m.png").touch()
    code, out, _ = run("came", "--pseudonyms")
    assert (code, "\x1b" in out) == (1, False)
    (tmp_path / "nbgrader_config.py").unlink()
    assert "there is no course here" in run("came")[2]
