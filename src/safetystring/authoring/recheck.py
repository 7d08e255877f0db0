"""What no program can check: help lines and sources that a person looks up again before a release."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from safetystring.authoring.subject import Workspace

MONTHS = 6
"""After so many months a help line is dialled, or its page opened, once more."""
_DAYS_A_MONTH = 30.44


@dataclass(frozen=True, slots=True)
class Recheck:
    """One entry that a person looks up. `why` is uncertain, old or unverified."""

    path: str
    line: int
    name: str
    why: str


WHY = {
    "uncertain": "said to be uncertain",
    "old": f"last checked more than {MONTHS} months ago",
    "unverified": "still to be verified",
}


def recheck(workspace: Workspace, today: dt.date) -> Iterator[Recheck]:
    """Yield the contacts that are uncertain or were last checked long before `today`, and the unverified sources."""
    contacts, sources = workspace.contacts, workspace.sources
    for name, contact in contacts.written.root.items() if contacts is not None else ():
        line = contacts.source.at((name,), key=True).line if contacts is not None else 0
        path = contacts.source.path if contacts is not None else ""
        if not contact.certain:
            yield Recheck(path, line, name, "uncertain")
        elif _months(contact.checked_on, today) > MONTHS:
            yield Recheck(path, line, name, "old")
    for name, source in sources.written.root.items() if sources is not None else ():
        if sources is not None and source.verify:
            yield Recheck(sources.source.path, sources.source.at((name,), key=True).line, name, "unverified")


def lines(found: Iterable[Recheck]) -> Iterator[str]:
    """Yield one line a file and reason, for people."""
    grouped: dict[tuple[str, str], list[str]] = {}
    for one in found:
        grouped.setdefault((one.path, one.why), []).append(one.name)
    for (path, why), names in grouped.items():
        yield f"{path}: {len(names)} {WHY[why]}: {', '.join(names)}"


def _months(day: str, today: dt.date) -> float:
    try:
        checked = dt.date.fromisoformat(day)
    except ValueError:
        return float("inf")  # the 31st of February was never a day on which somebody looked
    return (today - checked).days / _DAYS_A_MONTH
