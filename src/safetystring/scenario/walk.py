"""Ways of looking through a scenario that more than one room needs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.scenario.model import (
    Compare,
    Document,
    FileCard,
    Frame,
    LinkCard,
    Mail,
    Page,
    Payment,
    Transfer,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.scenario.model import Attachment, Choice, Message, Scenario, Text


def _all_messages(scenario: Scenario) -> Iterator[Message]:
    for scene in scenario.scenes.values():
        yield from scene.messages
        if scene.choice is not None:
            for option in scene.choice.options:
                yield from option.replies


def messages_by_id(scenario: Scenario) -> dict[str, Message]:
    """Return every message of the scenario, replies included, by id."""
    return {message.id: message for message in _all_messages(scenario)}


def spine_messages(scenario: Scenario) -> tuple[Message, ...]:
    """Return the messages of the spine in order, without replies, which lie off it."""
    return tuple(message for scene_id in scenario.spine for message in scenario.scenes[scene_id].messages)


def spine_choices(scenario: Scenario) -> tuple[Choice, ...]:
    """Return the choice points of the spine in order."""
    choices = (scenario.scenes[scene_id].choice for scene_id in scenario.spine)
    return tuple(choice for choice in choices if choice is not None)


def counterpart_ids(scenario: Scenario) -> frozenset[str]:
    """Return the ids of all messages a learner may mark."""
    kept, found = _ids_of.get(id(scenario), (None, frozenset()))
    if kept is not scenario:
        if len(_ids_of) >= _MOST_KEPT:
            _ids_of.clear()
        found = frozenset(message.id for message in _all_messages(scenario) if message.markable)
        _ids_of[id(scenario)] = (scenario, found)
    return found


_MOST_KEPT = 64
_ids_of: dict[int, tuple[Scenario | None, frozenset[str]]] = {}
"""Answers remembered: a class is graded learner by learner, each of them with all of an assignment's scenarios."""


def named(attachment: Attachment) -> Text | None:
    """Return the words by which a message's attachment can be called, or None where it has none of its own."""
    match attachment:
        case Document(caption=text) | FileCard(name=text) | Transfer(payee=text) | Payment(payee=text):
            return text
        case LinkCard(title=text) | Page(title=text) | Mail(subject=text) | Frame(alt=text):
            return text
        case Compare(papers=(paper, *_)):
            return paper.caption
        case _:
            return None
