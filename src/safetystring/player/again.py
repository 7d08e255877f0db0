"""When a module is worth another look: what is retested stays (about 10 days, then 1, 3 and 6 months)."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

STEPS = (10, 30, 90, 180)
"""Days from one time through the module to the next."""
_LAST = datetime(9999, 1, 1, tzinfo=UTC)


def again(finished: Sequence[Sequence[int]]) -> date | None:
    """Return the day from which a module is worth another look, or None while it is not finished.

    Parameters
    ----------
    finished
        For each of its scenarios the moments, in milliseconds since the epoch (UTC), at which an attempt was finished.
    """
    rounds = min(map(len, finished), default=0)
    if rounds == 0:
        return None
    last = max(moment for moments in finished for moment in moments)
    try:
        day = datetime.fromtimestamp(last / 1000, UTC)
    except (OverflowError, OSError, ValueError):
        return None  # a clock that was far off when it was played
    return (min(day, _LAST) + timedelta(days=STEPS[min(rounds, len(STEPS)) - 1])).date()
