from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from safetystring.player.events import Skipped
from safetystring.scenario import scenario_to_json
from safetystring.scoring.cell import score, trouble
from safetystring.scoring.cells import cell_maxima, cells
from scoring.plays import CUES, Run, log_of, pair, run, write_course, write_notebooks

if TYPE_CHECKING:
    from pathlib import Path

MADE, ANSWERS = pair("scam")
GOOD = run(MADE, marks=CUES, options=["o02"], verdict=98)
POOR = run(MADE)
IDS = list(cell_maxima(ANSWERS))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return write_course(tmp_path, MADE, ANSWERS)


def answer(folder: Path, data: bytes) -> None:
    (folder / "responses" / "cedar.jsonl").write_bytes(data)


def all_of(folder: Path) -> dict[str, float]:
    return {cell: score("cedar", cell, folder) for cell in IDS}


def test_each_cell_of_a_log(folder: Path) -> None:
    answer(folder, log_of(GOOD))
    assert all_of(folder) == {cell: value.points for cell, value in cells(GOOD.session, MADE, ANSWERS).items()}


@pytest.mark.parametrize("cell", [*IDS, "item-99", "", "reflection", "../keys"])
def test_the_result_is_a_plain_float(folder: Path, cell: str) -> None:
    answer(folder, log_of(POOR))
    assert type(score("cedar", cell, folder)) is float


def test_the_first_finished_attempt_counts(folder: Path) -> None:
    answer(folder, log_of(Run(MADE), POOR, GOOD))
    assert sum(all_of(folder).values()) == pytest.approx(18.5)


def test_a_skipped_theme_is_excused(folder: Path) -> None:
    played = Run(MADE)
    played.do(Skipped())
    answer(folder, log_of(played))
    assert all_of(folder) == cell_maxima(ANSWERS)


def test_answers_that_change_are_read_again(folder: Path) -> None:
    assert score("cedar", "verdict", folder) == 0.0
    answer(folder, log_of(POOR))
    assert score("cedar", "verdict", folder) == 1.5
    answer(folder, log_of(GOOD))
    assert score("cedar", "verdict", folder) == pytest.approx(1.9992)


def test_nothing_of_the_submission_is_trusted_but_the_answers(folder: Path) -> None:
    answer(folder, log_of(POOR))
    before = all_of(folder)
    for name in ("keys", "data"):
        (folder / name).mkdir()
        (folder / name / "cedar.json").write_text("{}", encoding="utf-8")
        (folder / name / "cedar.scenario.json").write_text("{}", encoding="utf-8")
    answer(folder, log_of(POOR) + b"\n")  # read again
    assert all_of(folder) == before


def test_the_learners_public_part_serves_where_the_key_stands_alone(folder: Path) -> None:
    (folder.parents[2] / "keys" / "cedar.scenario.json").unlink()
    answer(folder, log_of(GOOD))
    assert sum(all_of(folder).values()) == 0.0
    (folder / "data").mkdir()
    (folder / "data" / "cedar.json").write_text(scenario_to_json(MADE), encoding="utf-8")
    assert sum(all_of(folder).values()) == pytest.approx(35.9992)


def test_the_key_folder_can_be_named(folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answer(folder, log_of(GOOD))
    monkeypatch.setenv("SAFETYSTRING_KEYS", str(tmp_path / "nowhere"))
    assert sum(all_of(folder).values()) == 0.0
    monkeypatch.setenv("SAFETYSTRING_KEYS", str(folder.parents[2] / "keys"))
    assert sum(all_of(folder).values()) == pytest.approx(35.9992)


def test_a_log_of_another_scenario_counts_for_nothing(folder: Path) -> None:
    answer(folder, log_of(run(pair("genuine")[0], verdict=98)))
    assert set(all_of(folder).values()) == {0.0}


@pytest.mark.parametrize("name", ["responses", "responses/cedar.jsonl"])
def test_a_link_to_a_neighbours_answers_counts_for_nothing(folder: Path, tmp_path: Path, name: str) -> None:
    neighbour = tmp_path / "neighbour" / "responses"
    neighbour.mkdir(parents=True)
    (neighbour / "cedar.jsonl").write_bytes(log_of(GOOD))
    if name == "responses":
        (folder / "responses").rmdir()
    (folder / name).symlink_to(neighbour if name == "responses" else neighbour / "cedar.jsonl")
    assert set(all_of(folder).values()) == {0.0}


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes here")
def test_a_pipe_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "responses" / "cedar.jsonl")
    assert score("cedar", "verdict", folder) == 0.0


@pytest.mark.parametrize(
    ("scenario_id", "cell_id", "where"),
    [
        ("../../keys/cedar", "verdict", "."),
        ("", "verdict", "."),
        ("CEDAR", "verdict", "."),
        (None, "verdict", "."),
        ("cedar", None, "."),
        ("cedar", ["verdict"], "."),
        ("cedar", "verdict", None),
        ("cedar", "verdict", "\0"),
        ("cedar", "verdict", 7),
    ],
)
def test_it_never_raises(scenario_id: object, cell_id: object, where: object) -> None:
    result = score(scenario_id, cell_id, where)  # type: ignore[arg-type] # that is the point
    assert result == 0.0
    assert type(result) is float


@given(data=st.binary(max_size=400))
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_bytes_are_a_log_worth_something_between_nothing_and_all(folder: Path, data: bytes) -> None:
    answer(folder, log_of(GOOD)[: len(data) * 7] + data)
    for cell, maximum in cell_maxima(ANSWERS).items():
        assert 0.0 <= score("cedar", cell, folder) <= maximum


def test_it_prints_nothing_and_imports_nothing_but_the_standard_library(folder: Path) -> None:
    answer(folder, b"\xff{[" * 1000 + b"\n" + log_of(GOOD))
    code = (
        "import sys; before = set(sys.modules)\n"
        "from safetystring.scoring.cell import score\n"
        f"result = score('cedar', 'verdict', {str(folder)!r})\n"
        "assert score('none', 'verdict') == 0.0\n"
        "roots = {name.partition('.')[0] for name in set(sys.modules) - before}\n"
        "foreign = roots - set(sys.stdlib_module_names) - {'safetystring'}\n"
        "assert result > 1.9 and not foreign, (result, foreign)\n"
    )
    done = subprocess.run([sys.executable, "-W", "error", "-c", code], capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_trouble_says_why_a_class_would_get_zeros(folder: Path, tmp_path: Path) -> None:
    assert trouble("cedar", folder) is None
    assert trouble("../x", folder) == "'../x' is no scenario id"
    keys = folder.parents[2] / "keys"
    (keys / "cedar.scenario.json").unlink()
    assert "no public part of cedar" in (trouble("cedar", folder) or "")
    (keys / "cedar.json").unlink()
    assert "`safetystring build` writes keys/cedar.json" in (trouble("cedar", folder) or "")
    assert trouble("cedar", write_notebooks(tmp_path / "other", MADE, ANSWERS)) is not None
