from __future__ import annotations

from pathlib import Path

from safetystring.course.config import CONFIG_FILE, responses


def test_the_repository_s_course_has_the_settings_that_a_build_writes() -> None:
    config = Path(__file__).parents[2] / "grading" / "nbgrader_config.py"
    assert config.read_text(encoding="utf-8") == CONFIG_FILE


def test_no_answer_is_overwritten_by_a_file_of_source(tmp_path: Path) -> None:
    (tmp_path / "m1").mkdir()
    for name in ("cedar.ipynb", "maple.ipynb", "notes.txt"):
        (tmp_path / "m1" / name).touch()
    (tmp_path / "m2").mkdir()
    assert responses(tmp_path) == {"m1": ["responses/cedar.jsonl", "responses/maple.jsonl"], "m2": []}
    assert responses(tmp_path / "nowhere") == {}
