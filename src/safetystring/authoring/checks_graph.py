"""The graph of scenes: exits, reachability, loops, the spine (SS030 to SS036)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.graph import ends, graph, reached, targets
from safetystring.authoring.models import NoteMessage
from safetystring.authoring.subject import messages, options

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.subject import Folder, Workspace


def check_exits(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that a scene has one of choice, goto and end; an option one of goto and end."""
    file = folder.file
    for index, scene in enumerate(file.written.scenes):
        given = [name for name in ("choice", "goto", "end") if getattr(scene, name) is not None]
        if len(given) != 1:
            found = " and ".join(given) or "none of them"
            message = f"scene `{scene.id}` needs one of choice, goto and end; it has {found}"
            yield file.report("SS030", ("scenes", index, given[-1] if given else "id"), message)
    for placed in options(file.written):
        option = placed.option
        if (option.goto is None) == (option.end is None):
            found = "neither" if option.goto is None else "both"
            message = f"option `{option.id}` needs a goto or an end; it has {found}"
            yield file.report("SS030", (*placed.where, "id" if option.goto is None else "end"), message)


def check_reach(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that every scene can be reached, and from every scene the conversation can end."""
    file, written = folder.file, folder.file.written
    made = graph(written)
    found, leaving = reached(made, written.start), ends(made)
    for index, scene in enumerate(written.scenes):
        if found and scene.id not in found:
            hint = "lead to it by a goto, or delete it"
            yield file.report("SS031", ("scenes", index, "id"), f"nothing leads to scene `{scene.id}`", hint)
        if scene.id not in leaving:
            message = f"from scene `{scene.id}` the conversation never ends"
            yield file.report("SS032", ("scenes", index, "id"), message, "give one way on an `end`")


def check_spine(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that the spine begins at the start, and each of its scenes leads to the next."""
    file, written = folder.file, folder.file.written
    scenes = {scene.id: scene for scene in written.scenes}
    if written.spine[0] != written.start:
        message = f"the spine begins at `{written.spine[0]}`, the conversation at `{written.start}`"
        yield file.report("SS033", ("spine", 0), message)
    for index, name in enumerate(written.spine):
        if name in written.spine[:index]:
            yield file.report("SS035", ("spine", index), f"`{name}` is on the spine a second time")
        before = scenes.get(written.spine[index - 1]) if index else None
        if before is not None and name in scenes and name not in targets(before):
            message = f"scene `{before.id}` does not lead to `{name}`"
            yield file.report("SS034", ("spine", index), message, "by its goto, or by an option's")


def check_used(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that everybody of the cast appears, and every ending can happen."""
    file, written = folder.file, folder.file.written
    seen = {scene.contact for scene in written.scenes}
    seen |= {one.message.sender for one in messages(written) if not isinstance(one.message, NoteMessage)}
    for name in written.cast:
        if name not in seen:
            yield file.report("SS036", ("cast", name), f"`{name}` of the cast never appears", key=True)
    used = {written.leave, *(scene.end for scene in written.scenes), *(one.option.end for one in options(written))}
    for name in written.endings:
        if name not in used:
            yield file.report("SS036", ("endings", name), f"nothing ends in `{name}`", key=True)
