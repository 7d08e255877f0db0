"""A varied class, stock nbgrader beside ours, as large as SAFETYSTRING_COHORT says; without it, left out."""

from __future__ import annotations

import os
import shutil
from random import Random
from typing import TYPE_CHECKING

import pytest

from course.grade.room import DUE, LATE, ON_TIME, answered, blanks, execute, hand_in, random_logs
from course.grade.test_same import Pair
from course.nbcourse import NbCourse

if TYPE_CHECKING:
    from pathlib import Path

LEARNERS = int(os.environ.get("SAFETYSTRING_COHORT", "0"))
pytestmark = [pytest.mark.slow, pytest.mark.skipif(not LEARNERS, reason="SAFETYSTRING_COHORT says how many learners")]


def test_a_whole_cohort_is_graded_as_nbgrader_grades_it(prepared: NbCourse, tmp_path: Path) -> None:
    shutil.copytree(prepared.root, tmp_path / "stock")
    course = NbCourse(tmp_path / "stock", prepared.home)
    execute(course.root, f"UPDATE assignment SET duedate = '{DUE}'")  # noqa: S608 - our own
    dice, blank = Random(1), blanks(course)  # noqa: S311 - a test that repeats itself
    for number in range(LEARNERS):
        pages = dict(blank)
        for name in pages:
            if dice.random() < 0.3:
                pages[name] = answered(blank[name], f"\n\n{number} < {dice.random()}")
        logs = random_logs(dice)
        if dice.random() < 0.1:
            gone = dice.choice(sorted(pages))
            pages.pop(gone)
            logs.pop(f"responses/{gone.removesuffix('.ipynb')}.jsonl", None)
        hand_in(course.root, f"s{number:03}", dice.choice((ON_TIME, ON_TIME, LATE, None)), {**pages, **logs})
    shutil.copytree(course.root, tmp_path / "ours")
    pair = Pair(course, NbCourse(tmp_path / "ours", prepared.home))
    pair.grade(patience=60 + 30 * LEARNERS)
    pair.compare()
