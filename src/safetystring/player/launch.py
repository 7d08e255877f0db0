"""What ``safetystring.play("cedar")`` does: find the scenario beside the notebook, and return what the cell shows.

Nothing here raises for a user's mistake, waits, or writes. While nbgrader runs the notebook no widget is made at all.
"""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetystring.player.plain import Plain

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.player.session import Session
    from safetystring.player.widget import Explain
    from safetystring.scenario import Lang, Scenario

_ID = re.compile(r"[a-z][a-z0-9-]{0,39}")


def launch(scenario: str, lang: Lang | None = None) -> Any:  # noqa: ANN401 - a widget, text, or the grader's page
    """Return what a cell shows for a scenario: its player, or a text that says why there is none.

    Parameters
    ----------
    scenario
        Its id; ``data/<id>.json`` lies beside the notebook.
    lang
        The language to show; by default that of the last time, else the one chosen on the start page, else Chinese.
    """
    if not isinstance(scenario, str) or not _ID.fullmatch(scenario):
        return Plain.of("id_expected")
    folder = Path.cwd()
    execution = os.environ.get("NBGRADER_EXECUTION")
    if execution:
        return _graded(folder, scenario, execution)
    if not (folder / "data" / f"{scenario}.json").is_file():
        return Plain.of("missing", id=scenario)
    return _player(folder, scenario, lang)


def _graded(folder: Path, scenario: str, execution: str) -> Any:  # noqa: ANN401
    """Return the feedback while nbgrader grades, a sentence otherwise. Never a widget, and never a failure."""
    if execution == "autograde":
        try:
            from safetystring.course.feedback import summary  # noqa: PLC0415 - the grader's side, absent at a learner's

            return summary(folder, scenario)
        except Exception:  # noqa: BLE001 - feedback is extra: whatever goes wrong in it may not cost a learner points
            return Plain.of("graded_run")
    return Plain.of("graded_run")


def _player(folder: Path, scenario_id: str, lang: Lang | None) -> Any:  # noqa: ANN401
    # Imported here, so that a run by nbgrader or a missing file costs no widget libraries.
    from safetystring.player.run import Run  # noqa: PLC0415
    from safetystring.player.script import Course  # noqa: PLC0415
    from safetystring.player.widget import Player  # noqa: PLC0415
    from safetystring.scenario import LANGUAGES, FormatError, read_scenario  # noqa: PLC0415

    try:
        scenario = read_scenario(folder / "data" / f"{scenario_id}.json")
        if scenario.id != scenario_id or not is_sound(scenario):
            return Plain.of("damaged", id=scenario_id)
        run = Run(Course.of(scenario), folder / "responses" / f"{scenario_id}.jsonl")
        if lang in LANGUAGES:
            run.lang = lang
        elif run.session is None:
            run.lang = _preferred(folder) or run.lang
        return Player(run, folder, _explainer(folder, scenario), lambda lang: _onward(folder, scenario_id, lang))
    except FormatError:
        return Plain.of("damaged", id=scenario_id)


def is_sound(scenario: Scenario) -> bool:
    """Whether every scene and person that the scenario names is there, so that playing it cannot fail half-way."""
    from safetystring.scenario import messages_by_id  # noqa: PLC0415
    from safetystring.scenario.model import ME  # noqa: PLC0415

    scenes = scenario.scenes.values()
    options = [option for scene in scenes if scene.choice is not None for option in scene.choice.options]
    ahead = {*(scene.goto for scene in scenes), *(option.goto for option in options)} - {None}
    named = {scenario.start, *scenario.spine, *ahead}
    senders = {message.sender for message in messages_by_id(scenario).values()} - {ME, None}
    return named <= scenario.scenes.keys() and senders | {scene.contact for scene in scenes} <= scenario.cast.keys()


def _preferred(folder: Path) -> Lang | None:
    from safetystring.player.catalogue import preferred_language  # noqa: PLC0415

    return preferred_language(folder)


def _onward(folder: Path, scenario_id: str, lang: Lang) -> Mapping[str, Any]:
    from safetystring.player.catalogue import onward  # noqa: PLC0415 - not needed in the midst of a conversation

    return onward(folder, scenario_id, lang)


def _explainer(folder: Path, scenario: Scenario) -> Explain:
    """Return what makes the debrief. The key is not read before the review is finished."""

    def explain(session: Session, lang: Lang) -> Mapping[str, Any]:
        if scenario.release == "exam":
            return {"later": True}
        from safetystring.player.catalogue import places  # noqa: PLC0415
        from safetystring.player.log import read_bytes  # noqa: PLC0415
        from safetystring.scenario import FormatError, decode_debrief  # noqa: PLC0415
        from safetystring.scenario.read import MAX_BYTES  # noqa: PLC0415
        from safetystring.scoring import debrief, history  # noqa: PLC0415 - not needed for playing

        try:
            veiled = read_bytes(folder / "data" / f"{scenario.id}.debrief", MAX_BYTES)
            key = decode_debrief(veiled.decode("ascii"))
        except (OSError, FormatError, ValueError):
            return {"missing": True}
        if key.hash != scenario.hash:
            return {"missing": True}
        told = debrief.explain(session, scenario, key, lang)
        # The profile is one of marking, which a drill does not ask for.
        return told if scenario.drill else told | {"profile": history.profile_of(places(folder), lang)}

    return explain
