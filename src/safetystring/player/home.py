"""The start page's widget: choose a language, see what is done and what comes next, take progress along and back."""

from __future__ import annotations

import base64
import json
import os
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import traitlets

from safetystring.player.again import again
from safetystring.player.catalogue import (
    Catalogue,
    places,
    preferred_language,
    read_catalogue,
    remember_language,
    standing,
    takeaway,
)
from safetystring.player.esm import EsmWidget
from safetystring.player.pack import MEDIA_TYPE
from safetystring.player.plain import Plain
from safetystring.player.restore import BadArchiveError, Outcome, Restored, pack_progress, restore
from safetystring.player.words import strings
from safetystring.scenario import LANGUAGES, FormatError

if TYPE_CHECKING:
    from collections.abc import Callable

    from safetystring.scenario import Lang

_HERE = Path(__file__).parent
_SHARED = ("profile_", "channel_", "takeaway_", "lesson_", "copy", "copied", "help_", "lang_tag")
"""Beginnings of the player's strings that the start page uses too."""
_ORDER: tuple[Outcome, ...] = ("restored", "both", "same", "refused")


def open_home() -> Home | Plain:
    """Return what the start page's cell shows, or a text that says why there is nothing to show."""
    if os.environ.get("NBGRADER_EXECUTION"):
        return Plain.of("graded_run")
    try:
        return Home(Path.cwd())
    except FormatError:
        return Plain.of("missing", id="course")


class Home(EsmWidget):
    """The start page. It writes a choice of language (``preferences.json``), and logs only where asked to restore them.

    Raises
    ------
    FormatError
        If there is no catalogue in `folder`, or a damaged one.
    """

    static = "home"
    lang = traitlets.Unicode("zh").tag(sync=True)
    chosen = traitlets.Bool(default_value=False).tag(sync=True)
    """Whether the learner has chosen a language yet; if not, the front end starts in the browser's."""
    modules = traitlets.List(trait=traitlets.Dict()).tag(sync=True)
    strings = traitlets.Dict().tag(sync=True)
    profile = traitlets.Dict().tag(sync=True)
    download = traitlets.Dict().tag(sync=True)
    said = traitlets.List(trait=traitlets.Unicode()).tag(sync=True)
    """What came of the last file to restore, a line each."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._catalogue = read_catalogue(folder)
        preferred = preferred_language(folder)
        super().__init__(lang=preferred or "zh", chosen=preferred is not None)
        self._words: dict[str, dict[str, str]] = json.loads((_HERE / "strings" / "home.json").read_text("utf-8"))
        self._fill(preferred or "zh")
        self.observe(self._changed, "lang")
        self.on_msg(self._heard)

    def _fill(self, lang: Lang) -> None:
        from safetystring.scoring.history import profile_of  # noqa: PLC0415 - after the page's own libraries

        shared = {key: text for key, text in strings(lang).items() if key.startswith(_SHARED)}
        with self.hold_sync():
            self.strings = shared | self._words[lang]
            self.modules = _listed(self._catalogue, self._folder, lang)
            self.profile = profile_of(places(self._folder), lang)

    def _changed(self, change: dict[str, Any]) -> None:
        for lang in LANGUAGES:
            if change["new"] == lang:
                remember_language(self._folder, lang)
                self.said = []
                self._fill(lang)

    def _heard(self, _widget: object, content: object, buffers: object) -> None:
        """Answer a custom message; whatever is not of the protocol is passed over."""
        kind = content.get("type") if isinstance(content, dict) else None
        answers: dict[object, Callable[[], None]] = {
            "pack": self._pack,
            "restore": lambda: self._restore(buffers),
            "look": lambda: self._fill(self._lang),
        }
        if isinstance(kind, str) and kind in answers:
            answers[kind]()

    @property
    def _lang(self) -> Lang:
        return next((lang for lang in LANGUAGES if lang == self.lang), "zh")

    def _pack(self) -> None:
        data = pack_progress(places(self._folder))
        self.download = {}  # asking twice gives the same answer, which must be seen twice
        name = f"safety-string-{datetime.now(UTC):%Y-%m-%d}.zip"
        self.download = {"name": name, "mime": MEDIA_TYPE, "data": base64.b64encode(data).decode("ascii")}

    def _restore(self, buffers: object) -> None:
        data = bytes(buffers[0]) if isinstance(buffers, (list, tuple)) and buffers else b""
        words = self._words[self._lang]
        try:
            found = restore(data, places(self._folder))
        except BadArchiveError:
            self.said = []
            self.said = [words["restore_bad"]]
            return
        self._fill(self._lang)
        self.said = []
        self.said = [self._line(outcome, found) for outcome in _ORDER if any(one.outcome == outcome for one in found)]

    def _line(self, outcome: Outcome, found: tuple[Restored, ...]) -> str:
        lang = self._lang
        titles = {entry.id: entry.title.get(lang) for module in self._catalogue.modules for entry in module.scenarios}
        names = [titles[one.scenario] for one in found if one.outcome == outcome]
        between = {"zh": "、", "en": ", ", "fr": ", "}[lang]
        return self._words[lang][f"restore_{outcome}"].replace("{titles}", between.join(names))


def _listed(catalogue: Catalogue, folder: Path, lang: Lang) -> list[dict[str, Any]]:
    listed = []
    for module in catalogue.modules:
        standings = [standing(folder, entry) for entry in module.scenarios]
        due = again([one.finished for one in standings])
        listed.append(
            {
                "title": module.title.get(lang),
                "goals": [goal.get(lang) for goal in module.goals],
                "minutes": module.minutes,
                "lesson": module.lesson.plain(lang) if module.lesson is not None else None,
                "takeaway": takeaway(module, lang),
                "again": due.isoformat() if due is not None else None,
                "scenarios": [
                    {
                        "title": entry.title.get(lang),
                        "minutes": entry.minutes,
                        "path": entry.path,
                        "state": one.state,
                    }
                    for entry, one in zip(module.scenarios, standings, strict=True)
                ],
            }
        )
    return listed
