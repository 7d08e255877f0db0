"""From a checked project to what a build writes: its compiled scenarios, and the start page's catalogue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.compile import compile_contact
from safetystring.authoring.project import Project, compile_project, ordered
from safetystring.course.release import Compiled, Mode
from safetystring.player.catalogue import Catalogue, Entry, Module
from safetystring.player.lesson import Lesson, Part, Takeaway
from safetystring.scenario import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from safetystring.authoring.base import WrittenText
    from safetystring.authoring.lessons import WrittenLesson, WrittenTakeaway

FORMAT = 1
"""Version of the catalogue's form."""


def compile_all(project: Project, salt: str, mode: Mode) -> dict[str, Compiled]:
    """Return every scenario compiled for a release, by id, in the order in which learners meet them."""
    return {name: Compiled(*pair) for name, pair in compile_project(project, salt, mode).items()}


def catalogue(project: Project, compiled: Mapping[str, Compiled]) -> Catalogue:
    """Return what the start page lists."""
    modules = tuple(
        Module(
            id=name,
            title=_text(module.title),
            goals=tuple(_text(goal) for goal in _goals(module.goals)),
            minutes=module.minutes,
            scenarios=tuple(_entry(compiled[scenario]) for scenario in ordered(module)),
            lesson=_lesson(module.lesson, project) if module.lesson is not None else None,
            takeaway=_takeaway(module.takeaway, project) if module.takeaway is not None else None,
        )
        for name, module in project.modules.items()
    )
    return Catalogue(format=FORMAT, modules=modules)


def _lesson(written: WrittenLesson, project: Project) -> Lesson:
    flags = project.shared.red_flags.red_flags
    return Lesson(
        minutes=written.minutes,
        points=tuple(_text(point.text) for point in written.points),
        sender=_text(written.example.sender),
        parts=tuple(
            Part(
                words=_text(part.words),
                does=_text(part.does),
                flag=_text(flags[part.red_flag].name) if part.red_flag is not None else None,
            )
            for part in written.example.parts
        ),
        genuine=_text(written.genuine),
    )


def _takeaway(written: WrittenTakeaway, project: Project) -> Takeaway:
    contacts = project.shared.contacts.root
    return Takeaway(
        remember=tuple(map(_text, written.remember)),
        say=tuple(map(_text, written.say)),
        dial=tuple(compile_contact(name, contacts[name]) for name in written.dial),
    )


def _entry(one: Compiled) -> Entry:
    scenario = one.scenario
    path = f"{scenario.module}/{scenario.id}.ipynb"
    return Entry(id=scenario.id, title=scenario.title, minutes=scenario.minutes, path=path)


def _goals(goals: WrittenText | tuple[WrittenText, ...]) -> tuple[WrittenText, ...]:
    return goals if isinstance(goals, tuple) else (goals,)


def _text(text: WrittenText) -> Text:
    return Text(zh=text.zh, en=text.en, fr=text.fr)
