"""Names of scenarios that tell nothing: learners see them in file names and in the gradebook."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from safetystring.authoring.base import NAME_PATTERN

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

WORDS = (
    "acorn",
    "amber",
    "aspen",
    "basil",
    "brook",
    "cobalt",
    "coral",
    "cove",
    "dune",
    "fern",
    "flint",
    "harbor",
    "hazel",
    "heath",
    "indigo",
    "iris",
    "ivory",
    "juniper",
    "larch",
    "linen",
    "lotus",
    "moss",
    "olive",
    "opal",
    "orchid",
    "pebble",
    "pine",
    "plum",
    "poplar",
    "quartz",
    "reed",
    "river",
    "rowan",
    "sage",
    "sand",
    "slate",
    "spruce",
    "teal",
    "thyme",
    "tulip",
    "violet",
    "walnut",
    "willow",
    "wren",
)
"""Things that have nothing to do with any fraud."""
_TELLING = re.compile(
    "scam|fraud|fake|phish|genuin|legit|authentic|hoax|swindl|cheat|trick|honest|victim|thief|"
    "police|embass|consul|official|bank|courier|parcel|customs|refund|invest|crypto|romance|lover|kidnap|warrant|"
    "arnaq|escro|faux|fauss|vrai|piege|gendarm|ambassad|banque|colis|douane|rembours|"
    "zhapian|pianzi|pianju|jiamao|guanfang|dashiguan|jingcha|yinhang|kuaidi"
)
_TELLING_PARTS = frozenset({"real", "true", "false", "safe", "good", "bad", "trap", "love", "tax", "visa", "job"})


def refusal(name: str, flags: Iterable[str] = ()) -> str:
    """Return in a sentence why a scenario must not be called so, or "".

    Parameters
    ----------
    flags
        Ids of families and red flags: a name made of one tells what to look for.
    """
    lower = name.lower()
    parts = set(re.split(r"[^a-z]+", lower)) - {""}
    found = _TELLING.search(re.sub(r"[^a-z]+", "", lower))
    told = found[0] if found else next(iter(sorted(parts & (_TELLING_PARTS | set(flags)))), "")
    if told or lower in set(flags):
        return f"`{name}` tells learners what to think of it (`{told or lower}`); they see the name"
    if not re.fullmatch(NAME_PATTERN, name):
        return f"`{name}` is no name for a scenario: expected small letters, digits and _, beginning with a letter"
    return ""


def suggestions(taken: Collection[str], count: int = 5) -> list[str]:
    """Return neutral words that are not taken."""
    return [word for word in WORDS if word not in taken][:count]
