"""The files of a course, as pure data: text by relative path. :mod:`safetystring.course.build` writes them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from safetystring.course import notebook
from safetystring.player.catalogue import FRAME, frame_to_json
from safetystring.scenario import Key, Scenario, encode_debrief, key_to_json, scenario_to_json
from safetystring.scoring.cells import cell_maxima

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetystring.player.catalogue import Module

Mode = Literal["training", "exam"]


@dataclass(frozen=True, slots=True)
class Compiled:
    """A compiled scenario: its public part, which names its release, and its key."""

    scenario: Scenario
    key: Key


def self_study_files(compiled: Iterable[Compiled]) -> dict[str, str]:
    """Return what a learner alone opens: a folder a module, with a notebook a scenario and its data."""
    files: dict[str, str] = {}
    for one in compiled:
        scenario = one.scenario
        page = notebook.to_json(notebook.self_study(scenario.id, scenario.title))
        files |= {f"{scenario.module}/{scenario.id}.ipynb": page} | _data(one, scenario.module)
    return files


def course_files(compiled: Iterable[Compiled], modules: Iterable[Module] = ()) -> dict[str, str]:
    """Return an nbgrader course's sources and keys.

    What lies under ``source/`` is released to learners. An exam's key is therefore in ``keys/`` and nowhere else. A
    drill is not scored and has no place here. Each assignment of a training release has its module's lesson and card
    with it, since no start page goes out with one; an exam has not.
    """
    files: dict[str, str] = {}
    framed = {module.id: module for module in modules if module.lesson is not None or module.takeaway is not None}
    for one in compiled:
        scenario, key = one.scenario, one.key
        if key.truth == "drill":
            continue
        page = notebook.to_json(notebook.source(scenario.id, scenario.title, cell_maxima(key)))
        files |= {f"source/{scenario.module}/{scenario.id}.ipynb": page} | _data(one, f"source/{scenario.module}")
        files[f"keys/{scenario.id}.json"] = key_to_json(key) + "\n"
        files[f"keys/{scenario.id}.scenario.json"] = scenario_to_json(scenario) + "\n"
        module = framed.get(scenario.module)
        if module is not None and scenario.release == "training":
            files[f"source/{scenario.module}/data/{FRAME}"] = frame_to_json(module) + "\n"
    return files


def _data(one: Compiled, folder: str) -> dict[str, str]:
    scenario = one.scenario
    files = {f"{folder}/data/{scenario.id}.json": scenario_to_json(scenario) + "\n"}
    if scenario.release == "training":
        files[f"{folder}/data/{scenario.id}.debrief"] = encode_debrief(one.key) + "\n"
    return files
