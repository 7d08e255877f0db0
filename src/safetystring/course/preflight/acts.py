"""What a person did in a play, and how long they thought before each act: what two people's plays differ in.

Messages appear by themselves at the player's pace; how long they take tells nothing about a person and is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from safetystring.player.events import Acted, Chose, Debriefed, Event, Left, Marked, Picked, Reviewed, Unmarked, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from safetystring.player.events import Line


def acts_of(lines: Iterable[Line]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Return each act as a short text, and the milliseconds between the line before and it."""
    acts, gaps = [], []
    before: int | None = None
    for line in lines:
        text = _text(line.event)
        if text is not None:
            acts.append(text)
            gaps.append(line.at - before if before is not None else 0)
        before = line.at
    return tuple(acts), tuple(gaps)


def _text(event: Event) -> str | None:  # noqa: PLR0911 - one line an event
    match event:
        case Marked(id=message, family=family):
            return f"+{message}={family}"
        case Unmarked(id=message):
            return f"-{message}"
        case Chose(choice=choice, option=option):
            return f"{choice}:{option}"
        case Left(by=way):
            return f"left {way}"
        case Acted(act=act):
            return f"did {act}"
        case Verdict(percent=percent):
            return f"{percent} %"
        case Picked(ids=ids):
            return f"picked {' '.join(ids)}"
        case Reviewed() | Debriefed():
            return type(event).__name__
        case _:
            return None
