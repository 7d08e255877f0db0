from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from pydantic import ValidationError

from safetystring.authoring.lessons import WrittenLesson
from support.project import findings, put

if TYPE_CHECKING:
    from pathlib import Path

TEXT = {"zh": "先问。", "en": "Ask first.", "fr": "Demandez."}
PART = {"words": TEXT, "does": TEXT}
LESSON: dict[str, Any] = {
    "minutes": 2,
    "points": [{"text": TEXT}],
    "example": {"from": TEXT, "parts": [PART, PART]},
    "genuine": TEXT,
}


@pytest.mark.parametrize("missing", LESSON)
def test_a_lesson_has_all_its_parts(missing: str) -> None:
    WrittenLesson.model_validate(LESSON)
    with pytest.raises(ValidationError):
        WrittenLesson.model_validate({key: value for key, value in LESSON.items() if key != missing})


@pytest.mark.parametrize(
    ("lesson", "expected"),
    [
        (LESSON, []),
        (LESSON | {"points": [{"text": TEXT, "teaches": ["Z9"]}]}, ["SS025"]),
        (LESSON | {"example": {"from": TEXT, "parts": [PART, PART | {"red_flag": "nonsense"}]}}, ["SS024"]),
    ],
)
def test_what_a_lesson_names_exists(tmp_path: Path, lesson: dict[str, Any], expected: list[str]) -> None:
    assert [one[0] for one in findings(tmp_path, put("modules.yaml", ("m1", "lesson"), lesson))] == expected
