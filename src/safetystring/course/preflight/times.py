"""Times of a play that cannot be: after now, before the scenario was there, faster than anybody reads."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from safetystring.course.preflight.acts import acts_of
from safetystring.player.events import Shown, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.player.log import Play
    from safetystring.player.script import Course

SLACK = 24 * 3600 * 1000
"""Milliseconds by which a computer's clock may be wrong before it is worth a line."""
BACK = 5 * 60 * 1000
"""Milliseconds by which a clock may be set back while somebody plays."""
FASTEST = {"zh": 40.0, "en": 120.0, "fr": 120.0}
"""Characters a second from the first message to the verdict. Silent reading of Chinese is at 5 to 8, of French or
English at 20 to 25; these are five times as much, so that nobody who skims is named."""
_LEAST_TEXT = 200
"""Characters: below, a run is too short to tell."""
_LEAST_ACTS = 4
"""Marks and answers before the verdict: whoever reads nothing and hangs up is free to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Moments:
    """What a play's times are held against, in milliseconds since 1970: now, when the scenario was made, handed in."""

    now: int
    made: int | None = None
    handed_in: int | None = None


def odd_times(play: Play, course: Course, moments: Moments) -> Iterator[str]:
    """Yield a line on each impossibility in the times of a play."""
    first, last = play.lines[0].at, max(line.at for line in play.lines)
    if last > moments.now + SLACK:
        yield f"played in the future ({_day(last)})"
    elif moments.handed_in is not None and last > moments.handed_in + SLACK:
        yield f"goes on until {_day(last)}, and was handed in on {_day(moments.handed_in)}"
    if moments.made is not None and first < moments.made - SLACK:
        yield f"begins on {_day(first)}, before this scenario was built ({_day(moments.made)})"
    back = max((one.at - two.at for one, two in zip(play.lines, play.lines[1:], strict=False)), default=0)
    if back > BACK:
        yield f"its clock goes back by {back // 60_000:,} minutes in the middle"
    fast = _speed(play, course)
    if fast is not None:
        yield fast


def _speed(play: Play, course: Course) -> str | None:
    verdict = next((number for number, line in enumerate(play.lines) if isinstance(line.event, Verdict)), None)
    if verdict is None:
        return None
    before = play.lines[:verdict]
    seen = [name for line in before if isinstance(line.event, Shown) for name in line.event.ids]
    lang = play.session.attempt.lang
    size = sum(
        len(getattr(course.messages[name].text, lang, "") or "")
        for name in dict.fromkeys(seen)
        if name in course.messages
    )
    if size < _LEAST_TEXT or len(acts_of(before)[0]) < _LEAST_ACTS:
        return None
    seconds = max(0, play.lines[verdict].at - play.lines[0].at) / 1000
    if size <= seconds * FASTEST[lang]:
        return None
    return f"read {size:,} characters and answered in {seconds:.1f} s: nobody reads that fast"


def _day(at: int) -> str:
    try:
        return datetime.fromtimestamp(at / 1000, UTC).strftime("%Y-%m-%d")
    except (ValueError, OverflowError, OSError):
        return "a day that no calendar has"
