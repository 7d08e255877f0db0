from __future__ import annotations

from typing import Any

import pytest

from safetystring.course.notebook import ANSWER_STUB
from safetystring.course.written import MAX_ANSWER, harmless, written_answers


def cell(grade_id: object, source: object, kind: str = "markdown") -> dict[str, Any]:
    return {"cell_type": kind, "metadata": {"nbgrader": {"grade_id": grade_id}}, "source": source}


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        ([cell("reflection", "mine")], {"reflection": "mine"}),
        ([cell("reflection", ["mi", 3, "ne"])], {"reflection": "mine"}),
        ([cell("reflection", "first"), cell("reflection", "second")], {"reflection": "first"}),
        ([cell("reflection", "x" * (MAX_ANSWER + 5))], {"reflection": "x" * MAX_ANSWER}),
        ([cell("reflection", "print(1)", kind="code")], {}),
        ([None, 3, {}, {"cell_type": "markdown"}, cell(3, "x"), cell("reflection", None)], {}),
        ([{"cell_type": "markdown", "metadata": [], "source": "x"}], {}),
        ([{"cell_type": "markdown", "metadata": {"nbgrader": "x"}, "source": "x"}], {}),
    ],
)
def test_written_answers(cells: list[object], expected: dict[str, str]) -> None:
    assert written_answers(cells) == expected


RELEASED = f"<p>question</p>\n\n{ANSWER_STUB}"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (RELEASED, RELEASED),
        (f"{RELEASED}\nmine", f"{RELEASED}\nmine"),
        ("<p>question</p>\n\na < b & c", "<p>question</p>\n\na &lt; b &amp; c"),
        ("<p>other</p>", "&lt;p&gt;other&lt;/p&gt;"),
        (f"{RELEASED}<script>", f"{RELEASED}&lt;script&gt;"),
        ("", ""),
    ],
)
def test_harmless(text: str, expected: str) -> None:
    assert harmless(text, RELEASED) == expected
