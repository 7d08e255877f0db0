"""What has been answered already does not change its meaning (SS106 to SS108)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.release import index_of
from safetystring.authoring.subject import messages, options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.released import ReleasedScenario
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import Folder, Workspace

_UNSCORED = "nothing that is scored"


def check_released(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check a scenario against the last release: no id gone, none of another kind, none worth something else."""
    file, released = folder.file, workspace.released
    if released is not None and file.written.id in released.written.retired:
        message = f"`{file.written.id}` was the id of a scenario of an earlier release"
        yield file.report("SS107", ("id",), message, "take another word")
    before = released.written.scenarios.get(file.written.id) if released is not None else None
    if before is None:
        return
    now, places = index_of(file.written, None), _places(folder)
    if now.truth != before.truth:
        message = f"it was released as {before.truth}, and answers to it are scored so"
        yield file.report("SS107", ("truth",), message, "write another scenario, with an id of its own")
    for name, kind in before.ids.items():
        if name not in now.ids:
            message = f"`{name}` ({kind}) was released, and is gone; answers may name it"
            yield file.report("SS106", ("id",), message, "put it back; it may be reworded")
        elif now.ids[name] != kind:
            message = f"`{name}` was released as {kind}, and is now {now.ids[name]}"
            yield file.report("SS107", places[name], message, "give the new one an id of its own")
    for name in sorted(set(before.retired) & now.ids.keys()):
        message = f"`{name}` belonged to something of an earlier release"
        yield file.report("SS107", places[name], message, "take an id that was never used")
    yield from _rescored(folder, before, now, places)


def check_released_scenarios(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that every scenario that was released is still there."""
    file = workspace.released
    for name in file.written.scenarios if file is not None else ():
        if file is not None and name not in workspace.scenarios and name not in workspace.broken:
            message = f"the scenario `{name}` was released, and is gone; answers may name it"
            yield file.report("SS106", ("scenarios", name), message, "put its folder back", key=True)


def _rescored(
    folder: Folder, before: ReleasedScenario, now: ReleasedScenario, places: dict[str, Where]
) -> Iterator[Diagnostic]:
    for name in sorted((before.key.keys() | now.key.keys()) & before.ids.keys() & now.ids.keys()):
        old, new = before.key.get(name, _UNSCORED), now.key.get(name, _UNSCORED)
        if old != new:
            message = f"`{name}` was released as {old}, and is now {new}: earlier answers are scored differently"
            hint = "if it is meant so, say it in the changelog and record the next release"
            yield folder.file.report("SS108", places[name], message, hint)


def _places(folder: Folder) -> dict[str, Where]:
    written = folder.file.written
    found: dict[str, Where] = {name: ("cast", name) for name in written.cast}
    found |= {name: ("endings", name) for name in written.endings}
    for index, scene in enumerate(written.scenes):
        found[scene.id] = ("scenes", index, "id")
        if scene.choice is not None:
            found[scene.choice.id] = ("scenes", index, "choice", "id")
    found |= {placed.message.id: (*placed.where, "id") for placed in messages(written)}
    found |= {one.option.id: (*one.where, "id") for one in options(written)}
    return found
