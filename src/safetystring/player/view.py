"""The conversation's widget: traits the kernel sets, one file of script, one of style (``docs/player.md``)."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import anywidget
from traitlets import Dict, Int, List, Unicode

_STATIC = Path(__file__).parent / "static"


class View(anywidget.AnyWidget):
    """What the front end paints. The kernel owns every trait; the front end answers by custom messages."""

    _esm = _STATIC / "player.js"
    _css = _STATIC / "player.css"

    phase = Unicode("intro").tag(sync=True)
    lang = Unicode("zh").tag(sync=True)
    strings = Dict().tag(sync=True)
    about = Dict().tag(sync=True)
    entries: Any = List().tag(sync=True)  # traitlets' own hints know no list of anything
    shown = Int(0).tag(sync=True)
    rest_from = Int(0).tag(sync=True)
    picked: Any = List(None, allow_none=True).tag(sync=True)
    marks = Dict().tag(sync=True)
    assets = Dict().tag(sync=True)
    notice = Dict().tag(sync=True)
    debrief = Dict().tag(sync=True)
    download = Dict().tag(sync=True)
    token = Unicode("").tag(sync=True)

    def append(self, entries: list[dict[str, Any]]) -> None:
        """Send only what is new. The list grows in place, unseen by traitlets, so it is not sent again."""
        self.entries.extend(entries)
        self.send({"type": "append", "entries": entries})
