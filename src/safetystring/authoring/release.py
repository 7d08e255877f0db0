"""The index of a release: what each id of a scenario is, and what answers to it are worth.

Answers lie in learners' folders and in gradebooks, and name things by id. An id that goes, or comes to mean another
kind of thing, makes them unreadable or wrong; the checks compare with this index (SS106 to SS108).
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from safetystring.authoring.models import NoteMessage
from safetystring.authoring.released import Released, ReleasedScenario
from safetystring.authoring.subject import messages, options
from safetystring.scenario.model import ME

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from safetystring.authoring.models import WrittenScenario


def index_of(written: WrittenScenario, before: ReleasedScenario | None) -> ReleasedScenario:
    """Return a scenario's entry; ids that were released before and are gone are retired."""
    ids = dict(_kinds(written))
    old = set(before.retired) | before.ids.keys() if before is not None else set()
    return ReleasedScenario(
        truth=written.truth, ids=ids, key=dict(_worth(written)), retired=tuple(sorted(old - ids.keys()))
    )


def to_json(scenarios: Mapping[str, WrittenScenario], before: Released | None) -> str:
    """Return the index of these scenarios as the file's text. Scenarios that are gone are retired."""
    old = before.scenarios if before is not None else {}
    made = {name: index_of(written, old.get(name)) for name, written in sorted(scenarios.items())}
    retired = sorted({*old, *(before.retired if before is not None else ())} - made.keys())
    index = Released(format=1, scenarios=made, retired=tuple(retired))
    return json.dumps(index.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n"


def _kinds(written: WrittenScenario) -> Iterator[tuple[str, str]]:
    yield from ((name, "person") for name in written.cast)
    for scene in written.scenes:
        yield scene.id, "scene"
        if scene.choice is not None:
            yield scene.choice.id, "choice"
            yield from ((option.id, f"option of {scene.choice.id}") for option in scene.choice.options)
    for placed in messages(written):
        own = not isinstance(placed.message, NoteMessage) and placed.message.sender == ME
        yield placed.message.id, "message" if placed.markable else "own message" if own else "note"
    yield from ((name, "ending") for name in written.endings)


def _worth(written: WrittenScenario) -> Iterator[tuple[str, str]]:
    for placed in messages(written):
        if isinstance(placed.message, NoteMessage):
            continue
        if placed.message.cue is not None:
            yield placed.message.id, f"cue {placed.message.cue.red_flag}"
        elif placed.message.lookalike is not None:
            yield placed.message.id, "lookalike"
    yield from ((one.option.id, one.option.rating) for one in options(written))
    yield from ((name, ending.outcome) for name, ending in written.endings.items())
