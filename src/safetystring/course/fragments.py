"""Pages put together from parts: a part that many pages share is put together once, and all it shows is escaped.

A part's text is a :class:`Block`, which escapes whatever it is filled with (markupsafe, as Jinja itself does). Jinja's
templates would do the same; they take longer to load than a class of forty to grade.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, Any

from markupsafe import Markup, escape

from safetystring.course.words import words

if TYPE_CHECKING:
    from collections.abc import Hashable

    from safetystring.scenario import Lang

Words = Mapping[str, str]
Part = Callable[..., Markup]
"""Takes the words of a language and what it shows."""
_MOST_KEPT = 10_000
"""Parts kept at a time, some kilobytes each at most."""
NOTHING = Markup()


class Block:
    """A piece of HTML with places to fill, each ``[name]``: square brackets stand for nothing else in it."""

    def __init__(self, text: str) -> None:
        first, *rest = text.split("[")
        self._first = first
        self._rest = tuple(piece.partition("]")[::2] for piece in rest)

    def __call__(self, **values: object) -> Markup:
        """Return the piece with every place filled: text is escaped, and only what is markup already goes in as it is.

        Raises
        ------
        KeyError
            If a place is left empty.
        """
        found = [self._first]
        for name, after in self._rest:
            found += (escape(values[name]), after)
        return Markup("".join(found))  # noqa: S704 - each value is escaped


class Fragments:
    """The parts of one kind of page. Each is made from what its key names, and nothing else."""

    def __init__(self, parts: Mapping[str, Part]) -> None:
        self.parts = parts
        self._kept: dict[Hashable, str] = {}

    def __call__(self, name: str, lang: Lang, key: Hashable, /, **values: Any) -> str:  # noqa: ANN401 - what the part takes
        """Return the part `name` for `values`; equal `key` means equal values. It ends with a line's end."""
        place = (name, lang, key)
        found = self._kept.get(place)
        if found is None:
            if len(self._kept) >= _MOST_KEPT:
                self._kept.clear()
            found = self._kept[place] = str(self.parts[name](words(lang), **values))
        return found


def joined(*pieces: Markup) -> Markup:
    """Return pieces of HTML one after the other."""
    return NOTHING.join(pieces)


def number(value: float, tag: str = "en") -> str:
    """Return a number of points as a language writes it, without a needless fraction."""
    text = f"{float(value):.2f}".rstrip("0").rstrip(".")
    return text.replace(".", ",") if tag == "fr" else text


def euros(value: float, tag: str) -> str:
    """Return whole euros as a language writes them."""
    return f"{value:,.0f}".replace(",", "\u202f") + "\u00a0€" if tag == "fr" else f"€{value:,.0f}"
