"""One oddity, and the groups that a report shows them in."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

Group = Literal["nothing", "files", "notebook", "log", "copy", "time", "made"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One line of the report.

    Attributes
    ----------
    group
        What kind of oddity it is; :data:`GROUPS` says what a facilitator can do about each.
    students
        Whom it concerns; several where they were compared.
    where
        The scenarios or files it was found in; may be empty.
    text
        What was found, in a facilitator's words.
    """

    group: Group
    students: tuple[str, ...]
    where: tuple[str, ...]
    text: str


GROUPS: Mapping[Group, tuple[str, str]] = MappingProxyType(
    {
        # group: (heading, what to do)
        "nothing": ("Nothing to grade", "Ask them to press Download my answers and send the file again."),
        "files": (
            "Files left out",
            "Nothing to do if the rest is complete; otherwise ask for the file that the player makes.",
        ),
        "notebook": (
            "Notebooks that were changed",
            "Nothing to do: every cell is graded as released, only the written answer is theirs.",
        ),
        "log": (
            "Answers with parts that do not count",
            "What is whole is graded. If much is missing, ask them to send their answers again.",
        ),
        "copy": (
            "The same answers from several learners",
            "Talk to them. It may be one person with two codes, or two at one screen. No points were taken.",
        ),
        "time": (
            "Times that do not fit",
            "Often a computer's clock is wrong. Ask, if it matters to you. No points were taken.",
        ),
        "made": (
            "Not as the player writes it",
            "Perhaps written by hand or by a program. Ask, or have them play once more. No points were taken.",
        ),
    }
)
"""In the order of a report."""
