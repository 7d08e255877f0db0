"""What a cell shows where there is no player: a few lines of text in three languages, never a traceback."""

from __future__ import annotations

import html
from typing import Any

from safetystring.player.words import everywhere
from safetystring.scenario.record import dataclass


@dataclass(frozen=True, slots=True)
class Plain:
    """A short text with an optional page part. Notebooks show it richly, everything else as text."""

    text: str
    page: str | None = None

    @classmethod
    def of(cls, key: str, **holes: object) -> Plain:
        """Return one of the interface's texts in all three languages."""
        return cls(everywhere(key, **holes))

    def __str__(self) -> str:
        """Return the text."""
        return self.text

    def _repr_mimebundle_(self, **_: Any) -> dict[str, str]:  # noqa: ANN401 - IPython passes include and exclude
        lines = "".join(f"<p>{html.escape(line)}</p>" for line in self.text.splitlines())
        return {"text/plain": self.text, "text/html": self.page or f'<div class="sp-plain">{lines}</div>'}
