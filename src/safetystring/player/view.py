"""The conversation's widget: traits the kernel sets, one file of script, one of style (``docs/player.md``)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from traitlets import Dict, Int, List, Unicode

from safetystring.player.esm import EsmWidget

if TYPE_CHECKING:
    from collections.abc import Mapping


class View(EsmWidget):
    """What the front end paints. The kernel owns every trait; the front end answers by custom messages."""

    static = "player"

    phase = Unicode("intro").tag(sync=True)
    lang = Unicode("zh").tag(sync=True)
    strings = Dict().tag(sync=True)
    about = Dict().tag(sync=True)
    onward = Dict().tag(sync=True)
    entries: Any = List().tag(sync=True)  # traitlets' own hints know no list of anything
    shown = Int(0).tag(sync=True)
    rest_from = Int(0).tag(sync=True)
    picked: Any = List(None, allow_none=True).tag(sync=True)
    marks = Dict().tag(sync=True)
    assets = Dict().tag(sync=True)
    notice = Dict().tag(sync=True)
    debrief = Dict().tag(sync=True)
    download = Dict().tag(sync=True)

    def tell(self, traits: Mapping[str, Any]) -> None:
        """Set several traits in one message."""
        with self.hold_sync():
            for name, value in traits.items():
                setattr(self, name, value)

    def append(self, entries: list[dict[str, Any]], carried: dict[str, dict[str, Any]] | None = None) -> None:
        """Send only what is new. The list grows in place, unseen by traitlets, so it is not sent again.

        What is `carried` along are new values of other widgets' traits, by model id.
        """
        self.entries.extend(entries)
        self.send({"type": "append", "entries": entries} | ({"widgets": carried} if carried else {}))

    def reported(self, seq: int) -> None:
        """Take over how far the front end has painted. It said so itself, so nothing is sent back."""
        with self._lock_property(shown=seq):
            self.shown = seq
