"""What a room can talk about: the red flags it caught and missed, and what it marked where nothing was wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, cast

from safetystring.cohort.measures import Estimate, K, rate
from safetystring.scenario import Message, Text, named

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pandas as pd

    from safetystring.cohort.frames import Cohort

RESULTS = ("hit", "late", "wrong_family", "partly", "miss")
"""What can become of a cue; ``partly`` where only a grade is known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quote:
    """A message as the room read it."""

    scenario: str
    title: Text
    message: str
    text: Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """One red flag over all its cues.

    Attributes
    ----------
    caught
        Share of the chances on which it was marked in the end, with whatever family.
    hit, late, wrong_family, partly
        The parts of `caught`: at once; in the review only; for another reason; unknown which. Shares of all chances.
    decisive
        Whether this one alone is enough to stop.
    quote, why
        The cue that was missed most, and why it is one.
    quote_caught
        The share on that one cue.
    """

    red_flag: str
    family: str
    name: Text
    decisive: bool
    caught: Estimate
    hit: float = 0.0
    late: float = 0.0
    wrong_family: float = 0.0
    partly: float = 0.0
    quote: Quote | None = None
    why: Text | None = None
    quote_caught: Estimate | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FalseAlarm:
    """A message in order that learners marked. `note` says why it is in order, where the author said so."""

    quote: Quote
    genuine: bool
    note: Text | None
    marked: Estimate
    mostly: Text | None


def share(rows: pd.DataFrame, yes: pd.Series, *, k: int = K) -> Estimate:
    """Return the share of `rows` where `yes` holds, with learners as the units."""
    sums = yes.astype("float64").groupby(rows["learner"]).agg(["sum", "count"])
    return rate(sums["sum"].tolist(), sums["count"].tolist(), k=k)


def flags(cohort: Cohort, *, k: int = K) -> tuple[Flag, ...]:
    """Return every red flag the room met, what to talk about first at the top.

    First come those surely missed most: the order is by the upper end of the interval, so that a flag few people met
    does not lead by chance. What is hidden comes last.
    """
    cues = cohort.items[cohort.items["kind"] == "cue"]
    found = [_flag(cohort, str(name), rows, k) for name, rows in cues.groupby("red_flag", sort=True)]
    return tuple(sorted(found, key=lambda flag: (flag.caught.hidden, _or(flag.caught.high), not flag.decisive)))


def false_alarms(cohort: Cohort, *, k: int = K) -> tuple[FalseAlarm, ...]:
    """Return the messages in order that at least one in twenty marked, the surest first; the hidden are left out."""
    fine = cohort.items[cohort.items["kind"].isin(["lookalike", "other"])]
    found = []
    for (scenario, message), rows in _pairs(fine.groupby(["scenario", "message"], sort=True)):
        marked = share(rows, rows["points"] <= 0.0, k=k)
        if marked.value is None or marked.value < 0.05:  # noqa: PLR2004 - one in twenty
            continue
        key = cohort.shelf[scenario].key
        found.append(
            FalseAlarm(
                quote=quote(cohort, scenario, message),
                genuine=key.truth == "genuine",
                note=key.lookalikes.get(message),
                marked=marked,
                mostly=_mostly(cohort, scenario, rows, k),
            )
        )
    return tuple(sorted(found, key=lambda alarm: -_or(alarm.marked.low)))


def quote(cohort: Cohort, scenario: str, message: str) -> Quote:
    """Return a message of a scenario with the words that stand for it."""
    course = cohort.shelf[scenario].course
    return Quote(
        scenario=scenario, title=course.scenario.title, message=message, text=words_of(course.messages[message])
    )


def words_of(message: Message) -> Text:
    """Return the message's text, or where it has none, the words on what it shows."""
    if message.text.zh.strip():
        return message.text
    match message.attachment:
        case None:
            return message.text
        case carried:
            return named(carried) or message.text


def _flag(cohort: Cohort, name: str, rows: pd.DataFrame, k: int) -> Flag:
    first = rows.iloc[0]
    entry = cohort.shelf[str(first["scenario"])].key.red_flags.get(name)
    caught = share(rows, rows["result"] != "miss", k=k)
    plain = Flag(
        red_flag=name,
        family=str(first["family"]),
        name=entry.name if entry is not None else Text(name, name, name),
        decisive=entry is not None and entry.decisive,
        caught=caught,
    )
    if caught.value is None:
        return plain
    parts = rows["result"].value_counts(normalize=True)
    cues = [
        (share(one, one["result"] != "miss", k=k), scenario, message)
        for (scenario, message), one in _pairs(rows.groupby(["scenario", "message"], sort=True))
    ]
    worst = min((cue for cue in cues if cue[0].value is not None), key=lambda cue: _or(cue[0].value), default=None)
    return Flag(
        red_flag=name,
        family=plain.family,
        name=plain.name,
        decisive=plain.decisive,
        caught=caught,
        hit=float(parts.get("hit", 0.0)),
        late=float(parts.get("late", 0.0)),
        wrong_family=float(parts.get("wrong_family", 0.0)),
        partly=float(parts.get("partly", 0.0)),
        quote=quote(cohort, worst[1], worst[2]) if worst else None,
        why=cohort.shelf[worst[1]].key.cues[worst[2]].why if worst else None,
        quote_caught=worst[0] if worst else None,
    )


def _mostly(cohort: Cohort, scenario: str, rows: pd.DataFrame, k: int) -> Text | None:
    """Return the family most learners took it for, where enough of them agree."""
    counts = rows["marked_family"].value_counts()
    if counts.empty or counts.iloc[0] < k:
        return None
    families = {family.id: family.name for family in cohort.shelf[scenario].scenario.families}
    return families.get(str(counts.index[0]))


def _pairs(groups: object) -> Iterator[tuple[tuple[str, str], pd.DataFrame]]:
    """Return the groups of two columns, typed."""
    return cast("Iterator[tuple[tuple[str, str], pd.DataFrame]]", iter(groups))  # type: ignore[call-overload]


def _or(value: float | None) -> float:
    return 1.0 if value is None else value
