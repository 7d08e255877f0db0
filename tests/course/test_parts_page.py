from __future__ import annotations

import re

import pytest

from course.test_feedback import EVIL, Tags
from safetystring.course import parts_page
from safetystring.course.words import words

W = words("en")


def test_a_page_is_whole_and_asks_nobody_for_anything() -> None:
    page = parts_page.head(W, "T & T") + parts_page.table(W) + parts_page.foot(W)
    tags = Tags(re.sub(r"<meta [^>]*>", "", page))
    assert tags.open == []
    assert "script" not in tags.tags
    assert page.count("T &amp; T") == 2
    assert "http" not in parts_page.STYLE.read_text(encoding="utf-8")
    assert "default-src 'none'" in page


@pytest.mark.parametrize(
    ("points", "top", "told"), [(None, 2.0, "not graded yet"), (1.5, 2.0, "1.5 / 2"), (None, None, "")]
)
def test_an_answer_says_what_it_was_given(points: float | None, top: float | None, told: str) -> None:
    part = parts_page.answer(W, {"text": EVIL, "comment": EVIL, "points": points, "max": top})
    assert f"<small>{told}</small>" in part if told else "<small>" not in part
    assert Tags(part).tags.count("script") == 0


def test_nothing_written_is_said_and_a_comment_left_out() -> None:
    part = parts_page.answer(W, {"text": "", "comment": "", "points": None, "max": None})
    assert W["nothing_written"] in part
    assert W["comment"] not in part


@pytest.mark.parametrize(("late", "told"), [(0.0, False), (1.25, True)])
def test_a_penalty_is_named_where_there_is_one(late: float, told: bool) -> None:  # noqa: FBT001 - a table
    assert (W["late_penalty"] in parts_page.total(W, 3.0, 4.0, late)) is told


def test_a_sentence_in_each_language() -> None:
    part = parts_page.sentences([("en", "a < b"), ("zh-Hans", "好")])
    assert '<p lang="en">a &lt; b</p>\n<p lang="zh-Hans">好</p>' in part
