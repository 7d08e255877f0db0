"""Which cells a blueprint may hold: only those whose result comes from an answer that is data."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from safetystring.course.feedback import DATA
from safetystring.course.grade import prepare

if TYPE_CHECKING:
    from collections.abc import Mapping


def result(data: Mapping[str, Any], **more: object) -> list[dict[str, Any]]:
    return [{"output_type": "execute_result", "metadata": {}, "data": dict(data), **more}]


def cell(grade_id: str, source: str = "", *, kind: str = "code", outputs: Any = (), **marks: object) -> dict[str, Any]:  # noqa: ANN401 - JSON
    return {
        "cell_type": kind,
        "metadata": {"nbgrader": {"grade_id": grade_id, **marks}},
        "source": source,
        "outputs": list(outputs),
    }


SCORE = 'score("cedar", "item-01")'
ZERO = result({"text/plain": "0.0"})


def test_each_kind_of_cell_becomes_a_hole() -> None:
    cutter = prepare._Cutter("cedar")
    cells = [
        cell("start", "# title", kind="markdown"),
        cell("player", outputs=result({DATA: {}, "text/plain": "…"})),
        cell("item-01", f"from x import score\n{SCORE}", outputs=ZERO, grade=True, points=2),
        cell("reflection", "write here", kind="markdown", solution=True, grade=True, points=3),
    ]
    for one in cells:
        cutter.cell(one)
    assert (cutter.start, cutter.maxima, cutter.written) == ("# title", {"item-01": 2.0}, {"reflection": "write here"})
    assert cutter.written_maxima == {"reflection": 3.0}
    assert {(hole.kind, hole.cell) for hole in cutter.marks.values()} == {
        ("player", "player"),
        ("points", "item-01"),
        ("written", "reflection"),
    }
    assert cells[3]["source"] in cutter.marks


@pytest.mark.parametrize(
    ("made", "said"),
    [
        (cell("own", "x = 1", solution=True), "own is a cell in which learners write code"),
        (cell("item-01", "5", outputs=ZERO, grade=True, points=2), "item-01 is no cell of a scenario"),
        (cell("item-01", 'score("maple", "item-01")', outputs=ZERO, grade=True, points=2), "no cell of a scenario"),
        (cell("item-01", SCORE, outputs=result({"text/plain": "1.0"}), grade=True, points=2), "no cell of a scenario"),
        (cell("item-01", SCORE, outputs=[], grade=True, points=2), "something else than one result"),
        (cell("item-01", SCORE, outputs=ZERO * 2, grade=True, points=2), "something else than one result"),
        (cell("extra", "1 + 1", outputs=ZERO), "the cell extra is not known here"),
        (cell("player", outputs=ZERO), "the cell player is not known here"),
    ],
)
def test_any_other_cell_is_left_to_nbgrader(made: dict[str, Any], said: str) -> None:
    with pytest.raises(prepare._RefusedError, match=said):
        prepare._Cutter("cedar").cell(made)


REFUSING = """
import sys
from safetystring.course.grade import prepare

def refuse(_):
    print("noise of a library")
    raise prepare._RefusedError("because")

prepare.blueprint = refuse
sys.argv = ["prepare", "blueprint"]
sys.exit(prepare.main())
"""


def test_a_refusal_is_an_answer_and_noise_goes_elsewhere() -> None:
    done = subprocess.run(
        [sys.executable, "-c", REFUSING], input="{}", capture_output=True, text=True, check=True, timeout=60
    )
    assert json.loads(done.stdout) == {"refused": "because"}
    assert "noise of a library" in done.stderr
