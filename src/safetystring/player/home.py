"""The start page's widget: choose a language, see the modules, what is done, and what comes next."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

import anywidget
import traitlets

from safetystring.player.catalogue import Catalogue, preferred_language, read_catalogue, remember_language, state_of
from safetystring.player.plain import Plain
from safetystring.scenario import LANGUAGES, FormatError

if TYPE_CHECKING:
    from safetystring.scenario import Lang

_HERE = Path(__file__).parent


def open_home() -> Home | Plain:
    """Return what the start page's cell shows, or a text that says why there is nothing to show."""
    if os.environ.get("NBGRADER_EXECUTION"):
        return Plain.of("graded_run")
    try:
        return Home(Path.cwd())
    except FormatError:
        return Plain.of("missing", id="course")


class Home(anywidget.AnyWidget):
    """The start page. Only a choice of language is written, to ``preferences.json`` beside the page.

    Raises
    ------
    FormatError
        If there is no catalogue in `folder`, or a damaged one.
    """

    _esm = _HERE / "frontend" / "home.js"
    _css = _HERE / "frontend" / "home.css"
    lang = traitlets.Unicode("zh").tag(sync=True)
    chosen = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether the learner has chosen a language yet; if not, the front end starts in the browser's."""
    modules = traitlets.List(trait=traitlets.Dict()).tag(sync=True)
    strings = traitlets.Dict().tag(sync=True)

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._catalogue = read_catalogue(folder)
        preferred = preferred_language(folder)
        super().__init__(lang=preferred or "zh", chosen=preferred is not None)
        self._words: dict[str, dict[str, str]] = json.loads((_HERE / "strings" / "home.json").read_text("utf-8"))
        self._fill(preferred or "zh")
        self.observe(self._changed, "lang")

    def _fill(self, lang: Lang) -> None:
        self.strings = self._words[lang]
        self.modules = _listed(self._catalogue, self._folder, lang)

    def _changed(self, change: dict[str, Any]) -> None:
        for lang in LANGUAGES:
            if change["new"] == lang:
                remember_language(self._folder, lang)
                self._fill(lang)


def _listed(catalogue: Catalogue, folder: Path, lang: Lang) -> list[dict[str, Any]]:
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
