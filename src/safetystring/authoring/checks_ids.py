"""Ids: used once, and everything that is referred to is there (SS007, SS020 to SS029)."""

from __future__ import annotations

import difflib
from collections import Counter
from typing import TYPE_CHECKING

from safetystring.authoring.models import NoteMessage
from safetystring.authoring.subject import messages, options
from safetystring.scenario.model import ME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.models import WrittenScenario
    from safetystring.authoring.shared import WrittenModule
    from safetystring.authoring.source import Where
    from safetystring.authoring.subject import Folder, Workspace


def check_ids(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that every id of a scenario is used once, and the scenario's own is its folder's name."""
    file = folder.file
    name = folder.shown.rsplit("/", 1)[-1]
    if file.written.id != name:
        yield file.report("SS007", ("id",), f"the id is `{file.written.id}`, the folder `{name}`", "make them the same")
    first: dict[str, Where] = {}
    for where, identifier in _ids(file.written):
        if identifier in first:
            line = file.source.at(first[identifier]).line
            yield file.report("SS020", where, f"`{identifier}` is used a second time; first on line {line}")
        first.setdefault(identifier, where)


def check_places(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that scenes, people, endings and messages that are referred to exist in the same file."""
    file, written = folder.file, folder.file.written
    scenes = [scene.id for scene in written.scenes]
    known = {"SS021": scenes, "SS022": list(written.cast), "SS023": list(written.endings)}
    known["SS027"] = [placed.message.id for placed in messages(written)]
    words = {"SS021": "scene", "SS022": "person of the cast", "SS023": "ending", "SS027": "message"}
    for code, where, name in _references(written):
        if name is not None and name not in known[code]:
            yield file.report(code, where, f"there is no {words[code]} `{name}`", near(name, known[code]))


def check_shared(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that red flags, sources and contacts that are referred to exist in the shared files."""
    file, written = folder.file, folder.file.written
    flags, sources, contacts = workspace.red_flags, workspace.sources, workspace.contacts
    for placed in messages(written):
        cue = None if isinstance(placed.message, NoteMessage) else placed.message.cue
        if cue is None:
            continue
        if flags is not None and cue.red_flag not in flags.written.red_flags:
            hint = near(cue.red_flag, flags.written.red_flags)
            yield file.report(
                "SS024", (*placed.where, "cue", "red_flag"), f"red_flags.yaml has no `{cue.red_flag}`", hint
            )
        if sources is not None and cue.source not in sources.written.root:
            hint = near(cue.source, sources.written.root)
            yield file.report("SS025", (*placed.where, "cue", "source"), f"sources.yaml has no `{cue.source}`", hint)
    yield from _claimed(folder, workspace)
    for index, source in enumerate(written.sources):
        if sources is not None and source not in sources.written.root:
            hint = near(source, sources.written.root)
            yield file.report("SS025", ("sources", index), f"sources.yaml has no `{source}`", hint)
    for index, contact in enumerate(written.debrief.contacts):
        if contacts is not None and contact not in contacts.written.root:
            hint = near(contact, contacts.written.root)
            yield file.report("SS026", ("debrief", "contacts", index), f"contacts.yaml has no `{contact}`", hint)


def _claimed(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that what `syllabus` claims has a place: a statement, messages or options, lines of the debrief."""
    file, written, sources = folder.file, folder.file.written, workspace.sources
    places = [*(placed.message.id for placed in messages(written)), *(placed.option.id for placed in options(written))]
    for source, claim in written.syllabus.items():
        above = ("syllabus", source)
        if sources is not None and source not in sources.written.root:
            yield file.report("SS025", above, f"sources.yaml has no `{source}`", near(source, sources.written.root))
        for index, met in enumerate(claim.met):
            if met not in places:
                message = f"there is no message or option `{met}`"
                yield file.report("SS027", (*above, "met", index), message, near(met, places))
        for index, number in enumerate(claim.do):
            if number > len(written.debrief.do):
                message = f"the debrief has {len(written.debrief.do)} lines in `do`"
                yield file.report("SS027", (*above, "do", index), message)


def check_taxonomy(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that the taxonomy's families and sources exist."""
    file, sources = workspace.red_flags, workspace.sources
    if file is None:
        return
    for name, flag in file.written.red_flags.items():
        above = ("red_flags", name)
        if flag.family not in file.written.families:
            hint = near(flag.family, file.written.families)
            yield file.report("SS029", (*above, "family"), f"there is no family `{flag.family}`", hint)
        for index, source in enumerate(flag.sources if sources is not None else ()):
            if sources is not None and source not in sources.written.root:
                hint = near(source, sources.written.root)
                yield file.report("SS025", (*above, "sources", index), f"sources.yaml has no `{source}`", hint)


def _framed(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that lessons and take-away cards name red flags, statements and contacts that exist."""
    file, contacts, flags, sources = workspace.modules, workspace.contacts, workspace.red_flags, workspace.sources
    if file is None or contacts is None or flags is None or sources is None:
        return
    for module, written in file.written.root.items():
        for where, name in _taught(module, written):
            if name not in sources.written.root:
                hint = near(name, sources.written.root)
                yield file.report("SS025", where, f"sources.yaml has no `{name}`", hint)
        for index, part in enumerate(written.lesson.example.parts if written.lesson is not None else ()):
            if part.red_flag is not None and part.red_flag not in flags.written.red_flags:
                at = (module, "lesson", "example", "parts", index, "red_flag")
                hint = near(part.red_flag, flags.written.red_flags)
                yield file.report("SS024", at, f"red_flags.yaml has no `{part.red_flag}`", hint)
        for index, name in enumerate(written.takeaway.dial if written.takeaway is not None else ()):
            if name not in contacts.written.root:
                where = (module, "takeaway", "dial", index)
                yield file.report("SS026", where, f"contacts.yaml has no `{name}`", near(name, contacts.written.root))


def _taught(module: str, written: WrittenModule) -> Iterator[tuple[Where, str]]:
    for place, point in enumerate(written.lesson.points if written.lesson is not None else ()):
        for index, name in enumerate(point.teaches):
            yield (module, "lesson", "points", place, "teaches", index), name
    for index, name in enumerate(written.takeaway.teaches if written.takeaway is not None else ()):
        yield (module, "takeaway", "teaches", index), name


def check_modules(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that modules and scenarios name each other, each scenario in one module, once."""
    file = workspace.modules
    yield from _framed(workspace)
    if file is None:
        return
    listed: Counter[str] = Counter()
    for module, content in file.written.root.items():
        for index, name in enumerate(content.scenarios):
            where: Where = (module, "scenarios", index)
            listed[name] += 1
            if listed[name] > 1:
                yield file.report("SS028", where, f"`{name}` is listed a second time")
            folder = workspace.scenarios.get(name)
            if folder is None and name not in workspace.broken:
                yield file.report("SS028", where, f"there is no scenario `{name}`", near(name, workspace.scenarios))
            elif folder is not None and folder.file.written.module != module:
                yield file.report("SS028", where, f"`{name}` says it belongs to `{folder.file.written.module}`")
    for name, folder in workspace.scenarios.items():
        if not listed[name]:
            message = f"modules.yaml does not list `{name}`"
            yield folder.file.report("SS028", ("module",), message, f"add it to `{folder.file.written.module}` there")


def near(name: str, known: Iterable[str]) -> str:
    """Return a hint that names the closest known word, or nothing."""
    close = difflib.get_close_matches(name, list(known), n=1, cutoff=0.5)
    return f"did you mean `{close[0]}`?" if close else ""


def _ids(written: WrittenScenario) -> Iterator[tuple[Where, str]]:
    yield from ((("cast", name), name) for name in written.cast)
    for index, scene in enumerate(written.scenes):
        yield ("scenes", index, "id"), scene.id
        if scene.choice is not None:
            yield ("scenes", index, "choice", "id"), scene.choice.id
    yield from (((*placed.where, "id"), placed.message.id) for placed in messages(written))
    yield from (((*placed.where, "id"), placed.option.id) for placed in options(written))
    yield from ((("endings", name), name) for name in written.endings)


def _references(written: WrittenScenario) -> Iterator[tuple[str, Where, str | None]]:
    yield "SS021", ("start",), written.start
    yield from (("SS021", ("spine", index), name) for index, name in enumerate(written.spine))
    for index, scene in enumerate(written.scenes):
        yield "SS022", ("scenes", index, "contact"), scene.contact
        yield "SS021", ("scenes", index, "goto"), scene.goto
        yield "SS023", ("scenes", index, "end"), scene.end
    for placed in options(written):
        yield "SS021", (*placed.where, "goto"), placed.option.goto
        yield "SS023", (*placed.where, "end"), placed.option.end
    for one in messages(written):
        if not isinstance(one.message, NoteMessage) and one.message.sender != ME:
            yield "SS022", (*one.where, "from"), one.message.sender
    yield "SS023", ("leave",), written.leave
    yield "SS027", ("debrief", "first_sign"), written.debrief.first_sign
