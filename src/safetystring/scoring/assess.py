"""Everything the key has to say about one run: cells, what became of each item and decision, and the totals."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Literal

from safetystring.scenario import counterpart_ids, spine_messages
from safetystring.scenario.key import Rating
from safetystring.scenario.record import dataclass
from safetystring.scoring import detection
from safetystring.scoring.baseline import baseline_points, discernment
from safetystring.scoring.cells import (
    Cell,
    Result,
    cells,
    decision_cell,
    finished,
    item_cell,
    item_result,
    marks_of,
    other_messages,
)
from safetystring.scoring.ending import ending_id, ending_of, loss_avoided, unreached_rating

if TYPE_CHECKING:
    from safetystring.player.session import Session
    from safetystring.scenario import Key, Scenario

Status = Literal["scored", "unfinished", "skipped", "drill"]
ItemKind = Literal["cue", "lookalike", "other"]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemResult:
    """What became of one item.

    Attributes
    ----------
    red_flag, family
        Of the message's cue; None where there is none.
    first, final
        The family the learner gave it when its first showing ended, and at the end; None for no mark.
    """

    cell: str
    message: str
    kind: ItemKind
    red_flag: str | None
    family: str | None
    first: str | None
    final: str | None
    result: Result


@dataclass(frozen=True, slots=True, kw_only=True)
class DecisionResult:
    """What was decided at one choice point of the spine. `option` is None where the run ended before it or went round.

    `rating` is the option's, or the way out's where the choice point was not reached; None where the run has no end.
    """

    cell: str
    choice: str
    option: str | None
    rating: Rating | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One run, scored.

    Attributes
    ----------
    status
        ``scored``; ``unfinished`` (never opened, no verdict, or no finished review: every cell 0); ``skipped``
        (excused: every cell at its maximum, never counted in discernment); ``drill`` (no cells).
    items, decisions
        Empty unless scored.
    others_marked, others_shown
        Counts behind the false alarms: the counterpart's messages outside the items.
    verdict
        Percent, or None.
    baseline, discernment
        None unless scored.
    ending
        Id of the ending, or None. `paid` is its money in whole euros, `asked` the money asked for in all.
    latency
        How long until the first cue was caught, 0 (at once) to 1 (never), in shares of the conversation; None where
        there is no cue.
    """

    scenario: str
    status: Status
    cells: Mapping[str, Cell]
    items: tuple[ItemResult, ...]
    decisions: tuple[DecisionResult, ...]
    others_marked: int
    others_shown: int
    verdict: int | None
    points: float
    maximum: float
    baseline: float | None
    discernment: float | None
    ending: str | None
    paid: int | None
    asked: int
    latency: float | None

    @property
    def counts(self) -> detection.Counts:
        """The items as signal detection counts them; a cue marked with a wrong family, or late, counts as seen."""
        signals = [item.final is not None for item in self.items if item.kind == "cue"]
        noise = [item.final is not None for item in self.items if item.kind != "cue"]
        return detection.Counts(
            sum(signals),
            len(signals) - sum(signals),
            sum(noise),
            len(noise) - sum(noise),
        )

    @property
    def loss_avoided(self) -> float | None:
        """1 − paid/asked; None where the run has no ending or no money was asked for."""
        return loss_avoided(self.paid, self.asked) if self.paid is not None else None


def assess(session: Session | None, scenario: Scenario, key: Key, *, baseline: float | None = None) -> Assessment:
    """Score one run.

    Parameters
    ----------
    session
        The attempt that counts, or None where the scenario was never opened.
    scenario, key
        The public part the session was folded against, and its key.
    baseline
        What :func:`baseline_points` gives for this scenario and key, where the caller already has it.
    """
    table = cells(session, scenario, key)
    points = sum((cell.points for cell in table.values()), 0.0)
    maximum = sum((cell.maximum for cell in table.values()), 0.0)
    status = _status(session, key)
    scored = session is not None and status == "scored"
    floor = (baseline_points(scenario, key) if baseline is None else baseline) if scored else None
    ending = ending_of(session, key) if session is not None else None
    others = other_messages(session, scenario, key) if session is not None and scored else frozenset()
    return Assessment(
        scenario=key.id,
        status=status,
        cells=table,
        items=_items(session, key) if session is not None and scored else (),
        decisions=_decisions(session, key) if session is not None and scored else (),
        others_marked=len(others & session.marks.keys()) if session is not None else 0,
        others_shown=len(others),
        verdict=session.verdict if session is not None else None,
        points=points,
        maximum=maximum,
        baseline=floor,
        discernment=discernment(points, floor, maximum) if floor is not None else None,
        ending=ending_id(session, key) if session is not None else None,
        paid=ending.paid if ending is not None else None,
        asked=key.debrief.asked,
        latency=_latency(session, scenario, key) if session is not None and scored else None,
    )


def _status(session: Session | None, key: Key) -> Status:
    if key.truth == "drill":
        return "drill"
    if session is not None and session.phase == "skipped":
        return "skipped"
    return "scored" if session is not None and finished(session) else "unfinished"


def _items(session: Session, key: Key) -> tuple[ItemResult, ...]:
    results = []
    for number, message in enumerate(key.items, 1):
        family, first, final = marks_of(session, key, message)
        cue = key.cues.get(message)
        kind: ItemKind = "cue" if cue is not None else "lookalike" if message in key.lookalikes else "other"
        results.append(
            ItemResult(
                cell=item_cell(number),
                message=message,
                kind=kind,
                red_flag=cue.red_flag if cue is not None else None,
                family=family,
                first=first,
                final=final,
                result=item_result(family, first, final),
            )
        )
    return tuple(results)


def _decisions(session: Session, key: Key) -> tuple[DecisionResult, ...]:
    results = []
    for number, choice in enumerate(key.decisions, 1):
        option = session.chosen.get(choice)
        outcome = key.outcomes.get(option) if option is not None else None
        met = outcome.rating if outcome is not None else None
        rating = unreached_rating(session, key, choice) if option is None else met
        results.append(DecisionResult(cell=decision_cell(number), choice=choice, option=option, rating=rating))
    return tuple(results)


def _latency(session: Session, scenario: Scenario, key: Key) -> float | None:
    """Return the detection latency over the spine's turns: the turn of the first cue caught at its first showing."""
    markable = counterpart_ids(scenario)
    turns = [message.id for message in spine_messages(scenario) if message.id in markable]
    cues = [turn for turn, message in enumerate(turns) if message in key.cues]
    if not cues:
        return None
    caught = next((turn for turn in cues if turns[turn] in session.first_marks), None)
    return detection.latency(cues[0], caught, len(turns))
