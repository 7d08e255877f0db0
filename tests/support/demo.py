"""`tests/demo/willow`: a drill with every channel and every form, compiled, and as the front end gets each scene."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from safetystring.authoring.play import begin
from safetystring.authoring.project import Project, compile_project, load_project
from safetystring.player.entries import entries
from safetystring.player.events import Chose, Shown
from safetystring.player.script import Course
from safetystring.player.session import step
from safetystring.scenario import Choice, content_hash

if TYPE_CHECKING:
    from safetystring.scenario import Key, Lang, Scenario

ROOT = Path(__file__).resolve().parents[2]
NAME = "willow"


@dataclass(frozen=True, slots=True)
class Screen:
    """The end of one scene: everything sent up to there, and the question, if one is asked."""

    name: str
    entries: list[dict[str, Any]]
    choice: Choice | None


def load_demo(folder: Path) -> Project:
    """Return the demo as a project of its own in `folder`, on the course's shared data. It must be free of errors."""
    for name in ("red_flags.yaml", "sources.yaml", "contacts.yaml"):
        shutil.copy(ROOT / "scenarios" / name, folder / name)
    shutil.copytree(ROOT / "tests" / "demo" / NAME, folder / NAME)
    title = {"zh": "演示", "en": "Demo", "fr": "Démonstration"}
    module = {"m0": {"title": title, "goals": title, "minutes": 8, "seed": 1, "scenarios": [NAME]}}
    (folder / "modules.yaml").write_text(json.dumps(module, ensure_ascii=False), encoding="utf-8")
    loaded = load_project(folder)
    assert loaded.project is not None, "\n".join(map(str, loaded.diagnostics))
    return loaded.project


def compile_demo(folder: Path) -> tuple[Scenario, Key]:
    """Return the demo compiled, no longer as a drill, in which nothing can be marked: the flags are to be seen too."""
    drill, key = compile_project(load_demo(folder), "salt", "training")[NAME]
    judged = replace(drill, kind=None)
    judged = replace(judged, hash=content_hash(judged))
    return judged, replace(key, hash=judged.hash)


def screens(scenario: Scenario, lang: Lang) -> list[Screen]:
    """Return the end of each scene, played on the first options."""
    course = Course.of(scenario)
    session = begin(course)
    made: list[Screen] = []
    for number, scene in enumerate(scenario.scenes.values(), 1):
        session = step(session, Shown(ids=tuple(message.id for message in scene.messages)), course)
        sent = entries(session, course, lang)
        starts = [index for index, entry in enumerate(sent) if entry["kind"] == "scene"]
        behind = starts[number] if number < len(starts) else len(sent)
        made.append(Screen(f"{number:02d}-{scene.channel}", sent[:behind], scene.choice))
        if scene.choice is not None:
            option = next(option for option in scene.choice.options if option.goto is not None)
            session = step(session, Chose(choice=scene.choice.id, option=option.id), course)
    return made
