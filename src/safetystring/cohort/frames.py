"""The frames of a cohort: what columns they have, and the rows one scored run adds to them."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from safetystring.cohort.shelf import Shelf
from safetystring.scoring.ending import ending_rating
from safetystring.scoring.noticed import moves

if TYPE_CHECKING:
    from collections.abc import Mapping

    import pandas as pd  # noqa: TC004 - the frames' types are never evaluated, and pandas stays out until one is made

    from safetystring.cohort.shelf import Pair
    from safetystring.player.log import Play
    from safetystring.scoring.assess import Assessment

Row = dict[str, Any]

COLUMNS: Mapping[str, Mapping[str, str]] = {
    "learners": {"learner": "str", "runs": "int64", "scored": "int64", "simulated": "bool"},
    "runs": {
        "learner": "str",
        "module": "str",
        "scenario": "str",
        "truth": "str",
        "status": "str",
        "language": "str",
        "release": "str",
        "started": "str",
        "minutes": "float64",
        "attempts": "int64",
        "left": "boolean",
        "left_by": "str",
        "looked_up": "boolean",
        "verified": "boolean",
        "told": "boolean",
        "reported": "boolean",
        "paused": "float64",
        "ending": "str",
        "outcome": "str",
        "paid": "float64",
        "asked": "float64",
        "points": "float64",
        "max": "float64",
        "baseline": "float64",
        "discernment": "float64",
        "latency": "float64",
        "others_marked": "float64",
        "others_shown": "float64",
        "simulated": "bool",
        "origin": "str",
    },
    "items": {
        "learner": "str",
        "module": "str",
        "scenario": "str",
        "truth": "str",
        "item": "str",
        "message": "str",
        "kind": "str",
        "red_flag": "str",
        "family": "str",
        "marked_family": "str",
        "result": "str",
        "points": "float64",
        "max": "float64",
    },
    "decisions": {
        "learner": "str",
        "module": "str",
        "scenario": "str",
        "truth": "str",
        "decision": "str",
        "choice": "str",
        "option": "str",
        "rating": "str",
        "points": "float64",
        "max": "float64",
    },
    "verdicts": {
        "learner": "str",
        "module": "str",
        "scenario": "str",
        "truth": "str",
        "percent": "float64",
        "points": "float64",
    },
}
"""Type of each column by frame. A missing word is a missing value, a missing number NaN."""


@dataclass(frozen=True, slots=True, eq=False)
class Cohort:
    """Many learners, as pandas frames. Learners are pseudonyms: folder names, or the codes of archives.

    Attributes
    ----------
    learners
        One row a learner: how many runs, how many of them scored, whether simulated.
    runs
        One row learner × scenario. `status` is ``scored``, ``unfinished``, ``skipped``, ``drill``, ``empty``,
        ``unreadable`` (no line of the log counts), ``copy`` (the very bytes of another learner's log) or ``no key``.
        `left_by` is the way out taken (``hang_up``, ``check``, ``tell``, ``report``), `verified` whether it was to
        check through a channel of the learner's own; `looked_up`, `told` and `reported` also count what was done
        while staying.
        `minutes` is active time: pauses count at most two minutes each. `paid` and `asked` are whole euros.
        `attempts` counts all attempts; the first with a finished review is the one scored. `origin` is ``log``, or
        ``gradebook`` where only the grades were there.
    items
        One row learner × scenario × item of the scored runs. `kind` is ``cue``, ``lookalike`` or ``other``; `result`
        as in :data:`safetystring.scoring.cells.Result`, or ``partly`` where only a grade of one point is known.
    decisions
        One row learner × choice point of the spine. `option` is missing where the run ended before it.
    verdicts
        One row learner × scenario: `percent` that it is a scam.
    problems
        One line on each thing that was left out or stood there twice.
    shelf
        The scenarios and keys the logs were read against.
    """

    learners: pd.DataFrame
    items: pd.DataFrame
    decisions: pd.DataFrame
    verdicts: pd.DataFrame
    runs: pd.DataFrame
    problems: tuple[str, ...] = ()
    shelf: Shelf = field(default_factory=dict)


@dataclass(slots=True)
class Rows:
    """Rows on the way to frames."""

    runs: list[Row] = field(default_factory=list)
    items: list[Row] = field(default_factory=list)
    decisions: list[Row] = field(default_factory=list)
    verdicts: list[Row] = field(default_factory=list)

    def add(self, other: Rows) -> None:
        """Append all rows of `other`."""
        self.runs += other.runs
        self.items += other.items
        self.decisions += other.decisions
        self.verdicts += other.verdicts

    def frames(self, problems: tuple[str, ...], shelf: Shelf) -> Cohort:
        """Return the cohort."""
        runs = frame("runs", self.runs)
        return Cohort(
            learners=_learners(runs),
            items=frame("items", self.items),
            decisions=frame("decisions", self.decisions),
            verdicts=frame("verdicts", self.verdicts),
            runs=runs,
            problems=problems,
            shelf=shelf,
        )


def frame(name: str, rows: list[Row]) -> pd.DataFrame:
    """Return rows as the frame of that name, its columns typed and in order, even when there are no rows."""
    import pandas as pd  # noqa: PLC0415 - simulating learners imports this room too, and must not need pandas

    types = COLUMNS[name]
    made = pd.DataFrame.from_records(rows, columns=list(types))
    return made.astype(dict(types))


def empty_run(learner: str, module: str | None, scenario: str, status: str) -> Row:
    """Return the row of a run of which nothing more is known."""
    return {
        "learner": learner,
        "module": module,
        "scenario": scenario,
        "status": status,
        "attempts": 0,
        "simulated": False,
        "origin": "log",
    }


def scored_rows(head: Row, play: Play, found: Assessment, pair: Pair) -> Rows:
    """Return the rows of one run. `head` holds what only the caller knows: learner, module, attempts, simulated."""
    key = pair.key
    where = {name: head[name] for name in ("learner", "module", "scenario")} | {"truth": key.truth}
    run = head | {
        "truth": key.truth,
        "status": found.status,
        "language": play.session.lang,
        "release": play.attempt.release,
        "started": play.attempt.started,
        "minutes": minutes(play),
        "left": play.session.left,
        "left_by": play.session.left_by,
        **moves(play.session),
        "ending": found.ending,
        "outcome": ending_rating(play.session, key),
        "paid": found.paid,
        "asked": found.asked,
        "points": found.points,
        "max": found.maximum,
        "baseline": found.baseline,
        "discernment": found.discernment,
        "latency": found.latency,
        "others_marked": found.others_marked,
        "others_shown": found.others_shown,
        "origin": "log",
    }
    items = [
        where
        | {
            "item": item.cell,
            "message": item.message,
            "kind": item.kind,
            "red_flag": item.red_flag,
            "family": item.family,
            "marked_family": item.final,
            "result": item.result,
            "points": found.cells[item.cell].points,
            "max": found.cells[item.cell].maximum,
        }
        for item in found.items
    ]
    decisions = [
        where
        | {
            "decision": decision.cell,
            "choice": decision.choice,
            "option": decision.option,
            "rating": decision.rating,
            "points": found.cells[decision.cell].points,
            "max": found.cells[decision.cell].maximum,
        }
        for decision in found.decisions
    ]
    scored = found.status == "scored"
    verdict = where | {"percent": found.verdict, "points": found.cells["verdict"].points} if scored else None
    return Rows([run], items, decisions, [verdict] if verdict is not None else [])


def minutes(play: Play) -> float:
    """Return the active minutes of a run: the time between its lines, each gap counted at most two minutes."""
    times = [line.at for line in play.lines]
    gaps = (min(max(after - before, 0), 120_000) for before, after in pairwise(times))
    return sum(gaps) / 60_000


def _learners(runs: pd.DataFrame) -> pd.DataFrame:
    rows = [
        {
            "learner": learner,
            "runs": len(group),
            "scored": int((group["status"] == "scored").sum()),
            "simulated": bool(group["simulated"].any()),
        }
        for learner, group in runs.groupby("learner", sort=True)
    ]
    return frame("learners", rows)
