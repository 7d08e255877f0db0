"""References and ids."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.project import DROP, both, findings, put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

ALDER = "alder/scenario.yaml"
BIRCH = "birch/scenario.yaml"
LINE = {"zh": "别怕，先问。", "en": "Ask first.", "fr": "Demandez d’abord."}

CASES: list[tuple[Callable[[Files], None], list[tuple[str, str, str]]]] = [
    (put(ALDER, ("id",), "elder"), [("SS007", ALDER, "the folder `alder`"), ("SS061", ALDER, "")]),
    (put(ALDER, ("scenes", 2, "messages", 0, "id"), "m01"), [("SS020", ALDER, "first on line")]),
    (put(ALDER, ("scenes", 2, "messages", 0, "id"), "s01"), [("SS020", ALDER, "`s01` is used a second time")]),
    (put(ALDER, ("scenes", 2, "messages", 0, "id"), "e01"), [("SS020", ALDER, "")]),
    (put(ALDER, ("scenes", 2, "goto"), "s93"), [("SS021", ALDER, "no scene `s93`")]),
    (put(ALDER, ("start",), "s99"), [("SS021", ALDER, "s99"), ("SS033", ALDER, "")]),
    (put(ALDER, ("scenes", 0, "contact"), "p09"), [("SS022", ALDER, "did you mean `p0")]),
    (put(ALDER, ("scenes", 0, "messages", 0, "from"), "p09"), [("SS022", ALDER, "p09")]),
    (put(ALDER, ("leave",), "e09"), [("SS023", ALDER, "no ending `e09`")]),
    (put(ALDER, ("scenes", 4, "end"), "e09"), [("SS023", ALDER, ""), ("SS036", ALDER, "`e02`")]),
    (
        put(ALDER, ("scenes", 1, "messages", 0, "cue", "red_flag"), "claimed_offical"),
        [("SS024", ALDER, "did you mean `claimed_official`?")],
    ),
    (
        put(ALDER, ("scenes", 1, "messages", 0, "cue", "source"), "A7"),
        [("SS025", ALDER, "no `A7`"), ("SS044", ALDER, "")],
    ),
    (put(ALDER, ("sources", 1), "A7"), [("SS025", ALDER, "no `A7`")]),
    (put(ALDER, ("debrief", "contacts", 0), "desc"), [("SS026", ALDER, "did you mean `desk`?")]),
    (put(ALDER, ("debrief", "first_sign"), "m99"), [("SS027", ALDER, "no message `m99`"), ("SS103", ALDER, "")]),
    (
        both(put(ALDER, ("module",), "m2"), put(BIRCH, ("module",), "m2")),
        [("SS028", "modules.yaml", "belongs to `m2`"), ("SS028", "modules.yaml", "`birch`")],
    ),
    (put("modules.yaml", ("m1", "scenarios", 0), DROP), [("SS028", ALDER, "does not list `alder`")]),
    (put("modules.yaml", ("m1", "scenarios", 2), "aldr"), [("SS028", "modules.yaml", "did you mean `alder`?")]),
    (put("modules.yaml", ("m1", "scenarios", 2), "alder"), [("SS028", "modules.yaml", "a second time")]),
    (
        put("modules.yaml", ("m1", "takeaway"), {"remember": [LINE] * 3, "say": [LINE], "dial": ["desc"]}),
        [("SS026", "modules.yaml", "did you mean `desk`?")],
    ),
    (put("red_flags.yaml", ("red_flags", "safe_account", "family"), "mony"), [("SS029", "red_flags.yaml", "`money`")]),
    (put("red_flags.yaml", ("red_flags", "safe_account", "sources", 2), "Z9"), [("SS025", "red_flags.yaml", "`Z9`")]),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, change: Callable[[Files], None], expected: list[tuple[str, str, str]]) -> None:
    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [one[:2] for one in expected], found
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one[3]
