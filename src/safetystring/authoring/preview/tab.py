"""One browser tab of a preview: what is shown in it, and where its author is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from safetystring.authoring.preview.keyed import keyed
from safetystring.authoring.preview.place import Place
from safetystring.authoring.preview.showing import Showing
from safetystring.scenario import LANGUAGES

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetystring.authoring.diagnostics import Diagnostic
    from safetystring.authoring.preview.desk import Desk
    from safetystring.authoring.preview.wire import Send
    from safetystring.scenario import Lang


class Tab:
    """Speaks with one page.

    The page hears ``show`` (models of the players), ``open``, ``update``, ``custom`` (theirs), ``key``, ``at`` (where
    the author is) and ``findings``; it says ``widget``, ``langs``, ``go`` and ``anew``.
    """

    def __init__(self, desk: Desk, langs: tuple[Lang, ...], send: Send) -> None:
        self._desk = desk
        self._langs = langs
        self._send = send
        self._showing: Showing | None = None

    def begin(self) -> None:
        """Show the draft for the first time."""
        self._show(self._desk.place)
        self.tell()

    def reload(self) -> None:
        """Show the draft as it is now, at the same place."""
        if not self._desk.stale or self._showing is None:
            self._show(self._showing.place if self._showing is not None else Place())
        self.tell()

    def tell(self) -> None:
        """Show what the checks found."""
        self._send(
            {
                "do": "findings",
                "path": self._desk.path,
                "stale": self._desk.stale,
                "playable": self._desk.draft is not None,
                "checked": self._desk.found is not None,
                "findings": _plain(self._desk.found or ()),
            }
        )

    def hear(self, message: dict[str, Any]) -> None:
        """Do what the page says; what is not understood is passed over."""
        match message:
            case {"do": "widget", "id": str(model), "data": dict(data)} if self._showing is not None:
                if data.get("method") in ("custom", "update"):
                    self._showing.hear(model, data)
                    self._lead()
                    self._at()
            case {"do": "langs", "langs": list(langs)}:
                chosen = tuple(lang for lang in LANGUAGES if lang in langs)
                self._langs = chosen or self._langs
                self._show(self._showing.place if self._showing is not None else Place())
            case {"do": "go", "scene": str(scene)} if self._showing is not None:
                if scene in self._showing.draft.scenario.scenes and self._showing.go(scene):
                    self._at()
            case {"do": "anew"}:
                self._show(Place())

    def close(self) -> None:
        """Take the players down."""
        if self._showing is not None:
            self._showing.close()
            self._showing = None

    def _show(self, place: Place) -> None:
        draft = self._desk.draft
        if draft is None:
            return
        if self._showing is not None:
            self._showing.close()
        self._showing = Showing(draft, self._langs, place, self._send)
        self._send({"do": "key", "key": keyed(draft, self._showing.lang, self._showing.seed)})
        self._at()

    def _lead(self) -> None:
        """Stay in the language that a single player was put into by its own switch."""
        if self._showing is not None and len(self._langs) == 1 and self._showing.lang != self._langs[0]:
            self._langs = (self._showing.lang,)
            self._send({"do": "key", "key": keyed(self._showing.draft, self._showing.lang, self._showing.seed)})

    def _at(self) -> None:
        if self._showing is None:
            return
        place = self._showing.place
        self._desk.place = place
        session, lost = place.session, self._showing.lost
        self._send(
            {
                "do": "at",
                "langs": list(self._langs),
                "phase": self._showing.lead.phase,
                "choice": session.choice if session is not None else None,
                "shown": list(session.shown) if session is not None else [],
                "chosen": sorted(session.chosen.values()) if session is not None else [],
                "lost": {"choice": lost.choice, "option": lost.option} if lost is not None else None,
            }
        )


def _plain(found: Iterable[Diagnostic]) -> list[dict[str, object]]:
    return [one.to_json() for one in found]
