"""The course as the start page lists it, how far the learner is, and the language chosen there."""

from __future__ import annotations

import contextlib
import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Literal

from safetystring.player.events import Reviewed
from safetystring.player.lesson import Lesson, Takeaway
from safetystring.player.log import read
from safetystring.player.script import Course
from safetystring.scenario import FormatError, Lang, Text, decode, encode, read_scenario

if TYPE_CHECKING:
    from pathlib import Path

CATALOGUE = "course.json"
PREFERENCES = "preferences.json"
FRAME = "module.lesson"
"""In `data/` of an assignment: its module's lesson and card, for where no start page is above it."""
_MAX_BYTES = 1_000_000
State = Literal["new", "begun", "done"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A scenario as the start page lists it. `path` is its notebook, seen from the start page."""

    id: str
    title: Text
    minutes: int
    path: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Module:
    """A module as the start page lists it, its scenarios in the order they are met."""

    id: str
    title: Text
    goals: tuple[Text, ...]
    minutes: int
    scenarios: tuple[Entry, ...]
    lesson: Lesson | None = None
    takeaway: Takeaway | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """What the course holds: ``course.json`` beside the start page, written by ``safetystring build``."""

    format: int
    modules: tuple[Module, ...]


def read_catalogue(folder: Path) -> Catalogue:
    """Read the catalogue of `folder`.

    Raises
    ------
    FormatError
        If it is missing or not of its form.
    """
    path = folder / CATALOGUE
    try:
        return decode(Catalogue, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError) as error:
        raise FormatError(f"{path}: {error}") from error


def frame_to_json(module: Module) -> str:
    """Return what an assignment takes along of its module: everything but the list of scenarios."""
    return json.dumps(encode(replace(module, scenarios=())), ensure_ascii=False, sort_keys=True)


def read_frame(folder: Path) -> Module | None:
    """Return the module whose assignment lies in `folder`, or None where nothing sound was handed out with it."""
    path = folder / "data" / FRAME
    try:
        if path.stat().st_size > _MAX_BYTES:
            return None
        return decode(Module, json.loads(path.read_text(encoding="utf-8")))
    except (OSError, ValueError, RecursionError):
        return None


@dataclass(frozen=True, slots=True)
class Standing:
    """How far the learner is with a scenario, and when each of its finished attempts was finished (ms, the epoch)."""

    state: State
    finished: tuple[int, ...] = ()


def standing(folder: Path, entry: Entry) -> Standing:
    """Return how far the learner is with a scenario. A log that cannot be read counts as not begun."""
    notebook = folder / entry.path
    log = notebook.parent / "responses" / f"{entry.id}.jsonl"
    if not log.is_file():
        return Standing("new")
    try:
        course = Course.of(read_scenario(notebook.parent / "data" / f"{entry.id}.json"))
        found = read(log, course)
    except (OSError, FormatError):
        return Standing("new")
    finished = tuple(
        line.at
        for play in found.plays
        for line in play.lines
        if play.session.reviewed and isinstance(line.event, Reviewed)
    )
    return Standing("done" if finished else "begun" if found.plays else "new", finished)


def places(folder: Path) -> list[tuple[Path, str]]:
    """Return where every scenario of the course lies: the folder of its notebook, and its id.

    `folder` is the start page's or a notebook's. Where there is no start page, as in an nbgrader assignment, it is all
    that lies beside the notebook.
    """
    for start in (folder, folder.parent):
        try:
            entries = [entry for module in read_catalogue(start).modules for entry in module.scenarios]
        except FormatError:
            continue
        return [((start / entry.path).parent, entry.id) for entry in entries]
    return [(folder, path.stem) for path in sorted((folder / "data").glob("*.json"))]


def preferred_language(folder: Path) -> Lang | None:
    """Return the language chosen on the start page in `folder` or in the one above it, if one was."""
    for place in (folder, folder.parent):
        try:
            value = json.loads((place / PREFERENCES).read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(value, dict) and value.get("lang") in ("zh", "en", "fr"):
            chosen: Lang = value["lang"]
            return chosen
    return None


def onward(folder: Path, scenario_id: str, lang: Lang) -> dict[str, Any]:
    """Return where to go from a conversation whose notebook lies in `folder`: `home`, and `next` with its `title`.

    The paths are relative to the notebook. With them come the module's `lesson` and `takeaway`, where it has them.
    Where there is no start page above, as in an nbgrader assignment, these alone, from what was handed out with it.
    """
    try:
        modules = read_catalogue(folder.parent).modules
    except FormatError:
        frame = read_frame(folder)
        return _framed(frame, lang) if frame is not None else {}
    entries = [entry for module in modules for entry in module.scenarios]
    place = next((place for place, entry in enumerate(entries) if entry.id == scenario_id), None)
    if place is None:
        return {}
    found: dict[str, Any] = {"home": "../start.ipynb"}
    for entry in entries[place + 1 : place + 2]:
        found |= dict(_link(entry, lang))
    module = next(module for module in modules if entries[place] in module.scenarios)
    return found | _framed(module, lang)


def _framed(module: Module, lang: Lang) -> dict[str, Any]:
    """Return a module's lesson, with the goals and the three lines that frame it, and its take-away card."""
    card = takeaway(module, lang)
    found = {"takeaway": card} if card is not None else {}
    if module.lesson is None:
        return found
    goals = [goal.get(lang) for goal in module.goals]
    remember = card["remember"] if card is not None else []
    return found | {"lesson": module.lesson.plain(lang) | {"goals": goals, "remember": remember}}


def takeaway(module: Module, lang: Lang) -> dict[str, Any] | None:
    """Return a module's take-away card in `lang` as plain JSON, or None."""
    return module.takeaway.plain(module.title, lang) if module.takeaway is not None else None


def _link(entry: Entry, lang: Lang) -> tuple[tuple[str, str], ...]:
    return ("next", f"../{entry.path}"), ("title", entry.title.get(lang))


def remember_language(folder: Path, lang: Lang) -> None:
    """Note the language chosen on the start page. In a read-only folder the choice holds for the open page only."""
    with contextlib.suppress(OSError):
        (folder / PREFERENCES).write_text(json.dumps({"lang": lang}) + "\n", encoding="utf-8")
