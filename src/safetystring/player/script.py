"""What a scenario sends: the entries of a conversation, and the scenario with the look-ups that every event needs."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

from safetystring.scenario import Choice, Message, Scenario, messages_by_id
from safetystring.scenario.record import dataclass


@dataclass(frozen=True, slots=True)
class SceneEntry:
    """The conversation moves to this scene's channel and contact."""

    scene: str


@dataclass(frozen=True, slots=True)
class MessageEntry:
    """A message comes next."""

    message: str


@dataclass(frozen=True, slots=True)
class OptionEntry:
    """The learner took this option; in the rest, what someone who stayed would have said."""

    choice: str
    option: str


Entry = SceneEntry | MessageEntry | OptionEntry
Entered = tuple[tuple[Entry, ...], "str | None", bool]


@dataclass(frozen=True, slots=True)
class Course:
    """A scenario with the look-ups that every event needs, made once."""

    scenario: Scenario
    messages: Mapping[str, Message]
    choices: Mapping[str, Choice]
    families: frozenset[str]
    _entered: dict[str | None, Entered] = dataclasses.field(default_factory=dict, repr=False)
    """What `enter` found: a class enters the same few scenes thousands of times."""

    @classmethod
    def of(cls, scenario: Scenario) -> Course:
        """Index `scenario`."""
        choices = {scene.choice.id: scene.choice for scene in scenario.scenes.values() if scene.choice is not None}
        families = frozenset(family.id for family in scenario.families)
        return cls(scenario, messages_by_id(scenario), choices, families)

    def enter(self, scene_id: str | None) -> Entered:
        """Return what entering a scene sends, the choice point it stops at, and whether the conversation ends there."""
        found = self._entered.get(scene_id)
        if found is None:
            found = self._entered[scene_id] = _entered(self.scenario, scene_id)
        return found


def _entered(scenario: Scenario, scene_id: str | None) -> Entered:
    entries: list[Entry] = []
    seen: set[str] = set()
    while scene_id is not None and scene_id not in seen:
        seen.add(scene_id)
        scene = scenario.scenes[scene_id]
        entries.append(SceneEntry(scene_id))
        entries.extend(MessageEntry(message.id) for message in scene.messages)
        if scene.choice is not None:
            return tuple(entries), scene.choice.id, False
        scene_id = scene.goto
    return tuple(entries), None, True
