from __future__ import annotations

from typing import Any

import pytest
from nbformat import from_dict

from safetystring.course import notebook
from safetystring.course.exporter import FeedbackExporter, page_data
from safetystring.course.feedback import DATA
from safetystring.scenario import Text
from safetystring.scoring.cells import cell_maxima
from scoring import plays

TITLE = Text(zh="一个<电话>", en="A <call>", fr="Un <appel>")
GRADED = {"notebook": "cedar", "score": 0.0, "max_score": 0.0, "late_penalty": 2.5}


def graded(debrief: object = None, answer: str = "") -> Any:  # noqa: ANN401 - a notebook
    _, key = plays.pair("scam")
    made = notebook.source("cedar", TITLE, cell_maxima(key))
    for cell in made["cells"]:
        marks = cell["metadata"]["nbgrader"]
        if marks["grade"]:
            marks["score"] = 1.0
        if cell["id"] == "player" and debrief is not None:
            cell["outputs"] = [{"output_type": "execute_result", "metadata": {}, "execution_count": 1, "data": debrief}]
        if cell["id"] == "reflection":
            cell["source"] = cell["source"].split("### BEGIN")[0] + notebook.ANSWER_STUB + answer
    return from_dict(made)  # type: ignore[no-untyped-call] # nbformat is partly typed


def exported(made: Any) -> tuple[str, dict[str, Any]]:  # noqa: ANN401 - a notebook
    exporter: Any = FeedbackExporter
    page, resources = exporter().from_notebook_node(made, {"nbgrader": GRADED})
    return page, resources


def test_the_page_is_in_the_learner_s_language() -> None:
    bundle = {"text/html": "<p>why</p>", DATA: {"lang": "fr", "labels": {"item-01": "Message 1 : isole"}}}
    page, resources = exported(graded(bundle))
    assert '<html lang="fr">' in page
    assert "Un &lt;appel&gt;" in page
    assert "<p>why</p>" in page
    assert "Message 1 : isole" in page
    assert "15,5 / 38" in page, "18 cells of 1 point each, less the penalty"
    assert resources["output_extension"] == ".html"


@pytest.mark.parametrize(
    "bundle",
    [None, {}, {"text/html": "<p>x</p>"}, {DATA: "x"}, {DATA: {"lang": "xx", "labels": []}, "text/html": ["a", "b"]}],
)
def test_without_a_debrief_there_is_still_a_page(bundle: object) -> None:
    page, _ = exported(graded(bundle))
    assert '<html lang="zh-CN">' in page
    assert "item-01" in page


@pytest.mark.parametrize(
    ("answer", "waiting", "text", "points"),
    [
        ("", frozenset[str](), "", 1.0),
        ("\n\nmine", frozenset({"reflection"}), "mine", None),
        ("mine", frozenset({"item-01"}), "mine", 1.0),
    ],
)
def test_the_written_answer(answer: str, waiting: frozenset[str], text: str, points: float | None) -> None:
    [written] = page_data(graded(answer=answer).cells, GRADED, waiting)["written"]
    assert (written["text"], written["points"], written["max"]) == (text, points, 2)


def test_nbgrader_s_own_word_for_no_answer_is_no_comment() -> None:
    page = graded(answer="")
    page.cells[2].metadata.nbgrader.comment = "No response."
    assert page_data(page.cells, GRADED, frozenset())["written"][0]["comment"] == ""


def test_an_answer_that_replaced_the_question_is_kept() -> None:
    page = graded()
    page.cells[2].source = "all mine"
    assert page_data(page.cells, GRADED, frozenset())["written"][0]["text"] == "all mine"
