"""From one submission to what becomes of it: points, comments, the graded notebooks, what the pages need. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from safetystring.course.feedback import DATA, Summary, summary_of
from safetystring.course.grade.blueprint import Page, filled, indented, lines
from safetystring.course.written import harmless
from safetystring.player.log import parse, scored
from safetystring.player.session import Course
from safetystring.scenario import Key, Scenario
from safetystring.scoring.cells import cells, clamp

if TYPE_CHECKING:
    from collections.abc import Iterator

    from safetystring.course.grade.blueprint import Hole


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one notebook is graded by: its blueprint, and the scenario with its key."""

    page: Page
    scenario: Scenario
    key: Key
    course: Course

    @classmethod
    def of(cls, page: Page, scenario: Scenario, key: Key) -> Sheet:
        """Put them together."""
        return cls(page, scenario, key, Course.of(scenario))


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """One notebook of one learner, graded.

    Attributes
    ----------
    page
        The notebook's blueprint.
    points
        By cell that the scorer fills.
    written
        Final text by cell that the learner writes in.
    untouched
        Those of them that stand as released.
    shown
        What the player's cell shows, where it was wanted: the debrief, or why there is none.
    """

    page: Page
    points: Mapping[str, float]
    written: Mapping[str, str]
    untouched: frozenset[str]
    shown: Summary | None


def mark(sheet: Sheet, log: bytes, answers: Mapping[str, str], *, shown: bool) -> Marked:
    """Grade one notebook. Never raises, whatever `log` and `answers` are.

    Parameters
    ----------
    log
        The response log; empty where there is none.
    answers
        Written text by cell id, as handed in.
    shown
        Whether the debrief is wanted.
    """
    play = scored(parse(log, sheet.course))
    session = play.session if play is not None else None
    table = cells(session, sheet.scenario, sheet.key)
    written = {cell: harmless(answers.get(cell, released), released) for cell, released in sheet.page.written.items()}
    return Marked(
        page=sheet.page,
        points={cell: clamp(table[cell].points, table[cell].maximum) for cell in sheet.page.maxima},
        written=written,
        untouched=frozenset(cell for cell, text in written.items() if text == sheet.page.written[cell]),
        shown=summary_of(session, sheet.scenario, sheet.key) if shown else None,
    )


def notebook(page: Page, marked: Marked) -> bytes:
    """Return the graded notebook as nbgrader would write it."""
    return filled(page, _values(page, marked))


def _values(page: Page, marked: Marked) -> Iterator[str]:
    for hole in page.holes:
        yield indented(_value(hole, marked), hole.depth)


def _value(hole: Hole, marked: Marked) -> Any:  # noqa: ANN401 - untyped outside
    match hole.kind:
        case "points":
            return [repr(marked.points[hole.cell])]
        case "written":
            return lines(marked.written[hole.cell])
        case _:
            assert marked.shown is not None  # noqa: S101 - who asked for files asked for it
            bundle = marked.shown._repr_mimebundle_()
            return {kind: value if kind == DATA else lines(str(value)) for kind, value in bundle.items()}
