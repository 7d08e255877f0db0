"""The start page: choose a language, see the modules, what is done, and what comes next."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import anywidget
import traitlets

from safetystring.player.log import read, scored
from safetystring.player.session import Course
from safetystring.scenario import FormatError, Lang, Text, decode, read_scenario

CATALOGUE = "course.json"
_FRONTEND = Path(__file__).parent / "frontend"
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
    except (OSError, ValueError) as error:
        raise FormatError(f"{path}: {error}") from error


def state_of(folder: Path, entry: Entry) -> State:
    """Return how far the learner is with a scenario. A log that cannot be read counts as not begun."""
    notebook = folder / entry.path
    try:
        course = Course.of(read_scenario(notebook.parent / "data" / f"{entry.id}.json"))
        play = scored(read(notebook.parent / "responses" / f"{entry.id}.jsonl", course))
    except (OSError, FormatError):
        return "new"
    if play is None:
        return "new"
    return "done" if play.session.reviewed else "begun"


def preferred_language(folder: Path) -> Lang | None:
    """Return the language chosen on the start page above `folder` (at most two levels up), if one was."""
    for place in (folder, folder.parent):
        try:
            value = json.loads((place / "preferences.json").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if isinstance(value, dict) and value.get("lang") in ("zh", "en", "fr"):
            chosen: Lang = value["lang"]
            return chosen
    return None


def _plain(catalogue: Catalogue, folder: Path, lang: Lang) -> list[dict[str, Any]]:
    return [
        {
            "title": module.title.get(lang),
            "goals": [goal.get(lang) for goal in module.goals],
            "minutes": module.minutes,
            "scenarios": [
                {
                    "title": entry.title.get(lang),
                    "minutes": entry.minutes,
                    "path": entry.path,
                    "state": state_of(folder, entry),
                }
                for entry in module.scenarios
            ],
        }
        for module in catalogue.modules
    ]


class Home(anywidget.AnyWidget):  # type: ignore[misc] - anywidget ships no types
    """The start page's widget. Only a change of language is written, to ``preferences.json`` beside the page."""

    _esm = _FRONTEND / "home.js"
    _css = _FRONTEND / "home.css"
    lang = traitlets.Unicode("zh").tag(sync=True)
    modules = traitlets.List().tag(sync=True)
    strings = traitlets.Dict().tag(sync=True)

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._catalogue = read_catalogue(folder)
        super().__init__(lang=preferred_language(folder) or "zh")
        self._fill()
        self.observe(self._changed, "lang")

    def _fill(self) -> None:
        lang: Lang = self.lang
        self.modules = _plain(self._catalogue, self._folder, lang)
        path = Path(__file__).parent / "strings" / "home.json"
        self.strings = json.loads(path.read_text(encoding="utf-8"))[lang]

    def _changed(self, _change: object) -> None:
        if self.lang not in ("zh", "en", "fr"):
            return
        self._fill()
        try:
            (self._folder / "preferences.json").write_text(json.dumps({"lang": self.lang}), encoding="utf-8")
        except OSError:
            return  # a read-only folder: the choice holds for this page, each conversation asks again
