"""Who the simulated learners are: tendencies, as a handful of probabilities each.

The numbers are invented to span what a class might hold. They come from no study and say nothing about people: they
only make sure that the scorer, the frames and the report meet every kind of run.
"""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """The tendencies of one kind of simulated learner. Probabilities lie between 0 and 1.

    Attributes
    ----------
    cue, lookalike, other
        Probability of marking a message of that kind when it is first shown.
    family
        Probability of naming the right family on a cue; otherwise one at random.
    spread
        How much learners of this profile differ from each other, in logits (standard deviation). At 0 every learner
        of the profile is the same and a probability of 0 or 1 is certain.
    options
        Weights of a safe, a cautious and a harmful option; None always takes the first one on the screen.
    scam, genuine
        The mean verdict, in percent, on a scam and on a genuine conversation.
    doubt
        Standard deviation of the verdict, in percentage points.
    leaves
        Probability of the bare way out after each message of the counterpart.
    prunes
        Probability that a mark on a message in order is taken back in the review.
    adds
        Probability that a cue not marked so far is marked in the review.
    stops
        Probability of closing the window before the review is finished.
    pace
        Reading speed in characters a second.
    opens
        False for someone who never opens the scenario: the log is empty.
    """

    cue: float
    lookalike: float
    other: float
    family: float = 0.85
    spread: float = 0.7
    options: tuple[float, float, float] | None = (1.0, 1.0, 1.0)
    scam: float = 50.0
    genuine: float = 50.0
    doubt: float = 15.0
    leaves: float = 0.0
    prunes: float = 0.2
    adds: float = 0.1
    stops: float = 0.0
    pace: float = 10.0
    opens: bool = True


PROFILES: Mapping[str, Profile] = MappingProxyType(
    {
        "careful": Profile(
            cue=0.80,
            lookalike=0.15,
            other=0.04,
            options=(8.0, 3.0, 0.4),
            scam=90.0,
            genuine=18.0,
            leaves=0.01,
            pace=8.0,
        ),
        "trusting": Profile(
            cue=0.34, lookalike=0.05, other=0.02, options=(1.0, 2.5, 3.5), scam=42.0, genuine=12.0, doubt=20.0
        ),
        "suspicious": Profile(
            cue=0.82, lookalike=0.62, other=0.35, options=(4.0, 4.0, 0.5), scam=92.0, genuine=78.0, leaves=0.03
        ),
        "hurried": Profile(
            cue=0.45,
            lookalike=0.18,
            other=0.08,
            family=0.6,
            options=(2.0, 3.0, 2.0),
            scam=65.0,
            genuine=38.0,
            doubt=25.0,
            prunes=0.0,
            adds=0.0,
            pace=30.0,
        ),
        "random": Profile(cue=0.3, lookalike=0.3, other=0.3, family=0.1, doubt=35.0),
        "early-leaver": Profile(
            cue=0.6, lookalike=0.25, other=0.06, options=(3.0, 2.0, 0.5), scam=80.0, genuine=55.0, leaves=0.15
        ),
        "quitter": Profile(cue=0.4, lookalike=0.2, other=0.1, stops=0.8),
        # The shortcuts: no judgement, only a rule. None of them may pay in discernment.
        "never": Profile(cue=0.0, lookalike=0.0, other=0.0, opens=False),
        "hang-up": Profile(cue=0.0, lookalike=0.0, other=0.0, spread=0.0, leaves=1.0, doubt=0.0, prunes=0.0, adds=0.0),
        "mark-all": Profile(
            cue=1.0, lookalike=1.0, other=1.0, family=0.0, spread=0.0, scam=98.0, genuine=98.0, doubt=0.0, prunes=0.0
        ),
        "mark-all-then-prune": Profile(
            cue=1.0, lookalike=1.0, other=1.0, family=0.0, spread=0.0, doubt=0.0, prunes=1.0, adds=0.0
        ),
        "mark-none": Profile(cue=0.0, lookalike=0.0, other=0.0, spread=0.0, doubt=0.0, adds=0.0),
        "first-option": Profile(cue=0.0, lookalike=0.0, other=0.0, spread=0.0, options=None, doubt=0.0, adds=0.0),
    }
)

DEFAULT_MIX: Mapping[str, int] = MappingProxyType(
    {"careful": 22, "trusting": 28, "hurried": 20, "suspicious": 10, "early-leaver": 8, "random": 7, "quitter": 5}
)
"""Weights by profile for a class of simulated learners; invented as well."""
