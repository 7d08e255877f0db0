"""The rows of a run of which only the grades are known: less than a log tells, and said so in `origin`."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from safetystring.cohort.frames import Row, Rows, empty_run
from safetystring.scoring.baseline import discernment
from safetystring.scoring.cells import cell_maxima, decision_cell, item_cell

if TYPE_CHECKING:
    from safetystring.cohort.gradebook import Graded
    from safetystring.cohort.shelf import Pair
    from safetystring.scenario import Key


def graded_rows(graded: Graded, pair: Pair | None) -> Rows:
    """Return the rows of one graded notebook; without a key, its points only.

    A run whose cells are all zero was not finished: a finished one cannot lose every point.
    """
    head = empty_run(graded.learner, graded.module, graded.scenario, "no key")
    head["origin"] = "gradebook"
    if pair is None:
        head["points"] = sum(points for points, _ in graded.cells.values())
        head["max"] = sum(maximum for _, maximum in graded.cells.values())
        return Rows(runs=[head])
    key = pair.key
    maxima = cell_maxima(key)
    # Cells the scenario does not have, an open question say, are no part of its score.
    points = {cell: min(max(graded.cells.get(cell, (0.0, 0.0))[0], 0.0), top) for cell, top in maxima.items()}
    total, top = sum(points.values()), sum(maxima.values())
    status = "drill" if not maxima else "scored" if total > 0 else "unfinished"
    head |= {"truth": key.truth, "status": status, "asked": key.debrief.asked, "points": total, "max": top}
    if status != "scored":
        return Rows(runs=[head])
    head["baseline"] = pair.baseline
    head["discernment"] = discernment(total, pair.baseline, top)
    where = {name: head[name] for name in ("learner", "module", "scenario", "truth")}
    return Rows(
        runs=[head],
        items=[
            where | _item(key, item_cell(n), message, points[item_cell(n)]) for n, message in enumerate(key.items, 1)
        ],
        decisions=[
            where | {"decision": cell, "choice": choice, "points": points[cell], "max": maxima[cell]}
            for cell, choice in ((decision_cell(n), choice) for n, choice in enumerate(key.decisions, 1))
        ],
        verdicts=[
            where | {"percent": percent_of(points["verdict"], scam=key.truth == "scam"), "points": points["verdict"]}
        ],
    )


def percent_of(points: float, *, scam: bool) -> int:
    """Return the verdict in percent that earned so many points: the inverse of the quadratic score."""
    away = math.sqrt(1.0 - min(max(points, 0.0), 2.0) / 2.0)
    return round(100 * (1.0 - away if scam else away))


def _item(key: Key, cell: str, message: str, points: float) -> Row:
    cue = key.cues.get(message)
    full, none = ("hit", "miss") if cue is not None else ("correct", "false_alarm")
    partly = "partly" if cue is not None else "taken_back"
    return {
        "item": cell,
        "message": message,
        "kind": "cue" if cue is not None else "lookalike" if message in key.lookalikes else "other",
        "red_flag": cue.red_flag if cue is not None else None,
        "family": cue.family if cue is not None else None,
        "result": full if points >= 2.0 else none if points <= 0.0 else partly,  # noqa: PLR2004 - an item's two points
        "points": points,
        "max": 2.0,
    }
