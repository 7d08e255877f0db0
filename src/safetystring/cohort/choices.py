"""What the room decided: the options taken at each choice point, how the runs ended, and who would have paid."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.cohort.measures import HIDDEN, Estimate, K, mean
from safetystring.cohort.talk import share
from safetystring.scenario import Text
from safetystring.scenario.key import Rating

if TYPE_CHECKING:
    import pandas as pd

    from safetystring.cohort.frames import Cohort

RATINGS: tuple[Rating, ...] = ("safe", "cautious", "harmful")


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """One option, and the share of the learners who came there that took it."""

    option: str
    text: Text
    rating: Rating
    consequence: Text
    taken: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class ChoicePoint:
    """One choice point of the spine. `reached` is the share of all learners that came there."""

    scenario: str
    title: Text
    genuine: bool
    decision: str
    choice: str
    prompt: Text
    reached: Estimate
    options: tuple[Taken, ...]

    @property
    def harmful(self) -> Estimate:
        """The option most of those took who took a harmful one; hidden without one."""
        known = [one.taken for one in self.options if one.rating == "harmful" and one.taken.value is not None]
        return max(known, key=lambda taken: taken.value or 0.0, default=HIDDEN)


@dataclass(frozen=True, slots=True, kw_only=True)
class Paid:
    """Money on one scam, or on all of them (`scenario` None), in euros of the story.

    Attributes
    ----------
    would
        Share of the runs that end in a payment.
    typical
        The median of what those paid; None where fewer than `k` learners paid, or nobody.
    each
        The mean over everybody; hidden where somebody paid but fewer than `k`.
    asked
        What the conversation asks for in all; None over several.
    """

    scenario: str | None
    title: Text | None
    would: Estimate
    typical: float | None
    each: Estimate
    asked: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Endings:
    """How the runs of one kind ended: shares that are well out, careful, and at a loss."""

    scam: bool
    safe: Estimate
    cautious: Estimate
    harmful: Estimate


def choice_points(cohort: Cohort, *, k: int = K) -> tuple[ChoicePoint, ...]:
    """Return the choice points of every scenario in the order they are met; those nobody saw are left out."""
    known = cohort.decisions[cohort.decisions["option"].notna() | cohort.decisions["rating"].notna()]
    points = []
    for scenario, rows in known.groupby("scenario", sort=True):
        for decision, here in rows.groupby("decision", sort=True):
            points.append(_choice_point(cohort, str(scenario), str(decision), here, k))
    return tuple(points)


def paid(cohort: Cohort, *, k: int = K) -> tuple[Paid, ...]:
    """Return what would have been paid: over all scams first (one row a learner), then scam by scam."""
    runs = cohort.runs[
        (cohort.runs["status"] == "scored") & (cohort.runs["truth"] == "scam") & cohort.runs["paid"].notna()
    ]
    runs = runs[runs["asked"] > 0]
    if runs.empty:
        return ()
    whole = _paid(runs, None, None, None, k)
    single = [
        _paid(rows, str(name), cohort.shelf[str(name)].scenario.title, float(rows["asked"].iloc[0]), k)
        for name, rows in runs.groupby("scenario", sort=True)
    ]
    return (whole, *single)


def endings(cohort: Cohort, *, k: int = K) -> tuple[Endings, ...]:
    """Return how runs ended, on scams and on genuine conversations."""
    runs = cohort.runs[(cohort.runs["status"] == "scored") & cohort.runs["outcome"].notna()]
    made = []
    for truth in ("scam", "genuine"):
        rows = runs[runs["truth"] == truth]
        if not rows.empty:
            safe, cautious, harmful = (share(rows, rows["outcome"] == rating, k=k) for rating in RATINGS)
            made.append(Endings(scam=truth == "scam", safe=safe, cautious=cautious, harmful=harmful))
    return tuple(made)


def _paid(rows: pd.DataFrame, scenario: str | None, title: Text | None, asked: float | None, k: int) -> Paid:
    payers = rows[rows["paid"] > 0]
    few = 0 < payers["learner"].nunique() < k
    return Paid(
        scenario=scenario,
        title=title,
        would=share(rows, rows["paid"] > 0, k=k),
        typical=None if few or payers.empty else float(payers["paid"].median()),
        # From the mean over everybody the sum of the few could be worked out.
        each=HIDDEN if few else mean(rows.groupby("learner")["paid"].sum().tolist(), k=k),
        asked=asked,
    )


def _choice_point(cohort: Cohort, scenario: str, decision: str, rows: pd.DataFrame, k: int) -> ChoicePoint:
    pair = cohort.shelf[scenario]
    choice = str(rows["choice"].iloc[0])
    point = pair.course.choices[choice]
    here = rows[rows["option"].notna()]
    options = [
        Taken(
            option=option.id,
            text=option.text,
            rating=pair.key.outcomes[option.id].rating,
            consequence=pair.key.outcomes[option.id].consequence,
            taken=share(here, here["option"] == option.id, k=k),
        )
        for option in point.options
        if option.id in pair.key.outcomes
    ]
    return ChoicePoint(
        scenario=scenario,
        title=pair.scenario.title,
        genuine=pair.key.truth == "genuine",
        decision=decision,
        choice=choice,
        prompt=point.prompt,
        reached=share(rows, rows["option"].notna(), k=k),
        options=tuple(sorted(options, key=lambda one: RATINGS.index(one.rating))),
    )
