"""Choice points: a safe option each, and none that its place or its length gives away (SS050 to SS054)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.scenario.model import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.models import WrittenChoice
    from safetystring.authoring.subject import Folder, Workspace

ENOUGH = 2
"""Choice points from which on "always" means something."""


def check_options(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that each choice point has a safe option, and no two alike; the spine has a choice point."""
    file, written = folder.file, folder.file.written
    if not any(scene.choice for scene in written.scenes if scene.id in written.spine):
        yield file.report("SS051", ("spine",), "the spine has no choice point", key=True)
    for index, scene in enumerate(written.scenes):
        if scene.choice is None:
            continue
        where = ("scenes", index, "choice")
        if all(option.rating != "safe" for option in scene.choice.options):
            message = f"choice point `{scene.choice.id}` has no safe option"
            yield file.report("SS050", (*where, "options"), message, "there is always something right to do", key=True)
        texts = [option.text.zh for option in scene.choice.options]
        for number, text in enumerate(texts):
            if text in texts[:number]:
                message = f"options {texts.index(text) + 1} and {number + 1} say the same"
                yield file.report("SS054", (*where, "options", number, "text"), message, key=True)


def check_tells(folder: Folder, _: Workspace) -> Iterator[Diagnostic]:
    """Check that the safe option is not always in the same place, and not always the longest."""
    file, written = folder.file, folder.file.written
    choices = [scene.choice for scene in written.scenes if scene.choice is not None]
    if len(choices) < ENOUGH:
        return
    first = next(index for index, scene in enumerate(written.scenes) if scene.choice is not None)
    where = ("scenes", first, "choice", "options")
    common = set.intersection(*(_safe_places(choice) for choice in choices))
    # Two points with the safe option second are chance; two with it first teach "take the first".
    if 0 in common or (common and len(choices) > ENOUGH):
        place = min(common) + 1
        message = f"option {place} is safe at all {len(choices)} choice points: its place gives it away"
        yield file.report("SS052", where, message, "change the order of options at one of them", key=True)
    for lang in LANGUAGES:
        if all(_longest(choice, lang) in _safe_places(choice) for choice in choices):
            message = (
                f"in {lang} the longest option is safe at all {len(choices)} choice points: its length gives it away"
            )
            yield file.report("SS053", where, message, "lengthen another option, or shorten a safe one", key=True)


def _safe_places(choice: WrittenChoice) -> set[int]:
    return {place for place, option in enumerate(choice.options) if option.rating == "safe"}


def _longest(choice: WrittenChoice, lang: str) -> int | None:
    """Return the place of the option that is longer than all others, or None where two share the length."""
    lengths = [len(getattr(option.text, lang)) for option in choice.options]
    return lengths.index(max(lengths)) if lengths.count(max(lengths)) == 1 else None
