"""The conversation as a whole: its length, its care, its money (SS100 to SS104)."""

from __future__ import annotations

import difflib
import re
from typing import TYPE_CHECKING, Any

from safetystring.authoring.checks_todo import unwritten
from safetystring.authoring.subject import messages
from safetystring.scenario.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.models import WrittenScenario
    from safetystring.authoring.subject import Folder, Workspace

CARE = frozenset({"loss", "kidnapping", "intimacy"})
PER_MINUTE = {"zh": 300, "en": 200, "fr": 190}
"""Reading pace on a screen: characters in Chinese, words in English and French."""
PER_CHOICE = 20 / 60
"""Minutes for one choice point."""
LONG, SHORT = 1.35, 0.5
"""How far the length may lie from the stated minutes, as a ratio."""


def check_minutes(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that the stated minutes agree with the time to read the spine and the debrief, and to choose."""
    file, written = folder.file, folder.file.written
    if unwritten(file.source.root):
        return  # what is still to be written has no length
    needed = {lang: reading_minutes(written, lang) for lang in LANGUAGES}
    low, high = written.minutes * SHORT, written.minutes * LONG
    off = [f"{minutes:.1f} in {lang}" for lang, minutes in needed.items() if not low <= minutes <= high]
    if off:
        message = f"reading and choosing takes about {', '.join(off)}; {written.minutes} minutes are stated"
        long = max(needed.values()) > high
        hint = "shorten it, or state more" if long else "state fewer"
        yield file.report("SS100", ("minutes",), message, hint)


def check_care(folder: Folder, workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that a theme that may hurt has a content note, and an urgent contact in the debrief."""
    file, written = folder.file, folder.file.written
    for index, theme in enumerate(written.themes):
        meant = difflib.get_close_matches(theme, CARE, n=1, cutoff=0.75)
        if theme not in CARE and meant:
            message = f"there is no theme `{theme}`, and `{meant[0]}` would need its care"
            yield file.report("SS101", ("themes", index), message, f"did you mean `{meant[0]}`?")
    heavy = [theme for theme in written.themes if theme in CARE]
    contacts = workspace.contacts
    if not heavy or contacts is None:
        return
    where = ("themes", written.themes.index(heavy[0]))
    if written.notes is None:
        yield file.report("SS101", where, f"the theme `{heavy[0]}` needs a content note", "`notes:` on both twins")
    found = [contacts.written.root[name] for name in written.debrief.contacts if name in contacts.written.root]
    if not any(contact.urgent for contact in found):
        message = f"the theme `{heavy[0]}` needs an urgent contact in the debrief"
        yield file.report("SS101", ("debrief", "contacts"), message, key=True)


def check_money(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that no ending costs more than was asked for."""
    file, written = folder.file, folder.file.written
    for name, ending in written.endings.items():
        if ending.paid > written.debrief.asked:
            message = f"{ending.paid} € are paid, and `debrief.asked` is {written.debrief.asked}"
            yield file.report("SS102", ("endings", name, "paid"), message)


def check_urgent(workspace: Workspace) -> Iterator[Diagnostic]:
    """Check that somebody can be called at once."""
    file = workspace.contacts
    if file is not None and not any(contact.urgent for contact in file.written.root.values()):
        message = 'no contact is urgent, and "this may be happening to me now" would begin with none'
        yield file.report("SS104", (), message)


def reading_minutes(written: WrittenScenario, lang: str) -> float:
    """Return the minutes that a learner needs for the spine and the debrief in a language."""
    scenes = [scene for scene in written.scenes if scene.id in written.spine]
    choices = [scene.choice for scene in scenes if scene.choice is not None]
    shown: list[Any] = [written.setting, *(placed.message.text for placed in messages(written) if placed.on_spine)]
    for choice in choices:
        shown += [choice.prompt, *(option.text for option in choice.options)]
    shown += [written.debrief.summary, written.debrief.real, *written.debrief.say, *written.debrief.do]
    for placed in messages(written):
        cue = getattr(placed.message, "cue", None)
        shown += [cue.why] if cue is not None else []
        shown += [odd] if (odd := getattr(placed.message, "lookalike", None)) is not None else []
    units = sum(_units(getattr(text, lang), lang) for text in shown)
    return units / PER_MINUTE[lang] + PER_CHOICE * len(choices)


def _units(text: str, lang: str) -> int:
    return len(re.findall(r"[\u3400-\u9fff]|[A-Za-z0-9]+", text)) if lang == "zh" else len(text.split())
