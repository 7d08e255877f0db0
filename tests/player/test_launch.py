from __future__ import annotations

import dataclasses
import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import nbformat
import pytest
from nbclient import NotebookClient

import safetystring
from player import sample
from safetystring.player.plain import Plain
from safetystring.player.widget import Player
from safetystring.scenario import Scenario, encode_debrief, scenario_to_json

if TYPE_CHECKING:
    from collections.abc import Callable

CELL = 'import safetystring\n\nsafetystring.play("alder")'
HEAVY = ("pydantic", "pandas", "numpy", "nbgrader", "networkx", "ruamel", "jinja2", "typer", "rich")


@pytest.fixture
def here(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(folder)
    monkeypatch.delenv("NBGRADER_EXECUTION", raising=False)
    return folder


def files(folder: Path) -> set[str]:
    return {str(path.relative_to(folder)) for path in folder.rglob("*")}


@pytest.mark.usefixtures("here")
def test_it_finds_the_scenario_beside_the_notebook(here: Path) -> None:
    before = files(here)
    player = safetystring.play("alder")
    assert isinstance(player, Player)
    assert player.view.about["title"] == "title中"
    assert files(here) == before


@pytest.mark.usefixtures("here")
def test_a_finished_run_in_training_is_debriefed_by_the_veiled_key() -> None:
    debrief = finished(safetystring.play("alder", lang="en"))
    assert (debrief["truth"], debrief["summary"], debrief["verdict"]) == ("genuine", "summary", 2)


def finished(player: Player) -> dict[str, Any]:
    if player.phase == "intro":  # "start over" has begun already
        assert player.begin()
    acts: list[Callable[[], bool]] = [
        player.leave,
        lambda: player.verdict(2),
        player.finish_rest,
        player.finish_review,
    ]
    assert all(act() for act in acts)
    debrief: dict[str, Any] = player.view.debrief
    return debrief


def test_a_drill_is_debriefed_without_the_profile_of_marking(here: Path) -> None:
    scenario = sample.make(kind="drill")
    key = dataclasses.replace(sample.key(scenario), truth="drill", lookalikes={})
    (here / "data" / "alder.json").write_text(scenario_to_json(scenario), encoding="utf-8")
    (here / "data" / "alder.debrief").write_text(encode_debrief(key), encoding="ascii")
    player = safetystring.play("alder", lang="en")
    assert all([player.begin(), player.leave(), player.finish_rest(), player.finish_review()])
    assert player.view.debrief["truth"] == "drill"
    assert "profile" not in player.view.debrief


def test_a_debrief_that_is_missing_damaged_or_of_another_text_says_so(here: Path) -> None:
    veiled = here / "data" / "alder.debrief"
    other = sample.make(minutes=6)
    damaged: list[str | None] = [None, "", "not a debrief", "\u00e9", veil(other)]
    for text in damaged:
        veiled.unlink(missing_ok=True)
        if text is not None:
            veiled.write_text(text, encoding="utf-8")
        player = safetystring.play("alder")
        player.restart()
        assert finished(player) == {"missing": True}, text


def veil(scenario: Scenario) -> str:
    return encode_debrief(sample.key(scenario))


def test_in_an_exam_the_debrief_comes_later_even_with_a_key_at_hand(here: Path) -> None:
    exam = sample.make(release="exam")
    (here / "data" / "alder.json").write_text(scenario_to_json(exam), encoding="utf-8")
    assert finished(safetystring.play("alder")) == {"later": True}


WRONG: list[tuple[object, str]] = [
    ("maple", "data/maple.json"),
    ("", "safetystring.play("),
    ("../alder", "safetystring.play("),
    ("Alder", "safetystring.play("),
    ("a" * 41, "safetystring.play("),
    (None, "safetystring.play("),
    (7, "safetystring.play("),
]


@pytest.mark.usefixtures("here")
@pytest.mark.parametrize(("name", "said"), WRONG)
def test_a_mistake_is_answered_in_words(
    name: Any,  # noqa: ANN401 - the point of the test
    said: str,
    capsys: pytest.CaptureFixture[str],
) -> None:
    shown = safetystring.play(name)
    assert isinstance(shown, Plain)
    assert said in shown.text
    assert capsys.readouterr() == ("", "")


def broken(**changes: object) -> str:
    value = json.loads(scenario_to_json(sample.make()))
    return json.dumps({**value, **changes})


DAMAGED = [
    "",
    "{",
    "[]",
    "{}",
    "\0",
    broken(id="maple"),
    broken(start="s99"),
    broken(more=1),
    broken(cast={}),
    broken(spine=["s01", "s98"]),
]


@pytest.mark.parametrize("text", DAMAGED, ids=range(len(DAMAGED)))
def test_a_damaged_file_is_answered_in_words(text: str, here: Path) -> None:
    (here / "data" / "alder.json").write_text(text, encoding="utf-8")
    shown = safetystring.play("alder")
    assert isinstance(shown, Plain)
    assert "alder" in shown.text


def test_the_language_is_the_asked_one_else_that_of_last_time_else_the_start_pages(here: Path) -> None:
    assert safetystring.play("alder").run.lang == "zh"
    (here / "preferences.json").write_text('{"lang": "fr"}', encoding="utf-8")
    assert safetystring.play("alder").run.lang == "fr"
    assert safetystring.play("alder", lang="en").run.lang == "en"
    german: Any = "de"
    player = safetystring.play("alder", lang="en")
    player.begin()
    assert safetystring.play("alder").run.lang == "en"
    assert safetystring.play("alder", lang="zh").run.lang == "zh"
    assert safetystring.play("alder", lang=german).run.lang == "en"


@pytest.mark.parametrize("execution", ["autograde", "validate"])
def test_while_nbgrader_runs_it_there_is_no_widget_and_no_trace(
    execution: str, here: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", execution)
    before = files(here)
    shown = safetystring.play("alder")
    assert not isinstance(shown, Player)
    bundle = shown._repr_mimebundle_()
    assert "text/plain" in bundle
    assert "application/vnd.jupyter.widget-view+json" not in bundle
    assert files(here) == before
    assert capsys.readouterr() == ("", "")


@pytest.mark.usefixtures("here")
def test_feedback_that_fails_costs_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    monkeypatch.setitem(sys.modules, "safetystring.course.feedback", None)  # as where it is not installed
    assert isinstance(safetystring.play("alder"), Plain)


def python(code: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    source = str(Path(safetystring.__file__).parents[1])
    env = {**os.environ, "PYTHONPATH": source, **environment}
    return subprocess.run(
        [sys.executable, "-c", code], cwd=folder, env=env, capture_output=True, text=True, check=False
    )


LOADED = "import sys; print(sorted({name.split('.')[0] for name in sys.modules}))"


@pytest.mark.parametrize(
    ("code", "execution", "absent"),
    [
        (CELL, "", HEAVY),
        (CELL + ".begin()", "", HEAVY),
        ("import safetystring", "", (*HEAVY, "ipywidgets", "anywidget", "IPython", "json")),
        (CELL, "validate", (*HEAVY, "ipywidgets", "anywidget", "IPython")),
    ],
)
def test_a_learners_kernel_loads_little(code: str, execution: str, absent: tuple[str, ...], folder: Path) -> None:
    done = python(f"{code}\n{LOADED}", folder, NBGRADER_EXECUTION=execution)
    assert done.stderr == ""
    loaded = set(json.loads(done.stdout.replace("'", '"')))
    assert "safetystring" in loaded
    assert not loaded & set(absent)


def test_play_stays_a_function_whatever_was_imported_before(folder: Path) -> None:
    code = "import safetystring.player.launch, safetystring; print(callable(safetystring.play))"
    assert python(code, folder).stdout == "True\n"


def cell(name: str, source: str) -> dict[str, object]:
    return {"cell_type": "code", "id": name, "metadata": {}, "source": source, "outputs": [], "execution_count": None}


@pytest.fixture
def notebook() -> Any:  # noqa: ANN401 - nbformat ships no types
    plain = {"cells": [cell("c1", CELL), cell("c2", "1 + 1")], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    return nbformat.reads(json.dumps(plain), as_version=4)  # type: ignore[no-untyped-call] # the same


@pytest.mark.parametrize("execution", ["", "autograde", "validate"])
def test_a_notebook_that_runs_by_itself_ends_at_once_and_leaves_no_trace(
    execution: str,
    folder: Path,
    notebook: Any,  # noqa: ANN401
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Run All without a browser, by a real kernel."""
    monkeypatch.setenv("NBGRADER_EXECUTION", execution)
    monkeypatch.setenv("PYTHONPATH", str(Path(safetystring.__file__).parents[1]))
    before = files(folder)
    client = NotebookClient(notebook, timeout=60, resources={"metadata": {"path": str(folder)}})
    with client.setup_kernel():
        begin = time.monotonic()
        for index, code in enumerate(notebook.cells):
            client.execute_cell(code, index)
        assert time.monotonic() - begin < 30
    outputs = notebook.cells[0].outputs
    assert [output.output_type for output in outputs] == ["execute_result"]  # no stderr, no error, no print
    data = outputs[0].data
    assert ("application/vnd.jupyter.widget-view+json" in data) is (execution == "")
    assert data["text/plain"]
    assert notebook.cells[1].outputs[0].data["text/plain"] == "2"
    assert files(folder) == before
