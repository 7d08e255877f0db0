from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
import typer
from typer.testing import CliRunner

from safetystring.cli.score import register, to_json
from safetystring.scenario import key_to_json
from safetystring.scoring.assess import assess
from scoring.plays import CUES, Run, log_of, pair, run, shortcut, write_course, write_notebooks

if TYPE_CHECKING:
    from pathlib import Path

    from typer.testing import Result

MADE, ANSWERS = pair("scam")
GOOD = run(MADE, marks=CUES, options=["o02"], verdict=98)


def call(*arguments: str | Path) -> Result:
    app = typer.Typer()
    register(app)
    app.callback()(lambda: None)  # as in the real command line: `score` stays a word to type
    return CliRunner().invoke(app, ["score", *map(str, arguments)], env={"COLUMNS": "120"})


def write(folder: Path, data: bytes, name: str = "cedar.jsonl") -> Path:
    log = folder / "responses" / name
    log.write_bytes(data)
    return log


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_course(tmp_path, MADE, ANSWERS)


def test_the_json_form(folder: Path) -> None:
    done = call(write(folder, log_of(GOOD)), "--json")
    assert done.exit_code == 0
    result = json.loads(done.stdout)
    assert list(result) == ["scenario", "status", "cells", "verdict", "points", "max", "discernment", "problems"]
    assert result == to_json(assess(GOOD.session, MADE, ANSWERS))
    assert (result["scenario"], result["status"], result["verdict"], result["problems"]) == ("cedar", "scored", 98, [])
    assert (result["points"], result["max"]) == (pytest.approx(35.9992), 36.0)
    assert result["cells"]["item-07"] == {"points": 2.0, "max": 2.0}


def test_the_table_names_the_red_flags(folder: Path) -> None:
    log = write(folder, log_of(run(MADE, marks={"m01": "money"}, verdict=85)))
    done = call(log)
    assert done.exit_code == 0
    for words in ("cedar: scored", "item-07", "Message 7: flag identity", "wrong family", "1 / 2", "/ 36", "85 %"):
        assert words in done.stdout
    assert "消息 7：flag identity 中" in call(log, "--lang", "zh").stdout


@pytest.mark.parametrize(
    ("played", "status", "words"),
    [
        (Run(MADE), "unfinished", "not finished"),
        (shortcut("hung up", MADE, ANSWERS), "scored", "Discernment: 18%"),
    ],
)
def test_the_status_is_said(folder: Path, played: Run, status: str, words: str) -> None:
    log = write(folder, log_of(played))
    assert json.loads(call(log, "--json").stdout)["status"] == status
    assert words in call(log).stdout.replace("18 %", "18%")


def test_lines_left_out_are_findings_with_their_number(folder: Path) -> None:
    lines = log_of(GOOD).splitlines(keepends=True)
    lines.insert(2, b'{"n": 3, "at": 1, "w": "abc123", "e": "left\x1b[31m"}\n')
    log = write(folder, b"".join(lines))
    done = call(log, "--json")
    assert done.exit_code == 1
    problems = json.loads(done.stdout)["problems"]
    assert len(problems) == 1
    assert problems[0].startswith("line 3: ")
    shown = call(log)
    assert shown.exit_code == 1
    assert "line 3: " in shown.stdout


def test_a_screen_holds_twenty_problems_at_most(folder: Path) -> None:
    done = call(write(folder, b"{}\n" * 30 + log_of(GOOD)))
    assert done.stdout.count("\nline ") == 20
    assert "10 more" in done.stdout


def test_nothing_of_a_log_reaches_the_terminal_raw(folder: Path) -> None:
    header, *rest = log_of(GOOD).splitlines(keepends=True)
    odd = header.replace(b'"cedar"', rb'"[red]\u001b]0;x\u0007[/red]"').replace(b'"n": 1', b'"n": 40')
    log = write(folder, b"".join([header, *rest, odd]))
    for done in (call(log), call(log, "--json")):
        assert done.exit_code == 1
        assert "\x1b]0" not in done.output
        assert "\x07" not in done.output
        assert "Traceback" not in done.output


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("absent.jsonl", None, "is not there: expected a response log, responses/<scenario-id>.jsonl"),
        ("notes.txt", b"hello", "is no response log: expected responses/<scenario-id>.jsonl"),
        ("Not An Id.jsonl", b"hello", "names no scenario"),
        ("birch.jsonl", b"", "no key of birch: `safetystring build` writes keys/birch.json, or say where it is"),
    ],
)
def test_what_cannot_be_scored_is_a_usage_error(folder: Path, name: str, content: bytes | None, message: str) -> None:
    log = folder / "responses" / name
    if content is not None:
        log.write_bytes(content)
    for option in ([], ["--json"]):
        done = call(log, *option)
        assert done.exit_code == 2
        assert message in done.stderr.replace("\n", " ")
        assert done.stdout == ""


def test_a_folder_is_no_log(folder: Path) -> None:
    done = call(folder / "responses")
    assert done.exit_code == 2
    assert "cannot be read" in done.stderr


def test_the_learner_scores_their_own_log_by_the_debrief_beside_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)  # no course is near
    log = write(write_notebooks(tmp_path, MADE, ANSWERS), log_of(GOOD))
    done = call(log, "--json")
    assert done.exit_code == 0
    assert json.loads(done.stdout)["points"] == pytest.approx(35.9992)


def test_a_log_moved_and_renamed_is_known_by_its_header(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_course(tmp_path, MADE, ANSWERS)
    monkeypatch.chdir(tmp_path)  # where grading/ is
    log = tmp_path / "downloads" / "cedar (1).jsonl"
    log.parent.mkdir()
    log.write_bytes(log_of(GOOD))
    assert call(log, "--json").exit_code == 0


@pytest.mark.parametrize("kind", ["keys", "debrief", "elsewhere"])
def test_a_key_named_by_hand(tmp_path: Path, kind: str) -> None:
    write_course(tmp_path, MADE, ANSWERS)
    notebooks = write_notebooks(tmp_path, MADE, ANSWERS)
    log = tmp_path / "cedar.jsonl"
    log.write_bytes(log_of(GOOD))
    key = {
        "keys": tmp_path / "grading" / "keys" / "cedar.json",
        "debrief": notebooks / "data" / "cedar.debrief",
        "elsewhere": tmp_path / "my-key.json",
    }[kind]
    if kind == "elsewhere":
        key.write_text(key_to_json(ANSWERS), encoding="utf-8")
        assert "expected cedar.scenario.json beside it" in call(log, "--key", key).stderr.replace("\n", " ")
        return
    assert call(log, "--key", key, "--json").exit_code == 0


def test_a_key_that_is_none_says_what_was_expected(folder: Path, tmp_path: Path) -> None:
    wrong = tmp_path / "wrong.json"
    wrong.write_text("[]", encoding="utf-8")
    done = call(write(folder, log_of(GOOD)), "--key", wrong)
    assert done.exit_code == 2
    assert "is no key" in done.stderr
    assert "expected keys/<id>.json or data/<id>.debrief" in done.stderr.replace("\n", " ")


def test_a_drill_has_no_table(tmp_path: Path) -> None:
    made, answers = pair("drill")
    log = write(write_course(tmp_path, made, answers), log_of(run(made)), "birch.jsonl")
    assert "a drill has no score" in call(log).stdout
    assert json.loads(call(log, "--json").stdout)["cells"] == {}
