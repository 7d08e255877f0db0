"""Twins and modules: two conversations that nothing but the truth tells apart (SS060 to SS067)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.authoring.checks_ids import near

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.models import WrittenScenario
    from safetystring.authoring.subject import Folder, Workspace


def check_twin(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that a scam has a twin, and that twins point at each other and are alike in all that shows."""
    file, written = folder.file, folder.file.written
    if written.twin is None:
        if written.truth == "scam":
            yield file.report(
                "SS060", ("truth",), "a scam without a twin", "name the genuine scenario beside it: `twin:`"
            )
        return
    if written.twin in workspace.broken:
        return
    other = workspace.scenarios.get(written.twin)
    if other is None or written.twin == written.id:
        hint = near(written.twin, workspace.scenarios.keys() - {written.id})
        yield file.report("SS060", ("twin",), f"there is no other scenario `{written.twin}`", hint)
        return
    twin = other.file.written
    if twin.twin != written.id:
        yield file.report("SS061", ("twin",), f"`{twin.id}` names {f'`{twin.twin}`' if twin.twin else 'no twin'}")
        return
    yield from _compare(folder, twin)


def _compare(folder: Folder, twin: WrittenScenario) -> Iterator[Diagnostic]:
    file, written = folder.file, folder.file.written
    if written.truth == twin.truth:
        yield file.report("SS062", ("truth",), f"`{written.id}` and its twin `{twin.id}` are both {written.truth}")
    if written.module != twin.module:
        yield file.report("SS065", ("module",), f"its twin `{twin.id}` is in `{twin.module}`")
    if _words(written) != _words(twin):
        place = "notes" if written.notes is not None else "title"
        message = f"the content note differs from that of its twin `{twin.id}`"
        yield file.report("SS063", (place,), message, "word for word the same, or on neither", key=True)
    if written.themes != twin.themes:
        message = f"the themes differ from those of its twin `{twin.id}`: {', '.join(twin.themes) or 'none'}"
        yield file.report("SS063", ("themes",), message, "the same, in the same order", key=True)
    mine, theirs = _points(written), _points(twin)
    if mine != theirs:
        message = f"{mine} choice points on the spine, {theirs} on that of its twin `{twin.id}`"
        yield file.report("SS064", ("spine",), message, "a gradebook shows their number", key=True)
    if written.minutes != twin.minutes:
        message = f"{written.minutes} minutes, its twin `{twin.id}` {twin.minutes}"
        yield file.report("SS066", ("minutes",), message)


def check_balance(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that at least half the scenarios of a module are genuine."""
    file = workspace.modules
    for module, content in file.written.root.items() if file is not None else ():
        names = set(content.scenarios)
        found = [workspace.scenarios[name].file.written for name in names if name in workspace.scenarios]
        scams = sum(1 for one in found if one.truth == "scam")
        genuine = sum(1 for one in found if one.truth == "genuine")
        if scams > genuine and file is not None and not names & workspace.broken:
            message = f"{scams} scams and {genuine} genuine scenarios: at least half should be genuine"
            yield file.report("SS067", (module, "scenarios"), message, key=True)


def _words(written: WrittenScenario) -> tuple[str, ...]:
    return (written.notes.zh, written.notes.en, written.notes.fr) if written.notes is not None else ()


def _points(written: WrittenScenario) -> int:
    return sum(1 for scene in written.scenes if scene.choice is not None and scene.id in written.spine)
