"""From one submission to what becomes of it: points, comments, the graded notebooks, what the pages need. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from safetystring.course.feedback import DATA, Summary, summary_of
from safetystring.course.grade.blueprint import Page, filled, in_lines, indented
from safetystring.course.written import harmless
from safetystring.player.log import parse, scored
from safetystring.player.script import Course
from safetystring.scenario import Key, Scenario
from safetystring.scenario.record import dataclass
from safetystring.scoring.cells import cells, clamp
from safetystring.scoring.debrief import Explainer

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one notebook is graded by: its blueprint, and the scenario with its key."""

    page: Page
    scenario: Scenario
    key: Key
    course: Course
    explainer: Explainer

    @classmethod
    def of(cls, page: Page, scenario: Scenario, key: Key) -> Sheet:
        """Put them together."""
        return cls(page, scenario, key, Course.of(scenario), Explainer(scenario, key))


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
    play = scored(parse(log, sheet.course, lines=False))
    session = play.session if play is not None else None
    table = cells(session, sheet.scenario, sheet.key)
    written = {cell: harmless(answers.get(cell, released), released) for cell, released in sheet.page.written.items()}
    return Marked(
        page=sheet.page,
        points={cell: clamp(table[cell].points, table[cell].maximum) for cell in sheet.page.maxima},
        written=written,
        untouched=frozenset(cell for cell, text in written.items() if text == sheet.page.written[cell]),
        shown=summary_of(session, sheet.explainer, table) if shown else None,
    )


def notebook(page: Page, marked: Marked) -> bytes:
    """Return the graded notebook as nbgrader would write it."""
    return filled(page, _values(page, marked))


def _values(page: Page, marked: Marked) -> Iterator[bytes]:
    for hole in page.holes:
        match hole.kind:
            case "points":
                yield _points(marked.points[hole.cell], hole.depth)
            case "written":
                yield in_lines((marked.written[hole.cell],), hole.depth)
            case _:
                assert marked.shown is not None  # noqa: S101 - who wants a notebook asked for it
                yield _bundle(marked.shown, hole.depth)


@lru_cache(maxsize=1_000)
def _points(value: float, depth: int) -> bytes:
    return in_lines((repr(value),), depth)


def _bundle(shown: Summary, depth: int) -> bytes:
    """Return what Jupyter keeps of the player's output, as JSON: three forms in the order of their names."""
    margin = "\n" + " " * (depth + 1)
    return b"".join(
        (
            f'{{{margin}"{DATA}": '.encode(),
            _data(shown.lang, tuple(shown.labels.items()), depth + 1),
            f',{margin}"text/html": '.encode(),
            in_lines(shown.parts, depth + 1),
            f',{margin}"text/plain": '.encode(),
            in_lines((shown.text,), depth + 1),
            f"\n{' ' * depth}}}".encode(),
        )
    )


@lru_cache(maxsize=1_000)
def _data(lang: str, labels: tuple[tuple[str, str], ...], depth: int) -> bytes:
    return indented({"lang": lang, "labels": dict(labels)}, depth)
