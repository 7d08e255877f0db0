"""How `safetystring grade --check` shows what was found: a heading a group, a line an oddity, what to do below."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from safetystring.course.preflight.finding import GROUPS, Finding

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.course.preflight.look import Preflight

MOST_LINES = 20
"""Lines of a group on a screen; `--json` has them all."""
_MOST_NAMES = 6


def lines(found: Preflight) -> Iterator[str]:
    """Yield the report, line by line."""
    concerned = len({student for one in found.findings for student in one.students})
    learners = _count(found.learners, "learner")
    if not found.findings:
        yield f"{found.assignment}: {learners}, nothing odd"
        return
    yield f"{found.assignment}: {learners}, {_count(concerned, 'of them', 'of them')} with something to look at"
    for group, some in groupby(found.findings, key=lambda one: one.group):
        heading, advice = GROUPS[group]
        ones = list(some)
        yield ""
        yield f"{heading} ({len(ones)})"
        yield from map(_line, ones[:MOST_LINES])
        if len(ones) > MOST_LINES:
            yield f"  … and {len(ones) - MOST_LINES} more, all of them with --json"
        yield f"  → {advice}"


def plain(found: Preflight) -> dict[str, Any]:
    """Return the fixed JSON form."""
    return {
        "assignment": found.assignment,
        "learners": found.learners,
        "seconds": round(found.seconds, 3),
        "findings": [
            {"group": one.group, "students": list(one.students), "where": list(one.where), "text": one.text}
            for one in found.findings
        ],
    }


def _line(one: Finding) -> str:
    names = ", ".join(one.students[:_MOST_NAMES])
    more = f" and {len(one.students) - _MOST_NAMES} more" if len(one.students) > _MOST_NAMES else ""
    where = f" ({', '.join(one.where)})" if one.where else ""
    return f"  {names}{more}{where}: {one.text}"


def _count(number: int, one: str, many: str = "") -> str:
    return f"{number:,} {one if number == 1 else many or one + 's'}"
