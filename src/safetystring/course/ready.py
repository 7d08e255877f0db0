"""Makes `nbgrader validate` mean something on a learner's machine, where no key is.

Stock nbgrader says "Success" to an untouched assignment, since its hidden tests are empty there. The last grade cell
calls :func:`ready`, which objects during validation as long as a run is not finished, and does nothing at other times.
"""

from __future__ import annotations

import os
from pathlib import Path

from safetystring.course.words import course_words
from safetystring.player.log import read, scored
from safetystring.player.script import Course
from safetystring.scenario import LANGUAGES, FormatError, read_scenario


class NotFinishedError(Exception):
    """The scenario is not finished yet."""

    def _render_traceback_(self) -> list[str]:
        """IPython shows this in place of a traceback: a learner needs the sentence and not the stack."""
        return [str(self)]


def ready(scenario_id: str) -> None:
    """Object, under `nbgrader validate` only, to a run that cannot be scored yet.

    Raises
    ------
    NotFinishedError
        If the run beside the notebook has no verdict or no finished review.
    """
    if os.environ.get("NBGRADER_EXECUTION") == "validate" and not is_finished(Path.cwd(), scenario_id):
        raise NotFinishedError(" / ".join(course_words(lang)["not_ready"] for lang in LANGUAGES))


def is_finished(folder: Path, scenario_id: str) -> bool:
    """Whether the folder's log holds a finished run of the scenario, or one skipped on purpose."""
    try:
        course = Course.of(read_scenario(folder / "data" / f"{scenario_id}.json"))
    except FormatError:
        return False
    play = scored(read(folder / "responses" / f"{scenario_id}.jsonl", course))
    return play is not None and (play.session.reviewed or play.session.phase == "skipped")
