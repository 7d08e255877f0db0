from __future__ import annotations

import nbformat
import pytest

from safetystring.course import notebook
from safetystring.scenario import Text
from safetystring.scoring.cells import cell_maxima
from scoring import plays

TITLE = Text(zh="一个电话", en="A <b>call</b>", fr="Un appel")


def built(scenario_id: str = "cedar") -> list[notebook.Notebook]:
    _, key = plays.pair("scam")
    return [notebook.self_study(scenario_id, TITLE), notebook.source(scenario_id, TITLE, cell_maxima(key))]


def test_notebooks_are_valid_and_carry_nothing_that_breaks_later() -> None:
    for made in built():
        nbformat.validate(made)
        assert "widgets" not in made["metadata"]
        assert all(cell["outputs"] == [] for cell in made["cells"] if cell["cell_type"] == "code")
        assert made == built()[built().index(made)], "built twice, the same"


def test_self_study_has_one_code_cell_folded_under_a_friendly_line() -> None:
    cells = built()[0]["cells"]
    code = [cell for cell in cells if cell["cell_type"] == "code"]
    assert len(code) == 1
    assert code[0]["metadata"]["jupyter"] == {"source_hidden": True}
    assert code[0]["source"].splitlines() == [
        notebook.FIRST_LINE,
        "import safetystring",
        "",
        'safetystring.play("cedar")',
    ]
    assert 'data-commandlinker-command="notebook:run-all-cells"' in cells[0]["source"]
    assert all(f'lang="{lang}"' in cells[0]["source"] for lang in ("zh", "en", "fr"))


def test_titles_are_escaped() -> None:
    assert "<b>" not in built()[0]["cells"][0]["source"]


def test_source_scores_every_cell_of_the_design() -> None:
    graded = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["metadata"]["nbgrader"]["points"]
        for cell in built()[1]["cells"]
        if cell["metadata"]["nbgrader"]["grade"]
    }
    items = {f"item-{number:02}": 2 for number in range(1, 13)}
    decisions = {f"decision-{number:02}": 2 for number in range(1, 4)}
    assert graded == {"reflection": 2, **items, **decisions, "false-alarms": 4, "verdict": 2}


def test_grade_cells_are_folded_locked_and_end_in_the_call_that_scores() -> None:
    for cell in built()[1]["cells"][3:]:
        marks = cell["metadata"]["nbgrader"]
        assert marks["locked"]
        assert cell["metadata"]["jupyter"] == {"source_hidden": True, "outputs_hidden": True}
        lines = cell["source"].splitlines()
        assert lines[-2:] == [f'score("cedar", "{marks["grade_id"]}")', "### END HIDDEN TESTS"]
        assert lines[0] == notebook.GRADE_LINE


def test_two_notebooks_differ_in_their_scenario_id_only() -> None:
    one, two = (notebook.to_json(built(name)[1]) for name in ("cedar", "maple"))
    assert one.replace("cedar", "maple") == two


@pytest.mark.parametrize("bad", ['x"); import os; ("', "", "Ünï", "a b", "../x", "A"])
def test_an_id_that_could_be_more_than_an_id_is_refused(bad: str) -> None:
    with pytest.raises(ValueError, match="no scenario id"):
        notebook.self_study(bad, TITLE)
