"""One draft on a page: the player in one language, or in several side by side that move in step."""

from __future__ import annotations

import random
import secrets
import tempfile
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal

from safetystring.authoring.preview.place import Lost, Place, place_of, retrace, way_to
from safetystring.authoring.preview.wire import Send, Wire
from safetystring.player.run import Run
from safetystring.player.script import Course
from safetystring.player.widget import Player
from safetystring.scoring import debrief

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    import ipywidgets

    from safetystring.authoring.preview.draft import Draft
    from safetystring.player.session import Session
    from safetystring.scenario import Lang

_IN_STEP = frozenset({"shown", "mark", "unmark", "leave", "restart", "skip_theme", "read", "act"})
"""What is done in all languages at once. Help, download and language are a column's own affair."""
Part = Literal["view", "steps"] | int
"""What of a player spoke: the conversation, the verdict's steps, or the button of this number."""


class Showing:
    """Players of one draft, one a language. Answers go to a folder that is deleted with it.

    Parameters
    ----------
    draft, langs
        What to show; the first language leads.
    place
        Where to go at once.
    send
        Takes each message for the page.
    """

    def __init__(self, draft: Draft, langs: Iterable[Lang], place: Place, send: Send) -> None:
        self.draft = draft
        self._send = send
        self._early: list[dict[str, Any]] | None = []
        self._folder = tempfile.TemporaryDirectory(prefix="safetystring-preview-")
        self._wire = Wire(self._carry)
        self.lost: Lost | None = None
        self.players: dict[Lang, Player] = {}
        course = Course.of(draft.scenario)
        self._seed = secrets.randbelow(2**32)
        with self._wire.present():
            for lang in langs:
                self.players[lang] = self._player(course, lang, place)
        self._deliver()

    @property
    def lead(self) -> Player:
        """The first player; where it stands is where the author is."""
        return next(iter(self.players.values()))

    @property
    def place(self) -> Place:
        """Where the author is."""
        return place_of(self.lead)

    @property
    def seed(self) -> int:
        """What draws the names and numbers that are shown."""
        return self.lead.run.seed

    @property
    def lang(self) -> Lang:
        """The language shown first: one player's may have been changed in the player itself."""
        return self.lead.run.lang

    def hear(self, model: str, data: dict[str, Any]) -> None:
        """Take what the page sends for one widget, and do the same in the other languages."""
        heard = next(
            ((player, part) for player in self.players.values() if (part := _part(player, model)) is not None), None
        )
        self._wire.receive(model, data)
        if heard is None:
            return
        source, part = heard
        with self._wire.present():
            for player in self.players.values():
                if player is not source:
                    self._follow(player, source, part, data)

    def go(self, scene: str) -> bool:
        """Go to a scene from the start by the shortest way, in every language."""
        way = way_to(self.draft.scenario, scene)
        if way is None:
            return False
        with self._wire.present():
            for player in self.players.values():
                if player.run.session is None:
                    player.begin()
                else:
                    player.restart()
                for option in way:
                    player.choose(option)
        return True

    def close(self) -> None:
        """Take the players down and delete what they wrote."""
        self._wire.close()
        self._folder.cleanup()

    def _player(self, course: Course, lang: Lang, place: Place) -> Player:
        folder = Path(self._folder.name) / lang
        seeds = _seeds(place.session.attempt.seed if place.session is not None else self._seed)
        run = Run(course, folder / "responses" / f"{course.scenario.id}.jsonl", lang, seeds)
        if place.session is not None:
            self.lost = retrace(place.session, run)
        player = Player(run, folder, self._explain)
        if place.practising:
            player.practise()
        return player

    def _explain(self, session: Session, lang: Lang) -> Mapping[str, Any]:
        try:
            return debrief.explain(session, self.draft.scenario, self.draft.key, lang)
        except (KeyError, ValueError, ZeroDivisionError):
            return {"missing": True}  # a key with holes in it, such as the checks report

    def _follow(self, player: Player, source: Player, part: Part, data: dict[str, Any]) -> None:
        """Do to `player` what was done to the same part of `source`."""
        content = data.get("content")
        if part == "steps":
            player.choices.pick(source.choices.step)
        elif not isinstance(content, dict):
            return
        elif part == "view":
            if content.get("type") in _IN_STEP:
                self._wire.receive(player.view.model_id, data)
        elif content.get("event") == "click" and part < len(player.choices.buttons):
            player.choices.buttons[part].click()

    def _carry(self, message: dict[str, Any]) -> None:
        if self._early is not None:
            self._early.append(message)
        else:
            self._send(message)

    def _deliver(self) -> None:
        """Send all models in one message, so that the page draws them once."""
        models: dict[str, dict[str, Any]] = {}
        for message in self._early or ():
            if message["do"] in ("open", "update"):
                models.setdefault(message["id"], {}).update(message["state"])
        self._early = None
        roots = {lang: player.model_id for lang, player in self.players.items()}
        self._send({"do": "show", "roots": roots, "models": models})


def _seeds(first: int) -> Callable[[], int]:
    """Return what gives the seeds of one attempt after the other: the same in every language."""
    later = random.Random(first)  # noqa: S311 - names and numbers of a preview are no secret
    row = chain([first], iter(lambda: later.randrange(2**32), None))
    return lambda: next(row)


def _part(player: Player, model: str) -> Part | None:
    """Return which part of a player a model is, or None if it is none that speaks."""
    if model == player.view.model_id:
        return "view"
    for number, button in enumerate(player.choices.buttons):
        if model == button.model_id:
            return number
    area: ipywidgets.VBox = player.choices.children[1]
    return "steps" if model in [child.model_id for child in area.children] else None
