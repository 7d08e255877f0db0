"""Stock nbgrader and `safetystring grade` on the same class: the same rows, the same bytes.

Not compared, because random in nbgrader itself: the ids of new rows in submitted_assignment, submitted_notebook, grade
and comment. Everything else is.
"""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from course.grade.room import LATER, answered, blanks, execute, files, gradebook, hand_in, ours, played, small_class
from course.nbcourse import NbCourse

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.slow

_OF = (
    "JOIN submitted_notebook x ON x.id = g.notebook_id JOIN submitted_assignment s ON s.id = x.assignment_id "
    "JOIN base_cell c ON c.id = g.cell_id WHERE"
)
BY_HAND = [
    f"UPDATE {table} SET {change} WHERE id IN (SELECT g.id FROM {table} g {_OF} {chosen})"  # noqa: S608 - our own names
    for table, change, chosen in (
        (
            "grade",
            "manual_score = 1.5, needs_manual_grade = 0",
            "c.name = 'reflection' AND s.student_id IN ('lin', 'eve')",
        ),
        (
            "grade",
            "extra_credit = 0.75, manual_score = 0.5",
            "c.name IN ('item-03', 'verdict') AND s.student_id = 'eve'",
        ),
        ("grade", "extra_credit = 0.25", "s.student_id = 'lin'"),
        ("comment", "manual_comment = 'Bien vu & <b>bravo</b>'", "s.student_id IN ('lin', 'max')"),
    )
] + ["UPDATE submitted_assignment SET extension = '1970-01-02 00:00:00.000000' WHERE student_id = 'eve'"]
"""What a person does in formgrader: marks, extra credit, a comment, and a day more for eve."""


@dataclass(frozen=True)
class Pair:
    stock: NbCourse
    ours: NbCourse

    def both(self) -> tuple[Path, Path]:
        return self.stock.root, self.ours.root

    def grade(self, *options: str, patience: float = 280, **wanted: object) -> None:
        """Grade both, the stock one by nbgrader's commands, each within so many seconds."""
        self.stock.run("autograde", "m1", *options, patience=patience)
        self.stock.run("generate_feedback", "m1", *options, patience=patience)
        ours(self.ours.root, **wanted)

    def compare(self) -> None:
        stock, mine = (gradebook(root) for root in self.both())
        for table, rows in stock.items():
            assert mine[table] == rows, table
        stock_files, my_files = (files(root) for root in self.both())
        assert sorted(my_files) == sorted(stock_files)
        assert not [name for name, found in stock_files.items() if my_files[name] != found]


@pytest.fixture(scope="module")
def pair(prepared: NbCourse, tmp_path_factory: pytest.TempPathFactory) -> Pair:
    base = tmp_path_factory.mktemp("same")
    shutil.copytree(prepared.root, base / "stock")
    course = NbCourse(base / "stock", prepared.home)
    small_class(course)
    shutil.copytree(course.root, base / "ours")
    made = Pair(course, NbCourse(base / "ours", prepared.home))
    made.grade()
    return made


def test_a_class_is_graded_as_nbgrader_grades_it(pair: Pair) -> None:
    pair.compare()
    rows = gradebook(pair.ours.root)
    assert len(rows["student"]) == 5
    assert len(rows["grade"]) == 5 * 2 * 18
    # Were these missing, the class would not show what it is there for.
    penalties = [row for row in rows["submitted_notebook"] if not row.endswith("None)")]
    assert len(penalties) == 5, "eve and max twice, kim once"
    assert [row for row in rows["grade"] if "'reflection', None" in row], "waits for a person"


def test_marks_by_hand_survive_what_is_handed_in_again(pair: Pair) -> None:
    blank = blanks(pair.stock)
    for root in pair.both():
        execute(root, *BY_HAND)
        hand_in(
            root, "lin", LATER, {**played("nothing", "fr"), "maple.ipynb": answered(blank["maple.ipynb"], "\n\nmoi")}
        )
        shutil.rmtree(root / "submitted" / "max")
        hand_in(
            root,
            "max",
            LATER,
            {"cedar.ipynb": blank["cedar.ipynb"], **played("good", "en")} | {"responses/maple.jsonl": b""},
        )
        (root / "submitted" / "max" / "m1" / "responses" / "maple.jsonl").unlink()
    pair.grade()
    pair.compare()


def test_one_learner_is_graded_again(pair: Pair) -> None:
    pair.grade("--force", "--student=eve", students=("eve",), force=True)
    pair.compare()


def test_feedback_alone_is_made_again_as_nbgrader_makes_it(pair: Pair) -> None:
    said = f"UPDATE comment SET manual_comment = '再想一想' WHERE id IN (SELECT g.id FROM comment g {_OF} s.student_id = 'max')"  # noqa: S608, E501 - our own names
    for root in pair.both():
        execute(root, *BY_HAND, said)
    before = gradebook(pair.ours.root)
    pair.stock.run("generate_feedback", "m1", "--force")
    assert ours(pair.ours.root, feedback_only=True).graded == 5
    assert gradebook(pair.ours.root) == before, "the gradebook is only read"
    pair.compare()
    pages = [path.read_text(encoding="utf-8") for path in (pair.ours.root / "feedback" / "max").rglob("*.html")]
    assert all("再想一想" in page for page in pages)
