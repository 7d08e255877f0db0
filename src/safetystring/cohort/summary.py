"""What a report says about a cohort, as plain numbers: computed once, hidden where groups are small, free of names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from safetystring.cohort.choices import ChoicePoint, Endings, Paid, choice_points, endings, paid
from safetystring.cohort.items import ItemAnalysis, alpha, analyse, points_table
from safetystring.cohort.measures import LEVEL, Detection, Estimate, K, detection, mean, ratio
from safetystring.cohort.simulate import VERDICTS
from safetystring.cohort.talk import FalseAlarm, Flag, false_alarms, flags
from safetystring.scenario import Text

if TYPE_CHECKING:
    import pandas as pd

    from safetystring.cohort.frames import Cohort

SCAM_ABOVE = 50
"""A verdict above this many percent says "scam"; "hard to say" does not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdicts:
    """The verdicts on one kind of conversation: the share at each step the player offers, and their mean in percent."""

    scam: bool
    steps: tuple[int, ...]
    shares: tuple[float, ...]
    mean: Estimate


@dataclass(frozen=True, slots=True, kw_only=True)
class ScenarioItems:
    """The item analysis of one scenario. `alpha` is Cronbach's; None where hidden or undefined."""

    scenario: str
    title: Text
    genuine: bool
    learners: int
    alpha: float | None
    items: tuple[ItemAnalysis, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """Everything a report shows.

    Attributes
    ----------
    learners
        Learners with at least one scored run; None where fewer than `k`, and then nothing else is there either.
    runs
        Scored runs.
    scams, genuine
        How many different conversations of each kind were played.
    minutes
        Active minutes a run, each learner's mean.
    messages, conversations
        Signal detection over the single messages that count, and over the verdicts.
    skill
        Discernment pooled over runs: Σ (points − baseline)/Σ (maximum − baseline); 0 is no judgement, 1 perfect.
    left_out
        Runs that are not in here, by status.
    simulated
        Whether any learner is.
    """

    k: int
    level: float
    learners: int | None
    runs: int
    scams: int
    genuine: int
    minutes: Estimate
    skill: Estimate
    messages: Detection | None
    conversations: Detection | None
    flags: tuple[Flag, ...]
    false_alarms: tuple[FalseAlarm, ...]
    paid: tuple[Paid, ...]
    endings: tuple[Endings, ...]
    choices: tuple[ChoicePoint, ...]
    verdicts: tuple[Verdicts, ...]
    items: tuple[ScenarioItems, ...]
    left_out: dict[str, int]
    simulated: bool
    grades_only: bool


def summarise(cohort: Cohort, *, k: int = K, seed: int = 0) -> Summary:
    """Return what may be said about the cohort.

    Parameters
    ----------
    cohort
        From :func:`safetystring.cohort.load`.
    k
        Groups of fewer learners are hidden; at least 1.
    seed
        Of the bootstraps.

    Raises
    ------
    ValueError
        If `k` is below 1.
    """
    if k < 1:
        raise ValueError("the smallest group to show has at least one learner")
    done = cohort.runs[cohort.runs["status"] == "scored"]
    learners = int(done["learner"].nunique())
    enough = learners >= k
    played = done.drop_duplicates("scenario")["truth"].value_counts()
    others = cohort.runs.loc[~cohort.runs["status"].isin(["scored", "drill"]), "status"].value_counts()
    simulated = bool(cohort.runs["simulated"].any())
    return Summary(
        k=k,
        level=LEVEL,
        learners=learners if enough or learners == 0 else None,
        runs=len(done) if enough else 0,
        scams=int(played.get("scam", 0)),
        genuine=int(played.get("genuine", 0)),
        minutes=mean(done.groupby("learner")["minutes"].mean().tolist(), k=k),
        skill=_skill(done, k, seed),
        messages=_messages(cohort, k, seed) if enough else None,
        conversations=_conversations(cohort, k, seed) if enough else None,
        flags=flags(cohort, k=k) if enough else (),
        false_alarms=false_alarms(cohort, k=k) if enough else (),
        paid=paid(cohort, k=k) if enough else (),
        endings=endings(cohort, k=k) if enough else (),
        choices=choice_points(cohort, k=k) if enough else (),
        verdicts=_verdicts(cohort, k) if enough else (),
        items=_items(cohort, k) if enough else (),
        left_out={str(status): int(count) for status, count in others.items()},
        simulated=simulated,
        grades_only=bool((done["origin"] == "gradebook").any()),
    )


def _skill(done: pd.DataFrame, k: int, seed: int) -> Estimate:
    sums = done.groupby("learner")[["points", "baseline", "max"]].sum()
    return ratio(
        (sums["points"] - sums["baseline"]).tolist(), (sums["max"] - sums["baseline"]).tolist(), k=k, seed=seed
    )


def _messages(cohort: Cohort, k: int, seed: int) -> Detection:
    items = cohort.items
    cue = items["kind"] == "cue"
    # Marked at the end: on a cue any mark counts as seen; elsewhere only an unpruned one is an alarm.
    marked = (cue & (items["result"] != "miss")) | (~cue & (items["result"] == "false_alarm"))
    return _detect(items["learner"], cue, marked, k, seed)


def _conversations(cohort: Cohort, k: int, seed: int) -> Detection:
    verdicts = cohort.verdicts
    return _detect(verdicts["learner"], verdicts["truth"] == "scam", verdicts["percent"] > SCAM_ABOVE, k, seed)


def _detect(learner: pd.Series, signal: pd.Series, says: pd.Series, k: int, seed: int) -> Detection:
    columns = [signal & says, signal, ~signal & says, ~signal]
    hits, signals, alarms, noise = (column.astype("float64").groupby(learner).sum().tolist() for column in columns)
    return detection(hits, signals, alarms, noise, k=k, seed=seed)


def _verdicts(cohort: Cohort, k: int) -> tuple[Verdicts, ...]:
    made = []
    for truth in ("scam", "genuine"):
        rows = cohort.verdicts[(cohort.verdicts["truth"] == truth) & cohort.verdicts["percent"].notna()]
        if rows["learner"].nunique() < k:
            continue
        steps = rows["percent"].map(_nearest)
        shares = steps.value_counts(normalize=True)
        made.append(
            Verdicts(
                scam=truth == "scam",
                steps=VERDICTS,
                shares=tuple(float(shares.get(step, 0.0)) for step in VERDICTS),
                mean=mean(rows.groupby("learner")["percent"].mean().tolist(), k=k),
            )
        )
    return tuple(made)


def _nearest(percent: float) -> int:
    """Return the step the player offers that lies nearest."""
    return min(VERDICTS, key=lambda step: abs(step - percent))


def _items(cohort: Cohort, k: int) -> tuple[ScenarioItems, ...]:
    made = []
    for name, rows in cohort.items.groupby("scenario", sort=True):
        scenario = str(name)
        if rows["learner"].nunique() < k:
            continue
        table = points_table(cohort.items, scenario)
        made.append(
            ScenarioItems(
                scenario=scenario,
                title=cohort.shelf[scenario].scenario.title,
                genuine=cohort.shelf[scenario].key.truth == "genuine",
                learners=len(table),
                alpha=alpha(table),
                items=tuple(analyse(cohort.items, scenario, k=k)),
            )
        )
    return tuple(made)
