"""Many learners: data frames, measures with intervals, the report, simulated learners.

>>> import safetystring.cohort
>>> cohort = safetystring.cohort.load("grading")  # doctest: +SKIP
>>> cohort.items.groupby("red_flag")["points"].mean()  # doctest: +SKIP

pandas and jinja2 (the extra ``cohort``) are imported here and nowhere else in the package.
"""

from safetystring.cohort.frames import Cohort
from safetystring.cohort.load import load
from safetystring.cohort.profiles import DEFAULT_MIX, PROFILES, Profile
from safetystring.cohort.shelf import Pair, Shelf, ShelfError, open_shelf
from safetystring.cohort.simulate import simulate

__all__ = [
    "DEFAULT_MIX",
    "PROFILES",
    "Cohort",
    "Pair",
    "Profile",
    "Shelf",
    "ShelfError",
    "load",
    "open_shelf",
    "simulate",
]
