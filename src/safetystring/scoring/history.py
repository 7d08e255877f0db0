"""All that a learner has finished, read from their own folders: response logs beside a training release's keys."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safetystring.player.events import Reviewed
from safetystring.player.log import read, read_bytes, scored
from safetystring.player.script import Course
from safetystring.scenario import FormatError, decode_debrief, read_scenario
from safetystring.scenario.read import MAX_BYTES
from safetystring.scoring.assess import assess
from safetystring.scoring.profile import Finished, profile

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from safetystring.scenario import Lang, Scenario

MOST = 300
"""Scenarios looked at; a course has some tens."""


def profile_of(places: Iterable[tuple[Path, str]], lang: Lang) -> dict[str, Any]:
    """Return the learner's profile, its families named in `lang`.

    Parameters
    ----------
    places
        The folder of a scenario's notebook and its id. One that is not played, cannot be read, or has no key beside
        it (an exam) is left out.
    """
    names: dict[str, str] = {}
    runs: list[Finished] = []
    for folder, scenario_id in list(places)[:MOST]:
        found = _finished(folder, scenario_id)
        if found is not None:
            scenario, run = found
            names |= {family.id: family.name.get(lang) for family in scenario.families}
            runs.append(run)
    made = profile(runs)
    families = [row | {"name": names.get(row["id"], row["id"])} for row in made["families"]]
    return made | {"families": families}


def _finished(folder: Path, scenario_id: str) -> tuple[Scenario, Finished] | None:
    log = folder / "responses" / f"{scenario_id}.jsonl"
    if not log.is_file():
        return None
    try:
        scenario = read_scenario(folder / "data" / f"{scenario_id}.json")
        play = scored(read(log, Course.of(scenario)))
        if play is None or not play.session.reviewed or scenario.release != "training":
            return None
        veiled = read_bytes(folder / "data" / f"{scenario_id}.debrief", MAX_BYTES)
        key = decode_debrief(veiled.decode("ascii"))
    except (OSError, FormatError, ValueError):
        return None
    if key.hash != scenario.hash:
        return None
    at = next((line.at for line in play.lines if isinstance(line.event, Reviewed)), 0)
    channels = {message.id: scene.channel for scene in scenario.scenes.values() for message in scene.messages}
    # Points are not asked for, so the baseline's value does not matter.
    return scenario, Finished(at=at, found=assess(play.session, scenario, key, baseline=0.0), channels=channels)
