"""Pages put together from parts, each a macro of a template: a part that many pages share is rendered once."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from safetystring.course.words import words

if TYPE_CHECKING:
    from collections.abc import Hashable

    from safetystring.scenario import Lang

TEMPLATES = Path(__file__).parent / "templates"
_MOST_KEPT = 10_000
"""Parts kept at a time, some kilobytes each at most."""


class Fragments:
    """The parts of one template. Each is rendered from what its key names, and nothing else."""

    def __init__(self, template: str) -> None:
        self.template = template
        self._kept: dict[Hashable, str] = {}

    def __call__(self, name: str, lang: Lang, key: Hashable, /, **values: Any) -> str:  # noqa: ANN401 - what the macro takes
        """Return the macro `name` for `values`; equal `key` means equal values. It ends with a line's end."""
        place = (name, lang, key)
        found = self._kept.get(place)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            macro = getattr(environment().get_template(self.template).module, name)
            found = self._kept[place] = str(macro(w=words(lang), **values)).rstrip("\n") + "\n"
        return found


@cache
def environment() -> Environment:
    """Return the templates of this room; whatever they show is escaped."""
    made = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters["number"] = number
    made.filters["euros"] = euros
    return made


def number(value: float, tag: str = "en") -> str:
    """Return a number of points as a language writes it, without a needless fraction."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if tag == "fr" else text


def euros(value: float, tag: str) -> str:
    """Return whole euros as a language writes them."""
    return f"{value:,.0f}".replace(",", "\u202f") + "\u00a0€" if tag == "fr" else f"€{value:,.0f}"
