"""What the checks look at: files with their positions, a scenario's folder, and the whole that they belong to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from pydantic import BaseModel

from safetystring.authoring.diagnostics import Diagnostic, finding
from safetystring.authoring.models import NoteMessage, WrittenMessage, WrittenOption, WrittenScenario, WrittenScene
from safetystring.authoring.released import Released
from safetystring.authoring.shared import Allowed, Contacts, Modules, RedFlags, Sources
from safetystring.authoring.source import Located, Where
from safetystring.scenario.model import ME

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class File(Generic[M]):
    """A file that fits its model, and where everything stands in it."""

    source: Located
    written: M

    def report(self, code: str, where: Where, message: str, hint: str = "", *, key: bool = False) -> Diagnostic:
        """Return a finding at a place of this file, at its key if so asked."""
        return finding(code, self.source.path, self.source.at(where, key=key), message, hint)


@dataclass(frozen=True, slots=True)
class Folder:
    """A scenario's folder. `drawings` holds each SVG file's bytes, or in a sentence why they cannot be had."""

    shown: str
    file: File[WrittenScenario]
    drawings: Mapping[str, bytes | str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Workspace:
    """Everything under check. A file that is missing or does not fit its model is None, and not referred to."""

    red_flags: File[RedFlags] | None
    sources: File[Sources] | None
    contacts: File[Contacts] | None
    modules: File[Modules] | None
    scenarios: Mapping[str, Folder]
    broken: frozenset[str] = frozenset()
    """Ids of scenarios that are there but do not fit the model."""
    allowed: File[Allowed] | None = None
    """Exceptions; no file, no exception."""
    released: File[Released] | None = None
    """The last release; no file, none yet."""


@dataclass(frozen=True, slots=True)
class PlacedMessage:
    """A message, where it stands in the file, and its scene's place on the spine (None for replies and branches)."""

    where: Where
    message: WrittenMessage
    on_spine: bool

    @property
    def markable(self) -> bool:
        """Whether a learner can mark it."""
        return not isinstance(self.message, NoteMessage) and self.message.sender != ME


@dataclass(frozen=True, slots=True)
class PlacedOption:
    """An option, where it stands, and its scene."""

    where: Where
    option: WrittenOption
    scene: WrittenScene


def messages(written: WrittenScenario) -> Iterator[PlacedMessage]:
    """Yield every message in the file's order, replies included."""
    spine = set(written.spine)
    for index, scene in enumerate(written.scenes):
        for number, message in enumerate(scene.messages):
            yield PlacedMessage(("scenes", index, "messages", number), message, scene.id in spine)
        if scene.choice is None:
            continue
        for choice, option in enumerate(scene.choice.options):
            above: Where = ("scenes", index, "choice", "options", choice, "replies")
            for number, message in enumerate(option.replies):
                yield PlacedMessage((*above, number), message, on_spine=False)


def spine_messages(written: WrittenScenario) -> list[PlacedMessage]:
    """Return the messages of the spine in the order in which they are met."""
    placed = [one for one in messages(written) if one.on_spine]
    scenes = [scene.id for scene in written.scenes]
    return sorted(placed, key=lambda one: written.spine.index(scenes[int(one.where[1])]))


def options(written: WrittenScenario) -> Iterator[PlacedOption]:
    """Yield every option in the file's order."""
    for index, scene in enumerate(written.scenes):
        for number, option in enumerate(scene.choice.options if scene.choice is not None else ()):
            yield PlacedOption(("scenes", index, "choice", "options", number), option, scene)
