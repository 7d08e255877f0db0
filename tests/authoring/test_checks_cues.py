"""Cues and lookalikes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.project import DROP, both, findings, put, text

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from safetystring.authoring.source import Where
    from support.project import Files

ALDER = "alder/scenario.yaml"
BIRCH = "birch/scenario.yaml"

CUE = {"red_flag": "safe_account", "why": text("Why"), "source": "A2"}
MESSAGE = {"id": "m90", "form": "text", "from": "p02", "text": text("Words")}
PLACES: list[Where] = [
    *(("scenes", 1, "messages", number) for number in (0, 2)),
    *(("scenes", 3, "messages", number) for number in (0, 2, 4)),
    ("scenes", 4, "messages", 1),
]
"""Where alder's six cues are."""
FREE: list[Where] = [("scenes", 0, "messages", 0), ("scenes", 0, "messages", 1), ("scenes", 1, "messages", 4)]
ODD: list[Where] = [("scenes", 1, "messages", 1), ("scenes", 3, "messages", 1)]

CASES: list[tuple[Callable[[Files], None], list[tuple[str, str, str]]]] = [
    (put(ALDER, ("scenes", 2, "messages", 0, "cue"), CUE), [("SS040", ALDER, "`m21` has a cue off the spine")]),
    (
        put(ALDER, ("scenes", 1, "choice", "options", 2, "replies", 0, "cue"), CUE),
        [("SS040", ALDER, "`m20` has a cue off the spine")],
    ),
    (put(BIRCH, ("scenes", 0, "messages", 0, "cue"), CUE), [("SS041", BIRCH, "the scenario is genuine")]),
    (
        both(*(put(ALDER, (*place, "cue"), DROP) for place in PLACES[:2])),
        [("SS042", ALDER, "4 cues"), ("SS103", ALDER, "")],
    ),
    (both(*(put(ALDER, (*place, "cue"), CUE) for place in FREE[:3])), [("SS042", ALDER, "9 cues")]),
    (
        both(
            *(put(ALDER, (*place, "cue"), DROP) for place in PLACES[2:]),
            *(put(ALDER, (*p, "cue"), CUE) for p in FREE[:2]),
        ),
        [("SS042", ALDER, "4 cues"), ("SS043", ALDER, "all of them in the first third")],
    ),
    (
        put("red_flags.yaml", ("red_flags", "do_not_tell", "sources", 0), "A2"),
        [],
    ),
    (
        both(put(ALDER, ("sources", 0), DROP), put("red_flags.yaml", ("red_flags", "do_not_tell", "sources", 0), "A2")),
        [("SS044", ALDER, "neither a source of `do_not_tell`")],
    ),
    (put("sources.yaml", ("A2", "verify"), value=True), [("SS105", ALDER, "still to be verified")] * 3),
    (put(BIRCH, ("scenes", 1, "messages", 1, "lookalike"), DROP), []),
    (
        both(*(put(BIRCH, (*place, "lookalike"), DROP) for place in ODD[:2])),
        [("SS045", BIRCH, "1 lookalikes; a genuine")],
    ),
    (put(ALDER, ("scenes", 3, "messages"), [MESSAGE]), [("SS042", ALDER, ""), ("SS046", ALDER, "10 messages")]),
    (put(ALDER, ("scenes", 1, "messages", 3, "cue"), CUE), [("SS047", ALDER, "`m06` is the learner's own")]),
    (put(ALDER, (*PLACES[0], "lookalike"), text("odd")), [("SS048", ALDER, "a cue and a lookalike")]),
    (put(ALDER, ("scenes", 2, "messages", 0, "lookalike"), text("odd")), [("SS049", ALDER, "`m21` is off the spine")]),
    (put(ALDER, ("debrief", "first_sign"), "m02"), [("SS103", ALDER, "`m02`, is on no cue")]),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, change: Callable[[Files], None], expected: list[tuple[str, str, str]]) -> None:
    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [one[:2] for one in expected], found
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one[3]
