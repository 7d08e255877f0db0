"""What of a response log does not count, in a facilitator's words."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from safetystring.player.events import Marked, Reviewed, Unmarked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.player.log import LogRead, Play


def uncounted(log: LogRead, data: bytes) -> Iterator[str]:
    """Yield a line on each kind of thing in a log that was left out of the grading, or noted."""
    if not data.strip():
        yield "the file of answers is empty"
        return
    kinds = Counter(problem.kind for problem in log.problems)
    if not log.plays:
        yield f"no line of it is an answer to this scenario ({_first(log)}): graded as not played"
        return
    if kinds["changed"]:
        yield "played on another version of the scenario: messages that both have count"
    if kinds["size"]:
        yield "far longer than any real one: only its beginning was read"
    if kinds["refused"]:
        yield f"{_lines(kinds['refused'])} cannot have happened and {_do(kinds['refused'])} not count ({_first(log)})"
    if kinds["torn"]:
        yield f"{_lines(kinds['torn'])} damaged, as after a crash: the rest counts"
    late = sum(_after_the_end(play) for play in log.plays)
    if late:
        yield f"{'1 mark' if late == 1 else f'{late:,} marks'} made after the end of the review: not counted"
    if not any(play.session.reviewed for play in log.plays):
        skipped = any(play.session.phase == "skipped" for play in log.plays)
        if not skipped:
            yield "not played to the end: no points until verdict and review are there"


def _after_the_end(play: Play) -> int:
    events = [line.event for line in play.lines]
    end = next((number for number, event in enumerate(events) if isinstance(event, Reviewed)), len(events))
    return sum(isinstance(event, Marked | Unmarked) for event in events[end:])


def _lines(count: int) -> str:
    return "1 line" if count == 1 else f"{count:,} lines"


def _do(count: int) -> str:
    return "does" if count == 1 else "do"


def _first(log: LogRead) -> str:
    one = next((problem for problem in log.problems if problem.kind in ("refused", "torn", "size")), None)
    if one is None:
        return "nothing was played"
    place = f"line {one.line}: " if one.line else ""
    return f"{place}{one.reason[:120]}"
