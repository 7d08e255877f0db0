"""Many learners: data frames, measures with intervals, the report, simulated learners.

>>> import safetystring.cohort
>>> cohort = safetystring.cohort.load("grading")  # doctest: +SKIP
>>> cohort.items.groupby("red_flag")["points"].mean()  # doctest: +SKIP

The measures are in :mod:`safetystring.cohort.summary`, the page in :mod:`safetystring.cohort.report`. pandas, numpy and
jinja2 (the extra ``cohort``) are used in this room only, and importing it loads none of them: simulating learners
needs only the standard library.
"""

from safetystring.cohort.frames import Cohort
from safetystring.cohort.gather import CohortError
from safetystring.cohort.load import load
from safetystring.cohort.profiles import DEFAULT_MIX, PROFILES, Profile
from safetystring.cohort.shelf import Pair, Shelf, ShelfError, open_shelf, pair
from safetystring.cohort.simulate import simulate

__all__ = [
    "DEFAULT_MIX",
    "PROFILES",
    "Cohort",
    "CohortError",
    "Pair",
    "Profile",
    "Shelf",
    "ShelfError",
    "load",
    "open_shelf",
    "pair",
    "simulate",
]
