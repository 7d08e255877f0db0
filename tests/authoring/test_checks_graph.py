"""The graph of scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from support.project import DROP, both, findings, put

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from support.project import Files

ALDER = "alder/scenario.yaml"

CASES: list[tuple[Callable[[Files], None], list[tuple[str, str, str]]]] = [
    (put(ALDER, ("scenes", 0, "goto"), "s02"), [("SS030", ALDER, "it has choice and goto")]),
    (put(ALDER, ("scenes", 4, "end"), DROP), [("SS030", ALDER, "it has none"), ("SS036", ALDER, "`e02`")]),
    (put(ALDER, ("scenes", 0, "choice", "options", 0, "end"), "e01"), [("SS030", ALDER, "it has both")]),
    (put(ALDER, ("scenes", 0, "choice", "options", 1, "end"), DROP), [("SS030", ALDER, "it has neither")]),
    (
        put(ALDER, ("scenes", 1, "choice", "options", 2, "goto"), "s03"),
        [("SS031", ALDER, "nothing leads to scene `s05`")],
    ),
    (
        both(put(ALDER, ("scenes", 4, "end"), DROP), put(ALDER, ("scenes", 4, "goto"), "s04")),
        [("SS032", ALDER, "from scene `s04`"), ("SS036", ALDER, "`e02`")],
    ),
    (put(ALDER, ("scenes", 2, "goto"), "s01"), []),
    (put(ALDER, ("start",), "s02"), [("SS033", ALDER, "begins at `s01`"), ("SS031", ALDER, "`s01`")]),
    (put(ALDER, ("spine", 4), "s05"), [("SS034", ALDER, "`s04` does not lead to `s05`")]),
    (put(ALDER, ("spine", 4), "s04"), [("SS034", ALDER, ""), ("SS035", ALDER, "`s04` is on the spine a second time")]),
    (
        put(ALDER, ("cast", "p03"), {"name": {"zh": "某", "en": "x", "fr": "x"}}),
        [("SS036", ALDER, "`p03` of the cast")],
    ),
]


@pytest.mark.parametrize(("change", "expected"), CASES)
def test_findings(tmp_path: Path, change: Callable[[Files], None], expected: list[tuple[str, str, str]]) -> None:
    found = findings(tmp_path, change)
    assert [one[:2] for one in found] == [one[:2] for one in expected], found
    for one, (_, _, words) in zip(found, expected, strict=True):
        assert words in one[3]
