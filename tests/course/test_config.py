from __future__ import annotations

from pathlib import Path

from safetystring.course.config import CONFIG_FILE


def test_the_repository_s_course_has_the_settings_that_a_build_writes() -> None:
    config = Path(__file__).parents[2] / "grading" / "nbgrader_config.py"
    assert config.read_text(encoding="utf-8") == CONFIG_FILE
